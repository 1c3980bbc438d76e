"""The scan under numbers, durations, quantities and steps: every stretch of a text that reads as a number.

It finds candidates and joins what belongs together (fractions, ranges, "about"). A syllable that may be a number
('이', '한', '네', "a") is one only when something countable follows: `counts_something` decides, or the finder that
knows its units.
"""

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from typing import Final

from shared.kitchen import numbers_en as en
from shared.kitchen import numbers_ko as ko
from shared.kitchen.counters_ko import AFTER_NATIVE, AFTER_SINO, AFTER_SINO_DIGIT, NOT_AFTER_THIS
from shared.kitchen.reading import is_hangul


class Script(StrEnum):
    DIGITS = "digits"
    SINO = "sino"
    NATIVE = "native"
    ENGLISH = "english"
    ARTICLE = "article"  # "a", "an": one, if a unit follows
    HALF = "half"  # 반: a number before its counter or after a unit


@dataclass(frozen=True, slots=True)
class Numeral:
    """A stretch that reads as a number, before anyone has asked whether it is meant as one."""

    start: int
    end: int
    value: Fraction
    script: Script
    alone: bool  # a number even when nothing countable follows
    high: Fraction | None = None
    approximate: bool = False
    glued: bool = False  # Hangul touches it on the left
    syllables: int = 0


