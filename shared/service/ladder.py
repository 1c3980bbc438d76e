"""A service is a ladder of engines: the best one that really works here answers, and says so.

The ladder climbs at start, steps down when an engine breaks, and tries the better ones again in the background.
It knows nothing about what engines do: the caller's `smoke` makes one real inference and raises if it was no good.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Final, Generic, Protocol, TypeVar

from shared.contracts.errors import ErrorCode
from shared.contracts.health import HealthStatus
from shared.service.errors import ServiceError
from shared.service.logs import get_logger

log = get_logger(__name__)


class Engine(Protocol):
    """What the ladder needs of an engine. The one verb (`transcribe`, `synthesize` ...) is the service's own."""

    @property
    def model(self) -> str: ...
    @property
    def device(self) -> str: ...
    def load(self) -> None: ...
    def close(self) -> None: ...


E = TypeVar("E", bound=Engine)
T = TypeVar("T")


class NotConfigured(Exception):
    """Nobody asked for this engine; skipping it is no fault and degrades nothing."""


class EngineUnavailable(Exception):
    """Asked for, but it cannot work here. `fix` is the command or setting that mends it."""

    def __init__(self, reason: str, fix: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.fix = fix

    def __str__(self) -> str:
        return f"{self.reason} Fix: {self.fix}" if self.fix else self.reason


class EngineFailed(Exception):
    """The engine broke while working (not: the request was bad)."""


@dataclass(frozen=True, slots=True)
class Rung(Generic[E]):
    name: str
    build: Callable[[], E]
    smoke: Callable[[E], None]
    #: Said in /health while this rung serves and nothing is wrong: what it can't do, and what could.
    note: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    status: HealthStatus
    engine: str
    model: str
    device: str
    detail: str


#: However often an engine has failed, it is tried again after this long.
_LONGEST_REST_S: Final = 300.0
#: An engine that has worked for so many trying intervals starts again with a clean record.
_PROVEN: Final = 8


@dataclass(slots=True)
class _Place(Generic[E]):
    """One rung's present state."""

    rung: Rung[E]
    engine: E | None = None
    fault: str = ""  # why it isn't usable; empty when fine, untried or not configured
    configured: bool = True
    setbacks: int = 0
    works_since: float = 0.0
    rests_until: float = 0.0

    def failed(self, fault: str, now: float, every_s: float) -> None:
        """Each setback doubles the rest: an engine that passes its trial and breaks at work must not do so for ever."""
        if self.engine is not None and now - self.works_since > _PROVEN * every_s:
            self.setbacks = 0
        self.fault, self.engine = fault, None
        self.rests_until = now + min(every_s * 2**self.setbacks, max(every_s, _LONGEST_REST_S))
        self.setbacks = min(self.setbacks + 1, 20)


class Ladder(Generic[E]):
    def __init__(
        self,
        rungs: Sequence[Rung[E]],
        *,
        climb_every_s: float = 15.0,
        on_change: Callable[[str, Report], None] | None = None,
    ) -> None:
        if not rungs:
            raise ValueError("a ladder needs at least one rung")
        self._places = [_Place(rung) for rung in rungs]
        self._at: int | None = None
        self._started = False
        self._closing = False
        self._climb_every_s = climb_every_s
        self._on_change = on_change or (lambda _direction, _report: None)
        self._moving = asyncio.Lock()
        self._moves: set[asyncio.Task[bool]] = set()
        self._climber: asyncio.Task[None] | None = None
        # Loading takes seconds and must disturb neither the event loop nor the inference threads.
        self._loader = ThreadPoolExecutor(1, thread_name_prefix="engine-loader")

    async def start(self) -> None:
        """Settle on the best rung that passes its smoke inference."""
        await self._to_the_end(self._start())
        self._climber = asyncio.create_task(self._keep_climbing(), name="ladder-climber")

    def serving(self) -> tuple[Rung[E], E]:
        """The rung that answers now. Take it anew for every request: it may have changed."""
        if self._at is not None:
            place = self._places[self._at]
            if place.engine is not None:
                return place.rung, place.engine
        if not self._started:
            raise ServiceError(ErrorCode.LOADING, "The model is still loading; try again shortly.", retry_after_s=2)
        raise ServiceError(ErrorCode.ENGINE_FAILED, f"No engine works: {self.report().detail}", retry_after_s=15)

    async def use(self, verb: Callable[[Rung[E], E], Awaitable[T]]) -> T:
        """Run one request, stepping down as often as engines break under it."""
        while True:
            rung, engine = self.serving()
            try:
                return await verb(rung, engine)
            except EngineFailed as error:
                await self.step_down(engine, str(error))

    async def step_down(self, engine: E, reason: str) -> None:
        """`engine` broke. Harmless when another request has reported it already."""
        await self._to_the_end(self._step_down(engine, reason))

    async def climb(self, *, rested: bool = False) -> bool:
        """Try every better rung that has failed, or only those that have rested; True when one took over."""
        return await self._to_the_end(self._climb(rested))

    @property
    def wanted(self) -> Rung[E]:
        """The best rung that somebody asked for, working or not: what a fallback falls back from."""
        return next((place.rung for place in self._places if place.configured), self._places[-1].rung)

    def report(self) -> Report:
        faults = [f"{place.rung.name}: {place.fault}" for place in self._places if place.fault]
        if self._at is None:
            status = HealthStatus.FAILED if self._started else HealthStatus.LOADING
            names = [place.rung.name for place in self._places]
            detail = "; ".join(faults) or f"loading {names[0]}"
            return Report(status, "", "", "", detail)
        place = self._places[self._at]
        engine = place.engine
        assert engine is not None
        above = [f"{p.rung.name}: {p.fault}" for p in self._places[: self._at] if p.fault]
        status = HealthStatus.DEGRADED if above else HealthStatus.HEALTHY
        detail = "; ".join([*above, place.rung.note] if place.rung.note else above)
        return Report(status, place.rung.name, engine.model, engine.device, detail)

    async def close(self) -> None:
        self._closing = True
        if self._climber is not None:
            self._climber.cancel()
            await asyncio.gather(self._climber, return_exceptions=True)
        await asyncio.gather(*self._moves, return_exceptions=True)
        self._at = None
        for place in self._places:
            engine, place.engine = place.engine, None
            if engine is not None:
                await self._put_away(place.rung, engine)
        self._loader.shutdown(wait=False)

    async def _to_the_end(self, move: Coroutine[object, object, bool]) -> bool:
        """Half a move leaves nothing to stand on: it belongs to the ladder, whoever asked for it may go away."""
        task = asyncio.create_task(move, name="ladder-move")
        self._moves.add(task)
        task.add_done_callback(self._moves.discard)
        return await asyncio.shield(task)

    async def _start(self) -> bool:
        async with self._moving:
            await self._settle(len(self._places))
            self._started = True
            return self._at is not None

    async def _step_down(self, engine: E, reason: str) -> bool:
        async with self._moving:
            if self._at is None or self._places[self._at].engine is not engine:
                return False
            place = self._places[self._at]
            log.warning("engine_failed", engine=place.rung.name, reason=reason)
            place.failed(reason, time.monotonic(), self._climb_every_s)
            self._at = None
            await self._put_away(place.rung, engine)
            # A better rung may have recovered meanwhile, but this is no time to wait for slow loads: go down first.
            await self._settle(len(self._places), first=self._places.index(place) + 1)
            return True

    async def _climb(self, rested: bool) -> bool:
        async with self._moving:
            before = self._at
            await self._settle(before if before is not None else len(self._places), keep=before, rested=rested)
            return self._at != before

    async def _put_away(self, rung: Rung[E], engine: E) -> None:
        try:
            await self._in_loader(engine.close)
        except Exception as error:  # noqa: BLE001 - it is of no more use, whatever it throws; the next one is
            log.warning("engine_close_failed", engine=rung.name, reason=f"{type(error).__name__}: {error}")

    async def _settle(self, below: int, *, first: int = 0, keep: int | None = None, rested: bool = False) -> None:
        """Stand on the first usable rung in [first, below); stay at `keep` if there's none."""
        for index in range(first, below):
            if self._closing:
                return
            if rested and self._places[index].rests_until > time.monotonic():
                continue
            if await self._try(self._places[index]):
                self._stand_on(index)
                return
        if keep is None and first > 0:
            # Everything below is gone too; as a last resort look again from the top.
            await self._settle(first - 1)
            return
        if keep is None:
            self._at = None
            self._on_change("lost", self.report())

    def _stand_on(self, index: int) -> None:
        direction = "down" if self._at is None or index > self._at else "up"
        self._at = index
        report = self.report()
        log.info(
            "engine_serving",
            engine=report.engine,
            model=report.model,
            device=report.device,
            detail=report.detail,
        )
        self._on_change(direction if self._started else "start", report)

    async def _try(self, place: _Place[E]) -> bool:
        if place.engine is not None:
            return True
        if not place.configured:
            return False
        try:
            place.engine = await self._in_loader(lambda: _load(place.rung))
        except NotConfigured:
            place.configured = False
            return False
        except EngineUnavailable as error:
            place.failed(str(error), time.monotonic(), self._climb_every_s)
        except Exception as error:  # noqa: BLE001 - whatever a native library throws, the next rung must get its chance
            place.failed(f"{type(error).__name__}: {error}", time.monotonic(), self._climb_every_s)
        else:
            place.fault, place.works_since = "", time.monotonic()
            return True
        log.warning("engine_unavailable", engine=place.rung.name, reason=place.fault)
        return False

    async def _keep_climbing(self) -> None:
        while True:
            await asyncio.sleep(self._climb_every_s)
            top = self._at if self._at is not None else len(self._places)
            if any(place.fault for place in self._places[:top]):
                await self.climb(rested=True)

    async def _in_loader(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._loader, work)


def _load(rung: Rung[E]) -> E:
    engine = rung.build()
    try:
        engine.load()
        rung.smoke(engine)
    except BaseException:
        engine.close()
        raise
    return engine
