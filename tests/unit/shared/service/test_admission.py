"""The queue in front of the stove: bounded, fair, interactive first, and nothing cooks for somebody who has left."""

import asyncio
import threading
import time

import pytest

from shared.contracts.errors import ErrorCode
from shared.service.admission import Admission, Cancelled, Priority
from shared.service.errors import ServiceError
from shared.service.metrics import Metrics
from shared.span import Span, entered


def admission(workers: int = 1, queue_size: int = 2) -> Admission:
    return Admission(workers=workers, queue_size=queue_size, metrics=Metrics("stt", "test"))


class Pot:
    """Work that lasts until the test lifts the lid."""

    def __init__(self) -> None:
        self.started = threading.Event()
        self.lid = threading.Event()
        self.saw_cancel = False

    def __call__(self, cancelled: Cancelled) -> str:
        self.started.set()
        assert self.lid.wait(10)
        self.saw_cancel = cancelled.is_set()
        return "soup"


async def on_the_stove(pot: Pot) -> None:
    await asyncio.to_thread(pot.started.wait, 10)


async def test_work_never_runs_on_the_event_loop() -> None:
    stove = admission()
    name = await stove.run(lambda _: threading.current_thread().name)
    assert name.startswith("inference")


async def test_the_one_too_many_is_refused_at_once_and_told_when_to_return() -> None:
    stove, pot = admission(queue_size=2), Pot()
    cooking = asyncio.create_task(stove.run(pot))
    await on_the_stove(pot)
    waiting = [asyncio.create_task(stove.run(lambda _: "rice")) for _ in range(2)]
    await asyncio.sleep(0)
    with pytest.raises(ServiceError) as refused:
        await stove.run(lambda _: "too much")
    assert refused.value.code is ErrorCode.BUSY
    assert int((refused.value.headers or {})["Retry-After"]) >= 1
    pot.lid.set()
    assert await cooking == "soup"
    assert await asyncio.gather(*waiting) == ["rice", "rice"]


async def test_a_cook_goes_before_prefetching() -> None:
    stove, pot = admission(queue_size=10), Pot()
    cooking = asyncio.create_task(stove.run(pot))
    await on_the_stove(pot)
    order: list[str] = []
    tasks = []
    for name, priority in [
        ("batch", Priority.BATCH),
        ("first", Priority.INTERACTIVE),
        ("second", Priority.INTERACTIVE),
    ]:
        tasks.append(asyncio.create_task(stove.run(lambda _, name=name: order.append(name), priority=priority)))
        await asyncio.sleep(0)
    pot.lid.set()
    await asyncio.gather(cooking, *tasks)
    assert order == ["first", "second", "batch"]


async def test_somebody_who_leaves_the_queue_is_not_cooked_for() -> None:
    stove, pot = admission(), Pot()
    cooking = asyncio.create_task(stove.run(pot))
    await on_the_stove(pot)
    cooked = threading.Event()
    leaving = asyncio.create_task(stove.run(lambda _: cooked.set()))
    await asyncio.sleep(0)
    assert stove.waiting == 1
    leaving.cancel()
    await asyncio.gather(leaving, return_exceptions=True)
    assert stove.waiting == 0
    pot.lid.set()
    await cooking
    assert await stove.run(lambda _: "next") == "next"
    assert not cooked.is_set()


async def test_leaving_in_the_middle_tells_the_work_and_keeps_the_place_until_it_really_ends() -> None:
    stove, pot = admission(), Pot()
    leaving = asyncio.create_task(stove.run(pot))
    await on_the_stove(pot)
    leaving.cancel()
    await asyncio.gather(leaving, return_exceptions=True)
    following = asyncio.create_task(stove.run(lambda _: "next"))
    await asyncio.sleep(0.02)
    assert not following.done()  # the thread is still busy; a second pot would not fit
    pot.lid.set()
    assert await following == "next"
    assert pot.saw_cancel


async def test_a_deadline_shorter_than_the_queue_is_refused_early() -> None:
    stove, pot = admission(queue_size=100), Pot()
    await stove.run(lambda _: time.sleep(0.2))  # teaches it what a turn takes
    cooking = asyncio.create_task(stove.run(pot))
    await on_the_stove(pot)
    with entered(Span(deadline=time.monotonic() + 0.001)), pytest.raises(ServiceError) as refused:
        await stove.run(lambda _: "late")
    assert refused.value.code is ErrorCode.BUSY
    pot.lid.set()
    await cooking


async def test_errors_in_the_work_reach_the_caller_and_free_the_place() -> None:
    stove = admission()
    for _ in range(3):
        with pytest.raises(ZeroDivisionError):
            await stove.run(lambda _: 1 // 0)
    assert await stove.run(lambda _: "fine") == "fine"


async def test_a_storm_loses_nobody() -> None:
    stove = admission(workers=2, queue_size=8)

    async def one() -> str:
        try:
            return await stove.run(lambda _: "soup")
        except ServiceError as error:
            return error.code.value

    outcomes = await asyncio.gather(*(one() for _ in range(500)))
    assert set(outcomes) <= {"soup", "busy"}
    assert outcomes.count("soup") >= 10
    assert await one() == "soup"
    assert stove.waiting == 0
