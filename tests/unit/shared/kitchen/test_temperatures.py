"""Temperatures. Korean | English | degrees and scale ("?" when English doesn't say which)."""

import pytest

from shared.kitchen import Scale, find_temperatures

CASES = """
180도               | 180°C                           | 180C
백팔십 도           | a hundred and eighty degrees celsius | 180C
180℃로 예열         | preheat to 180 C                | 180C
섭씨 180도          | 180 degrees Celsius             | 180C
화씨 350도          | 350°F                           | 350F
화씨 삼백오십 도    | three hundred fifty degrees Fahrenheit | 350F
160~170도           | 160 to 170 degrees celsius      | 160~170C
섭씨 영하 18도      | minus 18 degrees celsius        | -18C
화씨 영하 사 도     | minus four degrees Fahrenheit   | -4F
영하 18도           | -18°C                           | -18C
200도로 가열        | 200 °C                          | 200C
이백 도에서         | two hundred degrees C           | 200C
70도 정도           | about 70°C                      | 70C
하나도 없어         | a degree of care                |
도마                | the oven                        |
이 도마             | step 180                        |
백도 한 캔          | 350 grams                       |
정도                | to a certain degree             |
"""
ROWS = [[cell.strip() for cell in row.split("|")] for row in CASES.strip().splitlines()]
LETTER = {Scale.CELSIUS: "C", Scale.FAHRENHEIT: "F", None: "?"}


@pytest.mark.parametrize(("said", "meant"), [(said, row[2]) for row in ROWS for said in row[:2]])
def test_how_hot_a_cook_means(said: str, meant: str) -> None:
    shown = [f"{t.degrees}{f'~{t.high}' if t.high else ''}{LETTER[t.scale]}" for t in find_temperatures(said)]
    assert ", ".join(shown) == meant


@pytest.mark.parametrize(
    ("said", "degrees"),
    [
        ("350 degrees", 350), ("three fifty degrees", 350), ("preheat the oven to 375", 375), ("preheat to four twenty-five", 425),
        ("set the oven to four hundred", 400),
    ],
)  # fmt: skip
def test_english_degrees_without_a_scale(said: str, degrees: int) -> None:
    (temperature,) = find_temperatures(said)
    assert (temperature.degrees, temperature.scale) == (degrees, None)
