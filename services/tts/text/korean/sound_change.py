"""What happens where two Korean syllables meet, after the standard pronunciation (표준 발음법).

Pure rules over letters, one meeting at a time; words that break them are in `lexicon.py`.
"""

from dataclasses import dataclass

from shared.kitchen.jamo import compose, letters


@dataclass(slots=True)
class Syllable:
    lead: str
    vowel: str
    tail: str

    @classmethod
    def of(cls, char: str) -> "Syllable":
        return cls(*letters(char))

    def __str__(self) -> str:
        return compose(self.lead, self.vowel, self.tail)


#: A double tail before a vowel: what stays, what moves on. (ㅅ becomes ㅆ on the way: 값을 -> 갑쓸.)
_SPLIT = {
    "ㄳ": ("ㄱ", "ㅆ"), "ㄵ": ("ㄴ", "ㅈ"), "ㄺ": ("ㄹ", "ㄱ"), "ㄻ": ("ㄹ", "ㅁ"), "ㄼ": ("ㄹ", "ㅂ"),
    "ㄽ": ("ㄹ", "ㅆ"), "ㄾ": ("ㄹ", "ㅌ"), "ㄿ": ("ㄹ", "ㅍ"), "ㅄ": ("ㅂ", "ㅆ"),
}  # fmt: skip
#: Every tail is heard as one of seven.
_HEARD = {
    "ㄲ": "ㄱ", "ㅋ": "ㄱ", "ㄳ": "ㄱ", "ㄺ": "ㄱ",
    "ㅅ": "ㄷ", "ㅆ": "ㄷ", "ㅈ": "ㄷ", "ㅊ": "ㄷ", "ㅌ": "ㄷ", "ㅎ": "ㄷ",
    "ㅍ": "ㅂ", "ㅄ": "ㅂ", "ㄿ": "ㅂ",
    "ㄼ": "ㄹ", "ㄽ": "ㄹ", "ㄾ": "ㄹ", "ㅀ": "ㄹ", "ㄵ": "ㄴ", "ㄶ": "ㄴ", "ㄻ": "ㅁ",
}  # fmt: skip
TENSE = {"ㄱ": "ㄲ", "ㄷ": "ㄸ", "ㅂ": "ㅃ", "ㅅ": "ㅆ", "ㅈ": "ㅉ"}
_WITH_H = {"ㄱ": "ㅋ", "ㄷ": "ㅌ", "ㅂ": "ㅍ", "ㅈ": "ㅊ"}
_NASAL = {"ㄱ": "ㅇ", "ㄷ": "ㄴ", "ㅂ": "ㅁ"}
#: After these a plain lead is tense: the stops, and the double tails that end in one.
_HARDENS = frozenset("ㄱㄲㅋㄳㄺㄷㅅㅆㅈㅊㅌㅂㅍㅄㄿㄼㄽㄾㄵㄻ")
#: Tails that ㅎ melts into: what stays, what the ㅎ becomes. ㅅ and ㅊ stop first: 못하다 -> 모타다.
_INTO_H = {
    "ㄱ": ("", "ㅋ"), "ㄲ": ("", "ㅋ"), "ㅋ": ("", "ㅋ"), "ㄳ": ("", "ㅋ"), "ㄺ": ("ㄹ", "ㅋ"),
    "ㄷ": ("", "ㅌ"), "ㅅ": ("", "ㅌ"), "ㅆ": ("", "ㅌ"), "ㅊ": ("", "ㅌ"), "ㅌ": ("", "ㅌ"),
    "ㅈ": ("", "ㅊ"), "ㄵ": ("ㄴ", "ㅊ"),
    "ㅂ": ("", "ㅍ"), "ㅍ": ("", "ㅍ"), "ㅄ": ("", "ㅍ"), "ㄼ": ("ㄹ", "ㅍ"),
}  # fmt: skip
_LEFT_BY_H = {"ㅎ": "", "ㄶ": "ㄴ", "ㅀ": "ㄹ"}
_PALATAL = {"ㄷ": ("", "ㅈ"), "ㅌ": ("", "ㅊ"), "ㄾ": ("ㄹ", "ㅊ")}
_STEMS_LR = frozenset("읽맑묽굵밝늙긁얽붉갉낡옭")  # 묽게 -> 물께, but 닭과 -> 닥꽈
_MADE_TO = frozenset("옮굶곪닮")  # with -기-: 옮기다 -> 옴기다, but 삶기 -> 삼끼


