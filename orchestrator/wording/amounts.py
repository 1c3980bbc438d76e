"""Amounts and durations in writing, as they stand on the screen; the text-to-speech service reads them out."""

import re
from collections.abc import Sequence
from fractions import Fraction

from orchestrator.recipes.model import Amount
from shared.kitchen.durations import find_durations
from shared.kitchen.ingredient_concepts import singular
from shared.kitchen.language import Language
from shared.kitchen.speaking import speak_ordinal
from shared.kitchen.units import UNITS, counted_in, plural

_GLYPHS = {
    Fraction(1, 8): "⅛", Fraction(1, 4): "¼", Fraction(1, 3): "⅓", Fraction(3, 8): "⅜", Fraction(1, 2): "½",
    Fraction(5, 8): "⅝", Fraction(2, 3): "⅔", Fraction(3, 4): "¾", Fraction(7, 8): "⅞",
}  # fmt: skip
#: Written as a symbol in both languages.
_SYMBOLS = {name: name for name in ("g", "kg", "mg", "ml", "l", "dl", "cl", "cm", "mm")} | {
    "celsius": "°C",
    "fahrenheit": "°F",
}

#: Amounts without a number, in the other language.
_IN_WORDS = {
    ("약간", Language.EN): "a little", ("조금", Language.EN): "a little", ("적당량", Language.EN): "to taste",
    ("취향껏", Language.EN): "to taste", ("to taste", Language.KO): "입맛에 맞게",
    ("as needed", Language.KO): "필요한 만큼", ("a little", Language.KO): "약간", ("for serving", Language.KO): "낼 때",
}  # fmt: skip


def number_text(number: Fraction) -> str:
    """3/2 -> '1½', 350 -> '350', 17/10 -> '1.7', 5/7 -> '0.71'."""
    whole, part = divmod(number, 1)
    if not part:
        return str(whole)
    if part in _GLYPHS:
        return f"{whole or ''}{_GLYPHS[part]}"
    return f"{float(number):.2f}".rstrip("0").rstrip(".")


def amount_text(amount: Amount, language: Language) -> str:
    if amount.low is None:
        return _IN_WORDS.get((amount.words.lower(), language), amount.words)
    low = number_text(amount.low)
    high = None if amount.high is None else number_text(amount.high)
    about = ("약 " if language is Language.KO else "about ") if amount.approximate else ""
    most = amount.high if amount.high is not None else amount.low
    unit = unit_text(amount.unit, language, many=most > 1)
    if language is Language.KO:
        unit = unit or "개"  # "달걀은 2예요" is no Korean
        number = low if high in (None, low) else f"{low}~{high}"
        size = f"{amount.size}짜리 " if amount.size else ""
        return f"{size}{about}{number}{' ' if unit.isascii() and len(unit) > 2 else ''}{unit}"
    number = low if high in (None, low) else f"{low} to {high}"
    gap = "" if unit.startswith("°") else " "
    return f"{about}{number}{gap}{unit}".rstrip() + (f" ({amount.size})" if amount.size else "")


def amount_of(name: str, amount: Amount, language: Language) -> str:
    """'간장 2큰술', '2 tablespoons of soy sauce', '8 chicken thighs', 'salt, to taste'."""
    how_much = amount_text(amount, language)
    if language is Language.KO:
        return f"{name} {how_much}"
    if amount.words:
        return f"{name}, {how_much}"
    if unit_text(amount.unit, language):
        return f"{how_much} of {name}"
    most = amount.high if amount.high is not None else amount.low
    return f"{how_much} {_several(name) if most is not None and most > 1 else name}"


def servings_text(servings: Fraction, language: Language) -> str:
    """'4인분', '4 servings', '1 serving'."""
    if language is Language.KO:
        return f"{number_text(servings)}인분"
    return f"{number_text(servings)} {'serving' if servings == 1 else 'servings'}"


def said_amount(name: str, amount: Amount, language: Language) -> str:
    """What a sentence about `name` says of its amount: Korean has named it already, English names it here."""
    return amount_text(amount, language) if language is Language.KO else amount_of(name, amount, language)


def _several(name: str) -> str:
    """'egg' -> 'eggs'; what is many already, and what is not English, stays."""
    last = name.rsplit(maxsplit=1)[-1]
    if not name.isascii() or singular(last) != last:
        return name
    return f"{name}es" if name.endswith("o") else plural(name)


def unit_text(name: str, language: Language, *, many: bool = True) -> str:
    """The unit's word in this language: 'tbsp' -> '큰술', 'tablespoons'. An unknown unit stays as it is written."""
    unit = UNITS.get(name)
    if unit is None or name in _SYMBOLS:
        return _SYMBOLS.get(name, name)
    if language is Language.KO:
        korean = (word for word in unit.ko if len(word) > 1 or word >= "가")
        return next(korean, None) or counted_in(name, language) or (unit.en[0] if unit.en else name)
    word = unit.en[0] if unit.en else counted_in(name, language)
    if word is None:
        return name
    return plural(word) if many and word else word


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


def timer_name(seconds: int, language: Language) -> str:
    """What a timer is called that nobody named: '10분' 타이머, the '10-minute' timer, '1-hour 30-minute'."""
    time = _one_duration(seconds, language)
    return time if language is Language.KO else re.sub(r"(\d+) (hour|minute|second)s?", r"\1-\2", time)


def timer_called(name: str, language: Language) -> str:
    """A timer's name as it is spoken. Only one that was made of its time changes: '12-minute' is '12분', and the one
    that was told from another by a number, '30분 2', is '두 번째 30분', 'second 30-minute'."""
    time, _, number = name.rpartition(" ")
    if not number.isdigit() or not time:
        time, number = name, ""
    lengths = find_durations(time)
    if len(lengths) != 1 or time not in {timer_name(lengths[0].seconds, one) for one in Language}:
        return name
    said = timer_name(lengths[0].seconds, language)
    return f"{speak_ordinal(int(number), language)} {said}" if number else said


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
