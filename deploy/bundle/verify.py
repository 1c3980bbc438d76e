"""`make bundle-verify`: does a bundle work where nobody can be reached? Tried in a network namespace of its own.

The namespace has a loopback and nothing else (`unshare -rn`), the installation goes into a fresh folder, and then a
turn is cooked (`rehearsal.py`). Where such a namespace cannot be made, nothing is proven, and that is said.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from deploy.bundle import install
from deploy.local.environments import Say
from deploy.local.house import CHECKOUT, Trouble

NOT_PROVEN = 4


def newest(dist: Path) -> Path:
    made = [one for one in dist.glob("sous-*") if (one / "install.sh").is_file()]
    if not made:
        raise Trouble("There is no bundle under dist/ yet: make bundle")
    return max(made, key=lambda one: one.stat().st_mtime)


def cut_off() -> str:
    """Empty when a namespace without a network can be made here, else why not."""
    if sys.platform != "linux" or shutil.which("unshare") is None:
        return "`unshare` (util-linux) is not here"
    done = subprocess.run(["unshare", "-rn", "true"], capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else f"`unshare -rn` is refused here ({done.stderr.strip()})"


def verify(bundle: Path, say: Say) -> int:
    """0: proven. 1: it does not work. 4: it could not be tried."""
    say(f"Verifying {bundle}")
    why = cut_off()
    if why:
        install.check(bundle)
        say(f"NOT PROVEN: {why}, so the network cannot be taken away. Its checksums are right; no more is known.")
        return NOT_PROVEN
    with tempfile.TemporaryDirectory(prefix="sous-bundle-") as folder:
        command = [sys.executable, "-B", "-m", "deploy.bundle.rehearsal", str(bundle.resolve()), folder]
        return subprocess.run(["unshare", "-rn", *command], cwd=CHECKOUT, check=False).returncode
