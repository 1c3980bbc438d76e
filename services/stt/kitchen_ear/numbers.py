"""The number words that can be said to the embedded engine: timers, steps and servings.

Korean numbers are one word each, because they are pronounced as one ("십육" is 심뉵). Reading number words in text is
`shared/kitchen/numbers.py`; this is the other direction, for a closed grammar.
"""

from typing import Final

_SINO: Final = ("", "일", "이", "삼", "사", "오", "육", "칠", "팔", "구")
_NATIVE: Final = ("한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열", "열한", "열두")
_BELOW_20: Final = tuple(
    (
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen"
    ).split()
)
_TENS: Final = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")

_MINUTES: Final = (*range(1, 31), 35, 40, 45, 50, 55, 60, 70, 75, 80, 90)
_SECONDS: Final = (5, 10, 15, 20, 30, 40, 45, 50)
_PAST: Final = (5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55)  # minutes after full hours
_MORE: Final = (*range(2, 11), 15, 20, 30)
_STEPS: Final = range(1, 31)
_SERVINGS: Final = range(1, 13)
_HOURS: Final = range(1, 11)


def sino(number: int) -> str:
    """>>> sino(25), sino(10)
    ('이십오', '십')
    """
    tens, ones = divmod(number, 10)
    return (_SINO[tens] if tens > 1 else "") + ("십" if tens else "") + _SINO[ones]


def english(number: int) -> str:
    """>>> english(25), english(10)
    ('twenty five', 'ten')
    """
    if number < 20:
        return _BELOW_20[number]
    tens, ones = divmod(number, 10)
    return f"{_TENS[tens]} {_BELOW_20[ones]}" if ones else _TENS[tens]


KOREAN: Final[dict[str, tuple[str, ...]]] = {
    "step": tuple(sino(n) for n in _STEPS),
    "servings": (*(sino(n) for n in _SERVINGS), *_NATIVE[:4]),
    "minutes": tuple(f"{sino(n)} 분" for n in _MINUTES),
    "past": tuple(f"{sino(n)} 분" for n in _PAST),
    "seconds": tuple(f"{sino(n)} 초" for n in _SECONDS),
    "hours": tuple(f"{_NATIVE[n - 1]} 시간" for n in _HOURS),
    "duration": ("{minutes} [{seconds} | 반]", "{seconds}", "{hours} [{past} | 반]"),
    "nth": ("첫 번째", *(f"{_NATIVE[n]} 번째" for n in range(1, 12))),
    "count": _NATIVE[:4],
}
ENGLISH: Final[dict[str, tuple[str, ...]]] = {
    "step": tuple(english(n) for n in _STEPS),
    "servings": tuple(english(n) for n in _SERVINGS),
    "minutes": ("one minute", "a minute", *(f"{english(n)} minutes" for n in _MINUTES[1:])),
    "past": tuple(f"{english(n)} minutes" for n in _PAST),
    "seconds": tuple(f"{english(n)} seconds" for n in _SECONDS),
    "more": ("one more minute", *(f"{english(n)} more minutes" for n in _MORE)),
    "hours": ("one hour", "an hour", *(f"{english(n)} hours" for n in _HOURS[1:])),
    "duration": (
        "{minutes} [[and] {seconds} | and a half]",
        "{seconds}",
        "{hours} [[and] {past} | and a half]",
        "half (a minute | an hour)",
    ),
    "nth": ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "last"),
    "count": ("two", "three", "four"),
}

#: Words that make an utterance depend on having heard a number right.
NUMBER_WORDS: Final = frozenset(
    [sino(n) for n in range(1, 100)]
    + [word for n in range(1, 100) for word in english(n).split()]
    + [*_NATIVE, "반", "half", "hundred"]
)
#: Those that stand where any other number could. The rest are words of their own as often: 네 is "yes", "one more".
ONE_OF_MANY: Final = NUMBER_WORDS - {"한", "두", "네", "반", "one", "half"}
#: "Fifteen" and "fifty" are told apart by one unstressed vowel: whatever the odds say, they are asked back.
NEVER_SURE: Final = frozenset([*_BELOW_20[13:], *_TENS[3:]])
