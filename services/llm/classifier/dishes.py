"""The dish in "김치찌개 만들자" and "let's make pancakes": what is left when the asking words are taken off.

Whether there is such a recipe is for the orchestrator to find out.
"""

import re
from typing import Final

from services.llm.classifier.dishes_en import KNOWN_EN, english_dish
from services.llm.classifier.dishes_ko import KNOWN_KO, korean_dish
from shared.kitchen.text import has_hangul, normalise


def dish_in(text: str) -> str | None:
    said = normalise(text)
    return _plain(korean_dish(said), KNOWN_KO, said) if has_hangul(said) else _plain(english_dish(said), KNOWN_EN, said)


def _plain(dish: str | None, food: re.Pattern[str], said: str) -> str | None:
    """The dish itself, where reasons ("비가 오니까 파전") or nothing at all were taken for it."""
    if dish is not None and not _A_SENTENCE.search(dish):
        return dish
    known = food.search(said)
    return known["dish"] if known is not None else dish


#: Signs that a reason or a story stayed in: no dish is called that.
_A_SENTENCE: Final = re.compile(
    r"니까|아서|어서|해서|는데|거든|었|았|했|던|려다|싶|운데|은데|^나는|^난 |^저는|달래|\b(?:i|ive|im|we|my|me|so|"
    r"because|that|up|it|for|can|wants?|made|said|called|from|lets|as|tonight|today)\b"
)