_VULGAR: Final = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8),
    "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5), "⅘": (4, 5),
    "⅙": (1, 6), "⅚": (5, 6), "⅒": (1, 10), "⅐": (1, 7), "⅑": (1, 9),
}  # fmt: skip
_GLYPH = f"[{''.join(_VULGAR)}]"
_PLAIN = (
    r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,2}(?:\.[0-9]{1,6})?(?![0-9])|[0-9]{1,9}(?:\.[0-9]{1,6})?(?![0-9])"
    r"|(?<![0-9])\.[0-9]{1,6}(?![0-9]))"
)
_RATIO = r"[0-9]{1,4} ?/ ?[0-9]{1,4}(?![0-9])"
# Much that looks like a number isn't one to cook with: clocks, dates, phone numbers, five-spice, half-and-half.
_NO_NUMBER = (
    r"[0-9]+(?:-[0-9]+){2,}(?![/0-9])|[0-9]+(?:\.[0-9]+){2,}|[0-9]+(?:/[0-9]+){2,}|[0-9]+(?::[0-9]+)+"
    r"|24/7|50/50|[0-9]{10,}"
    r"|(?<![a-z])(?:(?:five|5)[- ]?spice|half[- ](?:and|&|n)[- ]half|thousand[- ]island|(?:seven"
    r"|7)[- ]?up|fifty[- ]fifty"
    r"|one[- ]by[- ]one|(?:one|1)[- ](?:pot|pan|dish)|one (?:at a time|more time|of|moment)|a (?:few|lot"
    r"|bit|little|while|time)"
    r"|(?:this|that|which|the|other|another|next|last|each|every|any|no|new|previous|same|right|wrong|big|small"
    r"|first|second|third|fourth|fifth|sixth|tenth|[0-9]+(?:st|nd|rd|th)) one"
    r"(?! more| (?:cup|minute|hour|second|teaspoon|tablespoon))(?![- ]?(?:half|third|quarter|hundred))"
    r"|half (?:past|way)|(?:quarter|half|[0-9]{1,2}|five|ten|twenty) (?:past|till|o'?clock)(?: [a-z]+)?"
    r"|quarter to [a-z]+)(?![a-z])"
)
_TOKEN: Final = re.compile(
    rf"(?P<skip>{_NO_NUMBER})"
    rf"|(?P<mixed>[0-9]{{1,4}}(?: ?{_GLYPH}|(?: |-| ?[과와] ?){_RATIO}))"
    rf"|(?P<glyph>{_GLYPH})|(?P<ratio>{_RATIO})"
    r"|(?P<spoken_point>[0-9]{1,3} ?[점쩜] ?[0-9]{1,2}(?![0-9]))"
    rf"|(?P<digits>{_PLAIN})(?:(?P<power>[백천])(?P<below>[0-9]{{1,3}})?(?![0-9]))?"
    rf"|(?P<native>{ko.NATIVE_RUN})|(?P<sino>{ko.SINO_RUN})|(?P<half>절반|반의 ?반|반)"
    rf"|(?<![a-z])(?:(?P<point>(?:(?:zero|oh) )?point(?: (?:one|two|three|four|five|six|seven|eight|nine"
    rf"|zero|oh)(?![a-z])){{1,4}})"
    rf"|(?P<some>(?:half a|a half|half)[- ]dozen(?![a-z])|an?[- ](?:half|quarter|third|fourth|fifth|sixth"
    rf"|eighth|tenth|dozen|couple(?: of)?)(?![a-z])|couple of(?![a-z])|couple(?= (?:more )?(?:minutes"
    rf"|hours|seconds|mins|secs|hrs|days)))"
    rf"|(?P<cardinal>{en.CARDINAL})|(?P<dozen>dozen(?![a-z]))|(?P<part>{en.PART})"
    rf"|(?P<article>an?(?![a-z'.])))"
)
_EN_TAIL: Final = re.compile(
    rf"(?P<decimals>{en.DECIMALS})"
    rf"|(?: (?:and|&) |-and-)(?:(?P<how_many>a|one|two|three|five|seven|1|2|3)[- ])?(?P<and_part>{en.PART})"
    rf"| (?:and|&) (?:(?P<and_ratio>{_RATIO})|(?P<and_glyph>{_GLYPH}))"
    rf"|[- ](?:(?P<many>hundred|thousand)(?![a-z])|(?P<dozen>dozen)(?![a-z])|(?P<part>{en.PART}))"
)
_OF_SOMETHING: Final = re.compile(
    r"[- ](?:of|cups?|teaspoons?|tablespoons?|tsps?|tbsps?|pounds?|lbs?|ounces?|pints?|quarts?"
    r"|hours?)(?![a-z])"
)
_LATIN_TAIL: Final = re.compile(r"(?:step|timer|number|no\.?|x|[0-9](?:h|hrs?|m|min)|for|to|in)$")
_CARRIES_ON: Final = re.compile(
    "(?![가-힣])|(?:만|쯤|정도|씩|을|를|은|는|로|으로|에서|까지|부터|요|예요|이요|이에요|입니다|이야|나|이나|랑"
    "|이랑|하고"
    "|와|과|이|가|더|반|중)(?![가-힣])"
    "|(?:으로|로|을|를|만|까지) ?(?:가|이동|해|줄|늘|바꿔|맞춰|설정|줘)"
)
_ALL_OF_THEM: Final = re.compile(" ?다(?![가-힣섯])| ?모두")
_HALF_ENDS: Final = re.compile(
    "(?=[ ]?(?:개|컵|큰술|작은술|숟|스푼|술|티스푼|모|쪽|대|단|줌|마리|포기|봉지|봉|캔|통|병|판|알|장|줄|공기"
    "|그릇|접시|국자|팩|덩어리|덩이|토막|조각|"
    "송이|뿌리|근|되|홉|인분|시간|종이컵|잔|주먹|움큼|꼬집|자밤|리터|킬로|배(?!추|려))(?![가-힣])"
    "|[ ]?(?:개|컵|큰술|작은술|숟가락|숟갈|스푼|티스푼|모|쪽|단|줌|마리|포기|봉지|캔|통|병|공기|시간|인분"
    "|근)(?:만|쯤|정도|을|를|은|는|이|가|으로|로|에|씩|넣"
    "|더|동안|뒤|후|타|짜리))"
)
_HALF_IS_OVER: Final = re.compile("(?![가-힣])(?! ?[가-힣]*으로)|(?:만|쯤|정도|을|를|이|은|의|요|이요)(?![가-힣])")
_JOINED: Final = re.compile(r" ?(?:(?P<dash>~|--?)|(?P<said>에서|내지|to|or|또는|혹은|이나)|(?P<comma>,)) ?")
_APPROXIMATELY: Final = re.compile(
    r"(?:(?:^|[^가-힣])(?:약|대략|대충|거의|얼추)|(?:^|[^0-9 ] ?)~|(?:^|[^a-z])(?:about|around|approximately"
    r"|approx\.?|roughly|nearly|almost|maybe|circa|some|like)) ?(?:an? |the )?$"
)
#: Nouns that end in what could be a number once spaces are lost ("인삼분", "과일분").
_NOUN_ENDS: Final = re.compile(
    "(?:[인해홍수산]삼|[과오매케요파타내주생휴평제종당]일|[파구사오아종다]이|[고대친절입도야]구|카카오"
    "|[식감회인검조행의기]사|[정돈우제수편근교체]육"
    "|[모만호자녹연완구앵]두|[진나가예과미직발단방]열|(?:시원|필요|적당|충분|깨끗|신선|뜨끈|따뜻|말랑|간단|완전|바삭"
    "|매콤|가능|정확|편|얇|두툼|넉넉|통통|뾰족|중요|다양|특별"
    "|촉촉|담백|고소하|가득)한|[가나다라]만|우동)$"
)
#: Of a longer number ("삼십") only the ends of nouns that would change its value matter.
_NOUN_ENDS_BEFORE_MORE: Final = re.compile("(?:[파구사오아종다]이|[과오매케]일|[인해홍산]삼)$")
#: Words that no number can be a part of, so that one may follow without a space: '십분에서십오분', '타이머오분'.
_FREE_AFTER: Final = re.compile(
    "(?:에서|또는|내지|혹은|이나|부터|하고|타이머|알람|동안|그럼|그러면|일단|이제|지금|그리고|까지|시간|정도|거의|대략"
    "|다시|을|를|약)$"
)
_GOES_ON_IN_FRACTION: Final = re.compile(
    "분(?!량)|초(?!고추)|시간|인분|단계|여 ?분|(?:으로|로) ?(?:가|줄|해|이동|넘|늘|돌아)|[점쩜과와]|번째|째|에서"
    "|배(?!추)|시(?!간)|만(?![가-힣])|(?:이|가|을|를|은|는|로|으로|도|요|이요)(?![가-힣])"
)
_DEGREES: Final = re.compile(r" ?(?:degrees|°|fahrenheit|celsius)")
_OVEN: Final = re.compile(
    r"(?:oven|preheat(?:ed)?|temperature|temp|bake|roast)(?: (?:the|my|your|oven|it|up|is|set))* (?:to|at) (?:about )?$"
)
_HOW_MANY: Final = re.compile("(?:몇|(?<![가-힣])수)( ?)$")
_A_UNIT: Final = re.compile(
    r" (?:minutes?|mins?|hours?|seconds?|secs?|cups?|tablespoons?|teaspoons?|tbsp|tsp|cloves?)(?![a-z])"
)


