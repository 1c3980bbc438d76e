"""Korean number words: sino (십오), native (열다섯), their ranges (두세, 십오륙), fractions and decimals.

Only the words themselves: which stretch of a sentence is a number at all is decided in `numbers.py`, because
'이', '네', '한' or '만' are numbers only when something countable follows.
"""

import re
from fractions import Fraction
from typing import Final

#: A number or the two ends of a range.
Span = tuple[Fraction, Fraction | None]

_SINO_DIGITS: Final = {
    "영": 0,
    "공": 0,
    "일": 1,
    "이": 2,
    "삼": 3,
    "사": 4,
    "오": 5,
    "육": 6,
    "륙": 6,
    "칠": 7,
    "팔": 8,
    "구": 9,
}
_D = "[일이삼사오육륙칠팔구]{0,2}"
_BLOCK: Final = re.compile(f"(?:({_D})천)?(?:({_D})백)?(?:({_D})십)?({_D})")
_PLACES: Final = (1000, 100, 10, 1)

#: A run of syllables that may be a sino number; `일` of 일곱 and 일흔 belongs to the native ones.
SINO_RUN: Final = (
    "(?:일(?![곱흔])|[영공이삼사오육칠팔구십백천만])(?: ?(?:일(?![곱흔])|[영공이삼사오육륙칠팔구십백천만점쩜])){0,14}"
)

_TENS: Final = {
    "열": 10,
    "스물": 20,
    "스무": 20,
    "서른": 30,
    "마흔": 40,
    "쉰": 50,
    "예순": 60,
    "일흔": 70,
    "여든": 80,
    "아흔": 90,
}
_ONES: Final = {
    "하나": 1, "한": 1, "둘": 2, "두": 2, "셋": 3, "세": 3, "석": 3, "서": 3, "넷": 4, "네": 4, "넉": 4, "너": 4,
    "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "여덜": 8, "아홉": 9,
}  # fmt: skip
_ABOUT: Final = {
    "한둘": (1, 2), "한두": (1, 2), "두어": (2, 3), "두서너": (2, 4), "두서넛": (2, 4), "두셋": (2, 3), "두세": (2, 3),
    "서너": (3, 4), "서넛": (3, 4), "세네": (3, 4), "세넷": (3, 4), "네다섯": (4, 5), "네댓": (4, 5), "너댓": (4, 5),
    "너덧": (4, 5), "대여섯": (5, 6), "대엿": (5, 6), "다섯여섯": (5, 6), "예닐곱": (6, 7), "여섯일곱": (6, 7),
    "일고여덟": (7, 8), "일여덟": (7, 8), "일곱여덟": (7, 8), "여덟아홉": (8, 9), "엳아홉": (8, 9),
}  # fmt: skip
#: Forms said only before their noun ("세 개"), never alone.
ATTRIBUTIVE: Final = frozenset({"한", "두", "세", "네", "석", "서", "넉", "너", "스무"})

NATIVE: Final[dict[str, tuple[int, int | None]]] = {}
for _ten, _tens in (("", 0), *_TENS.items()):
    if _ten != "스무":
        NATIVE.update({_ten + word: (_tens + one, None) for word, one in _ONES.items()})
        NATIVE.update({_ten + word: (_tens + low, _tens + high) for word, (low, high) in _ABOUT.items()})
    if _ten:
        NATIVE[_ten] = (_tens, None)
NATIVE.update({"열스무": (10, 20), "여남은": (10, None)})


def _either(words: list[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


#: The 서 of 서른 is no three.
_ONE_WORD = _either([*_ONES, *_ABOUT]).replace("|서|", "|서(?!른)|")
NATIVE_RUN: Final = (
    f"(?:(?:[이삼사오육칠팔구] ?)?백 ?)?(?:여남은|(?:{_either([*_TENS])})(?: ?(?:{_ONE_WORD}|스무)){{0,2}}"
    f"|(?:{_ONE_WORD})(?: ?(?:{_ONE_WORD})){{0,2}})"
)


def read_sino(word: str) -> Span | None:
    """'이십오' -> 25, '이삼' -> 2..3, '십오륙' -> 15..16, '일점오' -> 3/2; None when it isn't one number ('이사')."""
    for point in ("점", "쩜"):
        if point in word:
            whole, _, decimals = word.partition(point)
            units = read_sino(whole)
            if units is None or units[1] is not None or not decimals or any(d not in _SINO_DIGITS for d in decimals):
                return None
            digits = "".join(str(_SINO_DIGITS[d]) for d in decimals)
            return units[0] + Fraction(int(digits), 10 ** len(digits)), None
    if word in ("영", "공"):
        return Fraction(0), None
    high_part, ten_thousand, low_part = word.rpartition("만")
    if ten_thousand:
        many = _read_block(high_part) if high_part else (1, None)
        few = _read_block(low_part) if low_part else (0, None)
        if many is None or few is None or many[1] is not None:
            return None
        return Fraction(many[0] * 10000 + few[0]), Fraction(many[0] * 10000 + few[1]) if few[1] else None
    block = _read_block(word)
    if block is None:
        return None
    return Fraction(block[0]), Fraction(block[1]) if block[1] is not None else None


def _read_block(word: str) -> tuple[int, int | None] | None:
    match = _BLOCK.fullmatch(word)
    if match is None or not word:
        return None
    low, high = 0, 0
    ranged = False
    for place, digits in zip(_PLACES, match.groups(), strict=True):
        if digits is None or (place == 1 and not digits):
            continue
        if ranged:  # '이삼십오' is not something one can cook for
            return None
        first = _SINO_DIGITS[digits[0]] if digits else 1
        last = first
        if len(digits) == 2:
            last = _SINO_DIGITS[digits[1]]
            ranged = True
            if last != first + 1:
                return None
        low += first * place
        high += last * place
    return low, (high if ranged else None)


def read_native(word: str) -> Span | None:
    """'열다섯' -> 15, '두세' -> 2..3, '백스물하나' -> 121."""
    hundreds = 0
    head, hundred, tail = word.partition("백")
    if hundred:
        hundreds = 100 * (_SINO_DIGITS[head] if head else 1)
        word = tail
    found = NATIVE.get(word)
    if found is None:
        return None
    low, high = found
    return Fraction(hundreds + low), Fraction(hundreds + high) if high is not None else None
