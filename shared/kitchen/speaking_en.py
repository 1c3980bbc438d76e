"""Numbers, amounts and times as they are said in English: two tablespoons, one and a half cups, half a teaspoon.

Exact makers for replies; whole sentences are read by `speaking_en_text`.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from shared.kitchen.text import listed
from shared.kitchen.units import Dimension, find_unit, plural

_ONES: Final = listed(
    """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen
    """
)
_TENS: Final = listed("zero ten twenty thirty forty fifty sixty seventy eighty ninety")
_GROUPS: Final = ("", " thousand", " million", " billion")
_ORDINALS: Final = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
}  # fmt: skip
_PARTS: Final = {2: "half", 3: "third", 4: "quarter", 5: "fifth", 6: "sixth", 8: "eighth", 16: "sixteenth"}
#: Beyond this a number is a code, not an amount: it is read digit by digit.
LARGEST: Final = 10**12
_METRIC: Final = frozenset({"ml", "cl", "dl", "l", "g", "kg", "mg", "cm", "mm"})


def cardinal(number: int) -> str:
    """125 -> one hundred twenty five."""
    if number < 0:
        return f"minus {cardinal(-number)}"
    if number >= LARGEST:
        return digits(str(number))
    if number < 1000:
        return _below_thousand(number)
    groups: list[str] = []
    for name in _GROUPS:
        number, below = divmod(number, 1000)
        if below:
            groups.append(_below_thousand(below) + name)
        if not number:
            break
    return " ".join(reversed(groups))


def _below_thousand(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    words = [f"{_ONES[hundreds]} hundred"] if hundreds else []
    if rest >= 20:
        words.append(_TENS[rest // 10] + (f" {_ONES[rest % 10]}" if rest % 10 else ""))
    elif rest or not words:
        words.append(_ONES[rest])
    return " ".join(words)


def digits(text: str) -> str:
    """Digit by digit: "911" -> nine one one."""
    return " ".join(_ONES[int(char)] for char in text if char in "0123456789")


def number(value: int | Fraction | float) -> str:
    """A number by itself: 1.5 -> one point five, 3/4 -> three quarters, 7/3 -> two and one third."""
    exact = Fraction(value) if isinstance(value, int | Fraction) else Fraction(str(value))
    if exact < 0:
        return f"minus {number(-exact)}"
    if exact.denominator == 1:
        return cardinal(int(exact))
    if exact.denominator in _PARTS and exact.denominator != 5:
        return mixed(exact)
    return decimal(exact) or mixed(exact)


def decimal(value: Fraction) -> str | None:
    """One point two five, if the value ends within three places; None when it doesn't."""
    thousandths = value * 1000
    if thousandths.denominator != 1:
        return None
    whole, rest = divmod(int(thousandths), 1000)
    places = f"{rest:03d}".rstrip("0")
    return f"{cardinal(whole)} point {digits(places)}" if places else cardinal(whole)


def part(value: Fraction) -> str:
    """A proper fraction: 1/2 -> half, 1/3 -> a third, 3/4 -> three quarters."""
    name = _PARTS.get(value.denominator) or ordinal(value.denominator)
    if value == Fraction(1, 2):
        return "half"
    if value.numerator == 1:
        return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"
    return f"{cardinal(value.numerator)} {name}s"


def mixed(value: Fraction) -> str:
    """5/2 -> two and a half."""
    whole, rest = divmod(value, 1)
    if not whole:
        return part(rest)
    said = "a half" if rest == Fraction(1, 2) else part(rest)
    if rest.numerator == 1 and rest.denominator not in (2, 4):
        said = f"one {_PARTS.get(rest.denominator) or ordinal(rest.denominator)}"
    return f"{cardinal(int(whole))} and {said}" if rest else cardinal(int(whole))