def _final_consonant(char: str) -> bool:
    return is_hangul(char) and (ord(char) - 0xAC00) % 28 != 0


def _ratio(text: str) -> Fraction | None:
    top, _, bottom = text.partition("/")
    return Fraction(int(top), int(bottom)) if int(bottom) else None


def _plain(text: str) -> Fraction:
    return Fraction(text.replace(",", "") if text[0] != "." else f"0{text}")


@lru_cache(maxsize=64)
def _scan(view: str) -> tuple[Numeral, ...]:
    found: list[Numeral] = []
    position = 0
    token = _TOKEN.search(view)
    while token is not None:
        numeral = _read(token, view)
        if numeral is not None:
            found.append(numeral)
            position = max(numeral.end, token.start() + 1)
        else:
            # "a third one": no third part, but perhaps something after the "a"
            position = token.start() + 1 if token.lastgroup == "some" else token.end()
        token = _TOKEN.search(view, position)
    return tuple(_ranges(_approximations(_fractions(found, view), view), view))


def numerals(view: str) -> tuple[Numeral, ...]:
    """Everything in a folded text that reads as a number; ranges and fractions joined. For the other finders."""
    return _scan(view) if len(view) <= 400 else _scan.__wrapped__(view)


def _read(token: re.Match[str], view: str) -> Numeral | None:
    kind = token.lastgroup
    start, end = token.span()
    before = view[start - 1] if start else ""
    match kind:
        case "skip":
            return None
        case "native":
            return _read_native(token.group(), start, view)
        case "sino":
            return _read_sino(token.group(), start, view)
        case "half":
            return _read_half(token.group(), start, end, view)
        case "article":
            return Numeral(start, end, Fraction(1), Script.ARTICLE, alone=False)
        case _:
            pass
    if before.isascii() and before.isalpha() and not _LATIN_TAIL.search(view, max(0, start - 6), start):
        return None
    if before and before in ".:/" and start > 1 and view[start - 2].isdigit():
        return None
    return _read_written(token, kind or "", view)


