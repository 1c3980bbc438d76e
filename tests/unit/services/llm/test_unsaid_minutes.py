"""Ten of what? Minutes, where a timer is asked for and nothing else is counted."""

import pytest

from services.llm.classifier.unsaid_minutes import minutes_unsaid


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("timer ten", 10), ("timer for ten please", 10), ("set a timer for four and a half", 4.5), ("set it for fifteen", 15),
        ("set twenty six", 26), ("shout in ten", 10), ("shout at me in 12", 12), ("start an egg timer for six", 6),
    ],
)  # fmt: skip
def test_minutes_go_without_saying(text: str, minutes: float) -> None:
    assert minutes_unsaid(text) == minutes * 60


@pytest.mark.parametrize(
    "text",
    [
        "set a timer for ten eggs", "timer two", "set timer one", "set the oven for ten", "set the third", "set it to six",
        "guests arrive in ten", "make it for ten", "timer", "set two plates", "timer for ten seconds", "타이머 3번",
    ],
)  # fmt: skip
def test_something_else_is_counted(text: str) -> None:
    assert minutes_unsaid(text) is None
