"""The text as it is said: kitchen notation written out, and nothing left that a voice cannot read.

How a number or unit is read is `shared.kitchen`'s business; here only what no voice could say is taken out.
"""

import re
import unicodedata

from shared.kitchen.language import Language

#: Marks a voice makes something of: a pause, a rise, or part of a word.
_MARKS = frozenset(".,!?;:'\"()-%°/&+=@#$€₩~·…")
_PAUSES = str.maketrans(
    {"。": ".", "、": ",", "，": ",", "！": "!", "？": "?", "：": ":", "；": ";", "…": ".", "—": ",", "–": "-"}
    | {"‘": "'", "’": "'", "“": '"', "”": '"', "\u2028": "\n", "\u2029": "\n"}
)
_SPACES = re.compile(r"[^\S\n]+")
_LINES = re.compile(r"\s*\n\s*")
_REPEATED = re.compile(r"([^\w\s])\1{2,}")


def spoken(text: str, language: Language, *, normalize: bool = True) -> str:
    """What will be said; empty when there is nothing to say."""
    # Decomposed Hangul (as macOS names files) is put together first, for the rules that look at syllables.
    text = unicodedata.normalize("NFC", text.translate(_PAUSES))
    if normalize:
        text = _written_out(text, language)
    text = legible(text)
    return text if any(char.isalnum() for char in text) else ""


def _written_out(text: str, _: Language) -> str:
    return text  # until shared.kitchen.speaking is there


def legible(text: str) -> str:
    """Hangul, Latin letters, digits and punctuation; every other character becomes a space.

    Control characters would be commands to espeak-ng, half surrogates can't be encoded, and letters of other scripts
    would be spelled out by their Unicode names.
    """
    text = unicodedata.normalize("NFKC", text)  # ½ -> 1/2, ① -> 1, ℃ -> °C, full-width letters
    text = "".join(char if _readable(char) else " " for char in text.replace("⁄", "/"))
    text = _REPEATED.sub(r"\1", text)
    return _LINES.sub("\n", _SPACES.sub(" ", text)).strip()


def _readable(char: str) -> bool:
    if char.isascii():
        return char.isalnum() or char in _MARKS or char == "\n"
    return "가" <= char <= "힣" or "ㄱ" <= char <= "ㅣ" or "À" <= char <= "ɏ" or char in _MARKS