def counted(value: Fraction, word: str, *, metric: bool = False) -> str:
    """An amount with its unit word: two cups, half a cup, a third of a cup, one and a half cups."""
    if value == 1:
        return f"one {word}"
    if (metric or value.denominator == 5) and value.denominator != 1 and (point := decimal(value)) is not None:
        return f"{point} {many(word)}"
    if 0 < value < 1:
        article = "an" if word.startswith(("a", "e", "i", "o", "hour")) else "a"
        said = part(value) if value.denominator in _PARTS else decimal(value)
        if said is None or value.denominator not in _PARTS:
            return f"{number(value)} {many(word)}"
        return f"half {article} {word}" if said == "half" else f"{said} of {article} {word}"
    if value.denominator != 1 and value.denominator not in _PARTS and (point := decimal(value)) is not None:
        return f"{point} {many(word)}"
    return f"{mixed(value) if value > 0 else number(value)} {many(word)}"


def many(word: str) -> str:
    """The plural: cup -> cups, fluid ounce -> fluid ounces, degree -> degrees."""
    return word if word.endswith("s") and not word.endswith("ss") else plural(word)


def counted_range(low: Fraction, high: Fraction, word: str, *, metric: bool = False) -> str:
    """Two to three cups, half a cup to one cup."""
    if low < 1:
        return f"{counted(low, word, metric=metric)} to {counted(high, word, metric=metric)}"
    said = (decimal(low) if metric and low.denominator != 1 else None) or mixed(low)
    return f"{said} to {counted(high, word, metric=metric)}"


def quantity(amount: Fraction | None, unit: str | None, high: Fraction | None = None) -> str:
    """An amount and its unit's name or word: (1/2, "tsp") -> half a teaspoon; no amount -> a little."""
    if amount is None:
        return "a little"
    word = unit_word(unit)
    if word is None:
        return f"{number(amount)} to {number(high)}" if high is not None else number(amount)
    metric = unit in _METRIC
    return counted(amount, word, metric=metric) if high is None else counted_range(amount, high, word, metric=metric)


def unit_word(unit: str | None) -> str | None:
    """The word for a unit, whether given by its name in `units` or as written: "tbsp" -> tablespoon."""
    if unit is None:
        return None
    known = find_unit(unit)
    if known is None:
        return unit
    if known.en and known.dimension is not Dimension.TEMPERATURE:
        return known.en[0]
    return known.ko[0] if known.ko else unit


def duration(seconds: int) -> str:
    """5400 -> one hour and thirty minutes."""
    hours, rest = divmod(abs(seconds), 3600)
    minutes, left = divmod(rest, 60)
    named = ((hours, "hour"), (minutes, "minute"), (left, "second"))
    parts = [f"{cardinal(count)} {name if count == 1 else name + 's'}" for count, name in named if count]
    if not parts:
        return "zero seconds"
    return " and ".join(parts) if len(parts) < 3 else f"{parts[0]}, {parts[1]} and {parts[2]}"


def temperature(degrees: int | Fraction | float, scale: str = "F", high: int | Fraction | float | None = None) -> str:
    """(350, "F") -> three hundred fifty degrees Fahrenheit."""
    name = {"C": "Celsius", "celsius": "Celsius", "F": "Fahrenheit", "fahrenheit": "Fahrenheit"}.get(scale, "")
    unit = "degree" if high is None and degrees == 1 else "degrees"
    said = number(degrees) if high is None else f"{number(degrees)} to {number(high)}"
    return f"{said} {unit} {name}".rstrip()


def ordinal(place: int) -> str:
    """3 -> third, 21 -> twenty first, -1 -> last, -2 -> second to last."""
    if place < 0:
        return "last" if place == -1 else f"{ordinal(-place)} to last"
    words = cardinal(place).split(" ")
    last = words[-1]
    words[-1] = _ORDINALS.get(last) or (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th")
    return " ".join(words)


def step(place: int) -> str:
    """3 -> step three, -1 -> the last step."""
    return f"step {cardinal(place)}" if place >= 0 else f"the {ordinal(place)} step"


def items(names: Sequence[str]) -> str:
    """ "onions, carrots, and leeks"."""
    said = [name for name in names if name.strip()]
    if len(said) < 3:
        return " and ".join(said)
    return f"{', '.join(said[:-1])}, and {said[-1]}"
