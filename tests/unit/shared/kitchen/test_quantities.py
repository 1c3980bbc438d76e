"""Amounts as cooks say and write them. Korean | English | amounts ("2 tbsp", "2~3 clove", "some" for 약간, "" none)."""

from fractions import Fraction

import pytest

from shared.kitchen import Quantity, find_quantities, parse_quantity

CASES = """
간장 두 큰술              | two tablespoons soy sauce          | 2 tbsp
간장두큰술                | 2 tbsp soy sauce                   | 2 tbsp
간장 two tablespoons      | two 큰술                           | 2 tbsp
2T                        | 2 Tbsp                             | 2 tbsp
1t                        | 1 t                                | 1 tsp
설탕 삼 큰술              | 3 tablespoons of sugar             | 3 tbsp
설탕 이 큰술              | 2 Tbsp. sugar                      | 2 tbsp
두 큰술 반                | two and a half tablespoons         | 5/2 tbsp
설탕 작은술 셋            | 3 teaspoons                        | 3 tsp
고춧가루 1과 1/2큰술      | 1 1/2 tablespoons                  | 3/2 tbsp
반 큰술                   | half a tablespoon                  | 1/2 tbsp
두세 큰술                 | two to three tablespoons           | 2~3 tbsp
2~3T                      | 2-3 Tbsp                           | 2~3 tbsp
이백 그램                 | 200 grams                          | 200 g
200g                      | two hundred grams                  | 200 g
약 200g                   | about 200 g                        | 200 g
1.5L                      | 1.5 liters                         | 3/2 l
일 리터                   | one liter                          | 1 l
오백 미리                 | 500 ml                             | 500 ml
1,000ml                   | 1,000 mL                           | 1000 ml
한 꼬집                   | a pinch of salt                    | 1 pinch
한 줌                     | a handful of spinach               | 1 handful
양파 하나                 | one onion                          | 1
계란 셋                   | three eggs                         | 3
약간                      | a little salt                      | some
소금 조금                 | salt to taste                      | some
적당량                    | as needed                          | some
15분                      | 15 minutes                         |
4인분                     | 4 servings                         |
이 컵                     | this cup                           |
3단계                     | step 3                             |
180도                     | 350 degrees                        |
"""
KOREAN_ONLY = """
2컵 반                    | 5/2 cup_kr
한 컵 반                  | 3/2 cup_kr
컵 반                     | 3/2 cup_kr
반 컵                     | 1/2 cup_kr
사분의 일 컵              | 1/4 cup_kr
물 2컵(400ml)             | 2 cup_kr, 400 ml
계란 두 개                | 2 개
두 개나 세 개             | 2~3 개
마늘 다섯 쪽              | 5 쪽
대파 한 대                | 1 대
두부 반 모                | 1/2 모
김치 1/4포기              | 1/4 포기
국간장 1.5스푼            | 3/2 spoon
두 숟가락                 | 2 rice_spoon
종이컵으로 두 컵          | 2 paper_cup
돼지고기 한 근            | 1 geun
멸치 열 마리              | 10 마리
표고버섯 서너 개          | 3~4 개
깻잎 스무 장              | 20 장
간장이랑 설탕 한 큰술씩   | 1 tbsp
한쪽으로 밀어             |
모두 컵에                 |
네 대파요                 |
네 알려줘                 |
한번 볶아                 |
일단 계란부터             |
"""
ENGLISH_ONLY = """
2 cups flour                      | 2 cup_us
a cup of milk                     | 1 cup_us
half a cup                        | 1/2 cup_us
three quarters of a cup           | 3/4 cup_us
a cup and a half                  | 3/2 cup_us
1 cup to 2 cups                   | 1~2 cup_us
1½–2 lb chicken                   | 3/2~2 lb
two cloves of garlic              | 2 clove
a dozen eggs                      | 12
a 14 oz can                       | 14 oz
2 x 400 g cans                    | 400 g
1 stick butter                    | 1 stick
4 fl oz cream                     | 4 fl_oz
"""


def rows(table: str) -> list[tuple[str, str]]:
    cells = [[cell.strip() for cell in row.split("|")] for row in table.strip().splitlines()]
    return [(said, row[-1]) for row in cells for said in row[:-1]]


def shown(quantity: Quantity) -> str:
    if quantity.amount is None:
        return "some"
    ends = "" if quantity.high is None else f"~{quantity.high}"
    return f"{quantity.amount}{ends} {quantity.unit or ''}".strip()


@pytest.mark.parametrize(("said", "meant"), rows(CASES) + rows(KOREAN_ONLY) + rows(ENGLISH_ONLY))
def test_how_much_a_cook_means(said: str, meant: str) -> None:
    assert ", ".join(shown(quantity) for quantity in find_quantities(said)) == meant


def test_some_is_no_number_and_never_scales() -> None:
    quantity = parse_quantity("약간")
    assert quantity is not None
    assert (quantity.amount, quantity.scalable) == (None, False)


def test_the_place_in_the_text() -> None:
    text = "물 2컵이랑 간장 두 큰술 반 넣고"
    assert [text[q.start : q.end] for q in find_quantities(text)] == ["2컵", "두 큰술 반"]
    assert [q.text for q in find_quantities(text)] == ["2컵", "두 큰술 반"]


def test_a_spoon_belongs_to_one_amount_only() -> None:
    assert [(q.amount, q.unit, q.text) for q in find_quantities("설탕 한 큰술 둘")] == [
        (1, "tbsp", "한 큰술"),
        (2, None, "둘"),
    ]
    assert [(q.amount, q.unit, q.text) for q in find_quantities("설탕 큰술 하나")] == [(1, "tbsp", "큰술 하나")]


def test_place_and_words_do_not_make_amounts_different() -> None:
    assert parse_quantity("간장 두 큰술") == parse_quantity("2 tablespoons") == Quantity(Fraction(2), unit="tbsp")


@pytest.mark.parametrize(
    ("said", "meant"), [("3", "3"), ("셋", "3"), ("반", ""), ("두 컵이랑 세 컵", ""), ("십오 분", ""), ("", "")]
)
def test_a_text_that_is_one_amount(said: str, meant: str) -> None:
    quantity = parse_quantity(said)
    assert ("" if quantity is None else shown(quantity)) == meant
