"""The right particle after any word: 간장을, 소스를, 3을, 200g을, LA로.

The choice hangs on the last sound of the word as it is read, so digits, units and Latin letters are read first.
"""

import re
from typing import Final

from shared.kitchen.jamo import is_syllable, letters
from shared.kitchen.latin import read_latin

#: After a closed syllable, after an open one.
_PAIRS: Final = (
    ("을", "를"), ("이", "가"), ("은", "는"), ("과", "와"), ("으로", "로"), ("아", "야"), ("이나", "나"),
    ("이랑", "랑"), ("이에요", "예요"),
    ("이야", "야"), ("이라", "라"), ("이고", "고"), ("이며", "며"), ("이라고", "라고"), ("이든", "든"),
    ("이란", "란"), ("이요", "요"),
    ("이었어요", "였어요"), ("이네요", "네요"), ("이죠", "죠"), ("이지만", "지만"), ("이니까", "니까"),
    ("으로는", "로는"), ("으로도", "로도"),
)  # fmt: skip
_EITHER: Final = {form: pair for pair in reversed(_PAIRS) for form in pair} | {
    "을/를": ("을", "를"), "이/가": ("이", "가"), "은/는": ("은", "는"), "과/와": ("과", "와"),
    "와/과": ("과", "와"), "으로/로": ("으로", "로"),
    "(으)로": ("으로", "로"), "(이)나": ("이나", "나"), "(이)랑": ("이랑", "랑"), "(이)라고": ("이라고", "라고"),
    "을(를)": ("을", "를"),
    "이(가)": ("이", "가"), "은(는)": ("은", "는"), "과(와)": ("과", "와"), "와(과)": ("과", "와"),
    "아/야": ("아", "야"), "를/을": ("을", "를"),
    "가/이": ("이", "가"), "는/은": ("은", "는"), "로/으로": ("으로", "로"), "이에요/예요": ("이에요", "예요"),
    "이나/나": ("이나", "나"),
    "이랑/랑": ("이랑", "랑"), "를(을)": ("을", "를"), "가(이)": ("이", "가"), "는(은)": ("은", "는"),
    "로(으로)": ("으로", "로"),
}  # fmt: skip

_IGNORED_TAIL: Final = re.compile(r"(?:\([^()]{0,80}\)|[\s\"'”’」』)\]}>.,!?~…]){1,8}$")
_LAST_WORD: Final = re.compile(r"(?P<digits>[0-9][0-9,.]*)$|(?P<latin>[A-Za-zµ]+)$")
_UNITS: Final = {
    "g": "램", "kg": "램", "mg": "램", "ml": "터", "l": "터", "dl": "터", "cl": "터", "cc": "시", "cm": "터",
    "mm": "터", "m": "터", "km": "터", "oz": "스",
    "lb": "드", "kcal": "리", "cal": "리", "w": "트", "T": "술", "t": "술", "ts": "술", "tsp": "술", "tbsp": "술",
    "hr": "간", "min": "분", "sec": "초",
    "C": "도", "F": "도", "inch": "치",
}  # fmt: skip
_MARKS: Final = {
    "%": "트",
    "％": "트",
    "℃": "도",
    "℉": "도",
    "°": "도",
    "ℓ": "터",
    "㎖": "터",
    "㎏": "램",
    "㎝": "터",
    "㎎": "램",
    "㏄": "시",
    "½": "반",
    "⅓": "일",
    "⅔": "이",
    "¼": "일",
    "¾": "삼",
    "⅛": "일",
}
_DIGITS: Final = {
    "0": "영",
    "1": "일",
    "2": "이",
    "3": "삼",
    "4": "사",
    "5": "오",
    "6": "육",
    "7": "칠",
    "8": "팔",
    "9": "구",
}
#: The last sound of 10, 100, 1,000, 10,000 ...
_ZEROS: Final = ("", "십", "백", "천", "만", "만", "만", "만", "억")


def josa(word: str, particle: str) -> str:
    """The word with the particle that fits it; either form may be given, or both ("을/를").

    >>> josa("간장", "을/를"), josa("소스", "을/를"), josa("물", "으로/로"), josa("3", "은/는"), josa("LA", "과/와")
    ('간장을', '소스를', '물로', '3은', 'LA와')
    """
    pair = _EITHER.get(particle)
    if pair is None:
        return word + particle
    closed, open_form = pair
    tail = last_sound(word)
    if closed.startswith("으로") and tail == "ㄹ":
        return word + open_form
    return word + (closed if tail else open_form)


def last_sound(word: str) -> str:
    """The consonant the word ends with when read aloud; "" after a vowel (and after nothing readable).

    >>> last_sound("간장"), last_sound("200g"), last_sound("10"), last_sound("버터(무염)")
    ('ㅇ', 'ㅁ', 'ㅂ', '')
    """
    bare = _IGNORED_TAIL.sub("", word[-200:]) or word[-200:]
    if not bare:
        return ""
    last = bare[-1]
    if is_syllable(last):
        return letters(last)[2]
    if last in _MARKS:
        return letters(_MARKS[last])[2]
    match = _LAST_WORD.search(bare)
    if match is None:
        return ""
    if match["digits"]:
        return letters(_last_of_number(match["digits"]))[2]
    return _after_latin(match["latin"], bare[: match.start()])


def _last_of_number(digits: str) -> str:
    if "." in digits.rstrip(".,"):
        return _DIGITS[digits.rstrip(".,")[-1]]
    plain = digits.replace(",", "").rstrip(".")
    zeros = len(plain) - len(plain.rstrip("0"))
    if not plain.strip("0"):
        return "영"
    return _DIGITS[plain[-1]] if not zeros else _ZEROS[min(zeros, 8)]


def _after_latin(word: str, before: str) -> str:
    if before.rstrip()[-1:].isnumeric():  # "1½" as well
        unit = _UNITS.get(word) or _UNITS.get(word.lower())
        if unit is not None:
            return letters(unit)[2]
    read = read_latin(word)
    return letters(read[-1])[2] if read and is_syllable(read[-1]) else ""
