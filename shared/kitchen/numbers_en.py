"""English number words: cardinals ("a hundred and twenty"), fractions ("two thirds"), ordinals ("twenty-second").

Only the words themselves. Whether "second" is a place or a unit, and whether "a" or "one" counts anything, needs the
rest of the sentence and is decided in `numbers.py` and `durations.py`.
"""

import re
from fractions import Fraction
from typing import Final

_ONES: Final = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
_TEENS: Final = {
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS: Final = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90, "ninty": 90,
}  # fmt: skip
_WORDS: Final = {**_ONES, **_TEENS, **_TENS, "zero": 0, "oh": 0, "a": 1, "an": 1, "hundred": 100, "thousand": 1000}

_PARTS: Final = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10,
}  # fmt: skip


def _either(words: object) -> str:
    return "|".join(sorted((str(w) for w in words), key=len, reverse=True))  # type: ignore[attr-defined]


_ONE = f"(?:{_either(_ONES)})"
_BELOW_100 = f"(?:(?:{_either(_TENS)})(?:[- ]?{_ONE}(?![a-z]))?|{_either(_TEENS)}|{_ONE}|zero)"
_HUNDREDS = f"(?:{_BELOW_100}|a)[ -]hundred(?:,? (?:and )?{_BELOW_100}(?![a-z]))?"
_THOUSANDS = f"(?:{_BELOW_100}|a)[ -]thousand(?:,? (?:and )?(?:{_HUNDREDS}|{_BELOW_100})(?![a-z]))?"
CARDINAL: Final = f"(?:{_THOUSANDS}|{_HUNDREDS}|{_BELOW_100})(?![a-hj-z]|i(?!sh(?![a-z])))"
#: "two thirds", "three-quarters", "a half": the bottom of a fraction, never "second".
PART: Final = "(?:halves|half|(?:quarter|third|fourth|fifth|sixth|eighth|tenth)s?)(?![a-z])"
DECIMALS: Final = f"(?: point(?: (?:{_ONE}|zero|oh)(?![a-z])){{1,4}})"

_SPLIT: Final = re.compile(r"[a-z]+")

_ORDINAL_ONES: Final = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
}  # fmt: skip
_ORDINAL_TEENS: Final = {
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40,
    "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90,
}  # fmt: skip
ORDINAL: Final = (
    f"(?:(?:{_either(_TENS)})[- ](?:{_either(_ORDINAL_ONES)})|{_either([*_ORDINAL_ONES, *_ORDINAL_TEENS])})(?![a-z])"
)


def read_cardinal(phrase: str) -> int:
    """'a hundred and twenty' -> 120. The phrase must have matched CARDINAL."""
    total, current = 0, 0
    for word in _SPLIT.findall(phrase):
        if word == "and":
            continue
        if word in _WORDS:
            number = _WORDS[word]
        else:  # "twentyfive", run together
            head = next(ten for ten in _TENS if word.startswith(ten))
            number = _TENS[head] + _ONES[word[len(head) :]]
        if number == 1000:
            total, current = (current or 1) * 1000, 0
        elif number == 100:
            current = (current or 1) * 100
        else:
            current += number
    return total + current


def read_decimals(phrase: str) -> Fraction:
    """' point five' -> 1/2, ' point two five' -> 1/4."""
    digits = "".join(str(_WORDS[word]) for word in _SPLIT.findall(phrase) if word != "point")
    return Fraction(int(digits), 10 ** len(digits))


def read_part(word: str) -> Fraction:
    """'quarters' -> 1/4."""
    return Fraction(1, _PARTS[word] if word in _PARTS else _PARTS[word[:-1]])


def read_ordinal(phrase: str) -> int:
    """'twenty-second' -> 22."""
    return sum(_TENS.get(w) or _ORDINAL_ONES.get(w) or _ORDINAL_TEENS[w] for w in _SPLIT.findall(phrase))
