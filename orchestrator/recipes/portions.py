"""Half of it, a third, the rest: the portions of an ingredient that steps speak of, and what they leave of it.

Amounts that stand in a step ("2 tbsp of the butter") are found in `uses.py`.
"""

import re
from dataclasses import replace
from fractions import Fraction

from orchestrator.recipes.model import Amount, Recipe, Share
from shared.kitchen.ingredient_concepts import DESCRIBING_EN
from shared.kitchen.numbers import find_numbers
from shared.kitchen.units import convert, find_unit

_FRACTION = r"[½⅓⅔¼¾]|[1-9]\s?/\s?[2-9]"
_REST = re.compile(r"나머지|남은|남겨\s?둔|\b(?:remaining|rest of|reserved|leftover)\b", re.IGNORECASE)
_REST_AFTER = re.compile(r"^의?\s?(?:나머지|남은\s?(?:것|거))")
_PART_EN = re.compile(
    rf"(?P<other>\b(?:the other|remaining|second|last)\s+)?(?<!\w)"
    rf"(?P<part>half|(?:an?|one|two|three)[\s-](?:thirds?|quarters?)|{_FRACTION})\s+"
    r"(?:(?:of\s+)?(?P<one>an?)\s+|of\s+(?:(?:the|your)\s+)?|(?:the|your)\s+)(?P<between>(?:[a-z-]+\s+){0,2})$",
    re.IGNORECASE,
)
#: 반으로 썬다 only cuts; 반을 넣는다 takes half.
_PART_KO = re.compile(
    rf"^[의을를은는]?\s?(?P<part>절반|반(?=\s?(?:만|은|을|를|정도|쯤|넣|붓|부어|덜|먼저|뿌|올|섞))|[2-9]분의\s?[1-9]|{_FRACTION})"
    r"(?!\s?(?:으로|로\s|크기|두께|길이|등분))"
)
_PART_KO_BEFORE = re.compile(rf"(?P<part>절반|[2-9]분의\s?[1-9]|{_FRACTION})의\s?$")


def portion(text: str, start: int, end: int, whole: Amount | None) -> tuple[Share, Amount | None]:
    """How much of an ingredient is taken, by the words around its name, text[start:end].

    >>> portion("beat in half the parmesan", 17, 25, Amount(Fraction(100), unit="g"))[1].low
    Fraction(50, 1)
    """
    before, after = text[max(0, start - 40) : start], text[end : end + 12]
    rest = _REST.search(before[-14:]) is not None or _REST_AFTER.match(after) is not None
    part = _PART_EN.search(before)
    if part is not None and all(
        word.lower() in DESCRIBING_EN or _REST.search(word) for word in part["between"].split()
    ):
        if part["other"]:
            return Share.REST, None
        if _REST.search(part["between"]) or _REST.search(before[part.end("part") :]):
            return Share.UNSAID, None  # "half of the remaining butter"
        return _part_of(whole, _fraction(part["part"]), of_one=part["one"] is not None)
    if rest:
        return Share.REST, None
    korean = _PART_KO.match(after) or _PART_KO_BEFORE.search(before)
    return _part_of(whole, _fraction(korean["part"])) if korean is not None else (Share.ALL, None)


def _part_of(whole: Amount | None, part: Fraction | None, *, of_one: bool = False) -> tuple[Share, Amount | None]:
    """Half of 1½ cups, or half an onion of two; of "a little" there is no half, and of 300 g no "half an onion"."""
    if whole is None or whole.low is None or part is None or (of_one and whole.unit):
        return Share.UNSAID, None
    if of_one:
        return Share.PART, replace(whole, low=part, high=None)
    return Share.PART, replace(whole, low=whole.low * part, high=None if whole.high is None else whole.high * part)


def left_of(recipe: Recipe, ingredient: str, done: int) -> Amount | None:
    """What the first `done` steps leave of an ingredient (perhaps 0); None when the recipe doesn't say."""
    whole = recipe.ingredient(ingredient).amount
    if whole is None or whole.low is None:
        return None
    low, high = whole.low, whole.high or whole.low
    uses = [(step.number, use) for step in recipe.steps for use in step.uses if use.ingredient == ingredient]
    in_one_go = any(use.share is Share.ALL for _, use in uses)
    for number, use in uses:
        if number > done:
            continue
        if use.share in (Share.ALL, Share.REST):
            low = high = Fraction(0)
        elif use.amount is not None and use.amount.low is not None:
            least = _in_unit(use.amount.low, use.amount.unit, whole.unit)
            most = _in_unit(use.amount.high or use.amount.low, use.amount.unit, whole.unit)
            if least is None or most is None:
                return None
            low, high = max(low - most, Fraction(0)), max(high - least, Fraction(0))
        elif not in_one_go:
            return None  # some of it: nobody knows how much
    return replace(whole, low=low, high=None if low == high else high)


def _fraction(words: str) -> Fraction | None:
    if words == "반":
        return Fraction(1, 2)
    found = find_numbers(words)
    return found[0].value if found and 0 < found[0].value < 1 else None


def _in_unit(value: Fraction, unit: str, wanted: str) -> Fraction | None:
    if unit == wanted:
        return value
    known, other = find_unit(unit), find_unit(wanted)
    converted = convert(value, known.name, other.name) if known and other else None
    return converted if isinstance(converted, Fraction) else None
