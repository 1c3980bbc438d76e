"""The text as it is said: kitchen notation written out, and nothing left that a voice cannot read.

How a number or unit is read is `shared.kitchen`'s business; here only what no voice could say is taken out.
"""

import re
import unicodedata

from shared.kitchen.language import Language
from shared.kitchen.speaking import speak

#: Marks a voice makes something of: a pause, a rise, or part of a word.
_MARKS = frozenset(".,!?;:'\"()-%°/&+=@#$€₩~·…")
_PAUSES = str.maketrans(
    {"。": ".", "、": ",", "，": ",", "！": "!", "？": "?", "：": ":", "；": ";", "…": ".", "—": ",", "–": "-"}
    | {"‘": "'", "’": "'", "“": '"', "”": '"', "\u2028": "\n", "\u2029": "\n"}
)
_REPEATED = re.compile(r"([^\w\s])\1{2,}")
_MANY_MARKS = re.compile(r"([.!?,;:]{3})[.!?,;:]+")
#: No word is this long; without spaces even a careful rule takes its time.
_ENDLESS = re.compile(r"(\S{200})(?=\S)")


def spoken(text: str, language: Language, *, normalize: bool = True) -> str:
    """What will be said; empty when there is nothing to say."""
    # Decomposed Hangul (as macOS names files) is put together first, for the rules that look at syllables.
    text = _tidy(unicodedata.normalize("NFC", text.translate(_PAUSES)))
    text = _ENDLESS.sub(r"\1 ", _MANY_MARKS.sub(r"\1", text))
    if normalize:
        text = speak(text, language)
    text = legible(text)
    return text if any(char.isalnum() for char in text) else ""


def legible(text: str) -> str:
    """Hangul, Latin letters, digits and punctuation; every other character becomes a space.

    Control characters would be commands to espeak-ng, half surrogates can't be encoded, and letters of other scripts
    would be spelled out by their Unicode names.
    """
    text = "".join(map(_compatible, text)).replace("⁄", "/")
    text = "".join(char if _readable(char) else " " for char in text)
    text = _REPEATED.sub(r"\1", text)
    return _tidy(text)


def _tidy(text: str) -> str:
    return "\n".join(filter(None, (" ".join(line.split()) for line in text.splitlines())))


def _compatible(char: str) -> str:
    """½ -> 1/2, ① -> 1, ℃ -> °C, full-width letters; but ㅋ stays the letter it is."""
    return char if "ㄱ" <= char <= "ㅣ" else unicodedata.normalize("NFKC", char)


def _readable(char: str) -> bool:
    if char.isascii():
        return char.isalnum() or char in _MARKS or char == "\n"
    return "가" <= char <= "힣" or "ㄱ" <= char <= "ㅣ" or "À" <= char <= "ɏ" or char in _MARKS
