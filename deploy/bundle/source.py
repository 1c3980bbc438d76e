"""The project's own files, as they lie in the checkout now: what git does not ignore, or what is not made here."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

MADE_HERE = frozenset({".git", ".venvs", ".run", ".cache", "dist", "__pycache__", "shared.egg-info"})


def copy(root: Path, target: Path) -> int:
    """Copy the project; returns how many files."""
    count = 0
    for name in files(root):
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(root / name, target / name)
        count += 1
    return count


def files(root: Path) -> list[str]:
    known = _git(root, "ls-files", "--cached", "--others", "--exclude-standard", "-z").split("\0")
    names = sorted(name for name in set(known) if name and (root / name).is_file())
    return names or list(_walked(root))


def commit(root: Path) -> tuple[str, bool]:
    """The commit, and whether the files differ from it. ("", False) without git."""
    head = _git(root, "rev-parse", "HEAD").strip()
    return head, bool(head and _git(root, "status", "--porcelain", "--untracked-files=no").strip())


def _walked(root: Path) -> Iterator[str]:
    for place, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if name not in MADE_HERE and not name.endswith("_cache"))
        for name in sorted(names):
            if not name.endswith(".pyc"):
                yield (Path(place) / name).relative_to(root).as_posix()


def _git(root: Path, *words: str) -> str:
    if not (root / ".git").exists():  # a checkout inside somebody else's repository is not that repository
        return ""
    try:
        done = subprocess.run(["git", "-C", str(root), *words], capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return ""
    return done.stdout if done.returncode == 0 else ""
