"""How written Korean is really pronounced: liaison, assimilation, tensing, aspiration.

From the letters of one word to the letters that are spoken ("먹는" -> 멍는). No dictionary, no exceptions but a short
table; which phones an acoustic model has for these letters is `phones_ko.py`.
"""

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from shared.kitchen.jamo import is_syllable, letters

#: Said otherwise than the rules make of them: compounds with an inserted ㄴ, and tensing that no rule foresees.
_SAID: Final = dict(
    pair.split(":")
    for pair in [
        "십육:심뉵",
        "백육:뱅뉵",
        "식용유:시굥뉴",
        "물고기:물꼬기",
        "할게:할께",
        "갈게:갈께",
        "넣을게:너을께",
        "콩잎:콩닙",
        "깻잎:깬닙",
        "밥그릇:밥끄륻",
        "어떻게:어떠케",
        "여덟:여덜",
        "김밥:김빱",
        "비빔밥:비빔빱",
        "볶음밥:보끔빱",
        "고춧가루:고추까루",
        "후춧가루:후추까루",
        "밀가루:밀까루",
        "빵가루:빵까루",
        "카레가루:카레까루",
    ]
)

#: What is left of a consonant at the end of a syllable.
_CLOSED: Final = {
    written: said
    for said, all_written in {
        "ㄱ": "ㄱㄲㅋㄳㄺ",
        "ㄷ": "ㄷㅌㅅㅆㅈㅊㅎ",
        "ㅂ": "ㅂㅍㅄㄿ",
        "ㄴ": "ㄴㄵㄶ",
        "ㄹ": "ㄹㄼㄽㄾㅀ",
        "ㅁ": "ㅁㄻ",
        "ㅇ": "ㅇ",
    }.items()
    for written in all_written
} | {"": ""}
_SPLIT: Final = {
    "ㄳ": ("ㄱ", "ㅅ"),
    "ㄵ": ("ㄴ", "ㅈ"),
    "ㄶ": ("ㄴ", "ㅎ"),
    "ㄺ": ("ㄹ", "ㄱ"),
    "ㄻ": ("ㄹ", "ㅁ"),
    "ㄼ": ("ㄹ", "ㅂ"),
    "ㄽ": ("ㄹ", "ㅅ"),
    "ㄾ": ("ㄹ", "ㅌ"),
    "ㄿ": ("ㄹ", "ㅍ"),
    "ㅀ": ("ㄹ", "ㅎ"),
    "ㅄ": ("ㅂ", "ㅅ"),
}
_TENSE: Final = {"ㄱ": "ㄲ", "ㄷ": "ㄸ", "ㅂ": "ㅃ", "ㅅ": "ㅆ", "ㅈ": "ㅉ"}
_ASPIRATED: Final = {"ㄱ": "ㅋ", "ㄷ": "ㅌ", "ㅂ": "ㅍ", "ㅈ": "ㅊ"}
_NASAL: Final = {"ㄱ": "ㅇ", "ㄷ": "ㄴ", "ㅂ": "ㅁ"}


@dataclass(slots=True)
class Syllable:
    lead: str
    vowel: str
    tail: str


def spoken(word: str) -> list[Syllable]:
    """The syllables of one Hangul word as they are said; other characters are left out.

    >>> "".join(s.lead + s.vowel + s.tail for s in spoken("먹는"))
    'ㅁㅓㅇㄴㅡㄴ'
    """
    for written, said in _SAID.items():
        word = word.replace(written, said)
    syllables = [Syllable(*letters(char)) for char in word if is_syllable(char)]
    for left, right in pairwise(syllables):
        _meet(left, right)
    for syllable in syllables:
        syllable.tail = _CLOSED[syllable.tail]
    return syllables


def _meet(left: Syllable, right: Syllable) -> None:
    """What the end of one syllable and the start of the next do to each other."""
    _meet_h(left, right)
    if right.lead == "ㅇ":
        _link(left, right)
        return
    tail, lead = _CLOSED[left.tail], right.lead
    if tail in _NASAL and lead in _TENSE:
        right.lead = _TENSE[lead]
    elif tail in _NASAL and lead in "ㄴㅁ":
        tail = _NASAL[tail]
    elif tail in _NASAL and lead == "ㄹ":
        tail, right.lead = _NASAL[tail], "ㄴ"
    elif tail in ("ㅁ", "ㅇ") and lead == "ㄹ":
        right.lead = "ㄴ"
    elif (tail, lead) in (("ㄴ", "ㄹ"), ("ㄹ", "ㄴ")):
        tail, right.lead = "ㄹ", "ㄹ"
    left.tail = tail


def _meet_h(left: Syllable, right: Syllable) -> None:
    """ㅎ melts into its neighbour: 좋다 -> 조타, 많이 -> 마니, 백화 -> 배콰."""
    first, last = _SPLIT.get(left.tail, ("", left.tail))
    if last == "ㅎ":
        if right.lead in _ASPIRATED:
            left.tail, right.lead = first, _ASPIRATED[right.lead]
        elif right.lead == "ㅅ":
            left.tail, right.lead = first, "ㅆ"
        elif right.lead == "ㅇ":
            left.tail = first
        else:
            left.tail = first or "ㄴ" if right.lead in "ㄴㅁ" else first
    elif right.lead == "ㅎ":
        plain = last if last == "ㅈ" else _CLOSED[last]
        if plain in _ASPIRATED:
            left.tail, right.lead = first, _ASPIRATED[plain]


def _link(left: Syllable, right: Syllable) -> None:
    """A consonant before a vowel moves over: 넣었어 -> 너어써, 값이 -> 갑씨, 같이 -> 가치."""
    if left.tail in ("", "ㅇ"):
        return
    stays, moves = _SPLIT.get(left.tail, ("", left.tail))
    if right.vowel == "ㅣ" and moves in ("ㄷ", "ㅌ"):
        moves = {"ㄷ": "ㅈ", "ㅌ": "ㅊ"}[moves]
    elif stays and moves == "ㅅ":
        moves = "ㅆ"
    left.tail, right.lead = stays, moves
