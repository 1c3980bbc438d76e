"""English that lost its spaces, parted into words that are known; real words stay whole."""

import pytest

from services.llm.classifier.run_together import NUMBER_WORDS, parted

KNOWN = NUMBER_WORDS | {
    "step",
    "steps",
    "even",
    "how",
    "much",
    "milk",
    "set",
    "short",
    "bread",
    "whisk",
    "er",
    "timer",
    "for",
    "next",
    "butter",
    "scotch",
}


@pytest.mark.parametrize(
    ("text", "spaced"),
    [
        ("stepseven", "step seven"),
        ("howmuchmilk", "how much milk"),
        ("setatimerfortenminutes", "set a timer for ten minutes"),
        ("nextstep, please", "next step, please"),
    ],
)
def test_runs_are_parted(text: str, spaced: str) -> None:
    assert parted(text, KNOWN) == spaced


@pytest.mark.parametrize(
    "text", ["next step", "ratatouille", "다음단계로", "steps", "a" * 500, "don'thaveit", "whisker", "shortbread"]
)
def test_words_stay_whole(text: str) -> None:
    assert parted(text, KNOWN) == text
