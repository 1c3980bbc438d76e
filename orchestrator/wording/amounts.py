"""Amounts and durations in writing, as they stand on the screen; the text-to-speech service reads them out."""

from collections.abc import Sequence
from fractions import Fraction

from orchestrator.recipes.model import Amount
from shared.kitchen.language import Language

_GLYPHS = {
    Fraction(1, 8): "⅛", Fraction(1, 4): "¼", Fraction(1, 3): "⅓", Fraction(3, 8): "⅜", Fraction(1, 2): "½",
    Fraction(5, 8): "⅝", Fraction(2, 3): "⅔", Fraction(3, 4): "¾", Fraction(7, 8): "⅞",
}  # fmt: skip
#: Measured on a scale or a jug, where nobody wants eighths.
_FINE_UNITS = frozenset(
    [
        "g",
        "그램",
        "ml",
        "밀리리터",
        "cc",
        "gram",
        "grams",
        "gr",
        "milliliter",
        "milliliters",
        "millilitre",
        "millilitres",
        "밀리",
    ]
)
_LONG_UNITS = {
    "g": "g", "kg": "kg", "ml": "ml", "l": "l", "tbsp": "tablespoon", "tsp": "teaspoon", "oz": "ounce", "lb": "pound",
    "T": "tablespoon", "t": "teaspoon", "tbs": "tablespoon",
}  # fmt: skip
_NO_PLURAL = frozenset(("g", "kg", "ml", "l", "cm"))


def number_text(number: Fraction, *, fine: bool = False) -> str:
    """3/2 -> '1½', 350 -> '350', 17/10 -> '1.7'. Rounded to what a kitchen can measure."""
    if fine:
        step = 5 if number >= 50 else 1
        rounded = Fraction(round(number / step) * step)
        return str(rounded.numerator if rounded else max(1, round(number)))
    whole, part = divmod(number, 1)
    if not part:
        return str(whole)
    if part in _GLYPHS:
        return f"{whole or ''}{_GLYPHS[part]}"
    if number.denominator in (5, 10, 20, 100):
        return f"{float(number):g}"
    near = min((*_GLYPHS, Fraction(0), Fraction(1)), key=lambda one: abs(one - part))
    if near in (0, 1):
        total = int(whole + near)
        return str(total) if total else "⅛"
    return f"{whole or ''}{_GLYPHS[near]}"


def amount_text(amount: Amount, language: Language) -> str:
    if amount.low is None:
        return amount.words
    fine = amount.unit.lower() in _FINE_UNITS
    low = number_text(amount.low, fine=fine)
    high = None if amount.high is None else number_text(amount.high, fine=fine)
    about = ("약 " if language is Language.KO else "about ") if amount.approximate else ""
    if language is Language.KO:
        number = low if high in (None, low) else f"{low}~{high}"
        space = " " if amount.unit and not _is_hangul(amount.unit) and len(amount.unit) > 2 else ""
        return f"{about}{number}{space}{amount.unit}"
    number = low if high in (None, low) else f"{low} to {high}"
    unit = _english_unit(amount)
    return f"{about}{number} {unit}".rstrip()


def duration_text(low_s: int, high_s: int | None, language: Language) -> str:
    """600 -> '10분', (600, 900) -> '10~15분' / '10 to 15 minutes', 5400 -> '1시간 30분'."""
    if high_s is None or high_s == low_s:
        return _one_duration(low_s, language)
    for size, korean, english in ((3600, "시간", "hours"), (60, "분", "minutes"), (1, "초", "seconds")):
        if low_s % size == 0 and high_s % size == 0 and (low_s >= size):
            if language is Language.KO:
                return f"{low_s // size}~{high_s // size}{korean}"
            return f"{low_s // size} to {high_s // size} {english}"
    if language is Language.KO:
        return f"{_one_duration(low_s, language)}에서 {_one_duration(high_s, language)}"
    return f"{_one_duration(low_s, language)} to {_one_duration(high_s, language)}"


def left_text(seconds: float, language: Language) -> str:
    """What is left on a timer: seconds only near the end, where they matter."""
    whole = max(0, round(seconds))
    if whole >= 3600:
        whole = round(whole / 60) * 60
    return _one_duration(whole, language)


def listed(items: Sequence[str], language: Language) -> str:
    if len(items) <= 1 or language is Language.KO:
        return ", ".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def _one_duration(seconds: int, language: Language) -> str:
    hours, rest = divmod(seconds, 3600)
    minutes, left = divmod(rest, 60)
    if language is Language.KO:
        pieces = [f"{count}{unit}" for count, unit in ((hours, "시간"), (minutes, "분"), (left, "초")) if count]
        return " ".join(pieces) or "0초"
    named = [(hours, "hour"), (minutes, "minute"), (left, "second")]
    pieces = [f"{count} {unit}{'' if count == 1 else 's'}" for count, unit in named if count]
    return " ".join(pieces) or "0 seconds"


def _english_unit(amount: Amount) -> str:
    unit = _LONG_UNITS.get(amount.unit, _LONG_UNITS.get(amount.unit.lower(), amount.unit))
    most = amount.high if amount.high is not None else amount.low
    if unit in ("tablespoon", "teaspoon", "ounce", "pound", "cup", "clove", "slice", "can", "stalk", "sprig", "quart"):
        return unit if most is not None and most <= 1 else f"{unit}s"
    if unit in ("cups", "cloves", "slices", "cans", "stalks", "sprigs", "tablespoons", "teaspoons", "ounces", "pounds"):
        return unit[:-1] if most is not None and most <= 1 else unit
    return unit


def _is_hangul(text: str) -> bool:
    return any("가" <= char <= "힣" for char in text)
