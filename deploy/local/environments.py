"""Build and update the virtual environments under `.venvs/` from the pinned, hashed files under `envs/`.

uv does the work and is itself installed by pip, pinned and hashed. An environment is touched only when the file it is
built from has changed; the stamp inside it is removed before and written after, so a half-built one is known as such.
What envs/NAME.pip lists (only vLLM on a CPU has one) is installed first, by pip with this machine's own settings.
"""

import fcntl
import importlib.util
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from deploy.local import network
from deploy.local.house import Trouble
from shared.environment import STAMP, fingerprint, stamp

Say = Callable[[str], None]


def stale(root: Path, name: str) -> bool:
    """Whether an environment is missing, half built, or older than its file."""
    return stamp(name, root) != fingerprint(name, root)


def sync(root: Path, names: Sequence[str], say: Say) -> None:
    """Bring the named environments up to date; silent and quick when there is nothing to do."""
    unknown = [name for name in names if not (root / "envs" / f"{name}.txt").is_file()]
    if unknown:
        raise Trouble(f"There is no envs/{unknown[0]}.txt.")
    if not any(stale(root, name) for name in names):
        return
    with alone(root / ".venvs" / "lock", "another installation", say):
        waiting = [name for name in names if stale(root, name)]  # perhaps the other one did our work
        if waiting:
            uv = bootstrap(root, say)
            environment = network.for_installers(os.environ, network.pip_config(uv.with_name("python")))
            for name in waiting:
                build(root, name, uv, environment, say)


def build(root: Path, name: str, uv: Path, environment: Mapping[str, str], say: Say) -> None:
    home = root / ".venvs" / name
    mark = home / STAMP
    count = sum(line[:1].isalpha() for line in (root / "envs" / f"{name}.txt").read_text().splitlines())
    say(f"  {name}: {count} packages ...")
    began = time.monotonic()
    mark.unlink(missing_ok=True)
    if not (home / "bin" / "python").exists():
        base = ["--no-python-downloads", "--python", sys.executable]
        run([uv, "venv", "--quiet", "--clear", *base, home], root, environment)
    python = str(home / "bin" / "python")
    if (root / "envs" / f"{name}.pip").exists():
        pip = [str(uv.with_name("python")), "-m", "pip", "--python", python, "install", "--quiet"]
        run([*pip, "--disable-pip-version-check", "-r", f"envs/{name}.pip"], root, environment)
        how = ["install", "--no-deps", "-r"]  # not sync: it would take away what pip has just brought
    else:
        how = ["sync"]
    run([uv, "pip", *how, f"envs/{name}.txt", "--quiet", "--require-hashes", "--python", python], root, environment)
    mark.write_text(fingerprint(name, root), encoding="ascii")
    say(f"  {name}: ready in {time.monotonic() - began:.1f} s")


def bootstrap(root: Path, say: Say) -> Path:
    """The pinned uv, installed by pip on the first call."""
    home = root / ".venvs" / "uv"
    uv = home / "bin" / "uv"
    if stale(root, "uv"):
        if importlib.util.find_spec("ensurepip") is None:
            version = f"{sys.version_info.major}.{sys.version_info.minor}"
            lacking = f"{sys.executable} cannot make virtual environments"
            raise Trouble(f"{lacking}. On Debian or Ubuntu: apt install python{version}-venv")
        say("Preparing the installer (uv) ...")
        run([sys.executable, "-m", "venv", "--clear", home], root, os.environ)
        pip = [str(home / "bin" / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        run([*pip, "--require-hashes", "--only-binary", ":all:", "-r", "envs/uv.txt"], root, os.environ)
        (home / STAMP).write_text(fingerprint("uv", root), encoding="ascii")
    return uv


def run(command: Sequence[str | Path], root: Path, environment: Mapping[str, str]) -> None:
    """Run an installer; when it fails, say why, and what to do if it was the network."""
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return
    said = (done.stderr or done.stdout).strip() or f"{command[0]} failed with status {done.returncode}."
    if advice := network.hint(said):
        last = "\n".join(said.splitlines()[-4:])
        raise Trouble(f"{last}\n{advice}")
    raise Trouble(said)


@contextmanager
def alone(lock: Path, other: str, say: Say) -> Iterator[None]:
    """Hold a lock file; the kernel lets go of it when we end, however we end."""
    lock.parent.mkdir(parents=True, exist_ok=True)
    with lock.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say(f"Waiting for {other} to finish ...")
            fcntl.flock(file, fcntl.LOCK_EX)
        yield
