"""A JSGF grammar and a pronunciation dictionary out of the phrasebook and the open recipe's ingredients.

Every word is written `word` in the grammar; number words are made here, because their pronunciation depends on their
whole ("십육" is 심뉵). Nothing here runs a recogniser.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from services.stt.kitchen_ear.phrasebook import BOOK, PANTRY
from shared.kitchen.language import Language

_WORD: Final = re.compile(r"[\w']+")
_SINO: Final = ("", "일", "이", "삼", "사", "오", "육", "칠", "팔", "구")
_NATIVE: Final = ("", "한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열", "열한", "열두")
_ONES: Final = (
    "",
    *[
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
    ],
    *["sixteen", "seventeen", "eighteen", "nineteen"],
)
_TENS: Final = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


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
        return _ONES[number]
    return f"{_TENS[number // 10]} {_ONES[number % 10]}".strip()


def _either(choices: Iterable[str]) -> str:
    return "(" + " | ".join(dict.fromkeys(choices)) + ")"


_MINUTES: Final = (*range(1, 61), 70, 75, 80, 90)
_SECONDS: Final = (5, 10, 15, 20, 30, 40, 45, 50)
#: Words that make an utterance depend on having heard a number right.
NUMBER_WORDS: Final = frozenset(
    [*(sino(n) for n in range(1, 100)), *_NATIVE[1:], *_ONES[1:], *_TENS[2:], "반", "half", "hundred"]
)

_RULES: Final = {
    Language.KO: {
        "step": _either(sino(n) for n in range(1, 31)),
        "servings": _either([*(sino(n) for n in range(1, 13)), *_NATIVE[1:5]]),
        "minutes": _either(sino(n) for n in _MINUTES) + " 분",
        "seconds": _either(sino(n) for n in _SECONDS) + " 초",
        "hours": _either(_NATIVE[1:11]) + " 시간",
        "duration": "(<ko_minutes> [<ko_seconds> | 반] | <ko_seconds> | <ko_hours> [<ko_minutes> | 반])",
    },
    Language.EN: {
        "step": _either(english(n) for n in range(1, 31)),
        "servings": _either(english(n) for n in range(1, 13)),
        "minutes": f"({_either(english(n) for n in _MINUTES)} (minutes | minute) | a minute | half a minute)",
        "seconds": _either(english(n) for n in _SECONDS) + " (seconds | second)",
        "hours": f"({_either(english(n) for n in range(1, 11))} (hours | hour) | an hour | half an hour)",
        "duration": "(<en_minutes> [[and] <en_seconds> | and a half] | <en_seconds>"
        " | <en_hours> [[and] <en_minutes> | and a half])",
    },
}


@dataclass(frozen=True, slots=True)
class Grammar:
    jsgf: str
    words: frozenset[str]


@lru_cache(maxsize=64)
def grammar(languages: tuple[Language, ...], keywords: tuple[str, ...] = ()) -> Grammar:
    """What may be said in these languages; `keywords` are the open recipe's words, besides the pantry's."""
    rules: list[str] = []
    tops: list[str] = []
    for language in languages:
        own = [spoken for word in keywords if (spoken := plain(word)) and is_in(spoken, language)]
        parts = {**_RULES[language], "ingredient": _either([*own, *PANTRY[language]])}
        rules += [f"<{language}_{name}> = {body};" for name, body in parts.items()]
        phrases = [_filled(phrase, language) for phrase in BOOK[language]]
        rules.append(f"<{language}> = {' | '.join(f'({phrase})' for phrase in [*phrases, *own])};")
        tops.append(f"<{language}>")
    body = "\n".join(rules)
    jsgf = f"#JSGF V1.0 UTF-8;\ngrammar kitchen;\n{body}\npublic <utterance> = {' | '.join(tops)};\n"
    return Grammar(jsgf, words_of(rules))


def _filled(phrase: str, language: Language) -> str:
    return re.sub(r"\{(\w+)\}", rf"<{language}_\1>", phrase)


def words_of(rules: Sequence[str]) -> frozenset[str]:
    bodies = (re.sub(r"<\w+>", " ", rule.partition("=")[2]) for rule in rules)
    return frozenset(word for body in bodies for word in _WORD.findall(body))


def plain(text: str) -> str:
    """A keyword without what a grammar would read as an operator."""
    return " ".join(_WORD.findall(text.lower().replace("_", " ")))


def is_in(word: str, language: Language) -> bool:
    korean = any("가" <= char <= "힣" for char in word)
    latin = any("a" <= char <= "z" for char in word)
    return korean and not latin if language is Language.KO else latin and not korean
