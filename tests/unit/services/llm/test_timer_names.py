"""Which timer is named: before it, after it, with or without a particle, and around the time it is set for."""

import pytest

from services.llm.classifier.timer_names import timer_name
from services.llm.situation import Situation


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("라면 3분 재 줘", "라면"),
        ("start a six minute egg timer", "egg"),
        ("계란 타이머 꺼 줘", "계란"),
        ("cancel the pasta timer", "pasta"),
        ("time the pasta nine minutes", "pasta"),
        ("name it porridge and give it four minutes", "porridge"),
        ("갈비찜이라고 이름 붙여서 한 시간짜리 타이머", "갈비찜"),
        ("타이머 시작해 줘", None),
        ("반죽이 덜 부풀었네 타이머 이십 분 더", None),
    ],
)
def test_the_name_alone(text: str, name: str | None) -> None:
    assert timer_name(text, Situation()) == name


def test_a_running_timer_is_called_as_it_was_named() -> None:
    there = Situation(timers=("보리차 식히기",))
    assert timer_name("보리차 식히기 타이머 꺼 줘", there) == "보리차 식히기"
