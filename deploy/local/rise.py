"""`make up` and `make down`: bring the three services up, wait until they can answer, and end them again.

Doing either twice is harmless. A service that dies while it starts is an answer, not something to wait for.
"""

import sys
import time
from collections.abc import Mapping
from types import MappingProxyType

from deploy.local import keeper, processes
from deploy.local.environments import Say, alone
from deploy.local.house import House, Service, Trouble
from deploy.local.keeper import DEAD, RESTING, State
from deploy.local.logs import last, size
from deploy.local.look import ask

TICK_S = 0.05
SECOND_THOUGHTS_S = 2.0  # how long a service may call itself failed before we believe it
NOTHING: Mapping[str, int] = MappingProxyType({})


def up(house: House, say: Say) -> dict[str, int]:
    """Everything running, with today's settings; readiness is `wait`'s matter.

    Returns how long each log was before, so that the last words of a service can be told from those of its ancestors.
    """
    before = {service.name: size(house.log(service.name)) for service in house.services}
    with alone(house.run / "lock", "another start or stop of this kitchen", say):
        keeper.claim(house)
        running = keeper.programs(house)
        if running is not None and not keeper.same_settings(house):
            say("Settings or environments have changed: restarting.")
            keeper.shut(house)
            keeper.claim(house)
            running = None
        if running is None:
            if left := processes.end(house):
                say(f"Ended {len(left)} processes of ours that had lost their supervisor.")
            for service in house.services:
                require_port(service)
            keeper.launch(house)
            return before
        for service in house.services:
            if running[service.name].state in RESTING:
                keeper.stop(house, service.name)  # one in backoff is neither up nor down
                require_port(service)
                keeper.start(house, service.name)
    return before


def require_port(service: Service, again: str = "make up") -> None:
    """Say who is in the way, in one line, before anything is started."""
    if processes.free(service.host, service.port):
        return
    variable = f"{service.name.upper()}_PORT"
    found = processes.holder(service.port)
    who = f"{found.command} (pid {found.pid})" if found else "a process that this user may not see"
    raise Trouble(
        f"Port {service.port}, for {service.title}, is taken by {who}. "
        f"Stop it, or choose another port: {variable}={service.port + 100} {again}"
    )


def wait(house: House, say: Say, patience: float, before: Mapping[str, int] = NOTHING) -> None:
    """Return when every service is ready; Trouble as soon as one has died, or when time is up."""
    began = time.monotonic()
    line = Line(say)
    ready: dict[str, float] = {}
    seen: dict[str, int] = {}
    failing: dict[str, float] = {}
    while len(ready) < len(house.services):
        running = keeper.programs(house)
        if running is None:
            raise Trouble("The services were stopped while they were starting.")
        for service in house.services:
            program = running[service.name]
            died = program.state in DEAD or program.state is State.STOPPED
            if died or (program.pid and seen.setdefault(service.name, program.pid) != program.pid):
                raise Trouble(obituary(house, service, before.get(service.name, 0)))
            if service.name in ready:
                continue
            answer = ask(service, "/ready")
            if answer.ok:
                ready[service.name] = time.monotonic() - began
                line.done(service, ready[service.name])
            elif answer.text("status") != "failed":
                failing.pop(service.name, None)
            elif time.monotonic() - failing.setdefault(service.name, time.monotonic()) > SECOND_THOUGHTS_S:
                raise Trouble(f"{service.label} is up but cannot work: {answer.text('detail')}")
        line.show(house, ready)
        if time.monotonic() - began > patience:
            raise Trouble(late(house, ready, patience))
        time.sleep(TICK_S if len(ready) < len(house.services) else 0)
    line.clear()


def obituary(house: House, service: Service, after: int) -> str:
    """Why a service is not there, in its own last words. It is stopped, so that it does not die again and again."""
    keeper.stop(house, service.name)
    log = house.log(service.name)
    words = "\n".join(f"  | {line}" for line in last(log, 15, after))
    return (
        f"{service.label} stopped while it was starting. The last lines of {log.relative_to(house.root)}:\n{words}\n"
        f"Fix that and run `make up` again. The other services are left as they are; `make down` stops them."
    )


def late(house: House, ready: dict[str, float], patience: float) -> str:
    lines = []
    for service in house.services:
        if service.name not in ready:
            answer = ask(service, "/ready")
            why = answer.text("detail") or answer.text("status") or "no answer"
            lines.append(f"{service.label} is not ready after {patience:.0f} s: {why}")
    return "\n".join([*lines, "It is still starting: `make status` and `make logs` show more."])


def down(house: House, say: Say) -> None:
    """No process left, no port open."""
    with alone(house.run / "lock", "another start or stop of this kitchen", say):
        if keeper.programs(house) is None and not processes.ours(house):
            say("Nothing is running.")
            return
        keeper.shut(house)
        say("Stopped.")


class Line:
    """Progress: one line that changes in a terminal, one line for each arrival elsewhere."""

    def __init__(self, say: Say) -> None:
        self.say = say
        self.live = sys.stderr.isatty()
        self.began = time.monotonic()

    def done(self, service: Service, seconds: float) -> None:
        if not self.live:
            self.say(f"  {service.title}: ready after {seconds:.1f} s at {service.url}")

    def show(self, house: House, ready: dict[str, float]) -> None:
        if self.live:
            marks = [f"{s.title} {'✓' if s.name in ready else '…'}" for s in house.services]
            sys.stderr.write(f"\r\033[K  {'   '.join(marks)}   {time.monotonic() - self.began:.0f} s")
            sys.stderr.flush()

    def clear(self) -> None:
        if self.live:
            sys.stderr.write("\r\033[K")
            sys.stderr.flush()
