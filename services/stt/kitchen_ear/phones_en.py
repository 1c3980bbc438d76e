"""How an English word sounds when the pronunciation dictionary does not have it, or has it in one accent only.

Borrowed words (gochujang, ssamjang, orzo) letter by letter, the way they are mostly read. All others come from the
dictionary, which is American.
"""

import re
from itertools import pairwise
from typing import Final

from services.stt.kitchen_ear.spellings import Phones, Sound, spellings, table

_SOUNDS: Final = {
    "tion": "SH AH N", "sch": "SH", "tch": "CH", "ch": "CH", "sh": "SH", "th": "TH", "ph": "F", "ck": "K", "ng": "NG",
    "qu": "K W", "ee": "IY", "oo": "UW", "ou": "UW", "eo": "AO", "eu": "UH", "ae": "EH", "ai": "AY", "ay": "EY",
    "au": "AO", "aw": "AO", "oa": "OW", "ow": "OW", "oi": "OY", "oy": "OY", "ie": "IY", "ei": "EY", "wr": "R",
    "kn": "N", "a": "AA", "b": "B", "c": "K", "d": "D", "e": "EH", "f": "F", "g": "G", "h": "HH", "i": "IY",
    "j": "JH", "k": "K", "l": "L", "m": "M", "n": "N", "o": "OW", "p": "P", "q": "K", "r": "R", "s": "S", "t": "T",
    "u": "UW", "v": "V", "w": "W", "x": "K S", "y": "IY", "z": "Z",
}  # fmt: skip
_VOWELS: Final = frozenset("AA AE AH AO AW AY EH ER EY IH IY OW OY UH UW".split())
#: How a phone of the dictionary, which is American, is said here and there, and in how many of a hundred: "stop" with a
#: rounded vowel, "timer" without its last r, "thanks" with an f. The shares are of synthetic voices saying known
#: sentences; what only these do (a "k" for a "g") is left out.
_SAID: Final = table("""
    AA AA 70, AO 30
    AE AE 50, EH 25, AA 25
    AH AH 55, AA 20, UH 15, IH 10
    AO AO 65, AA 25, OW 10
    AW AW 75, AA UW 25
    DH DH 65, V 35
    EH EH 60, IH 30, AH 10
    ER ER 65, AH 35
    IH IH 50, IY 40, AH 10
    NG NG 80, N 20
    OW OW 80, AH UW 20
    TH TH 65, F 35
    UH UH 80, UW 20
""")
#: The same of phones that no vowel follows.
_CLOSING: Final = table("""
    L L 70, UW L 20, OW 10
    R R 75, 25
""")
_STOP: Final = ("S", "T", "AA", "P")
_SPELLING: Final = re.compile("|".join(sorted(_SOUNDS, key=len, reverse=True)))


def guessed(word: str) -> str:
    """>>> guessed("gochujang"), guessed("bulgogi")
    ('G OW CH UW JH AA NG', 'B UW L G OW G IY')
    """
    single = re.sub(r"([b-df-hj-np-tv-z])\1", r"\1", word)
    return " ".join(_SOUNDS[letters] for letters in _SPELLING.findall(single))


def accents(phones: Phones, most: int = 4) -> list[Phones]:
    """One word of the dictionary as it is said here and there, the likeliest first.

    >>> [" ".join(said) for said in accents(("S", "T", "AA", "P"), 2)]
    ['S T AA P', 'S T AO P']
    """
    said = spellings(sounds(phones), most)
    return [one for one in said if one == phones or not _nearly_stops(one) or _nearly_stops(phones)]


def _nearly_stops(said: Phones) -> bool:
    """A "start" without its r lies one sound from "stop", and "stop" is what must never be taken for anything else.
    ("Step" lies as near however it is said.)"""
    return len(said) == len(_STOP) and sum(one != other for one, other in zip(said, _STOP, strict=True)) <= 1


def sounds(phones: Phones) -> list[Sound]:
    """What each phone may be; one that no vowel follows has a dot."""
    found = []
    for phone, after in pairwise((*phones, "")):
        closing = phone in _CLOSING and after not in _VOWELS
        found.append((phone + "." * closing, (_CLOSING if closing else _SAID).get(phone, (((phone,), 0.0),))))
    return found
