"""Korean number words where they stand: which syllables of '라면이십분' or '만두 두 개' are the number.

What the words are worth is in `numbers_ko.py`; here it is decided where they begin and end among nouns and particles
that look like them. Where nobody can know (라면 이십 분, 라면이 십 분), there is no number.
"""

import re
from fractions import Fraction
from typing import Final

from shared.kitchen import numbers_ko as ko
from shared.kitchen.counters_ko import AFTER_NATIVE, AFTER_SINO, BEFORE_FOOD
from shared.kitchen.numeral import Numeral, Script
from shared.kitchen.reading import is_hangul

_BEHIND_A_POINT: Final = re.compile("[한두세네] ?점 ?$")
#: 쉰, 석, 서, 넉, 너 end or begin too many words; 서른 doesn't.
_NEVER_GLUED: Final = re.compile("[쉰석넉너]|서(?!른)")
_CARRIES_ON: Final = re.compile(
    "(?![가-힣])|(?:만|쯤|정도|씩|에|을|를|은|는|로|으로|에서|까지|부터|요|예요|이요|이에요|입니다|이야|나|이나|랑"
    "|이랑|하고"
    "|와|과|이|가|더|반|중|이서)(?![가-힣])"
    "|(?:으로|로|을|를|만|까지) ?(?:가|이동|해|줄|늘|바꿔|맞춰|설정|줘)"
)
_ALL_OF_THEM: Final = re.compile(" ?다(?![가-힣섯])| ?모두")
#: Nouns that end in what could be a number once spaces are lost ("인삼분", "과일분").
_NOUN_ENDS: Final = re.compile(
    "(?:[인해홍수산]삼|[과오매케요파타내주생휴평제종당]일|[파구사오아종다]이|[고대친절입도야]구|카카오"
    "|[식감회인검조행의기]사|[정돈우제수편근교체]육"
    "|[모만호자녹연완구앵]두|[진나가예과미직발단방]열|(?:제|최대|최소|시원|필요|적당|충분|깨끗|신선|뜨끈|따뜻|말랑|간단|완전|바삭"
    "|매콤|가능|정확|편|얇|두툼|넉넉|통통|뾰족|중요|다양|특별"
    "|촉촉|담백|고소하|가득)한|[가나다라]만|우동)$"
)
#: Of a longer number ("삼십") only the ends of nouns that would change its value matter.
_NOUN_ENDS_BEFORE_MORE: Final = re.compile("(?:[파구사오아종다]이|[과오매케]일|[인해홍산]삼|[짐정]육|[대두]구)$")
#: And of a native one: 만두, 호두, 펜네.
_NOUN_ENDS_BEFORE_NATIVE: Final = re.compile("(?:[모만호자녹연완앵]두|펜네)$")
#: Words that no number can be a part of, so that one may follow without a space: '십분에서십오분', '타이머오분'.
_FREE_AFTER: Final = re.compile(
    "(?:에서|또는|내지|혹은|이나|부터|하고|타이머|알람|동안|그럼|그러면|일단|이제|지금|그리고|까지|시간|정도|거의|대략"
    "|다시|말고|아니다|아니라|아니고|아니야|아니|아냐|을|를|약)$"
)
_GOES_ON_IN_FRACTION: Final = re.compile(
    "분(?!량)|초(?!고추)|시간|인분|단계|여 ?분|(?:으로|로) ?(?:가|줄|해|이동|넘|늘|돌아)|[점쩜과와]|번째|째|에서"
    "|배(?!추)|시(?!간)|만(?![가-힣])|(?:이|가|을|를|은|는|로|으로|도|요|이요|이에요|예요|이야|입니다)(?![가-힣])"
)
#: Never said before another number unless somebody counts.
_COUNTED_ALOUD: Final = frozenset({"하나", "둘", "셋", "넷"})
_ALOUD: Final = ("하나", "둘", "셋", "넷", "다섯", "여섯", "일곱", "여덟", "아홉", "열")
_ANY_ALOUD: Final = f"(?:{'|'.join(_ALOUD)})"
#: '넷 다섯 여섯' with nothing counted behind.
_COUNTING: Final = re.compile(f"(?P<words>{_ANY_ALOUD}(?: {_ANY_ALOUD}){{0,9}})(?=[ .,!?~]*$)")
_COUNTED_BEFORE: Final = re.compile(f"(?<![가-힣])(?P<words>(?:{_ANY_ALOUD} )+)$")
_HOW_MANY: Final = re.compile("(?:몇|(?<![가-힣])수)( ?)$")


