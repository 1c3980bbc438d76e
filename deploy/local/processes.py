"""Which processes are ours, who holds a port, and how to end what is left over.

Linux is read from /proc; elsewhere `ps` and `lsof` are asked. A process counts as ours only if it carries this
checkout's mark in its environment: names and ports are never enough to end somebody's process.
"""

import contextlib
import errno
import os
import signal
import socket
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from deploy.asking import said_by
from deploy.local.house import MARK, House, Trouble

LISTENING = "0A"  # the state column of /proc/net/tcp
PROC = Path("/proc")
PATIENCE_S = 10.0  # for a tool that looks at every process of a busy machine


@dataclass(frozen=True, slots=True)
class Holder:
    """The process behind a port, as far as we are allowed to see."""

    pid: int
    command: str


def ours(house: House) -> list[int]:
    """Process ids that carry this checkout's mark: the supervisor, the services and their children."""
    mark = f"{MARK}={house.key}"
    if PROC.joinpath("self/environ").exists():
        return [pid for pid in pids() if mark.encode() in environ(pid).split(b"\0") and not defunct(pid)]
    listing = told("ps", "-axww", "-E", "-o", "pid=,command=")
    marked = [line.split() for line in listing.splitlines()]
    return [int(words[0]) for words in marked if mark in words[1:] and int(words[0]) != os.getpid()]


def pids() -> Iterator[int]:
    me = os.getpid()
    return (int(entry.name) for entry in PROC.iterdir() if entry.name.isdecimal() and int(entry.name) != me)


def environ(pid: int) -> bytes:
    try:
        return PROC.joinpath(str(pid), "environ").read_bytes()
    except OSError:
        return b""  # gone since, or somebody else's


def defunct(pid: int) -> bool:
    """A zombie holds nothing and cannot be ended: only its parent can collect it."""
    try:
        return PROC.joinpath(str(pid), "stat").read_text().rpartition(")")[2].split()[0] in "ZX"
    except OSError:
        return True


def command(pid: int) -> str:
    """The command line as a person would recognise it."""
    try:
        words = PROC.joinpath(str(pid), "cmdline").read_bytes().split(b"\0")
        return b" ".join(words).decode(errors="replace").strip()
    except OSError:
        return told("ps", "-o", "command=", "-p", str(pid)).strip()


def free(host: str, port: int) -> bool:
    """Whether a service could listen there now; Trouble when nobody ever could."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as refused:
        if refused.errno == errno.EADDRINUSE:
            return False
        raise Trouble(f"Nothing can listen on {host} port {port}: {refused.strerror or refused}.") from refused
    return True


def holder(port: int) -> Holder | None:
    """Who listens on a port; None when nobody does or when it is not ours to see."""
    if sys.platform == "linux":
        inodes = {f"socket:[{inode}]" for inode in listening(port)}
        pid = next((pid for pid in pids() if inodes and inodes & set(open_files(pid))), None)
    else:
        answer = told("lsof", "-nP", f"-iTCP:{port}", "-sTCP:LISTEN", "-Fp").splitlines()
        pid = next((int(line[1:]) for line in answer if line.startswith("p")), None)
    return Holder(pid, command(pid)) if pid is not None else None


def listening(port: int) -> Iterator[str]:
    for table in ("tcp", "tcp6"):
        try:
            rows = PROC.joinpath("net", table).read_text().splitlines()[1:]
        except OSError:
            continue  # a kernel without IPv6
        for row in rows:
            columns = row.split()
            if columns[3] == LISTENING and int(columns[1].rpartition(":")[2], 16) == port:
                yield columns[9]


def open_files(pid: int) -> Iterator[str]:
    with contextlib.suppress(OSError):
        for link in PROC.joinpath(str(pid), "fd").iterdir():
            with contextlib.suppress(OSError):
                yield str(link.readlink())


def end(house: House, patience: float = 5.0) -> list[int]:
    """End every process of ours: politely first, then not. Returns those that needed it."""
    left = ours(house)
    send(left, signal.SIGTERM)
    deadline = time.monotonic() + patience
    while (remaining := ours(house)) and time.monotonic() < deadline:
        time.sleep(0.05)
    deadline = time.monotonic() + patience
    while remaining:
        if time.monotonic() > deadline:
            raise Trouble(f"These processes do not end, even when killed: {', '.join(map(str, remaining))}.")
        send(remaining, signal.SIGKILL)
        time.sleep(0.05)
        remaining = ours(house)
    return left


def send(targets: Iterable[int], what: signal.Signals) -> None:
    for pid in targets:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, what)


def told(*command: str) -> str:
    """What a system tool printed; nothing when it is not installed, does not answer or had nothing to say."""
    status, words = said_by(command, PATIENCE_S)
    return words if status == 0 else ""
