"""Which ingredient "간장 얼마나 넣어", "맛술 두 큰술 대신" and "we're out of sour cream" speak of.

As spoken, without its particle and without how much of it. How much, and what else would do, is asked in words that
stand beside the ingredient, so it need not be known; where nothing stands there, it is what a kitchen may hold.
"""

import re
from typing import Final

from services.llm.classifier.amounts_beside import without_amounts
from services.llm.classifier.asked_ingredient_en import asked_in_english
from services.llm.classifier.asked_ingredient_ko import asked_in_korean
from services.llm.classifier.pantry import PANTRY_EN, PANTRY_KO
from shared.kitchen.ingredient_names import find_ingredients
from shared.kitchen.text import has_hangul


def ingredient(text: str, names: tuple[str, ...]) -> str | None:
    """A name of the recipe if one is meant, else what is asked about, else anything a kitchen may hold."""
    text = _settled(text)
    bare = without_amounts(text)
    korean = has_hangul(bare)
    asked = asked_in_korean(bare) if korean else None
    either = _found(bare, PANTRY_EN) if korean else []
    english = [name for name in either if name.isascii()]  # "soy sauce 얼마나 넣어"
    if asked is None and not english:
        asked = asked_in_english(bare.lower())
    named = _found(text, names) if names else []
    if named:
        return next((name for name in named if asked is not None and _same(name, asked.name)), named[0])
    if asked is not None and asked.sure:
        return asked.name
    known = english or _found(_S.sub("", bare), PANTRY_KO if korean else PANTRY_EN) or either
    return known[0] if known else None if asked is None else asked.name


#: "The baking powder's finished".
_S: Final = re.compile(r"(?<=[a-z])['’]s\b")


def _same(name: str, asked: str) -> bool:
    """Of several said, the one that is asked about: "간장 넣었는데 설탕은 얼마나"."""
    return name.lower() in asked or asked in name.lower()


def _found(text: str, names: tuple[str, ...]) -> list[str]:
    return [_spoken(text, found.start, found.end) for found in find_ingredients(text, names)]


def _spoken(text: str, start: int, end: int) -> str:
    said = text[start:end].strip()
    return f"다진 {said}" if text[:start].rstrip().endswith("다진") else said


def _settled(text: str) -> str:
    """Without what is taken back, said twice or only hummed: "설탕 말고 소금 얼마나"."""
    text = _UM.sub("", _NOT_THIS_BUT.sub("", text))
    return _STAMMER.sub(r"\1 ", _TAKEN_BACK.sub("", text))


#: The one after it is meant. "설탕 말고 뭐" stays.
_NOT_THIS_BUT: Final = re.compile(r"^.*(?:말고|아니라|아니고|아니다|아니야|아니) (?=[가-힣]+ [가-힣 ]*(?:얼마|몇))")
#: "How much honey, no, how much maple syrup", "how much flower, i mean flour".
_TAKEN_BACK: Final = re.compile(
    r"^.*\bhow (?:much|many)\b.*\b(?:no|wait|sorry|actually)[, ]+(?=how (?:much|many)\b)"
    r"|(?<=\bhow much )(?:[a-z]+ ){1,2}i mean (?=[a-z])|(?<=\bhow many )(?:[a-z]+ ){1,2}i mean (?=[a-z])",
    re.IGNORECASE,
)
_UM: Final = re.compile(r"\b(?:um+|uh+|er+|hm+) ", re.IGNORECASE)
_STAMMER: Final = re.compile(r"\b(how (?:much|many)) (?:how (?:much|many)\b ?)+", re.IGNORECASE)
