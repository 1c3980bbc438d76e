"""`make doctor`: what is wrong here, one line each, with the command that fixes it.

Looks and changes nothing. Exit status 0: everything works; 1: it works, but not fully; 2: it does not work.
"""

import json
import shutil
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from enum import StrEnum

from deploy.local import environments, keeper, processes
from deploy.local.house import PORTS, House, Trouble
from deploy.local.look import ask

LITTLE_DISK = 2 * 1024**3


class Level(StrEnum):
    OK = "ok"
    DEGRADED = "degraded"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at. `fix` is a command, or empty when there is nothing to do."""

    subject: str
    level: Level
    what: str
    fix: str = ""


def examine(house: House) -> Iterator[Finding]:
    version = ".".join(map(str, sys.version_info[:3]))
    yield Finding("python", Level.OK, f"Python {version} at {sys.executable}")
    yield from disk(house)
    yield from built(house)
    yield from serving(house)


def disk(house: House) -> Iterator[Finding]:
    free = shutil.disk_usage(house.root).free
    words = f"{free / 1024**3:.1f} GB free"
    if free < LITTLE_DISK:
        yield Finding("disk", Level.DEGRADED, f"{words}: little room for environments and models", "make clean")
    else:
        yield Finding("disk", Level.OK, words)


def built(house: House) -> Iterator[Finding]:
    for name in dict.fromkeys([*map(house.venv, PORTS), "orchestrator"]):
        subject = f"environment {name}"
        if not house.root.joinpath(".venvs", name).exists():
            yield Finding(subject, Level.BROKEN, "not built", "make up")
        elif environments.stale(house.root, name):
            yield Finding(subject, Level.BROKEN, f"half built, or older than envs/{name}.txt", "make up")
        else:
            yield Finding(subject, Level.OK, "up to date")


def serving(house: House) -> Iterator[Finding]:
    running = keeper.programs(house)
    for service in house.services:
        program = (running or {}).get(service.name)
        if program is None or not program.pid:
            try:
                found = None if processes.free(service.host, service.port) else processes.holder(service.port)
            except Trouble as trouble:
                yield Finding(
                    service.name, Level.BROKEN, str(trouble), f"{service.name.upper()}_HOST=127.0.0.1 make up"
                )
                continue
            if found is not None and found.pid not in processes.ours(house):
                taken = f"port {service.port} is taken by {found.command} (pid {found.pid})"
                fix = f"{service.name.upper()}_PORT={service.port + 100} make up"
                yield Finding(service.name, Level.BROKEN, taken, fix)
            else:
                state = f" ({program.state.lower()}: {program.why})" if program else ""
                yield Finding(service.name, Level.BROKEN, f"not running{state}", "make up")
            continue
        health = ask(service, "/health")
        detail = health.text("detail")
        if not health.status and program.state is keeper.State.STARTING:
            yield Finding(service.name, Level.BROKEN, "is starting", "make up")
        elif not health.status:
            yield Finding(
                service.name, Level.BROKEN, f"does not answer at {service.url}", f"make logs NAME={service.name}"
            )
        elif health.text("status") == "degraded":
            yield Finding(service.name, Level.DEGRADED, detail or "answering on a fallback", "make models")
        elif not ask(service, "/ready").ok:
            words = detail or health.text("status")
            yield Finding(service.name, Level.BROKEN, f"not ready: {words}", f"make logs NAME={service.name}")
        else:
            yield Finding(service.name, Level.OK, f"ready at {service.url} ({health.text('engine')})")


def verdict(findings: list[Finding]) -> int:
    levels = {finding.level for finding in findings}
    return 2 if Level.BROKEN in levels else 1 if Level.DEGRADED in levels else 0


def main(house: House, *, as_json: bool) -> int:
    findings = list(examine(house))
    if as_json:
        print(json.dumps({"verdict": verdict(findings), "findings": [asdict(f) for f in findings]}, ensure_ascii=False))
    else:
        marks = {Level.OK: "ok  ", Level.DEGRADED: "weak", Level.BROKEN: "BAD "}
        for finding in findings:
            fix = f"   -> {finding.fix}" if finding.fix else ""
            print(f"{marks[finding.level]}  {finding.subject}: {finding.what}{fix}")
    return verdict(findings)
