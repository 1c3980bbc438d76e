"""Celsius and Fahrenheit: "화씨 350도는 몇 도야?", "what's 180 in fahrenheit?".

"What's that in fahrenheit?" is asked of the temperature that was said last, else of the recipe's oven.
"""

import re
from fractions import Fraction

from orchestrator.recipes.model import Amount
from orchestrator.session.action import Action
from orchestrator.session.decision import Decision, say
from orchestrator.session.heating import oven_heat
from orchestrator.session.state import State
from orchestrator.wording import phrase
from orchestrator.wording.amounts import amount_text
from shared.kitchen.numbers import find_numbers
from shared.kitchen.temperatures import Scale, find_temperatures
from shared.kitchen.units import convert

_INTO = re.compile(
    r"(?P<f>화씨(?:로|론|는|면)|\b(?:in|to|into|as|how many)(?: degrees)? (?:fahrenheit|f)\b)"
    r"|(?P<c>섭씨(?:로|론|는|면)|\b(?:in|to|into|as|how many)(?: degrees)? (?:celsius|centigrade|c)\b)",
    re.IGNORECASE,
)
_HOW_MANY = re.compile(r"몇\s*도|얼마", re.IGNORECASE)
_OTHER = {Scale.CELSIUS: Scale.FAHRENHEIT, Scale.FAHRENHEIT: Scale.CELSIUS}


def converted(state: State, action: Action) -> Decision | None:
    """None: no temperature was asked for."""
    goal = _goal(action)
    if goal is None:
        return None
    degrees = _degrees(state, action.text, _OTHER[goal])
    if degrees is None:
        return None
    exact = convert(degrees, _OTHER[goal].value, goal.value)
    assert isinstance(exact, Fraction)
    much = amount_text(Amount(degrees, unit=_OTHER[goal].value), action.language)
    result = amount_text(Amount(Fraction(round(exact)), unit=goal.value), action.language)
    key = "converted" if exact.denominator == 1 else "converted_about"
    return say(phrase(key, action.language, much=much, result=result))


def _goal(action: Action) -> Scale | None:
    into = _INTO.search(action.text)
    if into is not None:
        return Scale.FAHRENHEIT if into["f"] else Scale.CELSIUS
    named = find_temperatures(action.text)
    if named and named[0].scale is not None and _HOW_MANY.search(action.text):
        return _OTHER[named[0].scale]
    return None


def _degrees(state: State, text: str, scale: Scale) -> Fraction | None:
    """What is to be converted from this scale: said now, said by us just before, or given by the recipe."""
    named = find_temperatures(text)
    if named:
        return named[0].degrees
    numbers = find_numbers(text)
    if numbers:
        return numbers[0].value
    said = [one.degrees for one in find_temperatures(" ".join(state.last_said)) if one.scale is scale]
    return said[0] if said else oven_heat(state) if scale is Scale.CELSIUS else None