def _read_written(token: re.Match[str], kind: str, view: str) -> Numeral | None:
    start, end = token.span()
    text = token.group()
    script = Script.DIGITS
    alone = True
    value: Fraction | None
    match kind:
        case "mixed":
            whole, _, rest = re.sub("[-과와 ]+", " ", text).strip().partition(" ")
            if not rest:
                whole, rest = text[:-1].strip(), text[-1]
            part = Fraction(*_VULGAR[rest]) if rest in _VULGAR else _ratio(rest)
            if part is None or part >= 1:
                return Numeral(start, start + len(whole), Fraction(int(whole)), script, alone=True)
            value = int(whole) + part
        case "glyph":
            value = Fraction(*_VULGAR[text])
        case "ratio":
            value = _ratio(text)
        case "spoken_point":
            whole, _, rest = re.sub("[점쩜]", ".", text).replace(" ", "").partition(".")
            value = Fraction(f"{whole}.{rest}")
        case "digits" | "power" | "below":
            value = _plain(token["digits"])
            if token["power"]:
                value = value * (100 if token["power"] == "백" else 1000) + int(token["below"] or 0)
            else:
                return _with_tail(start, end, value, script, view)
        case "cardinal":
            return _with_tail(start, end, Fraction(en.read_cardinal(text)), Script.ENGLISH, view)
        case "point":
            value, script = en.read_decimals(text.removeprefix("zero ").removeprefix("oh ")), Script.ENGLISH
        case "some":
            return _read_some(text, start, end, view)
        case "dozen":
            value, script = Fraction(12), Script.ENGLISH
        case "part":
            value, script = en.read_part(text), Script.ENGLISH
            alone = text in ("half", "halves")
            if not alone and text not in ("quarter", "quarters"):
                return None  # a bare "third" is a place
        case _:
            return None
    return None if value is None else Numeral(start, end, value, script, alone=alone)


def _read_some(text: str, start: int, end: int, view: str) -> Numeral | None:
    if text.endswith("dozen"):
        return Numeral(start, end, Fraction(6 if text.count("half") else 12), Script.ENGLISH, alone=True)
    if "couple" in text:
        return Numeral(start, end, Fraction(2), Script.ENGLISH, alone=True, approximate=True)
    word = re.split("[- ]", text)[1]
    if word not in ("half", "quarter") and not _OF_SOMETHING.match(view, end) and (start, end) != (0, len(view)):
        return None  # "a third egg" is one more egg
    return Numeral(start, end, en.read_part(word), Script.ENGLISH, alone=True)


def _with_tail(start: int, end: int, value: Fraction, script: Script, view: str) -> Numeral:
    tail = _EN_TAIL.match(view, end)
    if tail is None:
        return Numeral(start, end, value, script, alone=True)
    part: Fraction | None = None
    if tail["decimals"] and value.denominator == 1:
        part = en.read_decimals(tail["decimals"])
    elif tail["and_part"]:
        how_many = tail["how_many"]
        if how_many is not None or tail["and_part"] == "half":
            times = int(how_many) if how_many and how_many.isdigit() else en.read_cardinal(how_many or "one")
            part = times * en.read_part(tail["and_part"])
            if part >= 1 or (how_many == "a" and tail["and_part"].startswith(("third", "fourth", "fifth"))
                             and not _OF_SOMETHING.match(view, tail.end())):  # fmt: skip
                part = None
    elif tail["and_ratio"]:
        part = _ratio(tail["and_ratio"])
    elif tail["and_glyph"]:
        part = Fraction(*_VULGAR[tail["and_glyph"]])
    elif tail["many"]:
        times = 100 if tail["many"] == "hundred" else 1000
        return Numeral(start, tail.end(), value * times, script, alone=True)
    elif tail["dozen"]:
        return Numeral(start, tail.end(), value * 12, script, alone=True)
    elif tail["part"] and (value < 20 or tail["part"].startswith(("half", "halves", "quarter"))):
        return Numeral(start, tail.end(), value * en.read_part(tail["part"]), script, alone=True)
    if part is None or part >= 1:
        return Numeral(start, end, value, script, alone=True)
    return Numeral(start, tail.end(), value + part, script, alone=True)


def _read_half(text: str, start: int, end: int, view: str) -> Numeral | None:
    glued = start > 0 and is_hangul(view[start - 1]) and view[start - 1] not in "한약"
    if text == "반":
        return Numeral(start, end, Fraction(1, 2), Script.HALF, alone=False, glued=glued, syllables=1)
    value = Fraction(1, 2) if text == "절반" else Fraction(1, 4)
    return Numeral(start, end, value, Script.HALF, alone=not glued, glued=glued, syllables=2)


