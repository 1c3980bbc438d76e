"""Amounts as they are written in recipes ("1 1/2", "½", "2와 1/2", "1,000"), and reading a text until it rests.

What both voices (`speaking_ko_text`, `speaking_en_text`) and the parsers (`numeral_written`) know about writing alike.
How an amount is said is theirs.
"""

import re
from collections.abc import Callable
from fractions import Fraction
from typing import Final

#: Fractions that are one character.
GLYPHS: Final = {
    "½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4", "⅛": "1/8", "⅜": "3/8", "⅝": "5/8", "⅞": "7/8",
    "⅕": "1/5", "⅖": "2/5", "⅗": "3/5", "⅘": "4/5", "⅙": "1/6", "⅚": "5/6", "⅐": "1/7", "⅑": "1/9", "⅒": "1/10",
}  # fmt: skip
GLYPH: Final = "".join(GLYPHS)
#: A number too long to be an amount, or one that begins with 0, is read digit by digit.
LONG_DIGITS: Final = re.compile(r"(?<![\d.,])(?:\d{13,}|0\d+)(?![\d.,]*\d)(?!\s?[:/])")
#: ①, ② ...: the number of a step.
NUMBERED: Final = re.compile(r"[①-⑳]")
_JOINTS: Final = re.compile(r"\band\b|[&+\-과와]")
#: Odd texts ("0lg") come to rest after one more reading; nothing a cook writes needs it.
_MOST_READINGS: Final = 4


def value(written: str) -> Fraction | None:
    """A written amount as an exact number; None when it divides by zero.

    >>> str(value("1 1/2")), str(value("2와 ½")), str(value("1,000")), value("1/0")
    ('3/2', '5/2', '1000', None)
    """
    text = _JOINTS.sub(" ", written.replace(",", ""))
    for glyph, spelled in GLYPHS.items():
        text = text.replace(glyph, f" {spelled}")
    total = Fraction(0)
    for part in text.split():
        top, _, bottom = part.partition("/")
        if bottom and not int(bottom):
            return None
        total += Fraction(top) / int(bottom) if bottom else Fraction(top if top[0] != "." else f"0{top}")
    return total


def numbered(match: re.Match[str]) -> int:
    """③ -> 3."""
    return ord(match[0]) - ord("①") + 1


def is_written_in_numbers(text: str) -> bool:
    return any(char.isdigit() or char in GLYPHS for char in text)


def until_it_rests(text: str, read_once: Callable[[str], str], at_rest: Callable[[str], bool]) -> str:
    """Read again and again until reading changes nothing; `at_rest` knows most texts that are there already."""
    said = read_once(text)
    for _ in range(0 if at_rest(said) else _MOST_READINGS):
        again = read_once(said)
        if again == said:
            break
        said = again
    return said
