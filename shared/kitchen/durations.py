"""Lengths of time in what a cook says or a recipe writes, in exact seconds.

"한 시간 반", "1분 30초", "an hour and a half", "8 to 10 minutes", "5분만 더". Nothing understood is no answer, never a
default. Not lengths: clock times ("3시 30분에", "at 3:30"), 반나절, 하룻밤, "just a minute", 두 분 (two guests) and
3분 카레.
"3:30" is three and a half minutes only where the text speaks of a timer; "1:30:00" is always an hour and a half.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import Final

from shared.kitchen.corrections import CORRECTING, changed_before, meant, refused_before
from shared.kitchen.duration_parts import Part, find_parts
from shared.kitchen.duration_words import (
    ABBREVIATED,
    ABOUT_AFTER,
    BARE_REST,
    BETWEEN,
    CHANGE_FROM,
    CHANGE_TO,
    HAS_UNIT,
    JUST_GIVE,
    LESS_AFTER,
    LESS_BEFORE,
    MORE_AFTER,
    MORE_BEFORE,
    NUMBER_AND_UNIT,
    ON_AND_OFF,
    SAYING,
    SENTENCE_GOES_ON,
    TO_SOMETHING,
    TOGETHER,
)
from shared.kitchen.numeral import Numeral, Script
from shared.kitchen.numerals import numerals
from shared.kitchen.reading import read
from shared.kitchen.remembered import remembered

_LONGEST: Final = 31 * 24 * 3600
#: Cellars and jars of plum syrup are spoken of, too.
_LONGEST_IN_DAYS: Final = 366 * 24 * 3600
#: "An hour, no, thirty" are hardly hours: a unit goes without saying only for what may be cooked.
_LONGEST_UNSAID: Final = 12 * 3600


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time and where it stands: text[start:end].

    `max_seconds` closes a range ("8 to 10 minutes"). `change` is +1 for "5분만 더" and "two more minutes", -1 for
    "1분만 줄여" and "a minute less", 0 for a length of its own.
    """

    seconds: int
    start: int
    end: int
    max_seconds: int | None = None
    approximate: bool = False
    change: int = 0


@remembered(32)
def find_durations(text: str) -> tuple[Duration, ...]:
    """Every length of time in the text, in order.

    >>> [(d.seconds, d.max_seconds, d.change) for d in find_durations("한 시간 반 재우고 8~10분, 그리고 5분만 더")]
    [(5400, None, 0), (480, 600, 0), (300, None, 1)]
    """
    reading = read(text)
    view = reading.view
    if HAS_UNIT.search(view) is None and "another" not in view:
        return ()
    if SAYING.search(view):
        view = SAYING.sub(lambda saying: " " * len(saying[0]), view)
    parts = spoken_lengths(view)
    if parts and " " not in view and _heard_in_part(parts, view):
        return ()
    if parts and CORRECTING.search(view):
        parts = _meant(parts, view)
    return reading.back(found for part in parts if (found := _finished(part, view)) is not None)


def spoken_lengths(view: str) -> list[Part]:
    """Every length said in a folded text, also one that is taken back. For those who settle what was said."""
    return _joined(_compounds(find_parts(view), view), view)


def parse_duration(text: str) -> Duration | None:
    """The one length of time a text speaks of; None when it names none, or more than one.

    >>> parse_duration("half an hour").seconds, parse_duration("4인분으로"), parse_duration("반나절")
    (1800, None, None)
    """
    found = find_durations(text)
    return found[0] if len(found) == 1 else None


def _heard_in_part(parts: list[Part], view: str) -> bool:
    """Whether lost spaces hide one of several lengths: '앞면삼분뒷면이분' is never only three minutes."""
    return any(
        not any(part.start <= said.start() < part.end for part in parts) for said in NUMBER_AND_UNIT.finditer(view)
    )


def _compounds(parts: list[Part], view: str) -> list[Part]:
    """Hours, minutes and seconds that belong to one length; "an hour fifteen" without the last unit."""
    joined: list[Part] = []
    for part in parts:
        last = joined[-1] if joined else None
        if last is not None and _continues(last, part, view):
            total_high = None if part.high is None else last.low + part.high
            joined[-1] = replace(
                last, end=part.end, low=last.low + part.low, high=total_high, unit=part.unit,
                approximate=last.approximate or part.approximate, change=last.change or part.change,
            )  # fmt: skip
        else:
            joined.append(part)
    read = numerals(view)
    starts = [numeral.start for numeral in read]
    completed: list[Part] = []
    for index, part in enumerate(joined):
        following = bisect_left(starts, part.end)
        limit = joined[index + 1].start if index + 1 < len(joined) else len(view) + 1
        rest = read[following] if following < len(read) and read[following].end <= limit else None
        completed.append(_with_bare_rest(part, rest, view) if rest is not None else part)
    return completed


def _continues(last: Part, part: Part, view: str) -> bool:
    gap = view[last.end : part.start]
    if gap[:1] == "." and ABBREVIATED.search(view, max(0, last.end - 5), last.end):
        gap = gap[1:]  # "1 hr. 45 min."
    return (
        len(gap) <= 6
        and 0 < part.unit < last.unit
        and last.high is None
        and part.low < last.unit
        and last.low % last.unit == 0
        and TOGETHER.fullmatch(gap) is not None
        and not (gap.strip() == "," and "가" <= view[last.end - 1] <= "힣")
    )


