"""`make status`: what supervisor says about each process, and what each service says about itself."""

import json
from dataclasses import asdict, dataclass

from deploy.local import keeper
from deploy.local.house import House, Service
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
    # For its first seconds supervisor calls everything "starting"; one that is ready knows better.
    state = State.RUNNING if ready else program.state
    return Row(service.name, service.url, state.lower(), program.pid, program.uptime_s, ready, *words)


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
