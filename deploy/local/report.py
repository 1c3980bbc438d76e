"""`make status` and `make logs`: look, and change nothing."""

import json
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from deploy.local import keeper
from deploy.local.house import PORTS, House, Service, Trouble
from deploy.local.keeper import Program, State
from deploy.local.look import ask


@dataclass(frozen=True, slots=True)
class Row:
    """One service: what supervisor says about its process and what it says about itself."""

    name: str
    url: str
    state: str
    pid: int
    uptime_s: int
    ready: bool
    status: str
    engine: str
    detail: str


def rows(house: House) -> list[Row]:
    running = keeper.programs(house) or {}
    return [row(service, running.get(service.name)) for service in house.services]


def row(service: Service, program: Program | None) -> Row:
    if program is None or not program.pid:
        state = (program.state if program else State.STOPPED).lower()
        return Row(service.name, service.url, state, 0, 0, False, "", "", program.why if program else "")
    health = ask(service, "/health")
    ready = ask(service, "/ready").ok
    words = (health.text("status"), health.text("engine"), health.text("detail"))
    return Row(service.name, service.url, program.state.lower(), program.pid, program.uptime_s, ready, *words)


def status(house: House, *, as_json: bool) -> int:
    """0 when all three are ready, 1 otherwise."""
    found = rows(house)
    if as_json:
        print(json.dumps([asdict(one) for one in found], ensure_ascii=False))
    else:
        for one in found:
            health = " ".join(word for word in (one.status, one.engine) if word)
            running = f"pid {one.pid:<7} up {spoken(one.uptime_s):<8}" if one.pid else ""
            ready = "ready" if one.ready else "not ready"
            print(f"{one.name:<4} {one.state:<9} {one.url:<24} {ready:<10} {running} {health}".rstrip())
            if one.detail and (not one.ready or one.status != "healthy"):
                print(f"     {one.detail}")
    return 0 if all(one.ready for one in found) else 1


def spoken(seconds: int) -> str:
    for size, unit in ((86400, "d"), (3600, "h"), (60, "min")):
        if seconds >= size:
            return f"{seconds // size} {unit}"
    return f"{seconds} s"


def logs(house: House, names: Sequence[str], lines: int, *, follow: bool) -> None:
    unknown = sorted(set(names) - set(PORTS))
    if unknown:
        raise Trouble(f"There is no service called {unknown[0]}; there are {', '.join(PORTS)}.")
    chosen = list(names) or list(PORTS)
    for name in chosen:
        for line in keeper.last(house, name, lines):
            print(f"{name} | {line}", flush=True)
    if follow:
        tailing(house, chosen)


def tailing(house: House, names: Sequence[str]) -> None:
    """Print what is added, through rotations, until somebody stops us."""
    at = {name: size(house.log(name)) for name in names}
    while True:
        for name in names:
            file = house.log(name)
            if size(file) < at[name]:
                at[name] = 0  # rotated
            if size(file) > at[name]:
                with file.open("rb") as reader:
                    reader.seek(at[name])
                    whole, _, rest = reader.read().rpartition(b"\n")
                    at[name] = reader.tell() - len(rest)
                for line in whole.decode(errors="replace").splitlines():
                    print(f"{name} | {line}", flush=True)
        time.sleep(0.2)


def size(file: Path) -> int:
    return file.stat().st_size if file.exists() else 0
