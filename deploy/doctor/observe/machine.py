"""The computer itself: Python, C library, memory, disks, and whether it is a container or Windows' Linux."""

import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from deploy.doctor.facts import Machine, Place
from deploy.local.house import House
from shared.environment import state_home

MB = 1024 * 1024
UNLIMITED_MB = 1 << 40  # what cgroups write when there is no limit is a number, and larger than this


def machine(house: House) -> Machine:
    return Machine(
        system=platform.system(),
        kernel=platform.release(),
        architecture=platform.machine(),
        distribution=distribution(_text(Path("/etc/os-release"))),
        python=platform.python_version(),
        executable=sys.executable,
        glibc=_glibc(),
        cores=len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 0,
        memory_mb=_memory_mb(),
        container=_container(),
        checkout=is_checkout(house),
        wsl="microsoft" in platform.release().lower(),
        docker=shutil.which("docker") is not None,
        nvidia_toolkit=any(shutil.which(name) for name in ("nvidia-ctk", "nvidia-container-cli")),
    )


def places(house: House) -> tuple[Place, ...]:
    """The folders that Sous writes to, as far as they exist; a folder not made yet is judged by its parent."""
    state = state_home(house.environment)
    wanted = {"state": state, "temporary": Path(tempfile.gettempdir())}
    if is_checkout(house):
        wanted = {"checkout": house.root, **wanted}
    return tuple(_place(name, _existing(folder)) for name, folder in wanted.items())


def is_checkout(house: House) -> bool:
    return (house.root / "Makefile").exists()


def distribution(os_release: str) -> str:
    for line in os_release.splitlines():
        if line.startswith("ID="):
            return line[3:].strip().strip('"').lower()
    return ""


def _place(name: str, folder: Path) -> Place:
    try:
        free = shutil.disk_usage(folder).free
    except OSError:
        free = 0
    return Place(name, str(folder), free // MB, os.access(folder, os.W_OK))


def _existing(folder: Path) -> Path:
    return next((one for one in (folder, *folder.parents) if one.exists()), Path("/"))


def _glibc() -> str:
    name, number = platform.libc_ver()
    return number if name == "glibc" else ""


def _memory_mb() -> int:
    try:
        total = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // MB
    except (ValueError, OSError, AttributeError):
        return 0
    return min([total, *(limit for limit in _limits() if 0 < limit < UNLIMITED_MB)])


def _limits() -> Iterator[int]:
    """A container's limit, new style and old."""
    for file in ("/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"):
        said = _text(Path(file)).strip()
        if said.isdecimal():
            yield int(said) // MB


def _container() -> str:
    if os.environ.get("KUBERNETES_SERVICE_HOST"):
        return "kubernetes"
    if Path("/run/.containerenv").exists():
        return "podman"
    if Path("/.dockerenv").exists():
        return "docker"
    return os.environ.get("container", "")  # noqa: SIM112 - systemd and podman spell it so


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
