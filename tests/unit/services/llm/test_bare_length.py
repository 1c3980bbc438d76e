"""A length of time and courtesy, or the place it is for: a timer; anything more told of it: none."""

import pytest

from services.llm.classifier.bare_length import bare_length


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("just seven minutes thanks", 420), ("ten minutes thank you", 600), ("okay, 5 minutes then please", 300),
        ("one more minute love", 60), ("back ring ten minutes", 600), ("left burner low twenty minutes timer", 1200),
        ("burner one gets fourteen minutes", 840), ("okay chicken's in the oven one hour ten", 4200),
        ("the potatoes are on now twenty minutes", 1200), ("그냥 십 분 해 줘", 600), ("딱 칠 분만", 420), ("왼쪽 냄비 십 분", 600),
        ("2번 냄비에 육 분", 360), ("can i get two more minutes", 120), ("could it have three more minutes?", 180),
        ("could the pudding have another thirty five minutes on its timer", 2100),
    ],
)  # fmt: skip
def test_nothing_else_is_said(text: str, seconds: int) -> None:
    found = bare_length(text)
    assert found is not None
    assert found.seconds == seconds


@pytest.mark.parametrize(
    "text",
    [
        "it took ten minutes", "ten minutes later", "just ten minutes?", "i'm on the phone ten minutes", "hold on ten minutes",
        "he's on in ten minutes", "it's been in the oven ten minutes", "just a minute please", "ten minutes less please",
        "십 분 걸렸어", "십 분 전에", "그냥 기다려", "두 분 부탁해요", "just ten minutes and then five minutes",
        "the bus is in ten minutes", "can i have five minutes", "could it take ten minutes",
    ],
)  # fmt: skip
def test_more_is_told_of_it(text: str) -> None:
    assert bare_length(text) is None
