"""Print a compiled requirements file without some of its packages: what is left keeps its pins and hashes.

An image that stands on the embedded engines needs a third of what its environment offers. Standard library only: it
runs inside the image build. A name that is not in the file is an error, so that this list cannot rot unnoticed.
"""

import re
import sys
from pathlib import Path


def kept(text: str, unwanted: set[str]) -> str:
    """`text` without the entries of the `unwanted` packages."""
    found: set[str] = set()
    lines: list[str] = []
    skipping = False
    for line in text.splitlines():
        if match := re.match(r"([A-Za-z0-9._-]+)(\[[^\]]*\])?==", line):
            name = re.sub(r"[-_.]+", "-", match[1]).lower()
            skipping = name in unwanted
            found |= {name} & unwanted
        if not skipping:
            lines.append(line)
    if missing := sorted(unwanted - found):
        raise SystemExit(f"Asked to leave out what is not there: {', '.join(missing)}")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.stdout.write(kept(Path(sys.argv[1]).read_text(encoding="utf-8"), set(sys.argv[2:])))
