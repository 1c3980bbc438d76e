"""What may be the name of a timer: food, without fillers, particles and plans; never a verb, a condition or a person."""

import pytest

from shared.kitchen.timer_names import english_name, korean_name

KOREAN = """
파스타                 | 파스타
파스타는               | 파스타
달걀을                 | 달걀
음 라면                | 라면
어 그 라면             | 라면
엄마 라면              | 라면
있잖아 그 국수         | 국수
파스타 삶을 건데       | 파스타
파스타를 삶을 거야     | 파스타
국수 끓일 거니까       | 국수
계란 삶는 데           | 계란
계란 삶는 거           | 계란
고구마 찌려고 하는데   | 고구마
면 삶는 중인데         | 면
미역 불리기            | 미역 불리기
총                     | -
브라우니               | 브라우니
사과                   | 사과
불고기                 | 불고기
녹두전                 | 녹두전
음                     | -
이거                   | -
엄마                   | -
삶을 건데              | -
물 끓으면              | no
고기 넣고              | no
뚜껑 덮고              | no
안 삶을 건데           | no
엄마가                 | no
좋아요와               | no
밥과                   | no
간장이랑               | no
왜                     | no
빅스비                 | no
헤이 구글              | no
삼십                   | no
세 시에                | no
일곱시                 | no
"""
ENGLISH = """
pasta               | pasta
the green beans     | green beans
my tea              | tea
this                | -
this step           | -
when it boils       | no
after that          | no
keep                | no
please              | no
twenty              | no
the lights          | no
"""


def rows(table: str) -> list[tuple[str, str | None]]:
    """A "-" names nothing, "no" is no name at all."""
    pairs = [tuple(map(str.strip, line.split("|"))) for line in table.strip().splitlines()]
    return [(said, {"-": "", "no": None}.get(name, name)) for said, name in pairs]


@pytest.mark.parametrize(("said", "name"), rows(KOREAN))
def test_korean_names(said: str, name: str | None) -> None:
    assert korean_name(said.split()) == name


@pytest.mark.parametrize(("said", "name"), rows(ENGLISH))
def test_english_names(said: str, name: str | None) -> None:
    assert english_name(said) == name
