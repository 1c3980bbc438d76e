"""The ladder: which engine serves, what /health says, and how it comes down and climbs back."""

import asyncio
import threading
from dataclasses import dataclass, field

import pytest

from shared.contracts.errors import ErrorCode
from shared.contracts.health import HealthStatus
from shared.service.errors import ServiceError
from shared.service.ladder import EngineFailed, EngineUnavailable, Ladder, NotConfigured, Report, Rung


@dataclass
class Stove:
    """An engine whose faults the test switches on and off."""

    name: str
    device: str = "cpu"
    model: str = "toy"
    fault: Exception | None = None
    smoke_fault: Exception | None = None
    loads: int = 0
    closes: int = 0
    close_fault: Exception | None = None
    lit: threading.Event | None = None  # loading takes until this is set
    threads: set[str] = field(default_factory=set)

    def load(self) -> None:
        self.loads += 1
        self.threads.add(threading.current_thread().name)
        if self.lit is not None:
            assert self.lit.wait(60)
        if self.fault is not None:
            raise self.fault

    def close(self) -> None:
        self.closes += 1
        if self.close_fault is not None:
            raise self.close_fault

    def rung(self, note: str = "") -> Rung["Stove"]:
        def smoke(_: Stove) -> None:
            if self.smoke_fault is not None:
                raise self.smoke_fault

        return Rung(self.name, lambda: self, smoke, note)


@pytest.fixture
def gas() -> Stove:
    return Stove("gas")


@pytest.fixture
def candle() -> Stove:
    return Stove("candle")


async def started(*rungs: Rung[Stove], every_s: float = 3600) -> Ladder[Stove]:
    ladder = Ladder(rungs, climb_every_s=every_s)
    await ladder.start()
    return ladder


async def test_the_best_engine_serves(gas: Stove, candle: Stove) -> None:
    ladder = await started(gas.rung(), candle.rung("only warm"))
    assert ladder.report() == Report(HealthStatus.HEALTHY, "gas", "toy", "cpu", "")
    assert candle.loads == 0
    assert gas.threads == {"engine-loader_0"}  # never the event loop's thread
    await ladder.close()
    assert gas.closes == 1


async def test_before_the_start_it_is_loading(gas: Stove) -> None:
    ladder = Ladder([gas.rung()])
    assert ladder.report().status is HealthStatus.LOADING
    with pytest.raises(ServiceError) as refused:
        ladder.serving()
    assert refused.value.code is ErrorCode.LOADING


async def test_one_nobody_asked_for_degrades_nothing(gas: Stove, candle: Stove) -> None:
    gas.fault = NotConfigured()
    ladder = await started(gas.rung(), candle.rung("only warm"))
    assert ladder.report() == Report(HealthStatus.HEALTHY, "candle", "toy", "cpu", "only warm")
    await ladder.close()


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (EngineUnavailable("There is no gas.", "make gas"), "gas: There is no gas. Fix: make gas"),
        (RuntimeError("libcublas.so.12 not found"), "gas: RuntimeError: libcublas.so.12 not found"),
    ],
)
async def test_one_that_cannot_work_is_explained(gas: Stove, candle: Stove, fault: Exception, said: str) -> None:
    gas.fault = fault
    ladder = await started(gas.rung(), candle.rung())
    assert ladder.report() == Report(HealthStatus.DEGRADED, "candle", "toy", "cpu", said)
    assert gas.closes == 1  # a half-loaded engine gives its memory back
    await ladder.close()


async def test_loading_is_not_enough_the_trial_must_pass(gas: Stove, candle: Stove) -> None:
    gas.smoke_fault = ValueError("only silence came out")
    ladder = await started(gas.rung(), candle.rung())
    assert ladder.report().engine == "candle"
    await ladder.close()


async def test_a_request_steps_down_and_is_still_answered(gas: Stove, candle: Stove) -> None:
    ladder = await started(gas.rung(), candle.rung())

    async def cook(rung: Rung[Stove], stove: Stove) -> str:
        if stove is gas:
            raise EngineFailed("the flame went out")
        return rung.name

    assert await ladder.use(cook) == "candle"
    report = ladder.report()
    assert (report.status, report.detail) == (HealthStatus.DEGRADED, "gas: the flame went out")
    assert gas.closes == 1
    await ladder.close()


async def test_many_requests_reporting_one_fault_step_down_once(gas: Stove, candle: Stove) -> None:
    ladder = await started(gas.rung(), candle.rung())
    await asyncio.gather(*(ladder.step_down(gas, "out") for _ in range(20)))
    assert ladder.report().engine == "candle"
    assert (gas.closes, candle.loads) == (1, 1)
    await ladder.close()


async def test_it_climbs_back_when_the_better_one_recovers(gas: Stove, candle: Stove) -> None:
    gas.fault = EngineUnavailable("no gas")
    ladder = await started(gas.rung(), candle.rung())
    assert not await ladder.climb()
    gas.fault = None
    assert await ladder.climb()
    assert ladder.report() == Report(HealthStatus.HEALTHY, "gas", "toy", "cpu", "")
    await ladder.close()


