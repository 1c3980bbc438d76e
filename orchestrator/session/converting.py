"""Units: "두 컵은 몇 ml야?", "how many teaspoons in 2 tablespoons?". Exact, or an honest refusal.

Temperatures are in `degrees.py`.
"""

import re
from fractions import Fraction

from orchestrator.recipes.model import Amount
from orchestrator.session import degrees
from orchestrator.session.action import Action
from orchestrator.session.decision import Decision, say
from orchestrator.session.mentions import mentioned
from orchestrator.session.state import State
from orchestrator.wording import phrase
from orchestrator.wording.amounts import amount_text, unit_text
from shared.kitchen.quantities import find_quantities
from shared.kitchen.units import UNITS, Dimension, Refusal, find_unit
from shared.kitchen.units import convert as convert_amount


def convert(state: State, action: Action, now: float) -> Decision:
    """ "두 컵은 몇 ml야?": re-read from the words, converted exactly or honestly refused."""
    temperature = degrees.converted(state, action)
    if temperature is not None:
        return temperature
    language = action.language
    measured = (one for one in find_quantities(action.text) if one.amount is not None and one.unit)
    found = next((one for one in measured if UNITS[one.unit or ""].dimension is not Dimension.COUNT), None)
    amount = found.amount if found is not None else None
    source = found.unit if found is not None else None
    if amount is None or source is None:
        if action.slots.amount is None or not action.slots.unit:
            return say(phrase("convert_what", language))
        amount, source = Fraction(action.slots.amount).limit_denominator(100), action.slots.unit
    target = action.slots.to or _target(action.text, source)
    if target is None:
        return say(phrase("convert_what", language))
    about = mentioned(state.recipe, action.text, action.slots.ingredient) if state.recipe else None
    name = about.ingredients[0].name if about is not None and about.ingredients else action.slots.ingredient
    origin, goal = find_unit(source) or UNITS.get(source), find_unit(target) or UNITS.get(target)
    if origin is None or goal is None:
        return say(phrase("convert_what", language))
    much = amount_text(Amount(amount, unit=origin.name), language)
    result = convert_amount(amount, origin.name, goal.name, name)
    if isinstance(result, Refusal):
        if result.about is not None:
            rough = amount_text(Amount(result.about[0], result.about[1], goal.name), language)
            return say(phrase("converted_about", language, much=much, result=rough))
        return say(phrase("cannot_convert", language, much=much, to=unit_text(goal.name, language)))
    exact = result.denominator in (1, 2, 4, 8) or (result * 10).denominator == 1
    shown = amount_text(Amount(result if exact else _rounded(result), unit=goal.name), language)
    return say(phrase("converted" if exact else "converted_about", language, much=much, result=shown))


_TO_UNIT = re.compile(
    r"몇\s*(?P<ko>밀리리터|밀리|ml|그램|g|큰술|작은술|컵|리터|온스|kg|킬로그램|킬로|T|t|cc|도|파운드)"
    r"|\b(?:how many|in|to|into)\s+(?P<en>milliliters?|ml|grams?|g|tablespoons?|tbsp|teaspoons?|tsp|cups?|ounces?|oz|"
    r"pounds?|lbs?|liters?|litres?|kg)\b",
    re.IGNORECASE,
)


def _target(text: str, source: str) -> str | None:
    for match in _TO_UNIT.finditer(text):
        word = match["ko"] or match["en"]
        unit = find_unit(word)
        if unit is not None and unit.name != source:
            return unit.name
    return None


def _rounded(number: Fraction) -> Fraction:
    return Fraction(round(number)) if number >= 10 else Fraction(round(number * 10), 10)