def _read_native(run: str, start: int, view: str) -> Numeral | None:
    glued = _touches_a_word(start, view)
    run = _without_next_word(run, start, view, AFTER_NATIVE)
    if not run:
        return None
    words = run.split(" ")
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
        touching = glued and first == 0
        if touching and len(words) > 1:
            continue  # '모두 세 배'
        if touching and (word[0] in "쉰석서넉너" or _NOUN_ENDS.search(view[max(0, start - 3) : start + len(words[0])])):
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
        return _read_native(run[1:], start + 1, view)  # '끝에서두번째': the 서 is no three
    return None


def _read_sino(run: str, start: int, view: str) -> Numeral | None:
    run = _without_next_word(run.rstrip(), start, view, AFTER_SINO)
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
        run = run[: run.rindex(" ")] if " " in run else ""
    return run


def _touches_a_word(start: int, view: str) -> bool:
    if start == 0 or not is_hangul(view[start - 1]):
        return False
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
    nouns = _NOUN_ENDS if len(word) == 1 else _NOUN_ENDS_BEFORE_MORE
    return nouns.search(view[max(0, start - 3) : start + 1]) is not None


def _fractions(found: list[Numeral], view: str) -> list[Numeral]:
    """'사분의 삼' is 3/4, '일과 사분의 삼' 7/4."""
    joined: list[Numeral] = []
    for numeral in found:
        last = joined[-1] if joined else None
        if last is not None and numeral.script in (Script.SINO, Script.DIGITS, Script.NATIVE):
            gap = view[last.end : numeral.start]
            plain = last.high is None and numeral.high is None and numeral.value.denominator == 1
            if gap.strip() == "분의" and plain and 1 < last.value < 1000 and numeral.value < last.value:
                joined[-1] = replace(
                    last, end=numeral.end, value=numeral.value / last.value, alone=not last.glued, syllables=9
                )
                continue
        joined.append(numeral)
    merged: list[Numeral] = []
    for numeral in joined:
        last = merged[-1] if merged else None
        if (
            last is not None
            and numeral.value < 1
            and numeral.script in (Script.SINO, Script.DIGITS)
            and last.value.denominator == 1
            and last.high is None
            and last.script in (Script.SINO, Script.NATIVE, Script.DIGITS)
            and view[last.end : numeral.start].strip() in ("과", "와", "하고", "이랑", "랑")
        ):
            merged[-1] = replace(last, end=numeral.end, value=last.value + numeral.value, alone=True, syllables=9)
            continue
        if last is not None and _one_and_a_half(last, numeral, view):
            merged[-1] = replace(last, end=numeral.end, value=last.value + numeral.value)
            continue
        merged.append(numeral)
    return merged


def _one_and_a_half(whole: Numeral, half: Numeral, view: str) -> bool:
    """'하나 반'."""
    return (
        half.script is Script.HALF
        and view[half.start : half.end] == "반"
        and whole.script is Script.NATIVE
        and whole.high is None
        and view[whole.start : whole.end] not in ko.ATTRIBUTIVE
        and view[whole.end : half.start] in ("", " ")
        and _HALF_IS_OVER.match(view, half.end) is not None
    )


def _approximations(found: list[Numeral], view: str) -> list[Numeral]:
    kept: list[Numeral] = []
    for numeral in found:
        last = kept[-1] if kept else None
        # '한 십 분', '한 10분', '한 반 시간'
        if (
            last is not None
            and last.script is Script.NATIVE
            and last.syllables == 1
            and view[last.start : last.end] == "한"
            and not last.glued
            and view[last.end : numeral.start] in ("", " ")
            and numeral.script is not Script.ARTICLE
        ):
            kept[-1] = replace(numeral, approximate=True, glued=False)
            continue
        about = not numeral.approximate and _APPROXIMATELY.search(view, max(0, numeral.start - 16), numeral.start)
        kept.append(replace(numeral, approximate=True) if about else numeral)
    return kept


def _ranges(found: list[Numeral], view: str) -> list[Numeral]:
    kept: list[Numeral] = []
    for numeral in found:
        last = kept[-1] if kept else None
        if last is not None and _is_oven_talk(last, numeral, view):
            kept[-1] = replace(last, end=numeral.end, value=last.value * 100 + numeral.value)
            continue
        if last is not None and last.high is None and numeral.value > last.value and _forms_range(last, numeral, view):
            kept[-1] = replace(
                last, end=numeral.end, high=numeral.high or numeral.value, script=numeral.script, alone=numeral.alone,
                approximate=last.approximate or numeral.approximate, syllables=max(last.syllables, numeral.syllables),
            )  # fmt: skip
            continue
        kept.append(numeral)
    return kept


