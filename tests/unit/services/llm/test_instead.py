"""What is said instead of what was just said, and what only looks like it."""

import pytest

from services.llm.classifier.instead import said_instead


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("next, oh hang on no, repeat that one", "repeat that one"),
        ("louder no wait quieter", "quieter"),
        ("don't cancel the timer, pause it", "pause the timer"),
        ("don't let the rice clock run on, pause it", "pause the timer"),
        ("시계 끄지 말고 멈춰", "타이머 멈춰"),
        ("not the previous one, the next one", "the next one"),
        ("다음 아니 이전", "이전"),
        ("타이머 취소 말고 일시정지", "타이머 일시정지"),
        ("타이머 취소 말고 잠깐 멈추기만 해 줘", "타이머 잠깐 멈추기만 해 줘"),
        ("빵 타이머 중지 말고 일시 중지", "타이머 일시 중지"),
        ("다음으로 넘어가지 말고 다시 읽어 줘", "다시 읽어 줘"),
    ],
)
def test_the_rest_is_what_counts(text: str, rest: str) -> None:
    assert said_instead(text) == rest


@pytest.mark.parametrize(
    "text",
    [
        "next",
        "no wait go back",
        "am i meant to have made the sauce by now",
        "it's not done, add five minutes",
        "설탕 말고 뭐 넣어?",
        "타이머 끄지 말고 그대로 둬",
        "아니 다음",
    ],
)
def test_nothing_is_taken_back(text: str) -> None:
    assert said_instead(text) is None