_IT_IS: Final = re.compile("에요|요|야")
_COUNTED_DAYS: Final = re.compile("[0-9이삼사오육칠팔구십] ?$")
_DAYS: Final = re.compile(
    " ?(?:에서 ?(?!오일)[0-9일이삼사오육칠팔구십]{1,3} ?일|간(?![가-힣])|동안|정도|쯤|이상|내내|숙성|발효|재[워우]"
    "|뒤|후|냉[장동]|보관|절[여이인]|말[려리린]|불[려리린]|묵[히혀힌]|삭[히혀힌]|둬|두[면고어었]|지나)"
)


def _final_consonant(char: str) -> bool:
    return is_hangul(char) and (ord(char) - 0xAC00) % 28 != 0


def read_half(text: str, start: int, end: int, view: str) -> Numeral | None:
    glued = start > 0 and is_hangul(view[start - 1]) and view[start - 1] not in "한약"
    if text == "반":
        return Numeral(start, end, Fraction(1, 2), Script.HALF, alone=False, glued=glued, syllables=1)
    value = Fraction(1, 2) if text == "절반" else Fraction(1, 4)
    return Numeral(start, end, value, Script.HALF, alone=not glued, glued=glued, syllables=2)


def read_native(run: str, start: int, view: str) -> Numeral | None:
    glued = _touches_a_word(start, view)
    run = _without_next_word(run, start, view, AFTER_NATIVE)
    if not run:
        return None
    words = run.split(" ")
    if words[0] in _ALOUD and not glued and (counted := _counted_aloud(words, start, view)) is not None:
        return counted
    for first in range(len(words)):
        head = sum(len(word) + 1 for word in words[:first])
        word = "".join(words[first:])
        read = ko.read_native(word)
        if read is None:
            continue
        if first == 1 and words[0] != "한" and glued:
            glued = False
        # '한 세 시간': about three hours. ('한두 시간', however it is spaced, is one or two.)
        about = first > 0 and words[first - 1] == "한" and not (start and is_hangul(view[start - 1]))
        begin, end = start + head, start + len(run)
        if first > 0 and words[first - 1] in _COUNTED_ALOUD:
            return None  # '하나 둘 셋'
        touching = glued and first == 0
        if touching and len(words) > 1:
            continue  # '모두 세 배'
        if touching and len(word) > 1 and _NOUN_ENDS_BEFORE_NATIVE.search(view[max(0, start - 2) : start + 1]):
            return read_native(run[1:], start + 1, view)  # '만두세개': three dumplings, not 만 and two or three
        ends_a_noun = touching and _NOUN_ENDS.search(view[max(0, start - 3) : start + len(words[0])])
        if ends_a_noun or (touching and _NEVER_GLUED.match(word)):
            return None
        alone = (
            word not in ko.ATTRIBUTIVE
            and word not in ("열", "쉰")
            and word[-1] not in "한두세네석서넉너"
            and not touching
            and _CARRIES_ON.match(view, end) is not None
            and _ALL_OF_THEM.match(view, end) is None
        )
        return Numeral(begin, end, read[0], Script.NATIVE, alone, read[1], approximate=about or read[1] is not None,
                       glued=touching, syllables=len(word))  # fmt: skip
    if len(words) == 1 and len(run) > 1 and run[0] in "서네":
        return read_native(run[1:], start + 1, view)  # '끝에서두번째': the 서 is no three
    return None


def _counted_aloud(words: list[str], start: int, view: str) -> Numeral | None:
    """The first word of '넷 다섯 여섯', and the later ones: three in a row, one more each, are said to count."""
    spoken = _COUNTING.match(view, start)
    before = _COUNTED_BEFORE.search(view, max(0, start - 12), start)
    row = [*(before["words"].split() if before else []), *(spoken["words"].split() if spoken else [])]
    places = [_ALOUD.index(word) for word in row]
    if len(row) < 3 or spoken is None or places != list(range(places[0], places[0] + len(row))):
        return None
    return Numeral(start, start + len(words[0]), Fraction(_ALOUD.index(words[0]) + 1), Script.NATIVE, alone=True)


