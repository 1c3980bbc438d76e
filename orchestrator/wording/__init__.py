"""Everything Sous says by itself, Korean and English side by side in `phrases.py`.

`phrase("step", Language.KO, n=2, text="...")` fills one in. A Korean template picks its particle by what it follows:
`{name:을/를}`.
"""

import string

from orchestrator.wording.phrases import PHRASES
from shared.kitchen.josa import josa
from shared.kitchen.language import Language
from shared.kitchen.sentences import speech_chunks

#: More than this in one breath, and a listener has lost the beginning.
_LONGEST = {Language.KO: 15, Language.EN: 25}


#: Pieces of a sentence, which don't begin one.
_FRAGMENTS = frozenset({"optional", "step_name", "part_in_step", "rest_in_step"})


class _Korean(string.Formatter):
    def format_field(self, value: object, format_spec: str) -> str:
        text = str(value)
        return josa(text, format_spec.split("/", maxsplit=1)[0]) if "/" in format_spec else text


_KOREAN = _Korean()


def phrase(key: str, language: Language, **words: object) -> str:
    korean, english = PHRASES[key]
    if language is Language.KO:
        return _KOREAN.format(korean, **words)
    said = english.format(**words)
    return said if key in _FRAGMENTS else said[:1].upper() + said[1:]


def sentences(text: str, language: Language) -> list[str]:
    """One piece per sentence, so that each can be spoken as soon as it is there; very long ones in two."""
    return speech_chunks(text, language, _LONGEST[language]) or [text.strip()]
