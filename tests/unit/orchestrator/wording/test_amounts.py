"""Amounts and durations as they stand on the screen, Korean and English side by side."""

from fractions import Fraction

import pytest

from orchestrator.recipes.model import Amount
from orchestrator.recipes.scaling import scaled
from orchestrator.wording.amounts import amount_of, amount_text, duration_text, left_text, timer_called, timer_name
from shared.kitchen.language import Language


@pytest.mark.parametrize(
    ("amount", "korean", "english"),
    [
        (Amount(Fraction(2), unit="tbsp"), "2큰술", "2 tablespoons"),
        (Amount(Fraction(1), unit="tbsp"), "1큰술", "1 tablespoon"),
        (Amount(Fraction(1, 2), unit="tsp"), "½작은술", "½ teaspoon"),
        (Amount(Fraction(3, 2), unit="cup_kr"), "1½컵", None),
        (Amount(Fraction(200), unit="g"), "200g", "200 g"),
        (Amount(Fraction(2), Fraction(3), "개"), "2~3개", None),
        (Amount(Fraction(3), unit="clove"), None, "3 cloves"),
        (Amount(Fraction(2)), "2개", "2"),
        (Amount(Fraction(2), unit="can"), "2캔", "2 cans"),
        (Amount(Fraction(3), unit="clove"), "3쪽", "3 cloves"),
        (Amount(Fraction(2), unit="개"), "2개", "2"),
        (Amount(Fraction(350), unit="fahrenheit"), "350°F", "350°F"),
        (Amount(Fraction(180), unit="celsius"), "180°C", "180°C"),
        (Amount(words="약간", scalable=False), "약간", "a little"),
        (Amount(words="to taste", scalable=False), "입맛에 맞게", "to taste"),
        (Amount(Fraction(1), unit="cup_us", approximate=True), None, "about 1 cup"),
    ],
)
def test_amounts(amount: Amount, korean: str | None, english: str | None) -> None:
    if korean is not None:
        assert amount_text(amount, Language.KO) == korean
    if english is not None:
        assert amount_text(amount, Language.EN) == english


@pytest.mark.parametrize(
    ("name", "amount", "english"),
    [
        ("egg", Amount(Fraction(1)), "1 egg"),
        ("egg", Amount(Fraction(2)), "2 eggs"),
        ("potato", Amount(Fraction(3)), "3 potatoes"),
        ("chicken thighs", Amount(Fraction(16)), "16 chicken thighs"),
        ("lemon", Amount(Fraction(1, 2)), "½ lemon"),
        ("butter", Amount(Fraction(2), unit="tbsp"), "2 tablespoons of butter"),
        ("egg", Amount(Fraction(2), unit="개"), "2 eggs"),
        ("scallion", Amount(Fraction(1), unit="대"), "1 stalk of scallion"),
        ("tofu", Amount(Fraction(3, 2), unit="모"), "1½ blocks of tofu"),
        ("fish cake", Amount(Fraction(3), unit="장"), "3 sheets of fish cake"),
        ("salt", Amount(words="to taste", scalable=False), "salt, to taste"),
    ],
)
def test_so_much_of_something(name: str, amount: Amount, english: str) -> None:
    assert amount_of(name, amount, Language.EN) == english


@pytest.mark.parametrize(
    ("low", "high", "korean", "english"),
    [
        (600, None, "10분", "10 minutes"),
        (60, None, "1분", "1 minute"),
        (5400, None, "1시간 30분", "1 hour 30 minutes"),
        (90, None, "1분 30초", "1 minute 30 seconds"),
        (600, 900, "10~15분", "10 to 15 minutes"),
        (3600, 7200, "1~2시간", "1 to 2 hours"),
        (30, 60, "30~60초", "30 to 60 seconds"),
        (5400, 7200, "90~120분", "90 to 120 minutes"),
    ],
)
def test_durations(low: int, high: int | None, korean: str, english: str) -> None:
    assert duration_text(low, high, Language.KO) == korean
    assert duration_text(low, high, Language.EN) == english


@pytest.mark.parametrize(
    ("seconds", "korean", "english"),
    [(600, "10분", "10-minute"), (60, "1분", "1-minute"), (5400, "1시간 30분", "1-hour 30-minute")],
)
def test_timers_that_nobody_named(seconds: int, korean: str, english: str) -> None:
    assert timer_name(seconds, Language.KO) == korean
    assert timer_name(seconds, Language.EN) == english


def test_what_is_left_is_never_negative_and_drops_seconds_above_an_hour() -> None:
    assert left_text(-3, Language.EN) == "0 seconds"
    assert left_text(59.6, Language.KO) == "1분"
    assert left_text(3725, Language.KO) == "1시간 2분"


@pytest.mark.parametrize("scale", [Fraction(1, 2), Fraction(3, 2), Fraction(2), Fraction(3)])
def test_what_has_no_number_does_not_scale(scale: Fraction) -> None:
    some = Amount(words="약간", scalable=False)
    fixed = Amount(Fraction(1), unit="tsp", scalable=False)
    assert scaled(some, scale) == some
    assert scaled(fixed, scale) == fixed
    assert scaled(Amount(Fraction(2), unit="tbsp"), scale).low == 2 * scale


@pytest.mark.parametrize(
    ("name", "korean", "english"),
    [
        ("12-minute", "12분", "12-minute"),
        ("12분", "12분", "12-minute"),
        ("1시간 30분", "1시간 30분", "1-hour 30-minute"),
        ("30분 2", "두 번째 30분", "second 30-minute"),
        ("30-minute 3", "세 번째 30분", "third 30-minute"),
        ("라면", "라면", "라면"),
        ("tray 2", "tray 2", "tray 2"),
        ("3분 카레", "3분 카레", "3분 카레"),
    ],
)
def test_what_a_timer_is_called(name: str, korean: str, english: str) -> None:
    assert (timer_called(name, Language.KO), timer_called(name, Language.EN)) == (korean, english)
