"""Rows of many callers share one decode; nobody gets another's answer, and nobody waits for company."""

import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest

from services.stt.engines.batching import Batcher, NobodyWaits


class Kettle:
    """The far edge: decodes numbers into text, holds when told to, remembers its batches."""

    def __init__(self) -> None:
        self.batches: list[list[int]] = []
        self.may_run = threading.Event()
        self.may_run.set()
        self.running = threading.Event()

    def decode(self, rows: Sequence[int]) -> list[str]:
        self.running.set()
        self.may_run.wait(10)
        self.batches.append(list(rows))
        if any(row < 0 for row in rows):
            raise ValueError("bad row")
        return [f"answer {row}" for row in rows]


@pytest.fixture
def kettle() -> Kettle:
    return Kettle()


def held(kettle: Kettle, batcher: Batcher[int, str], pool: ThreadPoolExecutor) -> object:
    """The model is busy with row 0; what is asked now waits."""
    kettle.may_run.clear()
    first = pool.submit(batcher.ask, 0, "k")
    assert kettle.running.wait(5)
    return first


def wait_for(batcher: Batcher[int, str], count: int) -> None:
    until(lambda: len(batcher._queue) >= count)


def until(what: Callable[[], bool], seconds: float = 5) -> None:
    end = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.001)


def test_a_lonely_row_starts_at_once(kettle: Kettle) -> None:
    batcher = Batcher[int, str](kettle.decode, most=8, name="t")
    assert batcher.ask(7, "k") == "answer 7"
    assert kettle.batches == [[7]]
    batcher.close()


def test_rows_that_arrive_during_a_batch_form_the_next(kettle: Kettle) -> None:
    batcher = Batcher[int, str](kettle.decode, most=4, name="t")
    with ThreadPoolExecutor(16) as pool:
        held(kettle, batcher, pool)
        asked = [pool.submit(batcher.ask, row, "k") for row in range(1, 7)]
        wait_for(batcher, 6)
        kettle.may_run.set()
        assert sorted(a.result(5) for a in asked) == [f"answer {row}" for row in range(1, 7)]
    assert [len(batch) for batch in kettle.batches] == [1, 4, 2]
    batcher.close()


def test_rows_of_different_kinds_do_not_mix(kettle: Kettle) -> None:
    batcher = Batcher[int, str](kettle.decode, most=8, name="t")
    with ThreadPoolExecutor(16) as pool:
        held(kettle, batcher, pool)
        asked = [pool.submit(batcher.ask, row, "even" if row % 2 == 0 else "odd") for row in range(1, 7)]
        wait_for(batcher, 6)
        kettle.may_run.set()
        for a in asked:
            a.result(5)
    assert all(len({row % 2 for row in batch}) == 1 for batch in kettle.batches)
    assert len(kettle.batches) == 3
    batcher.close()


def test_a_cook_goes_before_a_file(kettle: Kettle) -> None:
    batcher = Batcher[int, str](kettle.decode, most=1, name="t")
    with ThreadPoolExecutor(16) as pool:
        held(kettle, batcher, pool)
        later = pool.submit(batcher.ask, 1, "k", priority=1)
        wait_for(batcher, 1)
        sooner = pool.submit(batcher.ask, 2, "k", priority=0)
        wait_for(batcher, 2)
        kettle.may_run.set()
        later.result(5)
        sooner.result(5)
    assert kettle.batches == [[0], [2], [1]]
    batcher.close()


def test_one_bad_row_fails_alone(kettle: Kettle) -> None:
    batcher = Batcher[int, str](kettle.decode, most=8, name="t")
    with ThreadPoolExecutor(16) as pool:
        held(kettle, batcher, pool)
        asked = {row: pool.submit(batcher.ask, row, "k") for row in (1, -2, 3)}
        wait_for(batcher, 3)
        kettle.may_run.set()
        assert asked[1].result(5) == "answer 1"
        assert asked[3].result(5) == "answer 3"
        with pytest.raises(ValueError, match="bad row"):
            asked[-2].result(5)
    batcher.close()


def test_fewer_answers_than_rows_are_a_failure_and_nobody_waits_for_ever() -> None:
    batcher = Batcher[int, str](lambda rows: [], most=8, name="t")
    with ThreadPoolExecutor(2) as pool:
        for _ in range(2):  # the thread that owns the model is still there the second time
            with pytest.raises(ValueError, match="shorter"):
                pool.submit(batcher.ask, 1, "k").result(5)
    batcher.close()


def test_a_row_whose_caller_has_gone_is_never_decoded(kettle: Kettle) -> None:
    batcher = Batcher[int, str](kettle.decode, most=8, name="t")
    gone = threading.Event()
    with ThreadPoolExecutor(4) as pool:
        held(kettle, batcher, pool)
        left = pool.submit(batcher.ask, 5, "k", gone=gone.is_set)
        wait_for(batcher, 1)
        gone.set()
        kettle.may_run.set()
        with pytest.raises(NobodyWaits):
            left.result(5)
    assert kettle.batches == [[0]]
    batcher.close()


def test_closing_turns_away_whoever_waits(kettle: Kettle) -> None:
    batcher = Batcher[int, str](kettle.decode, most=1, name="t")
    with ThreadPoolExecutor(4) as pool:
        first = held(kettle, batcher, pool)
        waiting = pool.submit(batcher.ask, 1, "k")
        wait_for(batcher, 1)
        closing = pool.submit(batcher.close)
        until(lambda: batcher._closed)
        kettle.may_run.set()
        closing.result(5)
        assert first.result(5) == "answer 0"  # type: ignore[attr-defined]
        with pytest.raises(NobodyWaits):
            waiting.result(5)
    with pytest.raises(NobodyWaits):
        batcher.ask(2, "k")
