"""When the embedded engine asks to have a number confirmed: a wrong number must never be presented as certain."""

import pytest

from services.stt.engines.pocketsphinx import _unsure_of_a_number


@pytest.mark.parametrize(
    ("said", "sure", "ask_back"),
    [
        ("set a timer for fifteen minutes", 0.999, True),  # or fifty?
        ("set a timer for fifty minutes", 0.999, True),
        ("set a timer for five minutes", 0.999, False),
        ("set a timer for five minutes", 0.98, True),
        ("오 분 타이머", 0.999, False),
        ("십오 분 타이머", 0.98, True),
        ("네", 0.6, False),  # "yes", not four
        ("다음", 0.6, False),
        ("next step", 0.6, False),
    ],
)
def test_unsure_numbers_are_asked_back(said: str, sure: float, ask_back: bool) -> None:
    assert _unsure_of_a_number(said.split(), sure) is ask_back
