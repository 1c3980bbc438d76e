"""Korean sounds written in the phones of an English acoustic model (ARPABET).

English has no ㅓ, ㅡ or three-way ㄱㄲㅋ, so most words get several spellings; the recogniser keeps what fits. The
choices were measured, see `docs/speech-to-text.md`.
"""

from collections.abc import Iterator
from typing import Final

from services.stt.kitchen_ear.hangul import Syllable, spoken
from services.stt.kitchen_ear.spellings import Phones, Sound, choices, spellings, table

#: What stands for a vowel, and in how many of a hundred. Words use one choice for all their ㅓ, so that spellings stay
#: few. The shares are of synthetic voices saying known sentences, with what people say besides: ㅔ lies higher than any
#: English "e" but its beginning of "ay", and ㅗ, which does not glide, is heard as "ol".
_VOWELS: Final = table("""
    ㅏ AA 85, AO 15
    ㅐ EH 55, AE 35, EY 10
    ㅑ Y AA 100
    ㅒ Y EH 100
    ㅓ AO 45, AO L 35, OW L 10, AH 10
    ㅔ IY 45, IH 25, EY 15, EH 15
    ㅕ Y AO 55, Y AO L 35, Y AH 10
    ㅖ Y EY 80, Y EH 10, EH 5, EY 5
    ㅗ OW L 65, OW 20, UW L 10, AO 5
    ㅘ W AA 100
    ㅙ W EH 80, W EY 20
    ㅚ W EY 70, W EH 30
    ㅛ Y OW L 70, Y OW 20, Y AO 10
    ㅜ UW L 50, UW 40, UH 10
    ㅝ W AO L 70, W AO 25, W AH 5
    ㅞ W EH 70, W EY 30
    ㅟ W IY 100
    ㅠ Y UW 100
    ㅡ UW 60, UH 20, AH 10, IH 10
    ㅢ UH IY 50, IY 50
    ㅣ IY 100
""")
#: A consonant at the start of a word or after another consonant.
_FIRST: Final = table("""
    ㄱ G 65, K 35
    ㄲ G 65, K 35
    ㄴ N 90, D 10
    ㄷ D 75, T 25
    ㄸ D 75, T 25
    ㄹ R 80, L 20
    ㅁ M 95, B 5
    ㅂ P 85, B 15
    ㅃ P 70, B 30
    ㅅ S 100
    ㅆ S 100
    ㅇ 100
    ㅈ CH 60, JH 40
    ㅉ CH 60, JH 40
    ㅊ CH 100
    ㅋ K 100
    ㅌ T 100
    ㅍ P 100
    ㅎ HH 90, 10
""")
#: Between two voiced sounds.
_BETWEEN: Final = _FIRST | table("""
    ㄱ G 80, K 20
    ㄴ N 100
    ㄷ D 90, T 10
    ㅁ M 100
    ㅂ B 90, P 10
    ㅈ JH 95, CH 5
    ㄹ R 50, L 30, N 15, D 5
""")
_TAILS: Final = table("""
    ㄱ K 75, G 25
    ㄴ N 85, NG 15
    ㄷ T 100
    ㄹ L 70, OW 20, UH 10
    ㅁ M 90, L 10
    ㅂ P 100
    ㅇ NG 75, N 25
""") | {"": choices("100")}
_HISSED: Final = frozenset("ㅣㅑㅕㅛㅠㅟ")  # ㅅ before these is a "sh"
_HUSHED: Final = choices("S 60, SH 40")

#: Of one syllable, and drawn out when said alone, with less of a nose than other words. Without these, one in eight
#: synthetic voices was heard as 아니, the very opposite of 네.
_ALSO_SAID: Final[dict[str, tuple[Phones, ...]]] = {
    "네": (("N", "EY", "IY"), ("NG", "IY"), ("NG", "EY"), ("M", "EY")),
    "응": (("UW", "IY", "NG"),),
}


def pronunciations(word: str, most: int = 6) -> list[Phones]:
    """The spellings of one Korean word, the likeliest first.

    >>> [" ".join(phones) for phones in pronunciations("다음", 2)]
    ['D AA UW M', 'D AA UH M']
    """
    return list(dict.fromkeys([*spellings(sounds(word), most), *_ALSO_SAID.get(word, ())]))


def sounds(word: str) -> list[Sound]:
    """What each letter, as it is spoken, may be; its kind is the letter and where it stands."""
    return list(_sounds(spoken(word)))


def _sounds(syllables: list[Syllable]) -> Iterator[Sound]:
    before = "#"  # the sound before: "#" for the start of the word
    for syllable in syllables:
        voiced = before in ("", "ㄴ", "ㅁ", "ㅇ", "ㄹ")
        lead = syllable.lead
        if lead == "ㄹ" and before == "ㄹ":
            pass  # ㄹㄹ is one long L
        elif lead in "ㅅㅆ" and syllable.vowel in _HISSED:
            yield "sh", _HUSHED
        else:
            leads = _BETWEEN if voiced else _FIRST
            yield ("between " if voiced else "first ") + lead, leads[lead]
        yield syllable.vowel, _VOWELS[syllable.vowel]
        yield "tail " + syllable.tail, _TAILS[syllable.tail]
        before = syllable.tail
