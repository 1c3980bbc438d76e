"""More or less of a recipe: what is asked for, exact scaling, and amounts a spoon can measure."""

from fractions import Fraction

import pytest

from shared.kitchen import Quantity, find_scale, for_kitchen, scale

CASES = """
4인분으로 바꿔줘         | make it for four people        | 4
이 인분                  | two servings                   | 2
이인분으로               | serves two                     | 2
다섯 명이 먹을 거야      | there are five of us           | 5
둘이서 먹을 거야         | just the two of us             | 2
혼자 먹을 거야           | just for me                    | 1
2인분 말고 4인분으로     | for four                       | 4
십 인분                  | scale it to 10                 | 10
인원 여덟                | we've got eight for dinner     | 8
배로 늘려 줘             | double the lot                 | x2
삼분의 이로 줄여 줘      | two thirds of it please        | x2/3
인원수 셋                | there'll be three at the table | 3
원래 양의 세 배로        | triple it                      | x3
갑절로 해 줘             | recipe double로 해 줘          | x2
두 배 반으로 양 맞춰 줘  | two and a half times           | x5/2
양을 삼분의 일로 줄여 줘 | just a third of it please      | x1/3
재료 양 절반으로 깎아 줘 | cut it to half                 | x1/2
양을 사분의 삼으로 줄여 줘 | reduce it to three quarters    | x3/4
한 배 반                 | fifty percent more of everything | x3/2
두 배로                  | double it                      | x2
두 배로 늘려줘           | double the recipe please       | x2
양을 두 배로             | twice the amount               | x2
레시피 두배로 해줘       | 2x                             | x2
세배로                   | triple                         | x3
1.5배                    | one and a half times           | x3/2
일 점 오 배로            | 1.5x                           | x3/2
한 배 반                 | 1.5 times                      | x3/2
두 배 반으로             | times two and a half           | x5/2
반으로 줄여줘            | halve it                       | x1/2
반으로                   | half                           | x1/2
절반만                   | make half                      | x1/2
반만 만들래              | cut the recipe in half         | x1/2
원래 양으로              | back to the original recipe    | x1
반으로 잘라              | cut the onion in half          |
반만 넣어                | half a cup                     |
간장 두 배               | double the garlic              |
배 두 개                 | double cream                   |
불을 반으로 줄여         | half an hour                   |
명란                     | for six minutes                |
충분해                   | set a timer for six            |
시간 반                  | stir three times               |
"""
ROWS = [[cell.strip() for cell in row.split("|")] for row in CASES.strip().splitlines()]


@pytest.mark.parametrize(("said", "meant"), [(said, row[2]) for row in ROWS for said in row[:2]])
def test_how_much_of_the_recipe(said: str, meant: str) -> None:
    target = find_scale(said)
    heard = "" if target is None else str(target.servings) if target.factor is None else f"x{target.factor}"
    assert heard == meant


def test_scaling_is_exact_and_some_stays_some() -> None:
    third = Quantity(Fraction(1, 3), high=Fraction(1, 2), unit="cup_kr")
    assert scale(third, Fraction(3, 2)) == Quantity(Fraction(1, 2), high=Fraction(3, 4), unit="cup_kr")
    assert scale(scale(third, Fraction(7, 3)), Fraction(3, 7)) == third
    some = Quantity(None, approximate=True, scalable=False)
    assert scale(some, Fraction(4)) == some


@pytest.mark.parametrize(
    ("amount", "unit", "shown"),
    [
        ("7/10", "tbsp", "2/3"), ("1/10", "tsp", "1/8"), ("1/100", "tsp", "1/8"), ("11/5", "cup_kr", "9/4"), ("5/2", "tbsp", "5/2"),
        ("333", "g", "335"), ("52", "g", "50"), ("47/10", "g", "9/2"), ("23/2", "g", "12"), ("1234", "ml", "1235"),
        ("4/3", "개", "3/2"), ("1/5", "개", "1/2"), ("7/3", None, "5/2"), ("3/8", "모", "1/2"), ("13/10", "꼬집", "1"),
        ("3", "개", "3"), ("1/3", "cup_us", "1/3"),
    ],
)  # fmt: skip
def test_what_a_kitchen_can_measure(amount: str, unit: str | None, shown: str) -> None:
    exact = Quantity(Fraction(amount), unit=unit)
    rounded = for_kitchen(exact)
    assert rounded.amount == Fraction(shown)
    assert rounded.rounded == (Fraction(amount) != Fraction(shown))


def test_a_range_that_rounds_to_one_amount_is_one() -> None:
    assert for_kitchen(Quantity(Fraction(1), Fraction(11, 10), "개")).high is None
