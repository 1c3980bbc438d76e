"""Sound by its place on the microphone's clock."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from orchestrator.voice.recorder import Recorder


def ones(number: int, value: int = 1) -> np.ndarray:
    return np.full(number, value, np.int16)


def test_what_was_heard_is_where_it_was_heard() -> None:
    tape = Recorder(100)
    tape.add(0, ones(30, 1))
    tape.add(30, ones(30, 2))
    assert list(tape.between(28, 32)) == [1, 1, 2, 2]
    assert len(tape.between(50, 90)) == 10


def test_a_gap_is_silence_and_the_oldest_is_forgotten() -> None:
    tape = Recorder(50)
    tape.add(0, ones(40))
    tape.add(60, ones(10, 3))
    assert tape.end == 70
    assert list(tape.between(0, 70)) == [1] * 20 + [0] * 20 + [3] * 10
    tape.add(10_000, ones(5, 4))
    assert list(tape.between(9_990, 10_005)) == [0] * 10 + [4] * 5


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(1, 30)), max_size=40))
def test_like_one_endless_tape(story: list[tuple[int, int]]) -> None:
    tape, whole, at = Recorder(64), np.zeros(4096, np.int16), 0
    for number, (gap, length) in enumerate(story, start=1):
        at += gap
        tape.add(at, ones(length, number))
        whole[at : at + length] = number
        at += length
    start = max(0, at - 64)
    assert list(tape.between(0, at)) == list(whole[start:at])
