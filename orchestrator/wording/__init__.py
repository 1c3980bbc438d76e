"""Everything Sous says by itself, Korean and English side by side in `phrases.py`.

`phrase("step", Language.KO, n=2, text="...")` fills one in. A Korean template picks its particle by what it follows:
`{name:을/를}`.
"""

import re
import string

from orchestrator.wording.particles import with_particle
from orchestrator.wording.phrases import PHRASES
from shared.kitchen.language import Language

_BREAK = re.compile(r"(?<=[.!?。…])[\"'”’)]?\s+|\s*\n+\s*")
_DECIMAL_ENDS = re.compile(r"(?:\b(?:approx|min|tbsp|tsp|oz|lb|ca|no|e\.g|i\.e)\.)$", re.IGNORECASE)


class _Korean(string.Formatter):
    def format_field(self, value: object, format_spec: str) -> str:
        text = str(value)
        return with_particle(text, format_spec) if "/" in format_spec else text


_KOREAN = _Korean()


def phrase(key: str, language: Language, **words: object) -> str:
    korean, english = PHRASES[key]
    return _KOREAN.format(korean, **words) if language is Language.KO else english.format(**words)


def sentences(text: str) -> list[str]:
    """One piece per sentence, so that each can be spoken as soon as it is there."""
    pieces: list[str] = []
    for piece in _BREAK.split(text.strip()):
        if pieces and _DECIMAL_ENDS.search(pieces[-1]):
            pieces[-1] = f"{pieces[-1]} {piece}"
        elif piece:
            pieces.append(piece)
    return pieces or [text.strip()]
