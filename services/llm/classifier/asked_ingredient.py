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
    named = _found(text, names) if names else None
    if named is not None:
        return named
    text = without_amounts(text)
    korean = has_hangul(text)
    mixed = _found(text, PANTRY_EN) if korean else None
    if mixed is not None and mixed.isascii():  # "soy sauce 얼마나 넣어"
        return mixed
    asked = (asked_in_korean(text) if korean else None) or asked_in_english(text.lower())
    if asked is not None and asked.sure:
        return asked.name
    return _found(text, PANTRY_KO if korean else PANTRY_EN) or mixed or (asked.name if asked is not None else None)


def _found(text: str, names: tuple[str, ...]) -> str | None:
    found = find_ingredients(text, names)
    if not found:
        return None
    said = text[found[0].start : found[0].end].strip()
    return f"다진 {said}" if text[: found[0].start].rstrip().endswith("다진") else said


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
