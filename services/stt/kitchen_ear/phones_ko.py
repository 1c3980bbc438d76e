"""Korean sounds written in the phones of an English acoustic model (ARPABET).

English has no ㅓ, ㅡ or three-way ㄱㄲㅋ, so most words get several spellings; the recogniser keeps what fits. The
choices were measured, see `docs/speech-to-text.md`.
"""

from collections.abc import Iterator
from itertools import product
from typing import Final

from services.stt.kitchen_ear.hangul import Syllable, spoken

Phones = tuple[str, ...]

#: What stands for a vowel, best first. Words use one choice for all their ㅓ, so that spellings stay few.
_VOWELS: Final[dict[str, tuple[Phones, ...]]] = {
    "ㅏ": (("AA",),),
    "ㅐ": (("EH",), ("AE",)),
    "ㅑ": (("Y", "AA"),),
    "ㅒ": (("Y", "EH"),),
    "ㅓ": (("AO",), ("AH",)),
    "ㅔ": (("EH",), ("EY",)),
    "ㅕ": (("Y", "AO"), ("Y", "AH")),
    "ㅖ": (("Y", "EY"), ("Y", "EH"), ("EH",), ("EY",)),
    "ㅗ": (("OW",), ("AO",)),
    "ㅘ": (("W", "AA"),),
    "ㅙ": (("W", "EH"),),
    "ㅚ": (("W", "EH"),),
    "ㅛ": (("Y", "OW"), ("Y", "AO")),
    "ㅜ": (("UW",), ("UH",)),
    "ㅝ": (("W", "AO"), ("W", "AH")),
    "ㅞ": (("W", "EH"),),
    "ㅟ": (("W", "IY"),),
    "ㅠ": (("Y", "UW"),),
    "ㅡ": (("UH",), ("AH",), ("UW",)),
    "ㅢ": (("UH", "IY"), ("IY",)),
    "ㅣ": (("IY",), ("IH",)),
}
#: A consonant at the start of a word or after another consonant.
_FIRST: Final[dict[str, tuple[Phones, ...]]] = {
    "ㄱ": (("K",), ("G",)),
    "ㄲ": (("K",), ("G",)),
    "ㄴ": (("N",),),
    "ㄷ": (("T",), ("D",)),
    "ㄸ": (("T",), ("D",)),
    "ㄹ": (("R",), ("L",)),
    "ㅁ": (("M",),),
    "ㅂ": (("P",), ("B",)),
    "ㅃ": (("P",), ("B",)),
    "ㅅ": (("S",),),
    "ㅆ": (("S",),),
    "ㅇ": ((),),
    "ㅈ": (("CH",), ("JH",)),
    "ㅉ": (("CH",), ("JH",)),
    "ㅊ": (("CH",),),
    "ㅋ": (("K",),),
    "ㅌ": (("T",),),
    "ㅍ": (("P",),),
    "ㅎ": (("HH",), ()),
}
#: Between two voiced sounds.
_BETWEEN: Final[dict[str, tuple[Phones, ...]]] = {
    **_FIRST,
    "ㄱ": (("G",), ("K",)),
    "ㄷ": (("D",), ("T",)),
    "ㅂ": (("B",),),
    "ㅈ": (("JH",),),
    "ㅎ": (("HH",), ()),
    "ㄹ": (("R",), ("L",), ("D",)),
}
_TAILS: Final[dict[str, Phones]] = {
    "": (),
    "ㄱ": ("K",),
    "ㄴ": ("N",),
    "ㄷ": ("T",),
    "ㄹ": ("L",),
    "ㅁ": ("M",),
    "ㅂ": ("P",),
    "ㅇ": ("NG",),
}
_HISSED: Final = frozenset("ㅣㅑㅕㅛㅠㅟ")  # ㅅ before these is a "sh"

#: Of one syllable, and what this ear hears in them besides. Of synthetic voices that were not to be heard so, 네 was taken
#: for 아니, its very opposite, by one in eight (now none), and 응 for 다음 by one in five (now none; four in ten are refused).
_ALSO_SAID: Final[dict[str, tuple[Phones, ...]]] = {
    "네": (("N", "IH"), ("N", "IY"), ("M", "EY"), ("NG", "EY")),
    "응": (("UW", "IY", "NG"),),
}


def pronunciations(word: str, most: int = 6) -> list[Phones]:
    """The spellings of one Korean word, the likeliest first.

    >>> [" ".join(phones) for phones in pronunciations("다음", 2)]
    ['T AA UH M', 'D AA UH M']
    """
    sounds = list(_sounds(spoken(word)))
    kinds = {kind: choices for kind, choices in sounds if len(choices) > 1}
    order = sorted(
        product(*(range(len(choices)) for choices in kinds.values())), key=lambda picks: (sum(picks), picks[::-1])
    )
    found: dict[Phones, None] = {}
    for picks in order:
        chosen = dict(zip(kinds, picks, strict=True))
        found[tuple(phone for kind, choices in sounds for phone in choices[chosen.get(kind, 0)])] = None
        if len(found) >= most:
            break
    return [*(phones for phones in found if phones), *_ALSO_SAID.get(word, ())]


def _sounds(syllables: list[Syllable]) -> Iterator[tuple[str, tuple[Phones, ...]]]:
    before = "#"  # the sound before: "#" for the start of the word
    for syllable in syllables:
        voiced = before in ("", "ㄴ", "ㅁ", "ㅇ", "ㄹ")
        lead = syllable.lead
        if lead == "ㄹ" and before == "ㄹ":
            pass  # ㄹㄹ is one long L
        elif lead in "ㅅㅆ" and syllable.vowel in _HISSED:
            yield "sh", (("SH",), ("S",))
        else:
            table = _BETWEEN if voiced else _FIRST
            yield ("between " if voiced else "first ") + lead, table[lead]
        yield syllable.vowel, _VOWELS[syllable.vowel]
        yield "tail", (_TAILS[syllable.tail],)
        before = syllable.tail
