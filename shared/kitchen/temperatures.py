"""Temperatures: "180도", "백팔십 도", "350°F", "three fifty degrees", "영하 18도".

Korean degrees are Celsius unless 화씨 is said. English degrees without a scale have `scale` None: the recipe knows.
Converting is `units.convert(degrees, "°F", "°C")`; an oven's heat is never scaled with the servings.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from typing import Final

from shared.kitchen.corrections import CORRECTING, meant
from shared.kitchen.counters_ko import ends_here
from shared.kitchen.numeral import Script
from shared.kitchen.numerals import numerals, sino_counts
from shared.kitchen.reading import read


class Scale(StrEnum):
    CELSIUS = "celsius"
    FAHRENHEIT = "fahrenheit"


@dataclass(frozen=True, slots=True)
class Temperature:
    """A temperature and where it stands; `high` closes a range ("160~170도")."""

    degrees: Fraction
    scale: Scale | None
    start: int
    end: int
    high: Fraction | None = None


_DEGREES: Final = re.compile(
    rf" ?(?:(?P<c>℃|° ?c(?![a-z])|degrees? (?:celsius|centigrade|c(?![a-z]))|celsius|centigrade)"
    rf"|(?P<f>℉|° ?f(?![a-z])|degrees? (?:fahrenheit|f(?![a-z]))|fahrenheit)|(?P<ko>도(?: ?씨(?![가-힣])"
    rf"|{ends_here('도')}))"
    rf"|(?P<any>°|degrees?(?![a-z])))"
)
_LETTER: Final = re.compile(r" ?(?:(?P<c>c)|(?P<f>f))(?![a-z'가-힣])")
_SCALE_BEFORE: Final = re.compile(r"(?:(?P<f>화씨)|(?P<c>섭씨)) ?(?:약 ?)?$")
_MINUS: Final = re.compile(r"(?:영하|마이너스|minus|negative|(?:^|[^0-9a-z가-힣 ]|(?<![0-9]) )-) ?$")
_OVEN: Final = re.compile(
    r"(?:oven|preheat(?:ed)?|pre-heat|temperature|temp)(?: (?:the|my|your|oven|it|up|is|set|should be|be))* (?:to"
    r"|at|of) (?:about |around )?$"
)
_PEACH: Final = re.compile(" ?(?:복숭아|통조림|한|두|캔|슬라이스|조림)")


def find_temperatures(text: str) -> tuple[Temperature, ...]:
    """Every temperature in the text, in order.

    >>> [(int(t.degrees), str(t.scale)) for t in find_temperatures("오븐은 백팔십 도, or 350°F")]
    [(180, 'celsius'), (350, 'fahrenheit')]
    """
    reading = read(text)
    view = reading.view
    found: list[Temperature] = []
    for numeral in numerals(view):
        if numeral.script in (Script.ARTICLE, Script.HALF, Script.NATIVE):
            continue
        unit = _DEGREES.match(view, numeral.end)
        kind = unit.lastgroup if unit is not None else None
        end = unit.end() if unit is not None else numeral.end
        minus = _MINUS.search(view, max(0, numeral.start - 10), numeral.start)
        if unit is None and numeral.script is Script.DIGITS and (numeral.value >= 30 or minus is not None):
            unit = _LETTER.match(view, numeral.end)
            kind, end = (unit.lastgroup, unit.end()) if unit is not None else (None, numeral.end)
        if kind is None:
            if numeral.value < 100 or not _OVEN.search(view, max(0, numeral.start - 48), numeral.start):
                continue
            kind = "any"
        if kind == "ko":
            if numeral.script is Script.ENGLISH or (
                numeral.script is Script.SINO and not _is_heat(numeral.end, view, numeral.syllables)
            ):
                continue
            if (
                numeral.script is Script.SINO
                and numeral.syllables == 1
                and not (view[numeral.start] in "십백" or sino_counts(numeral, view))
            ):
                continue
        start = numeral.start if minus is None else minus.end() - len(minus.group().lstrip(" (,"))
        before = _SCALE_BEFORE.search(view, max(0, start - 8), start)
        scale = {"c": Scale.CELSIUS, "f": Scale.FAHRENHEIT, "ko": Scale.CELSIUS}.get(kind)
        if before is not None:
            start, scale = before.start(), Scale.FAHRENHEIT if before["f"] else Scale.CELSIUS
            minus = minus or _MINUS.search(view, max(0, start - 10), start)  # '영하 섭씨 십팔 도'
        sign = 1 if minus is None else -1
        high = None if numeral.high is None else sign * numeral.high
        found.append(Temperature(sign * numeral.value, scale, start, end, high))
    if found and CORRECTING.search(view):
        found = list(_meant(found, view))
    return reading.back(found)


def _meant(found: list[Temperature], view: str) -> Iterator[Temperature]:
    """Without what was taken back: "180도 말고 200도", "three fifty, no, four hundred degrees"."""
    for which, start, end, number in meant([(one.start, one.end) for one in found], view, numerals(view)):
        one = found[which]
        if number is None:
            yield replace(one, start=start, end=end)
        else:
            yield Temperature(number.value, one.scale, start, end, number.high)


def _is_heat(end: int, view: str, syllables: int) -> bool:
    """'백도 복숭아' is a peach."""
    return syllables > 1 or view[end : end + 1] == " " or _PEACH.match(view, end + 1) is None
