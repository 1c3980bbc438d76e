"""A sentence as it stands once its speaker is done with it: Korean | English, each said, and what is left."""

import pytest

from shared.kitchen.second_thoughts import settled_text

SAID = """
파스타 타이머 구 분 아니 십 분으로      | 파스타 타이머 십 분으로
이십 분 아니지 이십오 분 타이머         | 이십오 분 타이머
달걀 타이머 팔 분 아니 반숙이니까 육 분  | 달걀 타이머 육 분
죽 타이머 오십 분 아 아니 사십 분 해 줘  | 죽 타이머 사십 분 해 줘
십 분 타이머 맞춰 줘 아니다 십오 분으로  | 십오 분 타이머 맞춰 줘
한 시간 십 분 아니 한 시간 이십 분 타이머 | 한 시간 이십 분 타이머
이 분 삼 분 아니 사 분으로             | 사 분으로
an hour ten no an hour twenty timer    | an hour twenty timer
ten seconds, no, minutes               | ten minutes
two minutes thirty no three minutes    | three minutes
칠 번으로 가 아 미안 팔 번으로          | 팔 번으로 가
일 번 아니고 이 번으로                 | 이 번으로
두 배 말고 세 배로                     | 세 배로
4인분 아니 5인분으로 해 줘              | 5인분으로 해 줘
egg timer for ten minutes, no, make that twelve | egg timer for twelve minutes
ten minute timer no twelve             | twelve minute timer
seven 분 timer no eight 분             | eight 분 timer
set a timer not for five but for six minutes | set a timer for six minutes
not ten minutes, set it for fifteen    | set it for fifteen minutes
make it for ten oh no Tom's not coming so nine | make it for nine
from four servings down to three       | to three servings
no not the first the third step        | no the third step
three steps back no two steps back     | two steps back
thirty minutes, thirty, not thirteen   | thirty minutes,
Add five, no, ten minutes              | Add ten minutes
"""


@pytest.mark.parametrize(("said", "left"), [tuple(map(str.strip, row.split("|"))) for row in SAID.strip().splitlines()])
def test_the_last_number_stands(said: str, left: str) -> None:
    assert settled_text(said) == left


@pytest.mark.parametrize(
    "text",
    [
        "십 분 타이머", "소금 말고 설탕", "5분 아니면 10분", "2번 화구 아니고 8단계", "make the ten minutes fifteen", "no, step five",
        "wait two minutes", "from step two", "not yet", "4인분 말고", "don't set ten minutes", "두 컵 넣고 십 분",
    ],
)  # fmt: skip
def test_nothing_is_taken_back(text: str) -> None:
    assert settled_text(text) == text
