"""The single parts of lengths of time: a number with its unit ("한 시간 반"), or what goes without a number ("another
minute", 이틀, "3:30" for a timer). Parts that belong together are joined in `durations.py`.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from fractions import Fraction

from shared.kitchen.counters_ko import FULLY, THIS_PERSON
from shared.kitchen.duration_words import (
    A_PLACE,
    AND_MINUTES,
    ANOTHER_FIVE,
    CHANGE_FROM,
    CLOCK_AFTER,
    CLOCK_AROUND,
    CLOCK_HOUR,
    DAYS,
    DAYS_KO,
    DIGITAL,
    EN_LETTER,
    EN_UNIT,
    GUESTS,
    HALF_EN,
    HALF_KO,
    HAS_DAYS,
    IMPLIED,
    INSTANT_FOOD,
    ISH,
    KO_UNIT,
    KO_UNIT_ENDS,
    OR_TWO,
    REMINDER,
    SECONDS,
    SECONDS_FOLLOW,
    SOON,
    STARTS_HERE,
    TIME_GOES_ON,
    TIMER,
    WAIT,
)
from shared.kitchen.numeral import Numeral, Script
from shared.kitchen.numerals import numerals


@dataclass(frozen=True, slots=True)
class Part:
    start: int
    end: int
    low: Fraction
    high: Fraction | None
    unit: int  # seconds of its smallest unit
    approximate: bool = False
    change: int = 0


#: "A minute amount" is a tiny one, and "a minute steak" a dish.
_NO_TIME_AT_ALL = re.compile(
    r" (?:amounts?|quantit(?:y|ies)|pieces?|details?|trace|difference|particles?|bits?|fraction|changes?|dose|dash"
    r"|pinch|portions?|size|grains?|specks?|drops?|hole|steaks?|hands?|rice|crumbs?|bubbles?|doses?|touch|hint|layer"
    r"|adjustments?|errors?|variations?)(?![a-z])"
)
#: What may follow "a second" where it is a length of time; anything else is a second one.
_THE_SECOND_THING = re.compile(
    r" (?!(?:more|less|longer|or|to|and|on|off|for|later|timer|left|per|at|from|then|please|until|till|before|after|in"
    r"|each|every|only|max|tops|exactly|now|with|of|if|when|while|as|but|so|just|rest|blast|burst|pause|delay|interval"
    r"|is|was|i|you|it|we|that|the|a|faster|slower|ago|too|earlier|sooner|shorter|flat|apart|long|total|remaining|pulse|boil|simmer|stir"
    r"|countdown|alarm|here|there|away|pulses|bursts|intervals)(?![a-z]))[a-z]"
)
_HALF_A_DAY = re.compile(
    " ?반(?=[ .,?!]|$|동안|정도|쯤|만|이면|을|이나|숙성|재[워우]|말[려리린]|묵[히혀힌]|불[려리린])"
)
_FOR_A_DAY = re.compile(r"^$|(?:for|in|after|about|least|another|than|rest|marinate|soak|age|up to|brine) $")
_FOR_A_WEEK = re.compile(r"(?:for|up to|within|about|least|than|after) $")
_SECONDS_TOO = re.compile(" ?[0-9]{1,2} ?s(?:ec|econd)?s?(?![a-z])")


def find_parts(view: str) -> list[Part]:
    parts: list[Part] = []
    clock = -1
    read = numerals(view)
    for numeral in read:
        if parts and numeral.start < parts[-1].end:
            continue
        if CLOCK_HOUR.match(view, numeral.end) and numeral.value <= 24:
            clock = CLOCK_HOUR.match(view, numeral.end).end()  # type: ignore[union-attr]
            continue
        part = _part(numeral, view)
        if part is None:
            continue
        if clock >= 0 and numeral.start - clock in (0, 1) and part.unit < 3600:
            clock = part.end
            continue
        clock = -1
        parts.append(part)
    parts.extend(_without_number(view, parts))
    parts.sort(key=lambda part: part.start)
    return parts


def _part(numeral: Numeral, view: str) -> Part | None:
    end = numeral.end
    ish = ISH.match(view, end)
    about = numeral.approximate and not (numeral.high is not None and numeral.script is Script.DIGITS)
    if ish is not None:
        end, about = ish.end(), True
    change = 0
    if (unit := KO_UNIT.match(view, end)) is not None:
        if numeral.script is Script.ARTICLE or not _korean_fits(numeral, unit, view):
            return None
    elif (unit := EN_UNIT.match(view, end)) is not None:
        if unit["s"] == "second" and numeral.script is Script.ENGLISH and A_PLACE.match(view, unit.end()):
            return None  # "the twenty second step"
        if numeral.script in (Script.SINO, Script.NATIVE) and numeral.glued:
            return None
        if _idle(numeral, unit, view) or (numeral.value == 1 and _NO_TIME_AT_ALL.match(view, unit.end())):
            return None
        if unit["s"] == "second" and numeral.value == 1 and _THE_SECOND_THING.match(view, unit.end()):
            return None  # "add a second egg"
        change = 1 if unit["more"] else -1 if unit["less"] else 0
    elif numeral.script is Script.DIGITS and (unit := EN_LETTER.match(view, end)) is not None:
        alone = not re.search(r"h ?$", view[max(0, numeral.start - 3) : numeral.start])
        if (
            unit["mmm"]
            and alone
            and not _SECONDS_TOO.match(view, unit.end())
            and not re.match(" ?(?:timer|타이머)", view[unit.end() : unit.end() + 6])
        ):
            return None
    else:
        return None
    kind = (unit.lastgroup or "")[0]
    if unit.re is EN_UNIT:
        kind = next(name for name in "hmsdw" if unit[name])
    size = SECONDS[kind]
    if numeral.script is Script.ARTICLE and view.endswith(" of ", 0, numeral.start):
        return None  # "the better part of an hour"
    if kind in "dw" and numeral.value.denominator != 1:
        return None  # "half a day" is 반나절: not a length to time
    if (
        numeral.script is Script.ARTICLE
        and kind in "dw"
        and not _FOR_A_WEEK.search(view, max(0, numeral.start - 8), numeral.start)
        and not OR_TWO.match(view, unit.end())
        and not HALF_EN.match(view, unit.end())
    ):
        return None
    if (
        kind in "dw"
        and numeral.script is Script.ENGLISH
        and numeral.value == 1
        and not _FOR_A_DAY.search(view, max(0, numeral.start - 12), numeral.start)
    ):
        return None  # "he came one day"
    high = None if numeral.high is None else numeral.high * size
    low = numeral.value * size
    if (
        high is not None
        and numeral.script is not Script.NATIVE
        and CHANGE_FROM.search(view, max(0, numeral.start - 60), numeral.start)
    ):
        low, high = high, None
    return _with_half(Part(numeral.start, unit.end(), low, high, size, about, change), view)


def _korean_fits(numeral: Numeral, unit: re.Match[str], view: str) -> bool:
    spaced = unit.group().startswith(" ")
    ends = (
        KO_UNIT_ENDS.match(view, unit.end() - len(unit.group().strip())) is not None
        or SECONDS_FOLLOW.match(view, unit.end()) is not None
    )
    following = view[unit.end() : unit.end() + 8]
    if unit["m"] and numeral.value == 3 and INSTANT_FOOD.match(following):
        return False
    if unit["m"] and numeral.value == 10 and FULLY.match(following):
        return False
    match numeral.script:
        case Script.HALF:
            return (
                bool(unit["h"]) or (bool(unit["m"]) and spaced and _timed(numeral.start, following, view))
            ) and not numeral.glued
        case Script.NATIVE:
            if numeral.glued and spaced:
                return False
            if view[numeral.start : numeral.end] in ("석", "서", "넉", "너"):
                return False
            if unit["m"]:
                # '두 분' are two guests unless something is being timed
                return GUESTS.match(following) is None and (
                    _timed(numeral.start, following, view)
                    or re.search("시간 ?$", view[max(0, numeral.start - 3) : numeral.start]) is not None
                )  # fmt: skip
            if (
                unit["h"]
                and numeral.start == 0
                and view.startswith("네")
                and re.match(" ?(?:다 ?됐|됐|없|있|괜찮|충분|맞)", following)
            ):
                return False
            return ends or bool(unit["h"])
        case Script.SINO if numeral.syllables == 1:
            word = view[numeral.start : numeral.end]
            if not ends or (numeral.glued and spaced):
                return False
            if unit["h"] and word in "이일":
                return re.match(" ?[0-9일이삼사오육칠팔구십]{1,4} ?분", following) is not None
            if unit["m"] and word == "이" and THIS_PERSON.match(following):
                return False
            return not (unit["m"] and word == "구" and not spaced and following[:1] in tuple("하해이되돼짓지"))
        case _:
            return True


def _timed(start: int, following: str, view: str) -> bool:
    return TIME_GOES_ON.match(following) is not None or _nearby(TIMER, start, view)


def _idle(numeral: Numeral, unit: re.Match[str], view: str) -> bool:
    """ "Just a minute", "hold on a second", "in a minute": nobody wants a timer."""
    if (
        numeral.value != 1
        or unit["h"]
        or unit["d"]
        or unit["w"]
        or numeral.high is not None
        or unit["more"]
        or unit["less"]
    ):
        return False
    if HALF_EN.match(view, unit.end()) or OR_TWO.match(view, unit.end()) or _AND_SECONDS.match(view, unit.end()):
        return False
    before = view[max(0, numeral.start - 60) : numeral.start]
    if numeral.script is Script.ENGLISH and not before:
        return unit["s"] in ("sec", "secs") and not view[unit.end() :].strip(" .,!?")
    if (
        WAIT.search(before)
        and not re.fullmatch(r"[ ,]*(?:for|in) ", before)
        and not _nearby(REMINDER, numeral.start, view)
    ):
        return not re.search(r"for just $", before) or before == "for just "
    if SOON.search(before) and not _nearby(REMINDER, numeral.start, view):
        return True
    if numeral.script is Script.ARTICLE and unit["s"]:
        return not (
            re.search(r"(?:another|every|than|about|by|timer|add|off|down|plus|minus) (?:about |just )?$", before)
            or (unit.end() == len(view.rstrip(" .?!")) and numeral.start == 0)
        )
    return False


#: "Give me a minute thirty": whoever counts the seconds wants a timer.
_AND_SECONDS = re.compile(
    r"(?: and)? (?:ten|fifteen|(?:twenty|thirty|forty|fifty)(?:[ -]five)?|[1-5][05])"
    r"(?! ?(?:minutes?|mins?|hours?))(?![a-z0-9:.])"
)


def _nearby(pattern: re.Pattern[str], position: int, view: str) -> bool:
    return pattern.search(view, max(0, position - 80), position + 80) is not None


def _with_half(part: Part, view: str) -> Part:
    if part.high is not None and part.low.denominator != 1:
        return part
    half = HALF_KO.match(view, part.end)
    if half is not None:
        extra = Fraction(part.unit, 2)
        return replace(
            part, end=half.end(), low=part.low if part.high else part.low + extra, high=part.high and part.high + extra
        )
    half = HALF_EN.match(view, part.end)
    if half is not None:
        share = (
            Fraction(1, 2)
            if half["half"]
            else Fraction(1, 4)
            if half["quarter"]
            else Fraction(3, 4)
            if half["three"]
            else Fraction(2 if half["thirds"] else 1, 3)
        )
        return replace(part, end=half.end(), low=part.low + share * part.unit)
    two = OR_TWO.match(view, part.end)
    if two is not None and part.low == part.unit and part.high is None:
        many = 2 if two["count"] in ("two", "2") else 3
        return replace(part, end=two.end(), high=Fraction(many * part.unit), approximate=True)
    return part


def _and_half_a_day(part: Part, view: str) -> Part:
    """'하루 반', '이틀 반 동안'."""
    half = _HALF_A_DAY.match(view, part.end)
    if half is None or part.high is not None:
        return part
    return replace(part, end=half.end(), low=part.low + 43200)


def _without_number(view: str, parts: list[Part]) -> list[Part]:
    """ "another minute", "hour and a half", 이틀, "another five", "3:30" for a timer."""
    found: list[Part] = []
    starts = [part.start for part in parts]

    def free(start: int, end: int) -> bool:
        after = bisect_left(starts, end)
        return after == 0 or parts[after - 1].end <= start

    if (
        "another" in view
        or "hour" in view
        or "minute" in view
        or "every" in view
        or "each" in view
        or "one more" in view
    ):
        for match in IMPLIED.finditer(view):
            size = 3600 if match["unit"][0] == "h" else 60 if match["unit"][0] == "m" else 1
            part = Part(match.start(), match.end(), Fraction(size), None, size, change=1 if match["another"] else 0)
            part = _with_half(part, view)
            goes_on = match["unit"] == "hour" and AND_MINUTES.match(view, match.end())
            begins = STARTS_HERE.search(view, max(0, match.start() - 12), match.start())
            timed = match["unit"] != "second" and view.startswith(" timer", match.end())
            said = match["another"] or match["every"] or match["single"]
            whole = said or part.end > match.end() or (begins and (goes_on or timed))
            if whole and free(part.start, part.end):
                found.append(part)
        for match in ANOTHER_FIVE.finditer(view):
            word = match["n"]
            count = int(word) if word.isdigit() else int(numerals(word)[0].value)
            if count and free(match.start(), match.end()):
                found.append(Part(match.start(), match.end(), Fraction(count * 60), None, 60, change=1))
    if ":" in view:
        for match in DIGITAL.finditer(view):
            if match["c"] is not None:
                seconds = int(match["a"]) * 3600 + int(match["b"]) * 60 + int(match["c"])
            elif (
                _nearby(TIMER, match.start(), view)
                and not CLOCK_AROUND.search(view, max(0, match.start() - 8), match.start())
                and not CLOCK_AFTER.match(view, match.end())
            ):
                seconds = int(match["a"]) * 60 + int(match["b"])
            else:
                continue
            found.append(Part(match.start(), match.end(), Fraction(seconds), None, 0))
    if HAS_DAYS.search(view):
        for match in DAYS_KO.finditer(view):
            low, high = DAYS[match.lastgroup or "one"]
            days = None if high is None else Fraction(86400 * high)
            if free(match.start(), match.end()):
                part = Part(match.start(), match.end(), Fraction(86400 * low), days, 86400)
                found.append(_and_half_a_day(part, view))
    return found