def heard_tail(tail: str) -> str:
    return _HEARD.get(tail, tail)


def meet(left: Syllable, right: Syllable) -> None:
    """Both syllables become what is heard; `right` keeps its tail for its own next meeting."""
    stem = str(left)
    if right.lead == "ㅇ":
        _before_vowel(left, right)
    elif left.tail in _LEFT_BY_H:
        _after_h(left, right)
    elif right.lead == "ㅎ" and left.tail in _INTO_H:
        if left.tail == "ㄷ" and _turns_palatal(right):  # 닫히다 -> 다치다
            left.tail, right.lead = "", "ㅊ"
        else:
            left.tail, right.lead = _INTO_H[left.tail]
    else:
        _harden(stem, left, right)
        left.tail = heard_tail(left.tail) if stem != "밟" else "ㅂ"
        _assimilate(left, right)


def _before_vowel(left: Syllable, right: Syllable) -> None:
    tail = left.tail
    if tail in _LEFT_BY_H:  # 좋은 -> 조은, 끓이다 -> 끄리다
        tail = _LEFT_BY_H[tail]
    if tail in _PALATAL and _turns_palatal(right):
        left.tail, right.lead = _PALATAL[tail]
    elif tail in _SPLIT:
        left.tail, right.lead = _SPLIT[tail]
    elif tail in ("", "ㅇ"):
        left.tail = tail
    else:
        left.tail, right.lead = "", tail


def _turns_palatal(right: Syllable) -> bool:
    """Before -이, -히 and their past (붙여, 닫혔다); not before 형."""
    return right.vowel == "ㅣ" or (right.vowel == "ㅕ" and right.tail in ("", "ㅆ"))


def _after_h(left: Syllable, right: Syllable) -> None:
    stays = _LEFT_BY_H[left.tail]
    if right.lead in _WITH_H:
        right.lead = _WITH_H[right.lead]
    elif right.lead == "ㅅ":
        right.lead = "ㅆ"
    elif right.lead in "ㄴㅁ" and not stays:  # 넣는 -> 넌는
        stays = "ㄴ"
    left.tail = stays
    _assimilate(left, right)


def _harden(stem: str, left: Syllable, right: Syllable) -> None:
    if right.lead not in TENSE or left.tail not in _HARDENS:
        return
    if left.tail == "ㄺ" and right.lead == "ㄱ" and stem in _STEMS_LR:
        left.tail = "ㄹ"
    if left.tail == "ㄻ" and stem in _MADE_TO and right.lead == "ㄱ" and right.vowel in "ㅣㅕ":
        return
    right.lead = TENSE[right.lead]


def _assimilate(left: Syllable, right: Syllable) -> None:
    if right.lead == "ㄹ":
        if left.tail in ("ㄴ", "ㄹ"):
            left.tail = "ㄹ"
        elif left.tail in _NASAL or left.tail in ("ㅁ", "ㅇ"):  # 독립 -> 동닙, 음료 -> 음뇨
            left.tail, right.lead = _NASAL.get(left.tail, left.tail), "ㄴ"
    elif right.lead == "ㄴ" and left.tail == "ㄹ":
        right.lead = "ㄹ"
    elif right.lead in "ㄴㅁ" and left.tail in _NASAL:
        left.tail = _NASAL[left.tail]


def soften_vowel(syllable: Syllable) -> None:
    """져 -> 저, 계 -> 게, 희 -> 히."""
    if syllable.vowel == "ㅕ" and syllable.lead in "ㅈㅉㅊ":
        syllable.vowel = "ㅓ"
    elif syllable.vowel == "ㅖ" and syllable.lead not in "ㅇㄹ":
        syllable.vowel = "ㅔ"
    elif syllable.vowel == "ㅢ" and syllable.lead != "ㅇ":
        syllable.vowel = "ㅣ"
