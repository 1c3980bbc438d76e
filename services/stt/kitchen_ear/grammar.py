"""The kitchen's closed grammar as a word graph: the phrasebook, with the open recipe's ingredients in their places."""

import re
from functools import lru_cache
from typing import Final

from services.stt.kitchen_ear.graph import Graph, graph_of
from services.stt.kitchen_ear.phrasebook import slots, templates
from shared.kitchen.language import Language

_WORD: Final = re.compile(r"[a-z']+|[가-힣]+")
_DIGITS: Final = re.compile(r"\d")


@lru_cache(maxsize=32)
def kitchen_graph(language: Language, keywords: tuple[str, ...] = ()) -> Graph:
    """What may be said in this language; `keywords` are the open recipe's words, besides the pantry's."""
    own = tuple(spoken for word in keywords if (spoken := speakable(word, language)))
    return graph_of([*templates(language), *own], slots(language, own))


def speakable(keyword: str, language: Language) -> str:
    """A keyword as words of this language; empty when it is not in it ("soy sauce" for Korean) or says a number.

    >>> speakable("Soy-sauce (light)", Language.EN), speakable("진간장", Language.EN)
    ('soy sauce light', '')
    """
    if _DIGITS.search(keyword):
        return ""
    words = _WORD.findall(keyword.lower())
    korean = [word for word in words if "가" <= word[0] <= "힣"]
    if len(words) > 4 or not words or len(korean) != (len(words) if language is Language.KO else 0):
        return ""
    return " ".join(words)
