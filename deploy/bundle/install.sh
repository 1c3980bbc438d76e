#!/bin/sh
# Install Sous from this folder, with no network. Needs Python @PYTHON@ and nothing else.
#   sh install.sh [TARGET]          default: ./sous. Run it again at any time: what is done stays done.
#   sh install.sh --check           only see whether this folder is whole
#   sh install.sh --images TARGET   also load the container images
# Another Python: PYTHON=/path/to/python@PYTHON@ sh install.sh
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)

python=
for candidate in ${PYTHON:-} python@PYTHON@ python3 python; do
  if "$candidate" -c 'import sys; sys.exit("%d.%d" % sys.version_info[:2] != "@PYTHON@")' >/dev/null 2>&1; then
    python=$candidate
    break
  fi
done
if [ -z "$python" ]; then
  echo "This bundle is for Python @PYTHON@, and none was found. Name it: PYTHON=/path/to/python@PYTHON@ sh install.sh" >&2
  echo "이 꾸러미는 Python @PYTHON@용인데 찾지 못했습니다. 이렇게 알려 주세요: PYTHON=/경로/python@PYTHON@ sh install.sh" >&2
  exit 1
fi
if [ ! -f "$here/source/deploy/bundle/install.py" ]; then
  echo "This folder is not whole: source/ is missing. Copy it again. (source/가 없습니다. 다시 복사해 주세요.)" >&2
  exit 1
fi
# -B: nothing is written into the bundle, which may be read-only.
cd "$here/source"
SOUS_CALLED_FROM=${OLDPWD:-$here} exec "$python" -B -m deploy.bundle.install "$here" "$@"
