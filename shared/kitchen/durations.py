"""Lengths of time in what a cook says or a recipe writes, in exact seconds.

"한 시간 반", "1분 30초", "an hour and a half", "8 to 10 minutes", "5분만 더". Nothing understood is no answer, never a
default. Not lengths: clock times ("3시 30분에", "at 3:30"), 반나절, 하룻밤, "just a minute", 두 분 (two guests) and
3분 카레.
"3:30" is three and a half minutes only where the text speaks of a timer; "1:30:00" is always an hour and a half.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from shared.kitchen.counters_ko import NOT_AFTER, ends_here
from shared.kitchen.numerals import Numeral, Script, numerals
from shared.kitchen.reading import read

_LONGEST: Final = 31 * 24 * 3600


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


@dataclass(frozen=True, slots=True)
class _Part:
    start: int
    end: int
    low: Fraction
    high: Fraction | None
    unit: int  # seconds of its smallest unit
    approximate: bool = False
    change: int = 0


_SECONDS: Final = {"h": 3600, "m": 60, "s": 1, "d": 86400, "w": 604800}
_HAS_UNIT: Final = re.compile(r"시간|분|초|일|주|하루|[이나]틀|흘|h|min|sec|[0-9]m|[0-9] ?s|day|week|:")
_KO_UNIT: Final = re.compile(
    f" ?(?:(?P<h>시간)(?!{NOT_AFTER['시간']})|(?P<m>분)(?!{NOT_AFTER['분']})|(?P<s>초)(?!{NOT_AFTER['초']})"
    f"|(?P<d>일)(?= ?(?:간|동안|정도|쯤|이상|내내|숙성|발효|재[워우]))|(?P<w>주)(?= ?(?:간|동안|정도|쯤|이상|숙성"
    f"|발효)))"
)
_KO_UNIT_ENDS: Final = re.compile(f"시간{ends_here('시간')}|분{ends_here('분')}|초{ends_here('초')}|[일주]")
_SECONDS_FOLLOW: Final = re.compile(" ?[0-9일이삼사오육칠팔구십]{1,4} ?초")
_EN_UNIT: Final = re.compile(
    r"(?:[ -]{1,2}|(?<=[0-9½⅓⅔¼¾⅛⅜⅝⅞]))(?:(?P<more>more|extra|additional|further|another)[ -]"
    r"|(?P<less>less|fewer)[ -]"
    r"|(?:full|whole|long|short|good|solid|-?ish|plus|or so|odd)[ -]|of an? |an? (?!few)|\+ ?){0,2}"
    r"(?:(?P<h>hours?|hrs?|h)|(?P<m>minutes?|mins?)|(?P<s>seconds?|secs?)|(?P<d>days?)"
    r"|(?P<w>weeks?))(?![a-z])"
)
_EN_LETTER: Final = re.compile(r"(?:(?P<m>m)|(?P<s> ?s))(?![a-z0-9'])|(?P<mm>m)(?=[0-9])| (?P<mmm>m)(?![a-z0-9'])")
_ISH: Final = re.compile(r"-?ish|\+| ?여(?= ?[분초시])")
_A_PLACE: Final = re.compile(r" (?:step|one|instruction|item|part|ingredient|stage|batch|time)(?![a-z])")

_HALF_KO: Final = re.compile(
    " ?반(?!으로 ?(?:줄|나누|나눠|잘|자르|썰|접|갈|쪼|뚝))(?:(?! ?(?:컵|큰술|작은술|숟|스푼|개|모|쪽|마리|포기|봉"
    "|캔|통|인분|공기|정도로 ?(?:줄|졸)"
    "|만 ?(?:넣|남|줄|써|익)))(?![가-힣])"
    "|(?=(?:만|쯤|정도|동안|간|뒤|후|이면|이나|을|을더|이|으로|은|짜리|반죽|에서|까지|내지|더|타이머|알람|알려|맞|재"
    "|있|지나|끓|삶|굽|구워|볶|익|데|돌|기다|남|걸|설정"
    "|시작|해|요|이요|예요|이야)))"
)
_HALF_EN: Final = re.compile(
    r" (?:and|&) (?:(?P<half>an? half|one half|half|½|1/2)|(?P<quarter>an? quarter|one quarter|quarter|¼"
    r"|1/4)|(?P<three>three[ -]quarters|3/4|¾)"
    r"|(?P<third>an? third|one third|⅓|1/3))"
    r"(?![a-z0-9/])(?! ?-?(?:of |an? ){0,2}(?:hours?|hrs?|min|sec|cups?|tea|table|tsp|tbsp|pounds?|lbs?"
    r"|liters?|gallon|dozen|pints?|quarts?|[0-9]))"
)
_TOGETHER: Final = re.compile(r" ?(?:,? ?and|,|&|하고도?|이랑|그리고|에다가?)? ?")
_BETWEEN: Final = re.compile(
    r" ?(?:(?P<change>에서|부터|to)|~|--?|내지|or|,? or|또는|혹은|이나|나|아니면|and|그리고|하고)(?: about"
    r"| around| 약| 한)? ?"
)
#: "ten minutes, no, fifteen minutes": only the last one is meant.
_CORRECTED: Final = re.compile(
    "(?:이|으로)? ?(?:말고|아니고|아니라|아니야|아니|아냐)[, ]*(?:그냥 |음 |어 )?"
    r"|[,. ]*(?:no|no wait|wait no|wait|i mean|sorry|actually|make that|make it|or rather|scratch that)[, ]+"
    r"(?:i mean |make it |make that |actually |about )?"
)
_BARE_REST: Final = re.compile(
    r"(?=[ .,!?]*$|[,.;!?] | (?:timer|please|on the|from now|left|or so|for the|alarm|remaining|countdown"
    r"|long|total|then|until|till|more|longer|at|in the|타이머|알람|맞|뒤))"
)
_OR_TWO: Final = re.compile(
    r" or (?P<count>two|three|2|3)(?![ -]?(?:more )?(?:hours?|hrs?|min|sec|[0-9/.:]|of|and|cups?"
    r"|eggs?))(?![a-z])"
)
_CLOCK_HOUR: Final = re.compile(" ?시(?!간|금|나리|작|키|럽|원|래|판|럼|킨|켜|트|시|식)")
_AFTER_CLOCK: Final = re.compile(" ?(?:정각)? ?")
_TO_THE_HOUR: Final = re.compile(
    r" (?:to|past|after|before|till|'?til) (?:[a-z]+|[0-9]{1,2})(?=[ .,!?]*$| (?:o'?clock|am|pm|in the))"
)
_TO_SOMETHING: Final = re.compile(
    r" (?:to|past|after|before|till|'?til) (?:(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven"
    r"|twelve|noon|midnight)(?![a-z])|[0-9]{1,2}(?![0-9]))"
)
_DIGITAL: Final = re.compile(r"(?<![0-9:./-])(?P<a>[0-9]{1,3}):(?P<b>[0-5][0-9])(?::(?P<c>[0-5][0-9]))?(?![0-9:])")
_TIMER: Final = re.compile("타이머|카운트다운|timer|countdown|count down")
_CLOCK_AROUND: Final = re.compile(r"(?:^|[^a-z])(?:at|until|till|by|before|after|오전|오후|아침|점심|저녁|밤|새벽) ?$")
_CLOCK_AFTER: Final = re.compile(r" ?(?:에(?!서)|까지|부터|am|pm|a\.m|p\.m|쯤에)")
_GUESTS: Final = re.compile(
    " ?(?:이 |이서|께|드|오시|오셔|한테|은 |들|모|식사|손님|먹|같이|이요|을 위|정도가|이 드|이드|꺼|몫|의 )"
)
_TIME_GOES_ON: Final = re.compile(
    " ?(?:만|쯤|정도)? ?(?:동안|간|뒤|후|더|타이머|알람|끓|삶|굽|구워|재(?!료)|맞|있다|이따|지나|기다|데|남|볶|익"
    "|찌|쪄|졸|돌|걸)"
)
_INSTANT_FOOD: Final = re.compile(" ?(?:카레|짜장|짜장면|미트볼|스테이크 소스|요리왕)")
_WAIT: Final = re.compile(
    r"(?:^|[,.!?] ?)(?:(?:oh|ok|okay|um|uh|no|hey|well|please|just|wait|for|stop|hold it|hold on|hang on"
    r"|hold up|hold|hang|give me|gimme|in|be back in|"
    r"i'?ll be back in|i'?ll be there in|i'?ll do it in|i need|need|got|do you have|have you got|you got"
    r"|can i have|can you wait|"
    r"let me have|back in|be there in|be right back in|excuse me for|excuse me)[ ,]*)+$"
)
_SOON: Final = re.compile(r"(?:^| )in $")
_REMINDER: Final = re.compile(
    r"timer|remind|alert|tell me|let me know|wake|beep|ding|alarm|check|notify|buzz|ready|알려|알림|타이머"
)
_DAYS_KO: Final = re.compile(
    "(?<![가-힣])(?:(?P<one>하루)(?= ?(?:동안|정도|쯤|숙성|꼬박|이상|재[워우]|두었|둔다|지나|뒤|후|종일))"
    "|(?P<two>이틀)|(?P<three>사흘)"
    "|(?P<four>나흘)|(?P<ten>열흘)|(?P<week>일주일))"
    "(?! ?전)(?=간|동안|정도|쯤| |$|이상|만|은|이|을|뒤|후|숙성|재|꼬박|내내|지)"
)
_DAYS: Final = {"one": 1, "two": 2, "three": 3, "four": 4, "ten": 10, "week": 7}
_IMPLIED: Final = re.compile(
    r"(?<![a-z])(?:(?P<another>another|an(?:other)? extra|an additional|one more) (?:full |whole |good )?"
    r"|(?P<every>every |each )|(?P<none>))"
    r"(?P<unit>hour|minute|min|hr|second)(?![a-z])"
)
#: "hour and fifteen minutes": the one goes without saying.
_AND_MINUTES: Final = re.compile(r" and (?:an? )?[a-z0-9-]+(?:[ -][a-z]+)? (?:minutes?|mins?)(?![a-z])")
_STARTS_HERE: Final = re.compile(r"^$|(?:^|[ ,.])(?:for|in|timer|to|about|set) $|^[^a-z]*$")
_ANOTHER_FIVE: Final = re.compile(
    r"(?<![a-z])another (?P<n>two|three|four|five|six|seven|eight|ten|fifteen|twenty|thirty|[0-9]{1,2})"
    r"(?=[ .,!?]*(?:please|to the timer|on the timer|to it|then|on (?:the )?[a-z]+ timer)?[ .,!?]*$)"
)
_MORE_BEFORE: Final = re.compile(
    r"(?:(?:^|[^a-z])(?:another|(?:an )?extra|(?:an )?additional|plus|add(?:ing)?(?: on)?(?: in)?"
    r"|throw on|put on|tack on|give it|extend(?: it| the timer| timer| that)?(?: by| for)?|increase(?: it"
    r"| the timer| the time)?(?: by)?"
    r"|lengthen(?: it| the timer)?(?: by)?|bump (?:it|the timer) up(?: by)?)(?: another| an extra"
    r"| an additional| about)? (?:a )?|(?:추가로|플러스|더하기) ?(?:한 ?|약 ?)?|\+ ?)$"
)
_JUST_GIVE: Final = re.compile(r"give it $")
_LESS_BEFORE: Final = re.compile(
    r"(?:(?:^|[^a-z])(?:minus|subtract|remove|cut(?: off)?|take(?: off| away)|shave(?: off)?"
    r"|knock(?: off)?|drop|lop off|deduct|shorten(?: it| the timer| the time)?(?: by)|shorten (?:it"
    r"|the timer)?"
    r"|(?:reduce|decrease|cut|lower|drop)(?: it| the timer| the time| timer"
    r"| that)?(?: down)? by)(?: about)? |마이너스 ?)$"
)
_MORE_AFTER: Final = re.compile(
    r"(?: (?:more(?! than| or less)|longer|extra|further|on top)(?![a-z])"
    "|(?:만|정도|쯤|을|를|씩|은)* ?(?:정도 ?|쯤 ?|만 ?)?(?:더(?! ?(?:이상|넘|걸려\\?|짧|빨리|적|필요 ?없|안|됐"
    "|지났|남))|추가(?! ?된)|연장"
    "|늘[려리릴]|보태|플러스|길게))"
)
_LESS_AFTER: Final = re.compile(
    r"(?: (?:less(?! than)|fewer|off(?! the heat)|shorter|sooner)(?![a-z])"
    "|(?:만|정도|쯤|을|를|씩|은)* ?(?:정도 ?|쯤 ?|만 ?)?(?:덜|줄[여이일]|빼(?!고)|뺄|뺍|단축|앞당|짧게|감소"
    "|마이너스|깎|당겨))"
)
_ABOUT_AFTER: Final = re.compile(
    " ?(?:쯤|정도|가량|즈음|내외|남짓|안팎|전후)| ?-?ish(?![a-z])| or so(?![a-z])| or thereabouts| give or take"
    "| roughly"
    "| approximately|,? about"
)
_CHANGE_TO: Final = re.compile("으?로 ?(?:바꿔|바꾸|늘|줄|변경|연장|단축|고쳐|수정|다시|맞춰|해|설정)|으?로요?[ .!?]*$")
_CHANGE_FROM: Final = re.compile(
    r"(?:change|switch|reset|increase|extend|reduce|bump|set|move|raise|lower|shorten|adjust"
    r"|make)[a-z' ]{0,40} from (?:about )?$"
)


def find_durations(text: str) -> tuple[Duration, ...]:
    """Every length of time in the text, in order.

    >>> [(d.seconds, d.max_seconds, d.change) for d in find_durations("한 시간 반 재우고 8~10분, 그리고 5분만 더")]
    [(5400, None, 0), (480, 600, 0), (300, None, 1)]
    """
    reading = read(text)
    view = reading.view
    if _HAS_UNIT.search(view) is None and "another" not in view:
        return ()
    parts = _joined(_compounds(_parts(view), view), view)
    return reading.back(found for part in parts if (found := _finished(part, view)) is not None)


def parse_duration(text: str) -> Duration | None:
    """The one length of time a text speaks of; None when it names none, or more than one.

    >>> parse_duration("half an hour").seconds, parse_duration("4인분으로"), parse_duration("반나절")
    (1800, None, None)
    """
    found = find_durations(text)
    return found[0] if len(found) == 1 else None


def _parts(view: str) -> list[_Part]:
    parts: list[_Part] = []
    clock = -1
    read = numerals(view)
    for numeral in read:
        if parts and numeral.start < parts[-1].end:
            continue
        if _CLOCK_HOUR.match(view, numeral.end) and numeral.value <= 24:
            clock = _CLOCK_HOUR.match(view, numeral.end).end()  # type: ignore[union-attr]
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


def _part(numeral: Numeral, view: str) -> _Part | None:
    end = numeral.end
    ish = _ISH.match(view, end)
    about = numeral.approximate and not (numeral.high is not None and numeral.script is Script.DIGITS)
    if ish is not None:
        end, about = ish.end(), True
    change = 0
    if (unit := _KO_UNIT.match(view, end)) is not None:
        if numeral.script is Script.ARTICLE or not _korean_fits(numeral, unit, view):
            return None
    elif (unit := _EN_UNIT.match(view, end)) is not None:
        if unit["s"] == "second" and numeral.script is Script.ENGLISH and _A_PLACE.match(view, unit.end()):
            return None  # "the twenty second step"
        if numeral.script in (Script.SINO, Script.NATIVE) and numeral.glued:
            return None
        if _idle(numeral, unit, view):
            return None
        change = 1 if unit["more"] else -1 if unit["less"] else 0
    elif numeral.script is Script.DIGITS and (unit := _EN_LETTER.match(view, end)) is not None:
        if unit["mmm"] and not re.search(r"h ?$", view[max(0, numeral.start - 3) : numeral.start]):
            return None
    else:
        return None
    kind = (unit.lastgroup or "")[0]
    if unit.re is _EN_UNIT:
        kind = next(name for name in "hmsdw" if unit[name])
    size = _SECONDS[kind]
    if numeral.script is Script.ARTICLE and view.endswith(" of ", 0, numeral.start):
        return None  # "the better part of an hour"
    if kind in "dw" and numeral.value.denominator != 1:
        return None  # "half a day" is 반나절: not a length to time
    if numeral.script is Script.ARTICLE and kind in "dw" and view[max(0, numeral.start - 4) : numeral.start] != "for ":
        return None
    high = None if numeral.high is None else numeral.high * size
    low = numeral.value * size
    if (
        high is not None
        and numeral.script is not Script.NATIVE
        and _CHANGE_FROM.search(view, max(0, numeral.start - 60), numeral.start)
    ):
        low, high = high, None
    return _with_half(_Part(numeral.start, unit.end(), low, high, size, about, change), view)


def _korean_fits(numeral: Numeral, unit: re.Match[str], view: str) -> bool:
    spaced = unit.group().startswith(" ")
    ends = (
        _KO_UNIT_ENDS.match(view, unit.end() - len(unit.group().strip())) is not None
        or _SECONDS_FOLLOW.match(view, unit.end()) is not None
    )
    following = view[unit.end() : unit.end() + 8]
    if unit["m"] and numeral.value == 3 and _INSTANT_FOOD.match(following):
        return False
    match numeral.script:
        case Script.HALF:
            return bool(unit["h"]) and not numeral.glued
        case Script.NATIVE:
            if numeral.glued and spaced:
                return False
            if view[numeral.start : numeral.end] in ("석", "서", "넉", "너"):
                return False
            if unit["m"] and numeral.value < 10:
                # '두 분' are two guests unless something is being timed
                return _GUESTS.match(following) is None and (
                    _TIME_GOES_ON.match(following) is not None or _nearby(_TIMER, numeral.start, view)
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
            if unit["m"] and word == "이" and re.match("(?:은 |께|한테|들|이 ?누구|이세|도 ?오)", following):
                return False
            return not (unit["m"] and word == "구" and not spaced and following[:1] in tuple("하해이되돼짓지"))
        case _:
            return True


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
    if _HALF_EN.match(view, unit.end()) or _OR_TWO.match(view, unit.end()):
        return False
    before = view[max(0, numeral.start - 60) : numeral.start]
    if numeral.script is Script.ENGLISH and not before:
        return False
    if (
        _WAIT.search(before)
        and not re.fullmatch(r"[ ,]*(?:for|in) ", before)
        and not _nearby(_REMINDER, numeral.start, view)
    ):
        return not re.search(r"for just $", before) or before == "for just "
    if _SOON.search(before) and not _nearby(_REMINDER, numeral.start, view):
        return True
    if numeral.script is Script.ARTICLE and unit["s"]:
        return not (
            re.search(r"(?:for|another|every|than|about|by|timer|add|off|down|plus|minus) (?:about |just )?$", before)
            or (unit.end() == len(view.rstrip(" .?!")) and numeral.start == 0)
        )
    return False


def _nearby(pattern: re.Pattern[str], position: int, view: str) -> bool:
    return pattern.search(view, max(0, position - 80), position + 80) is not None


def _with_half(part: _Part, view: str) -> _Part:
    if part.high is not None and part.low.denominator != 1:
        return part
    half = _HALF_KO.match(view, part.end)
    if half is not None:
        extra = Fraction(part.unit, 2)
        return replace(
            part, end=half.end(), low=part.low if part.high else part.low + extra, high=part.high and part.high + extra
        )
    half = _HALF_EN.match(view, part.end)
    if half is not None:
        share = (
            Fraction(1, 2)
            if half["half"]
            else Fraction(1, 4)
            if half["quarter"]
            else Fraction(3, 4)
            if half["three"]
            else Fraction(1, 3)
        )
        return replace(part, end=half.end(), low=part.low + share * part.unit)
    two = _OR_TWO.match(view, part.end)
    if two is not None and part.low == part.unit and part.high is None:
        many = 2 if two["count"] in ("two", "2") else 3
        return replace(part, end=two.end(), high=Fraction(many * part.unit), approximate=True)
    return part


def _without_number(view: str, parts: list[_Part]) -> list[_Part]:
    """ "another minute", "hour and a half", 이틀, "another five", "3:30" for a timer."""
    found: list[_Part] = []
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
        for match in _IMPLIED.finditer(view):
            size = 3600 if match["unit"][0] == "h" else 60 if match["unit"][0] == "m" else 1
            part = _Part(match.start(), match.end(), Fraction(size), None, size, change=1 if match["another"] else 0)
            part = _with_half(part, view)
            goes_on = match["unit"] == "hour" and _AND_MINUTES.match(view, match.end())
            begins = _STARTS_HERE.search(view, max(0, match.start() - 12), match.start())
            whole = match["another"] or match["every"] or part.end > match.end() or (goes_on and begins)
            if whole and free(part.start, part.end):
                found.append(part)
        for match in _ANOTHER_FIVE.finditer(view):
            word = match["n"]
            count = int(word) if word.isdigit() else int(numerals(word)[0].value)
            if count and free(match.start(), match.end()):
                found.append(_Part(match.start(), match.end(), Fraction(count * 60), None, 60, change=1))
    if ":" in view:
        for match in _DIGITAL.finditer(view):
            if match["c"] is not None:
                seconds = int(match["a"]) * 3600 + int(match["b"]) * 60 + int(match["c"])
            elif (
                _nearby(_TIMER, match.start(), view)
                and not _CLOCK_AROUND.search(view, max(0, match.start() - 8), match.start())
                and not _CLOCK_AFTER.match(view, match.end())
            ):
                seconds = int(match["a"]) * 60 + int(match["b"])
            else:
                continue
            found.append(_Part(match.start(), match.end(), Fraction(seconds), None, 0))
    if "틀" in view or "흘" in view or "하루" in view or "일주일" in view:
        for match in _DAYS_KO.finditer(view):
            found.append(
                _Part(match.start(), match.end(), Fraction(86400 * _DAYS[match.lastgroup or "one"]), None, 86400)
            )
    return found


def _compounds(parts: list[_Part], view: str) -> list[_Part]:
    """Hours, minutes and seconds that belong to one length; "an hour fifteen" without the last unit."""
    joined: list[_Part] = []
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
    completed: list[_Part] = []
    for index, part in enumerate(joined):
        following = bisect_left(starts, part.end)
        limit = joined[index + 1].start if index + 1 < len(joined) else len(view) + 1
        rest = read[following] if following < len(read) and read[following].end <= limit else None
        completed.append(_with_bare_rest(part, rest, view) if rest is not None else part)
    return completed


def _continues(last: _Part, part: _Part, view: str) -> bool:
    gap = view[last.end : part.start]
    return (
        len(gap) <= 6
        and 0 < part.unit < last.unit
        and last.high is None
        and part.low < last.unit
        and last.low % last.unit == 0
        and _TOGETHER.fullmatch(gap) is not None
        and not (gap.strip() == "," and "가" <= view[last.end - 1] <= "힣")
    )


def _with_bare_rest(part: _Part, rest: Numeral, view: str) -> _Part:
    """ "an hour fifteen", "1 hr 15", "two minutes thirty": the smaller unit goes without saying."""
    if part.unit not in (3600, 60) or part.high is not None or part.low % part.unit or view[part.end - 1] in "간분초":
        return part
    gap = view[part.end : rest.start]
    small = rest.high is None and rest.value.denominator == 1 and 1 <= rest.value < 60
    if not small or gap not in ("", " ", " and ") or rest.script not in (Script.DIGITS, Script.ENGLISH):
        return part
    if view[rest.start : rest.end] == "one":
        return part  # "the eight-minute one"
    if gap == "":
        if view[rest.end : rest.end + 1].isalpha():
            return part
    elif _BARE_REST.match(view, rest.end) is None:
        return part
    return replace(part, end=rest.end, low=part.low + rest.value * (part.unit // 60), unit=part.unit // 60)


def _joined(parts: list[_Part], view: str) -> list[_Part]:
    """Two lengths that are the ends of one range: "20분에서 30분", "30 minutes to an hour"."""
    joined: list[_Part] = []
    for part in parts:
        last = joined[-1] if joined else None
        gap = view[last.end : part.start] if last is not None else ""
        if last is not None and len(gap) <= 24 and _CORRECTED.fullmatch(gap):
            joined[-1] = part
            continue
        between = _BETWEEN.fullmatch(gap) if last is not None and len(gap) <= 12 else None
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


def _changes(last: _Part, part: _Part, between: re.Match[str], view: str) -> bool:
    """'5분에서 10분으로 늘려': from the one to the other, not somewhere between them."""
    if between["change"] == "에서":
        return _CHANGE_TO.match(view, part.end) is not None
    return between["change"] == "to" and _CHANGE_FROM.search(view, max(0, last.start - 60), last.start) is not None


def _finished(part: _Part, view: str) -> Duration | None:
    if part.low.denominator != 1 or (part.high is not None and part.high.denominator != 1):
        return None
    if not 0 < part.low <= _LONGEST or (part.high is not None and part.high > _LONGEST):
        return None
    if part.unit == 60 and part.high is None and _TO_SOMETHING.match(view, part.end) and "시" not in view:
        return None  # "ten minutes to six"
    about = part.approximate
    suffix = _ABOUT_AFTER.match(view, part.end)
    about = about or suffix is not None
    change = part.change
    if not change:
        before = view[max(0, part.start - 32) : part.start]
        after = suffix.end() if suffix is not None else part.end
        if _MORE_AFTER.match(view, part.end) or _MORE_AFTER.match(view, after):
            change = 1
        elif _LESS_AFTER.match(view, part.end) or _LESS_AFTER.match(view, after) or _LESS_BEFORE.search(before):
            change = -1
        elif (
            _MORE_BEFORE.search(before)
            and not _JUST_GIVE.search(before)
            and not view.startswith((" before", " after"), part.end)
        ):
            change = 1
    return Duration(int(part.low), part.start, part.end, None if part.high is None else int(part.high), about, change)
