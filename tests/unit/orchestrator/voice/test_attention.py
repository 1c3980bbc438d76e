"""Asleep after long quiet; the same move twice within a breath is one."""

import pytest

from orchestrator.voice.attention import Attention, Repeats
from orchestrator.voice.cancel_scope import CancelScope
from orchestrator.voice.edges import RATE
from shared.kitchen.intents import Intent


def test_awake_until_nothing_has_happened_for_long() -> None:
    attention = Attention(after_s=60)
    assert not attention.asleep(59 * RATE)
    assert attention.asleep(61 * RATE)
    attention.stir(61 * RATE)
    assert not attention.asleep(120 * RATE)
    assert attention.asleep(122 * RATE)


def test_without_a_wake_word_never_asleep() -> None:
    assert not Attention().asleep(10**12)


@pytest.mark.parametrize(
    ("first", "second", "apart_s", "again"),
    [
        ([Intent.NEXT_STEP], [Intent.NEXT_STEP], 1.2, True),
        ([Intent.NEXT_STEP], [Intent.NEXT_STEP], 1.6, False),
        ([Intent.STEP_DONE], [Intent.NEXT_STEP], 0.8, True),  # "다 했어" ... "다음"
        ([Intent.NEXT_STEP], [Intent.PREVIOUS_STEP], 0.8, False),
        ([Intent.STEP_DONE, Intent.INGREDIENT_AMOUNT], [Intent.STEP_DONE], 1.0, True),
        ([Intent.INGREDIENT_AMOUNT], [Intent.INGREDIENT_AMOUNT], 0.8, False),  # asking twice moves nothing
        ([Intent.SET_TIMER], [Intent.SET_TIMER], 0.8, False),
    ],
)
def test_the_same_move_within_a_breath(first: list[Intent], second: list[Intent], apart_s: float, again: bool) -> None:
    repeats = Repeats()
    assert not repeats.again(first, RATE)
    assert repeats.again(second, RATE + round(apart_s * RATE)) is again


def test_an_impatient_cook_gets_on_after_all() -> None:
    repeats = Repeats()
    heard = [repeats.again([Intent.NEXT_STEP], round(at * RATE)) for at in (1.0, 2.0, 3.0, 4.0)]
    assert heard == [False, True, False, True]


def test_what_was_taken_back_stays_void() -> None:
    scope = CancelScope()
    first = scope.generation
    assert not scope.void(first)
    assert scope.void(first) is False
    second = scope.cancel()
    assert scope.void(first)
    assert not scope.void(second)
    assert scope.new_stream() != scope.new_stream()
