"""Numbers and places in what a cook says: "열다섯", "2~3", "one and a half", "세 번째", "second to last".

A wrong number is worse than none: what may be something else (이 단계, 네, 식초, "one more time") is left out.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from shared.kitchen import numbers_en as en
from shared.kitchen import numbers_ko as ko
from shared.kitchen.corrections import CORRECTING, meant, noun_end
from shared.kitchen.counters_ko import AFTER_NATIVE, AFTER_SINO
from shared.kitchen.language import Language
from shared.kitchen.numeral import Numeral, Script
from shared.kitchen.numerals import AT_MOST, counts_something, numerals
from shared.kitchen.reading import read


@dataclass(frozen=True, slots=True)
class Number:
    """A number and where it stands: text[start:end]. `high` closes a range ("두세", "2~3").

    A place has `ordinal`; counted from the end ("끝에서 두 번째", "last") it has `from_end` too, and the last one is 1.
    """

    value: Fraction
    start: int
    end: int
    high: Fraction | None = None
    approximate: bool = False
    ordinal: bool = False
    from_end: bool = False


def find_numbers(text: str, language: Language | None = None, *, taken_back: bool = False) -> tuple[Number, ...]:
    """The numbers meant in the text, in order. `language` drops the number words of the other one; digits always count.

    `taken_back` is for those who must see every number: the three of "three, no, four" too.

    >>> [(str(n.value), n.high and str(n.high)) for n in find_numbers("간장 두세 큰술, 15분")]
    [('2', '3'), ('15', None)]
    """
    reading = read(text)
    view = reading.view
    places = _places(view)
    found = list(places)
    starts = [place.start for place in places]
    last_unit_end, last_unit = -1, ""
    article: Numeral | None = None
    halved_end = -1
    english = view.isascii()
    for numeral in numerals(view):
        if language == Language.KO and numeral.script is Script.ENGLISH:
            continue
        if language == Language.EN and numeral.script in (Script.SINO, Script.NATIVE, Script.HALF):
            continue
        before = bisect_left(starts, numeral.end)
        if before and places[before - 1].end > numeral.start:
            continue
        # '한 컵 반': the half after a unit is a number too
        halved = (
            numeral.script is Script.HALF
            and last_unit_end >= 0
            and _HALF_OF_IT.fullmatch(view, last_unit_end, numeral.start) is not None
            and AFTER_NATIVE.match(view, numeral.end) is None
        )
        halved = halved and _HALF_GOES_ON.match(view, numeral.end) is not None
        if not (halved or counts_something(numeral, view)):
            article = numeral if numeral.script is Script.ARTICLE else None
            continue
        number = Number(numeral.value, numeral.start, numeral.end, numeral.high, numeral.approximate)
        unit = None if english else AFTER_NATIVE.match(view, numeral.end) or AFTER_SINO.match(view, numeral.end)
        word = unit.group().strip() if unit is not None else ""
        if unit is not None and not number.approximate and _ABOUT_BEHIND.match(view, unit.end()):
            number = replace(number, approximate=True)
        last = found[-1] if found else None
        if halved and last is not None and _is_whole(last):
            found[-1] = replace(last, value=last.value + numeral.value, end=numeral.end)
        elif (
            last is not None
            and _is_whole(last)
            and word
            and word == last_unit
            and number.high is None
            and number.value > last.value
            and _OF_THE_SAME.fullmatch(view, last_unit_end, numeral.start)
            and unit is not None
            and not _TO.match(view, unit.end())
        ):
            found[-1] = replace(
                last, high=number.value, end=numeral.end, approximate=last.approximate or number.approximate
            )  # '세 개에서 네 개'
        elif (
            last is not None
            and halved_end == last.end
            and last.value < number.value
            and number.high is None
            and (_TO_EN.fullmatch(view, last.end, numeral.start))
        ):
            found[-1] = replace(last, high=number.value, end=numeral.end)  # "a cup and a half to two cups"
        elif numeral.value < 1 and (whole := _before_the_part(last, article, numeral, view)) is not None:
            if last is not None and last.start == whole.start:
                found.pop()
            found.append(replace(whole, value=whole.value + numeral.value, end=numeral.end))
            halved_end = numeral.end
        else:
            found.append(number)
        article = None
        last_unit_end, last_unit = (unit.end() if unit is not None else -1), word
    if places:
        found.sort(key=lambda number: number.start)
    if len(found) > 1 and not taken_back and CORRECTING.search(view):
        found = list(_meant(found, view))
    return reading.back(found)


def _meant(found: list[Number], view: str) -> Iterator[Number]:
    """Without what was taken back: "three, no, four eggs", '세 개 아니 네 개'."""
    for which, start, end, _ in meant([(number.start, _with_its_noun(number, view)) for number in found], view):
        yield replace(found[which], start=start, end=max(end if start < found[which].start else 0, found[which].end))


def _with_its_noun(number: Number, view: str) -> int:
    """Where "three large eggs" ends before "no, four", and '세 개' before '아니 네 개'."""
    if number.ordinal:
        noun = _NOUN_OF_A_PLACE.match(view, number.end)
    else:
        noun = AFTER_NATIVE.match(view, number.end) or AFTER_SINO.match(view, number.end)
    return noun.end() if noun is not None else noun_end(view, number.end)


def _is_whole(number: Number) -> bool:
    return number.high is None and not number.ordinal and number.value.denominator == 1


def _before_the_part(last: Number | None, article: Numeral | None, part: Numeral, view: str) -> Number | None:
    """ "a cup and a half", "two onions and a quarter": the number that the half belongs to."""
    if part.script is not Script.ENGLISH or not view.startswith(_PARTS_BEHIND, part.start):
        return None
    if _PART_OF_ITS_OWN.match(view, part.end):
        return None
    if article is not None and _AND_A.fullmatch(view, article.end, part.start):
        return Number(article.value, article.start, article.end, None, article.approximate)
    if last is not None and _is_whole(last) and _AND_A.fullmatch(view, last.end, part.start):
        return last
    return None


def parse_number(text: str) -> Number | None:
    """The number that a text is, when it is nothing else: an answer to "how many?".

    >>> parse_number("열다섯").value, parse_number("이사"), parse_number("네")
    (Fraction(15, 1), None, None)
    """
    reading = read(text)
    found = _whole(reading.view)
    return None if found is None else reading.back([found])[0]


def _whole(view: str) -> Number | None:
    places = _places(view)
    if len(places) == 1 and _nothing_else(view, places[0].start, places[0].end):
        return places[0]
    found = numerals(view)
    if len(found) != 1:
        return None
    numeral = found[0]
    word = view[numeral.start : numeral.end]
    if numeral.script is Script.ARTICLE or word in ("만", "천만", "석", "서", "넉", "너"):
        return None
    if word in ko.ATTRIBUTIVE and not view.startswith(("개", " 개"), numeral.end):
        return None  # '네' is yes
    if not _nothing_else(view, numeral.start, numeral.end):
        return None
    about = numeral.approximate or _ABOUT_AFTER.search(view, numeral.end) is not None
    return Number(numeral.value, numeral.start, numeral.end, numeral.high, about)


def find_ordinals(text: str) -> tuple[Number, ...]:
    """Only the places: "세 번째", "3rd", "마지막", "second to last".

    >>> [(int(n.value), n.from_end) for n in find_ordinals("끝에서 두 번째 단계")]
    [(2, True)]
    """
    reading = read(text)
    return reading.back(_places(reading.view))


_NOUN_OF_A_PLACE: Final = re.compile(" ?(?:단계|스텝|거|것|줄)")
_OF_THE_SAME: Final = re.compile(f" ?(?:에서|내지|~|-|이나|나)(?: ?{AT_MOST})? ?|(?: ?정도| ?쯤)?,? ?{AT_MOST} ?")
_ABOUT_BEHIND: Final = re.compile(" ?(?:반 ?)?(?:쯤|정도|가량|내외|남짓|안팎)")
_HALF_OF_IT: Final = re.compile("(?: ?하고)? ?")
_TO: Final = re.compile("으?로(?![가-힣])")
_TO_EN: Final = re.compile(" (?:to|or) | ?(?:-|~) ?")
_PARTS_BEHIND: Final = (
    "a half",
    "a quarter",
    "a third",
    "three quarters",
    "three-quarters",
    "two thirds",
    "two-thirds",
)
_AND_A: Final = re.compile(r" [a-z]+ and ")
_PART_OF_ITS_OWN: Final = re.compile(
    r"[- ](?:of (?:an?|the) |the |an? |cups?|tea|table|tsps?|tbsps?|pounds?|lbs?|ounces?|oz|pints?|quarts?|liters?"
    r"|dozen|hours?|minutes?|onions?|eggs?|lemons?)"
)
_BEFORE_IT: Final = re.compile(
    r"(?:약|대략|한|about|around|roughly|approximately|nearly|almost|maybe|probably|like|perhaps"
    r"|ok|okay|yes|yeah|hmm|well|so|er|그럼|그냥|응|예|just|only|i think|let's say|the|between|음|어|uh|um|[ .,~\"'])*"
)
_AFTER_IT: Final = re.compile(
    r" ?(?:개|번)? ?(?:쯤|정도)?만?(?:이요|이에요|예요|입니다|이야|요)?(?: or so|-?ish)?"
    r"(?:,? (?:please|i think|i guess|maybe))?[ .,!?…~\"']*"
)
_ABOUT_AFTER: Final = re.compile("쯤|정도|or so|ish")


def _nothing_else(view: str, start: int, end: int) -> bool:
    return _BEFORE_IT.fullmatch(view, 0, start) is not None and _AFTER_IT.fullmatch(view, end) is not None


_HALF_GOES_ON: Final = re.compile(
    "(?![가-힣])|(?=만|쯤|정도|하고|이랑|을|를|은|이|의|넣|더|짜리|동안|뒤|후|타이머)(?!으)"
)
_HAS_PLACE: Final = re.compile("째|첫|마지막|끝|th(?![a-z])|st(?![a-z])|nd(?![a-z])|rd(?![a-z])|penultimate|last|final")
_FROM_END_KO: Final = re.compile(r"(?:맨 ?|제일 )?(?:끝|뒤|마지막)에서(?:부터)? ?$")
_PLACE_KO: Final = re.compile(" ?번 ?째| ?째(?!로 )")
_FIRST_KO: Final = re.compile(
    "(?<![가-힣])(?:맨 ?|제일 ?|가장 ?)?첫(?: ?번째|째| ?번(?!째))?(?![가-힣])|(?<![가-힣])첫 ?번째"
    "|(?<![가-힣])(?:맨|제일|가장)?첫(?=단계|째|번째)"
)
_LAST_KO: Final = re.compile(
    "(?:맨 ?|제일 ?|가장 ?)?(?:(?P<before>마지막(?:에서)? ?(?:바로 ?)?(?:전|앞)(?= ?단계| ?거| ?번| ?스텝))|마지막"
    "|맨 ?끝)(?!에서|까지 ?끓)"
)
_PLACE_EN: Final = re.compile(
    rf"(?<![a-z0-9])(?:the )?(?:(?:(?P<nth>{en.ORDINAL})|(?P<digits>[0-9]{{1,3}})(?:st|nd|rd|th)(?![a-z]))"
    r"(?P<from_end>[ -](?:to[ -](?:the[ -])?last|last|from (?:the )?(?:last|end|bottom))(?![a-z]))?"
    r"|(?P<before_last>next[ -]to[ -](?:the[ -])?last|penultimate|last but one"
    r"|one before (?:the )?last)|(?P<last>very last|last"
    r"|final)(?![a-z]))"
)
#: What makes "first", "second" or "last" a place, not "first of all", "thirty seconds" or "the last minute".
_A_PLACE_OF: Final = re.compile(
    r" (?:step|one|timer|ingredient|time|batch|side|layer|stage|part|item|instruction|line|recipe|thing"
    r"|page|direction|thing|"
    r"instructions|egg|cup|half|course|option|choice|alarm|ones|pot|pan|bowl|tray|plate|dish|sheet|piece|slice"
    r"|round|phase|section|try|attempt|coat|rack|burner|shelf|row|column|recipe|bullet|point|task|paragraph)(?![a-z])"
)
#: "The eighth jar", "her thirtieth birthday"; but "the third party", "the fourth of July", "the fifth minute".
_WHOSE: Final = re.compile(r"(?:^|[^a-z])(?:my|her|his|our|your|their|its|this|that) $")
_OF_ITS_KIND: Final = re.compile(
    r" (?!(?:of|party|parties|wheel|world|degree|sense|grade|graders?|person|rate|reich|dimension|estate|amendment"
    r"|heaven|street|avenue|and|or|to|in|on|at|is|was|for|from|i|you|we|it|he|she|they|not|then|but|cups?|tea[a-z]+"
    r"|table[a-z]+|pounds?|lbs?|ounces?|oz|hours?|minutes?|seconds?|mins?|secs?|days?|weeks?|months?|years?|inch(?:es)?"
    r"|january|february|march|april|may|june|july|august|september|october|november|december)(?![a-z]))[a-z]{2,}"
)
_TIMED: Final = re.compile(r" (?:timer|alarm|countdown|boil|blast|rest|one|time|batch)")
_ENDS_EN: Final = re.compile(r"[ .,!?]*(?:please)?[ .,!?]*")


def _places(view: str) -> tuple[Number, ...]:
    if _HAS_PLACE.search(view) is None and "second" not in view:
        return ()
    found: list[Number] = []
    if not view.isascii():
        for numeral in numerals(view):
            mark = _PLACE_KO.match(view, numeral.end)
            if mark is None or numeral.script in (Script.HALF, Script.ARTICLE) or numeral.value.denominator != 1:
                continue
            back = _FROM_END_KO.search(view, max(0, numeral.start - 12), numeral.start)
            start = back.start() if back else numeral.start
            found.append(Number(numeral.value, start, mark.end(), numeral.high, False, True, back is not None))
        for first in _FIRST_KO.finditer(view):
            back = _FROM_END_KO.search(view, max(0, first.start() - 12), first.start())
            start = back.start() if back else first.start()
            found.append(Number(Fraction(1), start, first.end(), ordinal=True, from_end=back is not None))
        for last in _LAST_KO.finditer(view):
            place = Fraction(2 if last["before"] else 1)
            if not any(n.start <= last.start() < n.end for n in found):
                found.append(Number(place, last.start(), last.end(), ordinal=True, from_end=True))
    found.extend(number for match in _PLACE_EN.finditer(view) if (number := _place_en(match, view)))
    return tuple(sorted(found, key=lambda number: number.start))


def _place_en(match: re.Match[str], view: str) -> Number | None:
    start, end = match.span()
    if match["before_last"]:
        return Number(Fraction(2), start, end, ordinal=True, from_end=True)
    alone = match.group().startswith("the ") and _ENDS_EN.fullmatch(view, end) is not None
    counted = alone or _A_PLACE_OF.match(view, end) is not None
    if match["last"]:
        return Number(Fraction(1), start, end, ordinal=True, from_end=True) if counted else None
    value = int(match["digits"]) if match["digits"] else en.read_ordinal(match["nth"])
    if match["from_end"]:
        return Number(Fraction(value), start, end, ordinal=True, from_end=True)
    nth = match["nth"] or ""
    if nth.endswith(("y second", "y-second")) and _TIMED.match(view, end):
        return None  # "the thirty second timer"
    if match["digits"]:
        return Number(Fraction(value), start, end, ordinal=True)
    before = view[max(0, start - 8) : start]
    if re.search(r"(?:[0-9]|one|two|three|four|five|six|seven|eight|nine|ten|teen|a few|an?)[ -]$", before):
        return None  # "two thirds", "30 second", "a second"
    if not counted and value > 2 and (match.group().startswith("the ") or _WHOSE.search(before)):
        counted = _OF_ITS_KIND.match(view, end) is not None
    if not counted and (value in (1, 2) or _ENDS_EN.fullmatch(view, end) is None):
        return None
    return Number(Fraction(value), start, end, ordinal=True)
