"""How an English word sounds when the pronunciation dictionary does not have it: gochujang, ssamjang, orzo.

Letter by letter, the way such borrowed words are mostly read. Known words come from the dictionary, not from here.
"""

import re
from typing import Final

_SOUNDS: Final = {
    "tion": "SH AH N", "sch": "SH", "tch": "CH", "ch": "CH", "sh": "SH", "th": "TH", "ph": "F", "ck": "K", "ng": "NG",
    "qu": "K W", "ee": "IY", "oo": "UW", "ou": "UW", "eo": "AO", "eu": "UH", "ae": "EH", "ai": "AY", "ay": "EY",
    "au": "AO", "aw": "AO", "oa": "OW", "ow": "OW", "oi": "OY", "oy": "OY", "ie": "IY", "ei": "EY", "wr": "R",
    "kn": "N", "a": "AA", "b": "B", "c": "K", "d": "D", "e": "EH", "f": "F", "g": "G", "h": "HH", "i": "IY",
    "j": "JH", "k": "K", "l": "L", "m": "M", "n": "N", "o": "OW", "p": "P", "q": "K", "r": "R", "s": "S", "t": "T",
    "u": "UW", "v": "V", "w": "W", "x": "K S", "y": "IY", "z": "Z",
}  # fmt: skip
_SPELLING: Final = re.compile("|".join(sorted(_SOUNDS, key=len, reverse=True)))


def guessed(word: str) -> str:
    """>>> guessed("gochujang"), guessed("bulgogi")
    ('G OW CH UW JH AA NG', 'B UW L G OW G IY')
    """
    single = re.sub(r"([b-df-hj-np-tv-z])\1", r"\1", word)
    return " ".join(_SOUNDS[letters] for letters in _SPELLING.findall(single))