async def test_it_climbs_back_by_itself(gas: Stove, candle: Stove) -> None:
    gas.fault = EngineUnavailable("no gas")
    ladder = await started(gas.rung(), candle.rung(), every_s=0.01)
    gas.fault = None
    async with asyncio.timeout(10):
        while ladder.report().engine != "gas":
            await asyncio.sleep(0.01)
    await ladder.close()


async def test_one_that_keeps_failing_is_tried_less_and_less_often(gas: Stove, candle: Stove) -> None:
    gas.fault = EngineUnavailable("no gas")
    ladder = await started(gas.rung(), candle.rung(), every_s=0.02)
    await asyncio.sleep(0.7)
    assert 2 <= gas.loads <= 7  # after 0, 20, 60, 140, 300, 620 ms; at one pace it would have been thirty times
    gas.fault = None
    assert await ladder.climb()  # whoever knows better need not wait
    await ladder.close()


async def test_one_that_passes_its_trial_and_breaks_at_work_rests_longer_each_time(gas: Stove, candle: Stove) -> None:
    ladder = await started(gas.rung(), candle.rung(), every_s=0.02)
    end = asyncio.get_running_loop().time() + 0.7
    while asyncio.get_running_loop().time() < end:
        await ladder.step_down(gas, "the flame went out")
        assert ladder.report().status.answering
        await asyncio.sleep(0.005)
    assert 2 <= gas.loads <= 7
    await ladder.close()


async def test_when_nothing_works_it_says_why_and_keeps_trying(gas: Stove, candle: Stove) -> None:
    gas.fault = candle.fault = EngineUnavailable("nothing to burn", "buy candles")
    ladder = await started(gas.rung(), candle.rung())
    report = ladder.report()
    assert report.status is HealthStatus.FAILED
    assert report.detail == "gas: nothing to burn Fix: buy candles; candle: nothing to burn Fix: buy candles"
    with pytest.raises(ServiceError) as refused:
        ladder.serving()
    assert refused.value.code is ErrorCode.ENGINE_FAILED
    candle.fault = None
    assert await ladder.climb()
    assert ladder.report().engine == "candle"
    await ladder.close()


async def test_the_last_one_breaking_looks_again_from_the_top(gas: Stove, candle: Stove) -> None:
    gas.fault = EngineUnavailable("no gas")
    ladder = await started(gas.rung(), candle.rung())
    gas.fault = None
    await ladder.step_down(candle, "burnt down")
    assert ladder.report().engine == "gas"
    await ladder.close()


async def test_its_moves_are_told(gas: Stove, candle: Stove) -> None:
    moves: list[tuple[str, str]] = []
    ladder = Ladder([gas.rung(), candle.rung()], on_change=lambda how, report: moves.append((how, report.engine)))
    await ladder.start()
    await ladder.step_down(gas, "out")
    await ladder.climb()
    assert moves == [("start", "gas"), ("down", "candle"), ("up", "gas")]
    await ladder.close()


async def loading(stove: Stove) -> None:
    async with asyncio.timeout(60):
        while not stove.loads:
            await asyncio.sleep(0.001)


async def test_a_request_that_goes_away_during_the_move_leaves_an_engine_that_works(gas: Stove, candle: Stove) -> None:
    candle.lit = threading.Event()
    ladder = await started(gas.rung(), candle.rung())
    request = asyncio.create_task(ladder.step_down(gas, "the flame went out"))
    await loading(candle)
    request.cancel()  # the cook hung up, or X-Timeout-Ms has passed
    with pytest.raises(asyncio.CancelledError):
        await request
    candle.lit.set()
    await ladder.step_down(gas, "reported again")  # waits for its turn
    assert ladder.report().engine == "candle"
    await ladder.close()
    assert candle.closes == 1


@pytest.mark.parametrize("fault", [None, EngineUnavailable("no wick")])
async def test_closing_during_a_move_closes_what_was_loading_and_loads_nothing_more(
    gas: Stove, candle: Stove, fault: Exception | None
) -> None:
    candle.lit = threading.Event()
    ladder = Ladder([candle.rung(), gas.rung()])
    starting = asyncio.create_task(ladder.start())
    await loading(candle)
    starting.cancel()
    closing = asyncio.create_task(ladder.close())
    await asyncio.sleep(0)
    candle.fault = fault
    candle.lit.set()
    await closing
    assert (candle.closes, gas.loads) == (1, 0)


async def test_an_engine_that_cannot_even_be_closed_does_not_stop_the_move(gas: Stove, candle: Stove) -> None:
    gas.close_fault = RuntimeError("CUDA error")
    ladder = await started(gas.rung(), candle.rung())
    await ladder.step_down(gas, "the flame went out")
    assert ladder.report().engine == "candle"
    candle.close_fault = RuntimeError("CUDA error")
    await ladder.close()
    assert candle.closes == 1