def _is_oven_talk(hundreds: Numeral, rest: Numeral, view: str) -> bool:
    """ "three fifty degrees", "preheat to four twenty-five"."""
    return (
        hundreds.script is rest.script is Script.ENGLISH
        and view[hundreds.end : rest.start] == " "
        and 1 <= hundreds.value <= 9
        and 10 <= rest.value <= 99
        and hundreds.value.denominator == rest.value.denominator == 1
        and (
            _DEGREES.match(view, rest.end) is not None
            or _OVEN.search(view, max(0, hundreds.start - 48), hundreds.start) is not None
        )
    )


def _forms_range(low: Numeral, high: Numeral, view: str) -> bool:
    gap = view[low.end : high.start]
    if len(gap) > 6 or Script.ARTICLE in (low.script, high.script) or view[low.start : low.end] == "반":
        return False
    joint = _JOINED.fullmatch(gap)
    english = Script.ENGLISH in (low.script, high.script)
    if joint is None:
        if gap == " and ":
            return view[max(0, low.start - 8) : low.start] == "between "
        # "two three minutes"
        return (
            gap == " "
            and low.script is high.script is Script.ENGLISH
            and high.value == low.value + 1
            and high.value < 10
            and _A_UNIT.match(view, high.end) is not None
        )
    if joint["comma"]:  # '2,3분'
        follows = view[high.end : high.end + 2].strip()[:1]
        return (
            low.script is high.script
            and high.value == low.value + 1
            and low.value.denominator == 1
            and high.value < 10
            and (_A_UNIT.match(view, high.end) is not None if english else is_hangul(follows or " "))
        )
    if joint["said"] in ("에서", "내지", "또는", "혹은", "이나"):
        return not english
    return True


def counts_something(numeral: Numeral, view: str) -> bool:
    if numeral.alone:
        return True
    match numeral.script:
        case Script.ARTICLE:
            return False
        case Script.HALF:
            return not numeral.glued and _HALF_ENDS.match(view, numeral.end) is not None
        case Script.NATIVE:
            return native_counts(numeral, view)
        case Script.SINO:
            return sino_counts(numeral, view)
        case _:
            return True


def native_counts(numeral: Numeral, view: str) -> bool:
    """'두 컵', but not '시원한 컵', '한쪽으로' or '한번 볶아'."""
    after = AFTER_NATIVE.match(view, numeral.end)
    if after is None:
        return False
    if numeral.glued and view[numeral.end : numeral.end + 1] == " ":
        return False
    if view[numeral.start : numeral.end] in ("세", "네") and view.startswith("모", numeral.end):
        return False  # a triangle, a square
    if view[numeral.start : numeral.end] == "한":
        following = view[numeral.end : numeral.end + 5]
        if following.startswith("번") or re.match(" ?쪽(?:으로|에|면|은|이)", following):
            return False
    return (
        view[numeral.start : numeral.end] not in ("석", "서", "넉", "너")
        or re.match(" ?[장잔줄말되근달자]", view[numeral.end : numeral.end + 2]) is not None
    )


def sino_counts(numeral: Numeral, view: str) -> bool:
    """'삼 단계', '이 분', but not '이 단계' (this step), '이 시간', '육개장' or '사회'."""
    if numeral.syllables > 1:
        return AFTER_SINO.match(view, numeral.end) is not None
    word = view[numeral.start : numeral.end]
    after = AFTER_SINO_DIGIT.match(view, numeral.end)
    if after is None and word in "십백천":  # '천 장', but 천장 is the ceiling
        return AFTER_SINO.match(view, numeral.end) is not None and view.startswith((" ", "개"), numeral.end)
    if after is None:
        return view.startswith(("번", " 번"), numeral.end) and word not in "이만"
    unit = after.group().strip()
    spaced = after.group().startswith(" ")
    if word == "이" and unit in NOT_AFTER_THIS:
        return False
    if unit in ("도", "회", "주", "일", "호", "층", "월", "년", "원", "박") and not spaced:
        return False
    return not (
        unit == "분"
        and word == "구"
        and not spaced
        and view[after.end() : after.end() + 1] in ("하", "해", "이", "되", "돼", "짓", "지")
    )
