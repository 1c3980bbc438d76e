"""Numbers as cooks say them. Korean | English | what was meant: "2~3" a range, "3rd" a place, "-2nd" from the end, "" none."""

import pytest

from shared.kitchen import Language, Number, find_numbers, find_ordinals, parse_number

CASES = """
3                     | 3                            | 3
두 개                  | two eggs                     | 2
세 컵                  | three cups                   | 3
열다섯 개              | fifteen cloves               | 15
스물두 개              | twenty-two                   | 22
서른 개                | thirty pieces                | 30
아흔아홉 개            | ninety-nine                  | 99
백스물다섯 개          | a hundred and twenty-five    | 125
이백 그램              | two hundred grams            | 200
삼백오십 그램          | three hundred fifty grams    | 350
천이백 밀리리터        | twelve hundred ml            | 1200
1,000ml               | 1,000 ml                     | 1000
3백 그램               | 3 hundred grams              | 300
십이 인분              | a dozen eggs                 | 12
여섯 개                | half a dozen eggs            | 6
반 컵                  | half a cup                   | 1/2
절반                   | a half                       | 1/2
1/2컵                  | ½ cup                        | 1/2
사분의 삼 컵           | three quarters of a cup      | 3/4
사분의삼컵             | three-fourths cup            | 3/4
3/4컵                  | 3/4 cup                      | 3/4
삼분의 일 컵           | a third of a cup             | 1/3
3분의 2컵              | two thirds of a cup          | 2/3
반의반                 | a quarter                    | 1/4
1½컵                   | 1½ cups                      | 3/2
1과 1/2컵              | 1 1/2 cups                   | 3/2
일과 이분의 일 컵      | one and a half cups          | 3/2
1.5리터                | 1.5 liters                   | 3/2
일 점 오 배            | one point five               | 3/2
영 점 오               | zero point five              | 1/2
이와 사분의 일 컵      | two and a quarter cups       | 9/4
3과 3/4컵              | three and three quarters     | 15/4
2~3개                  | 2-3                          | 2~3
두세 개                | two or three                 | 2~3
두 세 개               | two to three cups            | 2~3
서너 개                | three or four                | 3~4
네다섯 쪽              | four to five                 | 4~5
대여섯 개              | five or six                  | 5~6
이삼십 그램            | 20 to 30 grams               | 20~30
십오륙 분              | 15–16 minutes                | 15~16
열두세 개              | twelve to thirteen           | 12~13
1/2~1컵                | ½ to 1 cup                   | 1/2~1
세 번째                | third step                   | 3rd
3번째                  | the 3rd step                 | 3rd
두번째 단계            | the second step              | 2rd
첫 번째                | the first one                | 1rd
스물여섯 번째          | the twenty-sixth step        | 26rd
둘째                   | 2nd                          | 2rd
마지막 단계            | the last step                | -1rd
맨 마지막              | the final step               | -1rd
끝에서 두 번째         | second to last               | -2rd
뒤에서 세 번째         | third from last              | -3rd
네 두 개요             | yes two                      | 2
계란 하나              | one egg                      | 1
하나만 더              | one more                     | 1
26단계로               | step 26                      | 26
15분 30초              | 15 minutes 30 seconds        | 15 30
네                     | yes                          |
인분                   | servings                     |
식초                   | vinegar                      |
일부                   | some                         |
이 단계                | this step                    |
오븐                   | oven                         |
사과                   | for the onions               |
만                     | to the pan                   |
오이                   | a few                        |
구이                   | second                       |
충분해                 | wait a second                |
부분                   | this one                     |
전분                   | the other one                |
처음                   | first, chop                  |
도마                   | which one                    |
이제                   | one more time                |
한번 볶아              | one at a time                |
일단                   | five-spice powder            |
세게                   | half-and-half                |
둘 다                  | both                         |
이번                   | none                         |
이쪽으로               | someone                      |
한쪽으로 밀어          | weight                       |
모두 넣어              | often                        |
시원한 컵에            | tender                       |
육개장                 | ten-year-old? no: tenth-rate |
몇 개                  | how many                     |
수십 개                | dozens?                      |
하십시오               | threefold                    |
이백만 넣어            | a lot                        |
네 알려줘              | attend                       |
사이다                 | fortune                      |
백김치                 | done                         |
만두                   | tone                         |
천천히                 | money                        |
육수                   | lonely                       |
칠리소스               | height                       |
팔팔 끓여              | freight                      |
구수한                 | benign                       |
"""
ROWS = [[cell.strip() for cell in row.split("|")] for row in CASES.strip().splitlines()]
SAID = [(said, row[2]) for row in ROWS for said in row[:2] if "?" not in said]


def shown(number: Number) -> str:
    ends = "" if number.high is None else f"~{number.high}"
    return f"{'-' if number.from_end else ''}{number.value}{ends}{'rd' if number.ordinal else ''}"


@pytest.mark.parametrize(("said", "meant"), SAID)
def test_the_numbers_a_cook_means(said: str, meant: str) -> None:
    assert " ".join(shown(number) for number in find_numbers(said)) == meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("셋", "3"), ("넷이요", "4"), ("열", "10"), ("삼", "3"), ("이십오", "25"), ("열 개", "10"), ("세 개요", "3"), ("두세 개", "2~3"),
        ("three", "3"), ("Four, please.", "4"), ("about twenty", "20"), ("one and a half", "3/2"), ("half", "1/2"),
        ("세 번째", "3rd"), ("the last one", ""), ("네", ""), ("한", ""), ("만", ""), ("이사", ""), ("a", ""), ("", ""),
        ("간장 두 큰술", ""), ("three cups", ""),
    ],
)  # fmt: skip
def test_a_text_that_is_one_number(said: str, meant: str) -> None:
    number = parse_number(said)
    assert ("" if number is None else shown(number)) == meant


def test_about_and_range_are_kept() -> None:
    (about,) = find_numbers("한 열 개쯤")
    assert (about.value, about.approximate) == (10, True)
    (some,) = find_numbers("about twenty")
    assert (some.value, some.approximate) == (20, True)


def test_the_other_language_can_be_left_out() -> None:
    assert [n.value for n in find_numbers("two cups 두 컵", Language.KO)] == [2]
    assert [n.start for n in find_numbers("two cups 두 컵", Language.EN)] == [0]


def test_places_only() -> None:
    assert [(int(n.value), n.from_end) for n in find_ordinals("3개 넣고 끝에서 두 번째 단계")] == [(2, True)]
    assert find_ordinals("thirty second timer") == ()
