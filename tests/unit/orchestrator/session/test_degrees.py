"""Celsius and Fahrenheit: of a number that is said, of the temperature that was said last, of the oven."""

from dataclasses import replace

import pytest

from orchestrator.recipes.shelf import BUNDLED, load_native
from orchestrator.session.action import Action
from orchestrator.session.choosing import opened
from orchestrator.session.degrees import converted
from orchestrator.session.fold import replay
from orchestrator.session.state import State
from shared.kitchen.intents import Intent
from shared.kitchen.language import Language, language_of


def answer(state: State, text: str) -> str | None:
    found = converted(state, Action(Intent.CONVERT, text=text, language=language_of(text, Language.EN)))
    return None if found is None else " ".join(found.says)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("what's 180 in fahrenheit", "180°C is 356°F."),
        ("what's 180 celsius in fahrenheit", "180°C is 356°F."),
        ("convert 350 f to c", "350°F is about 177°C."),
        ("what is minus 18 celsius in fahrenheit", "-18°C is about 0°F."),
        ("180도는 화씨로 몇 도야", "180°C는 356°F예요."),
        ("화씨 350도는 몇 도야?", "350°F는 약 177°C예요."),
        ("화씨 350도는 섭씨로?", "350°F는 약 177°C예요."),
        ("350도는 섭씨로 몇 도야", "350°F는 약 177°C예요."),
        ("what's that in fahrenheit", None),
        ("두 컵은 몇 ml야?", None),
        ("how many cups in 2 pints", None),
    ],
)
def test_a_temperature_that_is_said(text: str, said: str | None) -> None:
    assert answer(State(), text) == said


def test_that_is_what_was_said_last_or_else_the_oven() -> None:
    roast = replay(opened(State(), load_native(BUNDLED / "roast-chicken.json")).events)
    assert answer(replace(roast, last_said=()), "what's that in fahrenheit") == "220°C is 428°F."
    after = replace(roast, last_said=("The recipe says 180°C.",))
    assert answer(after, "what's that in fahrenheit") == "180°C is 356°F."
    assert answer(after, "그거 화씨로는?") == "180°C는 356°F예요."
    in_both = replace(roast, last_said=("Poultry is safe at 165°F, which is 74°C.",))
    assert answer(in_both, "what is that in celsius") == "165°F is about 74°C."
