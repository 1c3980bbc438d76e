"""What turns a bell off, and what says more than that."""

import pytest

from orchestrator.session.bell import silences, turns_all_off


@pytest.mark.parametrize(
    "text",
    [
        "불 줄였어", "껐어", "불 껐어", "어 껐다", "다 껐어요", "가스불 껐습니다", "응 불 껐어", "됐어", "꺼줘", "둘 다 꺼", "둘다 꺼줘",
        "turned it off", "I turned the heat down", "it's off", "both off", "OK, I've turned it off", "stop", "switched off the stove",
    ],
)  # fmt: skip
def test_silences(text: str) -> None:
    assert silences(text)


@pytest.mark.parametrize(
    "text",
    [
        "다음",
        "다 했어",
        "불 켜",
        "불 줄여야 돼?",
        "두부 넣고 불 껐어",
        "타이머 5분 더",
        "turn it up",
        "next",
        "take it off the heat for me",
    ],
)
def test_says_more_than_silence(text: str) -> None:
    assert not silences(text)


@pytest.mark.parametrize(
    ("text", "every"),
    [
        ("전부 취소", True), ("둘 다 꺼", True), ("둘다 꺼줘", True), ("타이머 다 꺼줘", True), ("모든 타이머 취소", True),
        ("cancel everything", True), ("stop all timers", True), ("both off", True),
        ("취소", False), ("라면 타이머 취소", False), ("다 했어", False), ("다 껐어", False), ("cancel that", False), ("stop", False),
    ],
)  # fmt: skip
def test_every_timer(text: str, every: bool) -> None:
    assert turns_all_off(text) is every
