"""What "두 컵이 몇 밀리야" and "375 fahrenheit to celsius" convert, and into what."""

import re
from typing import Final

from shared.contracts.llm import Slots
from shared.kitchen.quantities import find_quantities
from shared.kitchen.temperatures import find_temperatures
from shared.kitchen.units import WORDS, find_unit


def conversion_slots(text: str) -> Slots:
    amount, unit, place = _measure(text)
    return Slots(amount=amount, unit=unit, to=_target_unit(text, unit, place))


def _measure(text: str) -> tuple[float | None, str | None, tuple[int, int]]:
    for quantity in find_quantities(text):
        if quantity.amount is not None and quantity.unit is not None:
            return float(quantity.amount), quantity.unit, (quantity.start, quantity.end)
    for temperature in find_temperatures(text):
        given_f = re.search(r"화씨|fahrenheit|[0-9 ]f\b", text.lower()[: temperature.end + 12])
        wants_c = re.search(r"(?:in|to) c(?:elsius)?\b|섭씨(?:로|로는|면)", text.lower())
        unit = (
            "fahrenheit" if given_f or (wants_c and not re.search("섭씨", text[: temperature.start + 1])) else "celsius"
        )
        number = re.search(r"\d+(?:\.\d+)?", text[temperature.start : temperature.end])
        if number is not None:
            return float(number[0]), unit, (temperature.start, temperature.end)
    return None, None, (0, 0)


_UNIT_WORDS: Final = re.compile(
    r"(?P<ko>그램|밀리리터|밀리|미리|리터|킬로그램|킬로|큰술|작은술|테이블스푼|티스푼|스푼|숟갈|숟가락|컵|온스|"
    r"파운드|섭씨|화씨|센티|인치|씨씨)"
    r"|(?<![a-z])(?P<en>grams?|g|kg|kilograms?|kilos?|milliliters?|millilitres?|ml|cc|liters?|litres?|l|"
    r"tablespoons?|tbsp|teaspoons?|tsp|cups?|ounces?|oz|pounds?|lbs?|celsius|fahrenheit|c|f|quarts?|pints?|"
    r"gallons?)(?![a-z])"
)


def _target_unit(text: str, source: str | None, place: tuple[int, int]) -> str | None:
    outside = f"{text[: place[0]]}{' ' * (place[1] - place[0])}{text[place[1] :]}".lower()
    for match in _UNIT_WORDS.finditer(outside):
        word = match[0]
        name = {
            "미리": "ml",
            "섭씨": "celsius",
            "화씨": "fahrenheit",
            "c": "celsius",
            "f": "fahrenheit",
            "스푼": "tbsp",
        }.get(word)
        if name is None:
            unit = find_unit(word)
            name = None if unit is None else unit.name
        if name is not None and name != source and (word in WORDS or name):
            return name
    return None
