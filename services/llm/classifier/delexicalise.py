"""Slots first: durations, numbers and ingredients become one sign each before the model looks.

"5분 타이머" and "an hour and a half on the timer" then share everything but the sign, which is what lets a small model
generalise. What the slots are worth is read again from the cook's own words in `slots.py`; nothing is decided here.
"""

import re
from dataclasses import dataclass
from typing import Final

from services.llm.classifier.pantry import PANTRY_EN, PANTRY_KO
from shared.kitchen.durations import find_durations
from shared.kitchen.language import Language
from shared.kitchen.numbers import find_numbers
from shared.kitchen.text import is_asked, listed, normalise

#: One letter each, so that character n-grams see past them; of a script that neither language uses, and which
#: survives normalisation (circled letters don't).
DURATION: Final = "ж"
MORE_TIME: Final = "ы"  # "five more minutes", "5분만 더": a change, not a length
NUMBER: Final = "щ"
INGREDIENT: Final = "ю"
SIGNS: Final = DURATION + MORE_TIME + NUMBER + INGREDIENT

_SIGN: Final = re.compile(f"[{SIGNS}{SIGNS.upper()}яЯ]")  # я: a cooking verb, see `verbs`
_PARTICLE: Final = (
    "(?=(?:이랑|랑|하고|과|와|은요|는요|은|는|이|가|을|를|도|만|의|에|로|으로|부터|까지|말고|대신|없이|밖에|용|"
    "이나|나|요|죠|지)?(?![가-힣]))"
)
_LONG_KO: Final = "|".join(word for word in PANTRY_KO if len(word) > 1 and word not in ("타임",))
_SHORT_KO: Final = "|".join(word for word in PANTRY_KO if len(word) == 1 and word != "마")
_KO_WORD: Final = re.compile(
    f"(?<![가-힣])(?:(?:다진|썬|간|채 썬|삶은|불린|볶은) )?(?:{_LONG_KO}|{_SHORT_KO}){_PARTICLE}"
)
#: Also the beginnings of other words (타임 in 타임아웃, 고기 in 고기압): too short-sighted inside a run of syllables.
_NOT_INSIDE: Final = frozenset(listed("타임 양념 고기 기름 카레 고명 만두 생선 치즈 소주 크림 보리 갈비 계피"))
# Longest first: '고추' is in 고추장.
_KO_INSIDE: Final = re.compile("|".join(word for word in PANTRY_KO if len(word) > 1 and word not in _NOT_INSIDE))
_EN_WORD: Final = re.compile(rf"(?<![a-z])(?:{'|'.join(map(re.escape, PANTRY_EN))})(?![a-z])")


@dataclass(frozen=True, slots=True)
class Delexicalised:
    """`text` is normalised, with signs for what was recognised."""

    text: str
    asked: bool
    language: Language


def delexicalise(text: str, language: Language, ingredients: tuple[str, ...] = ()) -> Delexicalised:
    asked = is_asked(text)
    view = normalise(_numbers(_SIGN.sub(" ", text)))
    if ingredients:
        view = _named(view, ingredients)
    if any("가" <= char <= "힣" for char in view):
        view = _KO_WORD.sub(INGREDIENT, view)
        if " " not in view.strip() or len(max(view.split(), key=len)) > 7:
            view = _KO_INSIDE.sub(INGREDIENT, view)
    if any("a" <= char <= "z" for char in view):
        view = _EN_WORD.sub(INGREDIENT, view)
    return Delexicalised(view, asked, language)


def _numbers(text: str) -> str:
    spans = [(found.start, found.end, MORE_TIME if found.change else DURATION) for found in find_durations(text)]
    for number in find_numbers(text, taken_back=True):
        if not any(start < number.end and number.start < end for start, end, _ in spans):
            spans.append((number.start, number.end, NUMBER))
    for start, end, sign in sorted(spans, reverse=True):
        text = f"{text[:start]}{sign}{text[end:]}"
    return text


def _named(view: str, ingredients: tuple[str, ...]) -> str:
    names = sorted({normalise(name) for name in ingredients} - {""}, key=len, reverse=True)
    for name in names:
        if len(name) > 1 and name in view:
            pattern = rf"(?<![a-z]){re.escape(name)}(?:e?s)?(?![a-z])" if name.isascii() else re.escape(name)
            view = re.sub(pattern, INGREDIENT, view)
    return view
