"""Looking at a machine from inside one of its containers: what a service in there sees of the GPU is what counts.

The doctor itself is sent along (a few small files, through the standard input of `docker exec`), so that any image with
Python 3.11 can be examined as it is, running and read-only; nothing is left behind but what /tmp forgets.
"""

import io
import shutil
import subprocess
import zipfile
from pathlib import Path

from deploy.doctor import recording
from deploy.doctor.facts import Facts
from deploy.local.house import CHECKOUT, Trouble

NEEDED = ("deploy/__init__.py", "deploy/asking.py", "deploy/sums.py", "deploy/local", "deploy/doctor",
          "shared/__init__.py", "shared/environment.py")  # fmt: skip
WITHIN_S = 20

# Runs over there.
UNPACK = """
import io, sys, tempfile, zipfile
with tempfile.TemporaryDirectory() as folder:
    zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read())).extractall(folder)
    sys.path.insert(0, folder)
    from deploy.doctor import recording
    from deploy.doctor.observe import observe
    from deploy.local.house import House
    sys.stdout.write(recording.text(observe(House.at())))
"""


def observe(container: str) -> Facts:
    """The facts as seen in there; Trouble when nobody can look."""
    engine = next((name for name in ("docker", "podman") if shutil.which(name)), None)
    if engine is None:
        raise Trouble("There is no container engine here: neither docker nor podman.")
    command = [engine, "exec", "-i", container, "python3", "-I", "-B", "-c", UNPACK]
    try:
        done = subprocess.run(command, input=parcel(CHECKOUT), capture_output=True, timeout=WITHIN_S, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise Trouble(f"{container} could not be looked into: {error}") from error
    if done.returncode != 0:
        last = (done.stderr.decode(errors="replace").strip().splitlines() or ["nothing was said"])[-1]
        raise Trouble(f"{container} could not be looked into: {last}")
    return recording.parse(done.stdout.decode(), container)


def parcel(root: Path) -> bytes:
    """The doctor, as a zip file."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in NEEDED:
            there = root / name
            for file in sorted(there.rglob("*.py")) if there.is_dir() else [there]:
                archive.write(file, file.relative_to(root).as_posix())
    return content.getvalue()