def _with_bare_rest(part: Part, rest: Numeral, view: str) -> Part:
    """ "an hour fifteen", "1 hr 15", "two minutes thirty": the smaller unit goes without saying."""
    if view[part.end : rest.start] in ("의 ", "의") and 0 < rest.value < 1:
        return replace(part, end=rest.end, low=part.low * rest.value)  # '한 시간의 사분의 삼'
    if part.unit not in (3600, 60) or part.high is not None or part.low % part.unit or view[part.end - 1] in "간분초":
        return part
    gap = view[part.end : rest.start]
    if _PERHAPS.fullmatch(gap) and BARE_REST.match(view, rest.end):
        high = rest.value * part.unit  # "ten minutes, maybe fifteen"
        return replace(part, end=rest.end, high=high) if part.low < high <= 12 * part.low else part
    small = rest.high is None and rest.value.denominator == 1 and 1 <= rest.value < 60
    if not small or gap not in ("", " ", " and ") or rest.script not in (Script.DIGITS, Script.ENGLISH):
        return part
    if view[rest.start : rest.end] == "one":
        return part  # "the eight-minute one"
    if gap == "":
        if view[rest.end : rest.end + 1].isalpha():
            return part
    elif BARE_REST.match(view, rest.end) is None and not _rest_before_more(part, rest, view):
        return part
    if gap == " " and (refused_before(view, part.start) or changed_before(view, part.start)):
        return part  # "not ten minutes, fifteen" without the comma
    return replace(part, end=rest.end, low=part.low + rest.value * (part.unit // 60), unit=part.unit // 60)


def _rest_before_more(part: Part, rest: Numeral, view: str) -> bool:
    """ "An hour forty-five for a goose", "two minutes thirty per side"; but "an hour forty people"."""
    least, most = (5, 12 * 3600) if part.unit == 3600 else (15, 9 * 60)
    return (
        rest.value >= least
        and rest.value % 5 == 0
        and part.low <= most
        and SENTENCE_GOES_ON.match(view, rest.end) is not None
    )


_PERHAPS: Final = re.compile(",? (?:or(?: maybe| even)?|maybe|possibly|perhaps|up to|at most) ")


def _joined(parts: list[Part], view: str) -> list[Part]:
    """Two lengths that are the ends of one range: "20분에서 30분", "30 minutes to an hour"."""
    joined: list[Part] = []
    for part in parts:
        last = joined[-1] if joined else None
        gap = view[last.end : part.start] if last is not None else ""
        between = BETWEEN.fullmatch(gap) if last is not None and len(gap) <= 18 else None
        if last is not None and between is not None and last.high is None and part.low > last.low:
            word = gap.strip()
            if word in ("and", "그리고", "하고"):
                if view[max(0, last.start - 8) : last.start] != "between ":
                    joined.append(part)
                    continue
            elif _changes(last, part, between, view):
                joined[-1] = part
                continue
            joined[-1] = replace(
                part, start=last.start, low=last.low, high=part.high or part.low,
                approximate=last.approximate or part.approximate, change=last.change or part.change,
            )  # fmt: skip
            continue
        if last is not None and between is not None and last.high is None and _changes(last, part, between, view):
            joined[-1] = part  # 30분에서 20분으로
            continue
        joined.append(part)
    return joined


def _meant(parts: list[Part], view: str) -> list[Part]:
    """Without what was taken back: "5분 아니 6분" is six minutes, "ten minutes, no, twelve" twelve."""
    standing: list[Part] = []
    for which, start, end, number in meant([(part.start, part.end) for part in parts], view, numerals(view)):
        part = parts[which]
        if number is None:
            standing.append(replace(part, start=start, end=end))
        elif part.unit and number.value * part.unit <= _LONGEST_UNSAID:
            high = None if number.high is None else number.high * part.unit
            standing.append(
                Part(start, end, number.value * part.unit, high, part.unit, number.approximate, part.change)
            )
    return standing


def _changes(last: Part, part: Part, between: re.Match[str], view: str) -> bool:
    """'5분에서 10분으로 늘려': from the one to the other, not somewhere between them."""
    if between["change"] == "에서":
        return CHANGE_TO.match(view, part.end) is not None
    return between["change"] == "to" and (
        changed_before(view, last.start) or CHANGE_FROM.search(view, max(0, last.start - 60), last.start) is not None
    )


def _finished(part: Part, view: str) -> Duration | None:
    if part.low.denominator != 1 or (part.high is not None and part.high.denominator != 1):
        return None
    if not 0 < part.low <= (part.high or part.low) <= (_LONGEST if part.unit < 86400 else _LONGEST_IN_DAYS):
        return None
    if part.unit == 60 and part.high is None and TO_SOMETHING.match(view, part.end) and "시" not in view:
        return None  # "ten minutes to six"
    about = part.approximate
    suffix = ABOUT_AFTER.match(view, part.end)
    about = about or suffix is not None
    change = part.change
    if not change:
        before = view[max(0, part.start - 48) : part.start]
        after = suffix.end() if suffix is not None else part.end
        if MORE_AFTER.match(view, part.end) or MORE_AFTER.match(view, after):
            change = 1
        elif ON_AND_OFF.search(before):
            change = 0
        elif LESS_AFTER.match(view, part.end) or LESS_AFTER.match(view, after) or LESS_BEFORE.search(before):
            change = -1
        elif (
            MORE_BEFORE.search(before)
            and not JUST_GIVE.search(before)
            and not view.startswith((" before", " after"), part.end)
        ):
            change = 1
    return Duration(int(part.low), part.start, part.end, None if part.high is None else int(part.high), about, change)
