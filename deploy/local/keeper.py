"""Talk to supervisor, the program that keeps the services alive: start it, ask it, stop it.

It listens on a Unix socket in a folder only we may enter. Everything here survives a supervisor that was killed and
left its socket, its pid file or its children behind.
"""

import contextlib
import http.client
import json
import os
import shutil
import socket
import stat
import subprocess
import time
import xmlrpc.client
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from deploy.local import processes
from deploy.local.house import MARK, House, Service, Trouble
from deploy.local.logs import last
from deploy.local.recipe import GRACE_S, configuration
from shared.environment import STARTED


class State(StrEnum):
    """What supervisor says about a program (its words)."""

    STOPPED = "STOPPED"
    STARTING = "STARTING"
    RUNNING = "RUNNING"
    BACKOFF = "BACKOFF"
    STOPPING = "STOPPING"
    EXITED = "EXITED"
    FATAL = "FATAL"
    UNKNOWN = "UNKNOWN"


DEAD = frozenset({State.BACKOFF, State.EXITED, State.FATAL})
RESTING = frozenset({State.STOPPED, State.EXITED, State.FATAL, State.BACKOFF, State.UNKNOWN})


@dataclass(frozen=True, slots=True)
class Program:
    """One service as supervisor sees it."""

    name: str
    state: State
    pid: int
    uptime_s: int
    why: str


class Wire(http.client.HTTPConnection):
    """HTTP over a Unix socket."""

    def __init__(self, path: str) -> None:
        super().__init__("localhost", timeout=GRACE_S + 10)
        self.path = path

    def connect(self) -> None:
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self.path)


class Transport(xmlrpc.client.Transport):
    def __init__(self, path: str) -> None:
        super().__init__()
        self.path = path

    def make_connection(self, host: tuple[str, dict[str, str]] | str) -> Wire:  # noqa: ARG002 (the base class decides)
        return Wire(self.path)


def call(house: House, method: str, *words: object) -> object:
    """One remote call; OSError when nobody answers at the socket."""
    wire = xmlrpc.client.ServerProxy("http://localhost", Transport(str(house.socket)), allow_none=True)
    try:
        with wire:
            return getattr(wire.supervisor, method)(*words)
    except (http.client.HTTPException, xmlrpc.client.ProtocolError) as broken:
        raise ConnectionError("supervisor hung up") from broken


def programs(house: House) -> dict[str, Program] | None:
    """Every service with its state; None when no supervisor runs here."""
    try:
        rows = call(house, "getAllProcessInfo")
    except (OSError, xmlrpc.client.Fault):  # not there, or on its way out
        return None
    if not isinstance(rows, list):
        return None
    return {
        row["name"]: Program(
            row["name"],
            State(row["statename"]),
            row["pid"],
            max(0, row["now"] - row["start"]) if row["pid"] else 0,
            row["spawnerr"] or row["description"],
        )
        for row in rows
    }


def launch(house: House) -> None:
    """Start supervisor, which starts every service at once. Returns as soon as it answers."""
    house.logs.mkdir(parents=True, exist_ok=True)
    file = house.run / "supervisor.conf"
    file.write_text(configuration(house), encoding="utf-8")
    house.socket.unlink(missing_ok=True)
    with house.log("supervisor-start").open("wb") as said:
        started = subprocess.Popen(
            [house.python("orchestrator"), "-m", "supervisor.supervisord", "-c", file],
            cwd=house.root,
            env={**house.environment, MARK: house.key, "PYTHONUNBUFFERED": "1"},
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            start_new_session=True,  # Ctrl-C and a closed terminal end `make chat`, not the kitchen
        )
    deadline = time.monotonic() + 20
    while programs(house) is None:
        if started.poll() is not None or time.monotonic() > deadline:
            words = "\n".join(last(house.log("supervisor-start"), 15))
            raise Trouble(f"supervisor did not start:\n{words}")
        time.sleep(0.02)
    ports = {service.name: [service.host, service.port] for service in house.services}
    facts = {"settings": house.settings(), "ports": ports, "addresses": house.addresses}
    record(house).write_text(json.dumps(facts), encoding="utf-8")


def start(house: House, name: str) -> None:
    with contextlib.suppress(xmlrpc.client.Fault):  # already started in the meantime
        call(house, "startProcess", name, False)


def stop(house: House, name: str) -> None:
    with contextlib.suppress(xmlrpc.client.Fault, OSError):
        call(house, "stopProcess", name, False)


def shut(house: House) -> list[int]:
    """End the services and supervisor, then whatever is left. Returns the processes that had to be swept up."""
    with contextlib.suppress(OSError, xmlrpc.client.Fault):
        call(house, "shutdown")
        deadline = time.monotonic() + GRACE_S + 5
        while processes.ours(house) and time.monotonic() < deadline:
            time.sleep(0.05)
    swept = processes.end(house)
    record(house).unlink(missing_ok=True)
    shutil.rmtree(house.private, ignore_errors=True)
    return swept


def record(house: House) -> Path:
    """What the running services were started with."""
    return house.root / STARTED


def same_settings(house: House) -> bool:
    """Whether what runs was started with today's settings and environments."""
    return remembered(house).get("settings") == house.settings()


def as_started(house: House) -> House:
    """The house as it runs: with the ports it was started with, whatever the settings say by now."""
    ports = remembered(house).get("ports")
    if programs(house) is None or not isinstance(ports, dict):
        return house
    return replace(house, services=tuple(Service(name, host, port) for name, (host, port) in ports.items()))


def remembered(house: House) -> dict[str, object]:
    try:
        found = json.loads(record(house).read_text(encoding="utf-8"))
    except (OSError, ValueError):  # never started, or the disk was full
        return {}
    return found if isinstance(found, dict) else {}


def claim(house: House) -> None:
    """Make the private folder ours, and refuse one that somebody else put there."""
    house.private.mkdir(mode=0o700, exist_ok=True)
    found = house.private.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.getuid() or found.st_mode & 0o077:
        raise Trouble(f"{house.private} is not a private folder of yours. Remove it and try again.")
