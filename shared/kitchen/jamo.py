"""How alike two words sound on paper: edit distance over jamo (Hangul letters) and Latin letters.

For whole commands only ("다움" heard for "다음"). Never compare numbers with it: 삼십 분 and 사십 분 are 0.89 alike.
"""

from functools import lru_cache

_LEADS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_TAILS = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
_FIRST, _LAST = ord("가"), ord("힣")


def letters(syllable: str) -> tuple[str, str, str]:
    """The lead, vowel and final consonant ("" when open) of one Hangul syllable.

    >>> letters("값"), letters("가")
    (('ㄱ', 'ㅏ', 'ㅄ'), ('ㄱ', 'ㅏ', ''))
    """
    code = ord(syllable) - _FIRST
    return _LEADS[code // 588], _VOWELS[code % 588 // 28], _TAILS[code % 28]


def compose(lead: str, vowel: str, tail: str = "") -> str:
    """The syllable made of these letters: the inverse of `letters`."""
    return chr(_FIRST + _LEADS.index(lead) * 588 + _VOWELS.index(vowel) * 28 + _TAILS.index(tail))


def is_syllable(char: str) -> bool:
    return len(char) == 1 and _FIRST <= ord(char) <= _LAST


@lru_cache(maxsize=4096)
def jamo(text: str) -> str:
    """Hangul taken apart, everything else as it is.

    >>> jamo("다음 ok")
    'ㄷㅏㅇㅡㅁ ok'
    """
    return "".join("".join(letters(char)) if is_syllable(char) else char for char in text)


def distance(one: str, other: str, limit: int) -> int:
    """Edits between two short strings; `limit + 1` as soon as it is clear that there are more than `limit`."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    above = list(range(len(other) + 1))
    for row, left in enumerate(one, 1):
        current = [row]
        for column, right in enumerate(other, 1):
            substituted = above[column - 1] + (left != right)
            current.append(min(substituted, above[column] + 1, current[-1] + 1))
        if min(current) > limit:
            return limit + 1
        above = current
    return min(above[-1], limit + 1)


def similarity(one: str, other: str) -> float:
    """1.0 for the same letters, 0.0 for nothing in common.

    >>> round(similarity("다음", "다움"), 2), round(similarity("삼십분", "사십분"), 2)
    (0.8, 0.89)
    """
    first, second = jamo(one), jamo(other)
    longest = max(len(first), len(second))
    return 1.0 if not longest else 1 - distance(first, second, longest) / longest
