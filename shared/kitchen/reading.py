"""One clean view of a text, with every character at the place it had: what all the finders read.

Half-width digits, plain dashes, plain spaces, small Latin letters. Because the length never changes, a position
found in the view is a position in the text. It corrects nothing and guesses nothing; making two ways of saying
a command equal is the work of `text.py`.
"""

import re
import unicodedata

_SAME_PLACE: dict[int, str] = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_SAME_PLACE.update(
    dict.fromkeys(map(ord, "\u00a0\u2007\u202f\u3000\u200b\u200c\u200d\ufeff\u2009\u200a\u2002\u2003"), " ")
)
_SAME_PLACE.update(dict.fromkeys(map(ord, "‐‑‒–—―−﹣"), "-"))
_SAME_PLACE.update(dict.fromkeys(map(ord, "〜∼˜～∽〰"), "~"))
_SAME_PLACE.update(dict.fromkeys(map(ord, "⁄∕"), "/"))
_SAME_PLACE.update(dict.fromkeys(map(ord, "‘’´`"), "'"))

_LOOSE_JAMO = re.compile("[\u1100-\u11ff\u0300-\u036f]")


def composed(text: str) -> str:
    """Hangul typed as loose jamo (as some file systems write it) put together again."""
    return unicodedata.normalize("NFC", text) if _LOOSE_JAMO.search(text) else text


def fold(text: str) -> str:
    """The view of a (composed) text that the finders read; same length, lower case.

    >>> fold("１５～20분 T")
    '15~20분 t'
    """
    if text.isascii():
        return text.lower()
    view = text.translate(_SAME_PLACE)
    lowered = view.lower()
    if len(lowered) == len(view):
        return lowered
    return "".join(low if len(low := char.lower()) == 1 else char for char in view)


def fold_case_kept(text: str) -> str:
    """The same view with capitals kept, for the one place where they matter: T is not t."""
    return text if text.isascii() else text.translate(_SAME_PLACE)


def is_hangul(char: str) -> bool:
    return "가" <= char <= "힣"
