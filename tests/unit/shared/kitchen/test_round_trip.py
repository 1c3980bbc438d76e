"""What the kitchen speaks it understands: every duration, amount, step and temperature read back as the same value."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.kitchen import (
    UNITS,
    Dimension,
    Language,
    find_ordinals,
    find_step,
    find_temperatures,
    parse_duration,
    parse_number,
    parse_quantity,
)
from shared.kitchen.speaking import (
    speak_duration,
    speak_number,
    speak_ordinal,
    speak_quantity,
    speak_step,
    speak_temperature,
)

languages = st.sampled_from(Language)
#: What a kitchen measures: whole amounts and the parts of a spoon or cup.
PARTS = [Fraction(part) for part in ("0", "1/8", "1/4", "1/3", "1/2", "2/3", "3/4")]
GRID = sorted({whole + part for whole in range(13) for part in PARTS} - {0})


@given(seconds=st.integers(1, 24 * 3600), language=languages)
def test_any_duration_of_a_day(seconds: int, language: Language) -> None:
    duration = parse_duration(speak_duration(seconds, language))
    assert duration is not None
    assert (duration.seconds, duration.max_seconds, duration.change) == (seconds, None, 0)


@pytest.mark.parametrize("language", Language)
def test_every_length_a_timer_is_set_to(language: Language) -> None:
    lengths = [*range(1, 301), *range(300, 3601, 15), *range(3600, 24 * 3600 + 1, 300)]
    heard = {seconds: parse_duration(speak_duration(seconds, language)) for seconds in lengths}
    assert [seconds for seconds, duration in heard.items() if duration is None or duration.seconds != seconds] == []


def spoken_units(language: Language) -> list[str]:
    return [
        name
        for name, unit in UNITS.items()
        if unit.dimension is not Dimension.TEMPERATURE and (unit.ko if language is Language.KO else unit.en)
    ]


@pytest.mark.parametrize("language", Language)
def test_every_amount_in_every_unit(language: Language) -> None:
    wrong = []
    for unit in (*spoken_units(language), None):
        for amount in GRID:
            said = speak_quantity(amount, unit, language)
            quantity = parse_quantity(said)
            if quantity is None or (quantity.amount, quantity.high, quantity.unit) != (amount, None, unit):
                wrong.append(said)
    assert wrong == []


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("unit", ["tbsp", "g", "ml"])
def test_ranges(language: Language, unit: str) -> None:
    for low, high in [(1, 2), (2, 3), (3, 4), (5, 6), (10, 15), (100, 150)]:
        quantity = parse_quantity(speak_quantity(low, unit, language, high=high))
        assert quantity is not None
        assert (quantity.amount, quantity.high, quantity.unit) == (low, high, unit)


@given(number=st.integers(0, 9999), language=languages)
def test_any_number(number: int, language: Language) -> None:
    heard = parse_number(speak_number(number, language))
    # 만 and its kin can be the particle: then nothing is understood, never something else.
    assert heard is None or heard.value == number
    assert heard is not None or number >= 1000


@given(place=st.integers(1, 99), language=languages)
def test_any_place(place: int, language: Language) -> None:
    said = speak_ordinal(place, language)
    (heard,) = find_ordinals(said if language is Language.KO else f"the {said} step")
    assert (heard.value, heard.ordinal, heard.from_end) == (place, True, False)


@given(place=st.sampled_from([-1, *range(1, 100)]), language=languages)
def test_any_step(place: int, language: Language) -> None:
    target = find_step(speak_step(place, language))
    if (place, language) == (2, Language.KO):
        assert target is None  # '이 단계' is this step
    else:
        assert target is not None
        assert target.step == place


@given(
    degrees=st.integers(-18, 300).filter(lambda degrees: abs(degrees) != 2),
    language=languages,
    scale=st.sampled_from("CF"),
)
def test_any_temperature(degrees: int, language: Language, scale: str) -> None:
    (heard,) = find_temperatures(speak_temperature(degrees, scale, language))
    assert (heard.degrees, heard.scale) == (degrees, {"C": "celsius", "F": "fahrenheit"}[scale])
