"""The breaker against a fake clock: when it opens, who may probe, and what doesn't count."""

import asyncio

import pytest

from shared.client.breaker import Breaker, BreakerOpen, BreakerPolicy, BreakerState

POLICY = BreakerPolicy(window_s=10, minimum_calls=4, failure_rate=0.5, open_s=5, open_max_s=15, forget_probe_s=60)


class Broken(Exception):
    pass


class Refused(Exception):
    """A 4xx: the server is fine, the request was not."""


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def breaker(clock: Clock) -> Breaker:
    return Breaker(POLICY, clock=clock)


def counts(error: BaseException) -> bool:
    return isinstance(error, Broken)


def attempt(breaker: Breaker, error: BaseException | None = None) -> str:
    try:
        with breaker.call(counts):
            if error is not None:
                raise error
    except BreakerOpen:
        return "not asked"
    except BaseException:
        return "failed"
    return "answered"


def open_it(breaker: Breaker) -> None:
    for _ in range(POLICY.minimum_calls):
        attempt(breaker, Broken())
    assert breaker.state is BreakerState.OPEN


def test_a_few_failures_say_nothing_yet(breaker: Breaker) -> None:
    assert [attempt(breaker, Broken()) for _ in range(3)] == ["failed"] * 3
    assert breaker.state is BreakerState.CLOSED


def test_half_of_the_calls_failing_opens_it(breaker: Breaker) -> None:
    outcomes = [attempt(breaker, error) for error in (None, Broken(), None, Broken())]
    assert outcomes == ["answered", "failed", "answered", "failed"]
    assert breaker.state is BreakerState.OPEN
    assert attempt(breaker) == "not asked"


def test_old_failures_are_forgotten(breaker: Breaker, clock: Clock) -> None:
    for _ in range(3):
        attempt(breaker, Broken())
    clock.now += POLICY.window_s + 1
    attempt(breaker, Broken())
    assert breaker.state is BreakerState.CLOSED


@pytest.mark.parametrize("harmless", [Refused(), asyncio.CancelledError()], ids=["4xx", "cook interrupts"])
def test_what_does_not_count(breaker: Breaker, harmless: BaseException) -> None:
    for _ in range(50):
        attempt(breaker, harmless)
    assert breaker.state is BreakerState.CLOSED


def test_a_probe_that_succeeds_closes_it(breaker: Breaker, clock: Clock) -> None:
    open_it(breaker)
    clock.now += POLICY.open_s
    assert breaker.state is BreakerState.HALF_OPEN
    assert attempt(breaker) == "answered"
    assert breaker.state is BreakerState.CLOSED


def test_probes_that_fail_make_it_wait_longer_each_time_up_to_a_bound(breaker: Breaker, clock: Clock) -> None:
    open_it(breaker)
    for wait in (5, 10, 15, 15):
        clock.now += wait - 0.01
        assert attempt(breaker) == "not asked"
        clock.now += 0.01
        assert attempt(breaker, Broken()) == "failed"


def test_an_interrupted_probe_lets_the_next_caller_probe(breaker: Breaker, clock: Clock) -> None:
    open_it(breaker)
    clock.now += POLICY.open_s
    assert attempt(breaker, asyncio.CancelledError()) == "failed"
    assert breaker.state is BreakerState.HALF_OPEN
    assert attempt(breaker) == "answered"


def test_a_probe_that_never_returns_does_not_block_for_ever(breaker: Breaker, clock: Clock) -> None:
    open_it(breaker)
    clock.now += POLICY.open_s
    lost = breaker.call(counts)
    lost.__enter__()
    assert attempt(breaker) == "not asked"
    clock.now += POLICY.forget_probe_s
    assert attempt(breaker) == "answered"
    # The lost one turning up late must not undo what was learned since.
    lost.__exit__(Broken, Broken(), None)
    assert breaker.state is BreakerState.CLOSED


async def test_twenty_callers_at_once_send_exactly_one_probe(breaker: Breaker, clock: Clock) -> None:
    open_it(breaker)
    clock.now += POLICY.open_s
    asked = 0
    answer = asyncio.Event()

    async def caller() -> str:
        nonlocal asked
        try:
            with breaker.call(counts):
                asked += 1
                await answer.wait()
        except BreakerOpen:
            return "not asked"
        return "answered"

    callers = [asyncio.create_task(caller()) for _ in range(20)]
    await asyncio.sleep(0)
    answer.set()
    outcomes = await asyncio.gather(*callers)
    assert asked == 1
    assert sorted(outcomes) == ["answered"] + ["not asked"] * 19
    assert breaker.state is BreakerState.CLOSED


def test_a_straggler_from_before_it_opened_does_not_reopen_it(breaker: Breaker, clock: Clock) -> None:
    slow = breaker.call(counts)
    slow.__enter__()
    open_it(breaker)
    clock.now += POLICY.open_s
    attempt(breaker)
    assert breaker.state is BreakerState.CLOSED
    slow.__exit__(Broken, Broken(), None)
    assert breaker.state is BreakerState.CLOSED


def test_its_changes_are_seen(clock: Clock) -> None:
    seen: list[BreakerState] = []
    breaker = Breaker(POLICY, clock=clock, on_change=seen.append)
    open_it(breaker)
    clock.now += POLICY.open_s
    attempt(breaker)
    assert seen == [BreakerState.CLOSED, BreakerState.OPEN, BreakerState.HALF_OPEN, BreakerState.CLOSED]


def test_a_long_evening_of_good_answers_is_not_kept_in_memory(clock: Clock, breaker: Breaker) -> None:
    for _ in range(1000):
        attempt(breaker)
        clock.now += 1
    assert len(breaker._outcomes) <= POLICY.window_s + 1


def test_one_caller_at_a_time_who_waits_in_vain_opens_it_as_well() -> None:
    """The longest that anybody waits for an answer is 6 s (listening), and the cook speaks again after that."""
    clock = Clock()
    breaker = Breaker(clock=clock)
    for _ in range(3):
        attempt(breaker, Broken())
        clock.now += 6 + 4
    assert breaker.state is not BreakerState.CLOSED
