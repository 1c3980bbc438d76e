"""What sounds like a number is one where a number must stand, and itself elsewhere."""

import pytest

from services.llm.classifier.sound_alikes import as_numbers


@pytest.mark.parametrize(
    ("heard", "meant"),
    [
        ("go to step for", "go to step four"),
        ("step ate please", "step eight please"),
        ("back to step won", "back to step one"),
        ("set a timer for for minutes", "set a timer for four minutes"),
        ("add to minutes", "add two minutes"),
        ("make it for ate people", "make it for eight people"),
        ("the forth step", "the fourth step"),
    ],
)
def test_a_number_was_meant(heard: str, meant: str) -> None:
    assert as_numbers(heard) == meant


@pytest.mark.parametrize(
    "text",
    [
        "a step for me",
        "who ate the eggs",
        "go to step two",
        "for minutes on end",
        "change it to minutes",
        "four for two people",
    ],
)
def test_elsewhere_it_is_itself(text: str) -> None:
    assert as_numbers(text) == text