def read_sino(run: str, start: int, view: str) -> Numeral | None:
    run = run.rstrip()
    if _BEHIND_A_POINT.search(view, max(0, start - 4), start):
        return None  # '한 점 오': one point five, but nobody counts so
    if len(run) > 1 and run[-1] == "이" and (said := _IT_IS.match(view, start + len(run))) is not None:
        if run.endswith("십이") and said.group() != "에요":
            return None  # '십이요': ten, or twelve?
        if run[-2] in "일삼육칠팔십백천":
            run = run[:-1]  # '삼이요'
    elif run == "일" and _COUNTED_DAYS.search(view, max(0, start - 2), start):
        return None  # the unit of '삼 일'
    elif len(run) > 1 and run[-1] == "일" and run[:-1] != "오" and _DAYS.match(view, start + len(run)):
        run = run[:-1].rstrip()  # '이삼일 숙성'
    run = _without_next_word(run, start, view, AFTER_SINO)
    if not run:
        return None
    glued = _touches_a_word(start, view)
    words = run.split(" ")
    end = start + len(run)
    for first in range(len(words)):
        begin = start + sum(len(word) + 1 for word in words[:first])
        word = "".join(words[first:])
        touching = glued and first == 0
        if touching and (len(words) > 1 or _belongs_to_the_noun(word, begin, view)):
            continue
        # '이백만 넣어' may be "only two hundred": 만 is ten thousand only with a unit behind it.
        read = ko.read_sino(word)
        if read is None or (word[0] in "십백천만" and _HOW_MANY.search(view, max(0, begin - 3), begin)):
            continue
        if word[-1] == "만" and AFTER_SINO.match(view, end) is None:
            shorter = ko.read_sino(word[:-1]) if len(word) > 1 else None
            of_a_fraction = view.endswith(("분의", "분의 "), 0, begin)
            if shorter is None or (len(word) < 3 and not of_a_fraction):
                return None
            if word[-2] in "백천":
                return None
            return Numeral(
                begin, end - 1, shorter[0], Script.SINO, not touching, shorter[1], shorter[1] is not None, touching,
                syllables=len(word) - 1,
            )  # fmt: skip
        alone = (
            not touching
            and len(word) > 1
            and "십" in word
            and word[-1] not in "백천"
            and _CARRIES_ON.match(view, end) is not None
        ) or ("점" in word and not touching)
        return Numeral(
            begin, end, read[0], Script.SINO, alone, read[1], read[1] is not None, touching, syllables=len(word)
        )
    return None


def _without_next_word(run: str, start: int, view: str, unit: re.Pattern[str]) -> str:
    """'백 이상' is no 102 and '한 세트' no three: the last syllable begins a word of its own."""
    while " " in run or len(run) == 1:
        end = start + len(run)
        if not is_hangul(view[end : end + 1] or " ") or unit.match(view, end) or _GOES_ON_IN_FRACTION.match(view, end):
            return run
        if before_food(end, view) is not None:
            return run
        run = run[: run.rindex(" ")] if " " in run else ""
    return run


def before_food(end: int, view: str) -> re.Match[str] | None:
    """'네개고추둘': the counter whose end is hidden by the food that follows."""
    if not is_hangul(view[end + 1 : end + 2] or " "):
        return None
    counter = BEFORE_FOOD.match(view, end)
    if counter is None:
        return None
    from shared.kitchen.ingredient_concepts import concept_of

    begins = counter.end()
    foods = (view[begins : begins + length] for length in range(2, 6))
    return counter if any(concept_of(food) is not None for food in foods) else None


_LAST_WORD: Final = re.compile("[가-힣]{2,8}$")


def after_food(start: int, end: int, view: str) -> bool:
    """'양파두 개', '세개당근하나': the number touches food, and isn't a part of its name ('호두 한 컵')."""
    from shared.kitchen.ingredient_concepts import concept_of

    word = _LAST_WORD.search(view, max(0, start - 8), start)
    if word is None:
        return False
    names = [word.group()[at:] for at in range(len(word.group()) - 1)]
    food = next((name for name in names if concept_of(name) is not None), None)
    return food is not None and all(concept_of(name + view[start:end]) is None for name in names)


def _touches_a_word(start: int, view: str) -> bool:
    if start == 0 or not is_hangul(view[start - 1]):
        return False
    if view.startswith("아니구", start - 2):
        return True
    return _FREE_AFTER.search(view, max(0, start - 4), start) is None


def _belongs_to_the_noun(word: str, start: int, view: str) -> bool:
    """'라면이십분': twenty minutes, or "the noodles, ten minutes"? Where the particle 이 is possible, nobody knows."""
    before = view[start - 1]
    if before in "한약":
        return start > 1 and is_hangul(view[start - 2]) and before == "한"
    if before in "간분" and start > 1 and (view[start - 2] in "시" or before == "분"):
        return False  # '한시간오분', '오분이십초': the number goes on
    if word[0] == "이" and _final_consonant(before):
        return True
    if word[0] == "구" and len(word) > 1 and not after_food(start, start + 1, view):
        return True  # '끓이구십분': 구 is 고 in speech, or the nine of ninety
    nouns = _NOUN_ENDS if len(word) == 1 else _NOUN_ENDS_BEFORE_MORE
    return nouns.search(view[max(0, start - 3) : start + 1]) is not None
