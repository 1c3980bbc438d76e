"""What "두 컵이 몇 밀리야" and "375 fahrenheit to celsius" convert, and into what."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from shared.contracts.llm import Slots
from shared.kitchen.quantities import find_quantities
from shared.kitchen.temperatures import Scale, find_temperatures
from shared.kitchen.units import find_unit


def conversion_slots(text: str) -> Slots:
    low = text.lower()
    amount, unit, place = _measure(text)
    units = [one for one in _units(low) if one.name != unit and not place[0] <= one.start < place[1]]
    asked = next((one for one in units if one.asked), None)
    if amount is not None:
        return Slots(amount=amount, unit=unit, to=(asked or units[0]).name if units else None)
    said = next((one for one in units if asked is None or one.name != asked.name), None)  # "quart in litres"
    if asked is None and len(units) == 2:
        asked = units[1]
    return Slots(unit=None if said is None else said.name, to=None if asked is None else asked.name)


class _Unit(NamedTuple):
    """A unit, where it is said, and whether the words beside it ask for it."""

    name: str
    start: int
    end: int
    asked: bool


def _units(low: str) -> Iterator[_Unit]:
    for match in _UNIT_WORDS.finditer(low):
        name = _ALSO.get(match[0]) or (unit.name if (unit := find_unit(match[0])) is not None else None)
        if name is not None:
            asked = _INTO_BEFORE.search(low, 0, match.start()) or _INTO_AFTER.match(low, match.end())
            yield _Unit(name, match.start(), match.end(), asked is not None)


def _measure(text: str) -> tuple[float | None, str | None, tuple[int, int]]:
    low = text.lower()
    for quantity in find_quantities(text):
        if quantity.amount is not None and quantity.unit is not None:
            counted = next((one for one in _units(low[: quantity.start]) if one.end + 1 == quantity.start), None)
            if quantity.unit == "개" and counted is not None:  # "큰술 세 개면"
                return float(quantity.amount), counted.name, (counted.start, quantity.end)
            return float(quantity.amount), quantity.unit, (quantity.start, quantity.end)
    for temperature in find_temperatures(text):
        into_celsius = any(one.name == "celsius" and one.asked for one in _units(low))
        scale = temperature.scale or (Scale.FAHRENHEIT if into_celsius else Scale.CELSIUS)
        return float(temperature.degrees), scale.value, (temperature.start, temperature.end)
    return None, None, (0, 0)


_UNIT_WORDS: Final = re.compile(
    r"(?:그램|그람|밀리리터|미리리터|밀리|미리|시시|리터|킬로그램|킬로|큰술|작은술|테이블스푼|티스푼|스푼|숟갈|숟가락|컵|온스|"
    r"쿼트|갤런|파인트|파운드|섭씨|화씨|센티|인치|씨씨)"
    r"|(?<![a-z])(?:grams?|g|kg|kilograms?|kilos?|milliliters?|millilitres?|mils?|ml|cc|liters?|litres?|l|"
    r"tablespoons?|tbsp|teaspoons?|tsp|cups?|(?:fluid )?ounces?|oz|pounds?|lbs?|celsius|fahrenheit|c|f|quarts?|pints?|"
    r"gallons?)(?![a-z])"
)
_ALSO: Final = {
    "celsius": "celsius",
    "fahrenheit": "fahrenheit",
    "섭씨": "celsius",
    "화씨": "fahrenheit",
    "c": "celsius",
    "f": "fahrenheit",
    "스푼": "tbsp",
    "mils": "ml",
    "mil": "ml",
}
_INTO_BEFORE: Final = re.compile(r"(?:\b(?:in|into|to|as|how many)(?: the| degrees| american| us)? |몇 ?)$")
_INTO_AFTER: Final = re.compile("(?:으로|로)| ?몇 ?도")
