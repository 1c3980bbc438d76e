"""A stretch of text that reads as a number, before anyone has asked whether it is meant as one."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class Script(StrEnum):
    DIGITS = "digits"
    SINO = "sino"
    NATIVE = "native"
    ENGLISH = "english"
    ARTICLE = "article"  # "a", "an": one, if a unit follows
    HALF = "half"  # 반: a number before its counter or after a unit


@dataclass(frozen=True, slots=True)
class Numeral:
    """A stretch that reads as a number, before anyone has asked whether it is meant as one."""

    start: int
    end: int
    value: Fraction
    script: Script
    alone: bool  # a number even when nothing countable follows
    high: Fraction | None = None
    approximate: bool = False
    glued: bool = False  # Hangul touches it on the left
    syllables: int = 0
