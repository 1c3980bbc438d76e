"""What units are worth, and when converting is refused."""

from fractions import Fraction

import pytest

from shared.kitchen import Reason, Refusal, convert, find_unit


@pytest.mark.parametrize(
    ("amount", "source", "target", "result"),
    [
        ("1", "컵", "ml", "200"), ("1/2", "컵", "큰술", "20/3"), ("3", "작은술", "큰술", "1"), ("1", "T", "t", "3"),
        ("2", "큰술", "ml", "30"), ("1", "kg", "g", "1000"), ("1", "리터", "컵", "5"), ("500", "ml", "l", "1/2"),
        ("1", "cup", "tablespoons", "16"), ("1", "quart", "cups", "4"), ("1", "pint", "fl oz", "16"), ("1", "lb", "oz", "16"),
        ("180", "°C", "°F", "356"), ("350", "°F", "°C", "1590/9"), ("1", "인치", "cm", "127/50"),
    ],
)  # fmt: skip
def test_within_one_kind_it_is_exact(amount: str, source: str, target: str, result: str) -> None:
    assert convert(Fraction(amount), source, target) == Fraction(result)


def test_a_korean_cup_is_not_an_american_one() -> None:
    korean, american = convert(Fraction(1), "컵", "ml"), convert(Fraction(1), "cup", "ml")
    assert korean == 200
    assert isinstance(american, Fraction)
    assert round(float(american), 1) == 236.6


@pytest.mark.parametrize(
    ("amount", "source", "target", "ingredient", "grams"),
    [
        ("1", "cup", "g", "all-purpose flour", 125), ("1", "cup", "g", "밀가루", 125), ("1", "cup", "g", "설탕", 200),
        ("1", "컵", "g", "물", 200), ("1", "큰술", "g", "꿀", 21), ("1", "큰술", "g", "진간장", 16), ("1", "tsp", "g", "salt", 6),
        ("1", "근", "g", "돼지고기", 600), ("1", "근", "g", "소고기 양지", 600), ("1", "근", "g", "감자", 400),
        ("2", "근", "g", "배추", 800),
    ],
)  # fmt: skip
def test_weight_and_volume_meet_through_a_published_density(
    amount: str, source: str, target: str, ingredient: str, grams: int
) -> None:
    result = convert(Fraction(amount), source, target, ingredient)
    assert isinstance(result, Fraction)
    assert round(float(result)) == grams


def test_there_and_back_is_exact() -> None:
    cups = convert(Fraction(100), "g", "컵", "밀가루")
    assert isinstance(cups, Fraction)
    assert convert(cups, "컵", "g", "밀가루") == 100


@pytest.mark.parametrize(
    ("source", "target", "ingredient", "reason"),
    [
        ("g", "컵", None, Reason.DENSITY_NEEDED), ("g", "컵", "고추장", Reason.DENSITY_UNKNOWN),
        ("g", "컵", "굵은소금", Reason.DENSITY_UNKNOWN), ("밥숟가락", "ml", None, Reason.NO_FIXED_SIZE),
        ("종이컵", "ml", "물", Reason.NO_FIXED_SIZE), ("꼬집", "g", "소금", Reason.NO_FIXED_SIZE),
        ("근", "g", None, Reason.NO_FIXED_SIZE), ("근", "g", "간장", Reason.NO_FIXED_SIZE),
        ("쪽", "g", "마늘", Reason.DIFFERENT_KIND), ("°C", "g", None, Reason.DIFFERENT_KIND),
        ("cm", "ml", None, Reason.DIFFERENT_KIND), ("뭉텅이", "g", None, Reason.UNKNOWN_UNIT),
    ],
)  # fmt: skip
def test_what_cannot_be_known_is_refused(source: str, target: str, ingredient: str | None, reason: Reason) -> None:
    result = convert(Fraction(1), source, target, ingredient)
    assert isinstance(result, Refusal)
    assert result.reason is reason


def test_a_rice_spoon_comes_with_its_bounds() -> None:
    assert convert(Fraction(2), "밥숟가락", "ml") == Refusal(Reason.NO_FIXED_SIZE, (Fraction(20), Fraction(30)))


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("T", "tbsp"), ("t", "tsp"), ("Tbsp", "tbsp"), ("TS", "tbsp"), ("tsp.", "tsp"), ("큰 술", "tbsp"), ("티스푼", "tsp"),
        ("컵", "cup_kr"), ("cups", "cup_us"), ("C", "cup_us"), ("그램", "g"), ("G", "g"), ("키로", "kg"), ("mL", "ml"),
        ("㎖", "ml"), ("ounces", "oz"), ("lbs", "lb"), ("fluid ounces", "fl_oz"), ("leaves", "leaf"), ("cloves", "clove"),
        ("쪽", "쪽"), ("숟가락", "rice_spoon"), ("℃", "celsius"), ("화씨", "fahrenheit"),
    ],
)  # fmt: skip
def test_units_by_any_name(word: str, name: str) -> None:
    unit = find_unit(word)
    assert unit is not None
    assert unit.name == name
