"""The scan under numbers, durations, quantities and steps: every stretch of a text that reads as a number.

It joins what belongs together (fractions, ranges, "about"). A syllable that may be a number ('이', '한', '네', "a") is
one only when something countable follows: `counts_something` decides, or the finder that knows its units.
"""

import re
from dataclasses import replace
from typing import Final

from shared.kitchen import numbers_ko as ko
from shared.kitchen.counters_ko import AFTER_NATIVE, AFTER_SINO, AFTER_SINO_DIGIT, FULLY, NOT_AFTER_THIS, THIS_PERSON
from shared.kitchen.numeral import Numeral, Script
from shared.kitchen.numeral_ko import after_food, before_food
from shared.kitchen.numeral_written import TOKEN, read_numeral
from shared.kitchen.reading import is_hangul
from shared.kitchen.remembered import remembered

_HALF_ENDS: Final = re.compile(
    "(?=[ ]?(?:개|컵|큰술|작은술|숟|스푼|술|티스푼|모|쪽|대|단|줌|마리|포기|봉지|봉|캔|통|병|판|알|장|줄|공기"
    "|그릇|접시|국자|팩|덩어리|덩이|토막|조각|"
    "송이|뿌리|근|되|홉|인분|시간|종이컵|잔|주먹|움큼|꼬집|자밤|리터|킬로|배(?!추|려))(?![가-힣])"
    "|[ ]?(?:개|알|토막|조각|덩어리|덩이|송이|뿌리|줄기|장|그릇|접시|국자|팩"
    "|컵|큰술|작은술|숟가락|숟갈|스푼|티스푼|모|쪽|단|줌|마리|포기|봉지|캔|통|병|공기|시간|인분"
    "|근)(?:만|쯤|정도|을|를|은|는|이|가|으로|로|에|씩|면|이면|넣"
    "|더|동안|뒤|후|타|짜리)"
    "|만(?= ?[가-힣])(?! ?(?:익|줄|감|뜨|떠|열|닫|덮|걸)))"
)
_HALF_IS_OVER: Final = re.compile("(?![가-힣])(?! ?[가-힣]*으로)|(?:만|쯤|정도|을|를|이|은|의|요|이요)(?![가-힣])")
#: "Ten, at most fifteen", '십 분, 길어야 십오 분': the upper end is named.
AT_MOST: Final = (
    r"(?:길어야|길어도|길면|길게는|많아야|많아도|많으면|많게는|최대(?:로)?|늦어도|넉넉히"
    r"|at (?:the )?most|max(?:imum)?|up to)"
)
_JOINED: Final = re.compile(
    rf" ?(?:(?P<dash>~|--?)|(?P<said>에서|내지|to|through|or(?: maybe)?|,? maybe|또는|혹은|이나)"
    rf"(?: ?{AT_MOST})?|(?P<comma>,)) ?"
)
_APPROXIMATELY: Final = re.compile(
    r"(?:(?:^|[^가-힣])(?:약|대략|대충|거의|얼추)|(?:^|[^0-9 ] ?)~|(?:^|[^a-z])(?:about|around|approximately"
    r"|approx\.?|roughly|nearly|almost|maybe|circa|some|like)) ?(?:an? |the )?$"
)
_TO_ONE: Final = re.compile(" ?대 ?")
_RATIO_ENDS: Final = re.compile("(?![가-힣])|(?:으?로|이|의|씩)(?![가-힣])|으?로 ?섞| ?(?:비율|정도|대 )")
_ISH: Final = re.compile("-?ish(?![a-z])")
_DEGREES: Final = re.compile(r" ?(?:degrees|°|fahrenheit|celsius)")
_OVEN: Final = re.compile(
    r"(?:oven|preheat(?:ed)?|temperature|temp|bake|roast)(?: (?:the|my|your|oven|it|up|is|set))* (?:to|at) (?:about )?$"
)
_A_UNIT: Final = re.compile(
    r" (?:minutes?|mins?|hours?|seconds?|secs?|cups?|tablespoons?|teaspoons?|tbsp|tsp|cloves?)(?![a-z])"
)
_UNITS: Final = re.compile(r" (?:minutes|mins|hours|seconds|secs|grams|degrees|people|pieces|eggs)(?![a-z])")
_PLURAL_TIME: Final = re.compile(" (?:minutes|mins|hours|seconds|secs)(?![a-z])")
#: "two fifty grams" and "one fifty ml" are 250 and 150, "nineteen ninety five" is a year.
_WEIGHED: Final = re.compile(r" ?(?:grams?|grammes?|gms?|g|kilograms?|mls?|mils?|millilit(?:er|re)s?|cc)(?![a-z])")


@remembered(64)
def numerals(view: str) -> tuple[Numeral, ...]:
    """Everything in a folded text that reads as a number; ranges and fractions joined. For the other finders."""
    found: list[Numeral] = []
    position = 0
    token = TOKEN.search(view)
    while token is not None:
        numeral = read_numeral(token, view)
        if numeral is not None:
            found.append(numeral)
            position = max(numeral.end, token.start() + 1)
        else:
            # "a third one": no third part, but perhaps something after the "a"
            position = token.start() + 1 if token.lastgroup == "some" else token.end()
        token = TOKEN.search(view, position)
    found = _ranges(_approximations(_fractions(found, view), view), view)
    return tuple(_ratios(found, view) if "대" in view else found)


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
        if numeral.script is Script.ENGLISH and _ISH.match(view, numeral.end):
            numeral = replace(numeral, approximate=True)  # noqa: PLW2901
        about = not numeral.approximate and _APPROXIMATELY.search(view, max(0, numeral.start - 16), numeral.start)
        kept.append(replace(numeral, approximate=True) if about else numeral)
    return kept


def _ranges(found: list[Numeral], view: str) -> list[Numeral]:
    kept: list[Numeral] = []
    for numeral in found:
        last = kept[-1] if kept else None
        if last is not None and _is_a_year(last, numeral, view):
            kept.pop()
            continue
        if last is not None and _hundreds_or_two(last, numeral, view):
            kept.pop()
            continue
        if last is not None and _begun_anew(last, numeral, view):
            kept.pop()
            continue
        if last is not None and _is_oven_talk(last, numeral, view):
            kept[-1] = replace(last, end=numeral.end, value=last.value * 100 + numeral.value)
            continue
        if last is not None and last.high is None and numeral.value > last.value and _forms_range(last, numeral, view):
            if _shares_hundred(last, numeral, view):
                last = replace(last, value=last.value * (1000 if numeral.value >= 1000 else 100))
            kept[-1] = replace(
                last, end=numeral.end, high=numeral.high or numeral.value, script=numeral.script, alone=numeral.alone,
                approximate=last.approximate or numeral.approximate, syllables=max(last.syllables, numeral.syllables),
            )  # fmt: skip
            continue
        kept.append(numeral)
    return kept


def _ratios(found: list[Numeral], view: str) -> list[Numeral]:
    """'칠 대 삼': seven to three, not seven stalks."""
    for at in range(1, len(found)):
        one, other = found[at - 1], found[at]
        if (
            _TO_ONE.fullmatch(view, one.end, other.start)
            and {one.script, other.script} <= {Script.SINO, Script.DIGITS}
            and not one.glued
            and _RATIO_ENDS.match(view, other.end)
        ):
            found[at - 1], found[at] = replace(one, alone=True), replace(other, alone=True)
    return found


def _shares_hundred(low: Numeral, high: Numeral, view: str) -> bool:
    """ "five to six hundred": both are hundreds."""
    if high.script is not Script.ENGLISH and high.script is not Script.DIGITS:
        return False
    many = 1000 if high.value >= 1000 else 100
    return (
        view.startswith((" hundred", " thousand"), high.end - (8 if many == 100 else 9))
        and 1 <= low.value <= 9
        and low.value * many < high.value
        and high.value % many == 0
    )


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
            or _WEIGHED.match(view, rest.end) is not None
            or _OVEN.search(view, max(0, hundreds.start - 48), hundreds.start) is not None
        )
    )


def _hundreds_or_two(first: Numeral, second: Numeral, view: str) -> bool:
    """ "one twenty minutes", "five ten minutes": a hundred and twenty, or one and twenty? Nobody knows."""
    return (
        first.script is second.script is Script.ENGLISH
        and view[first.end : second.start] == " "
        and first.high is None
        and 1 <= first.value <= 9
        and 10 <= second.value <= 99
        and first.value.denominator == second.value.denominator == 1
        and _PLURAL_TIME.match(view, second.end) is not None
    )


def _begun_anew(first: Numeral, second: Numeral, view: str) -> bool:
    """ "fifty fifteen minutes", "fifteen fifty minutes": which of them was meant? Nobody knows."""
    return (
        first.script is second.script is Script.ENGLISH
        and view[first.end : second.start] == " "
        and min(first.value, second.value) >= 10
        and not _forms_range(first, second, view)
        and _PLURAL_TIME.match(view, second.end) is not None
    )


def _is_a_year(century: Numeral, rest: Numeral, view: str) -> bool:
    return (
        century.script is rest.script is Script.ENGLISH
        and view[century.start : century.end] in ("eighteen", "nineteen", "twenty")
        and view[century.end : rest.start] == " "
        and rest.value.denominator == 1
        and (10 <= rest.value <= 99 or century.value == 20)
        and century.high is None
        and rest.high is None
        and re.match(r"[ .,!?]*$| (?:was|and|when|he|she|we|i|they|it)(?![a-z])", view[rest.end :]) is not None
        and re.search(r"(?:^|(?:in|since|from|of|year|before|after|back) )$", view[: century.start]) is not None
    )


def _forms_range(low: Numeral, high: Numeral, view: str) -> bool:
    gap = view[low.end : high.start]
    if len(gap) > 14 or Script.ARTICLE in (low.script, high.script) or view[low.start : low.end] == "반":
        return False
    if low.value < 1 and low.script is Script.ENGLISH and _AND_HERE.search(view, max(0, low.start - 14), low.start):
        return False  # "an hour and a half to two hours"
    joint = _JOINED.fullmatch(gap)
    english = Script.ENGLISH in (low.script, high.script)
    if joint is None:
        if gap == " and ":
            return view[max(0, low.start - 8) : low.start] == "between "
        return gap == " " and low.script is high.script is Script.ENGLISH and _spoken_side_by_side(low, high, view)
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


_AND_HERE: Final = re.compile("[a-z]+ and $")


def _spoken_side_by_side(low: Numeral, high: Numeral, view: str) -> bool:
    """ "two three minutes", "fifteen twenty minutes"."""
    if high.value == low.value + 1 and high.value < 10:
        return _A_UNIT.match(view, high.end) is not None
    near = low.value >= 10 and 0 < high.value - low.value <= 10 and low.value.denominator == 1
    return near and _UNITS.match(view, high.end) is not None


def counts_something(numeral: Numeral, view: str) -> bool:
    if numeral.alone:
        return True
    match numeral.script:
        case Script.ARTICLE:
            return False
        case Script.HALF:
            return not numeral.glued and _HALF_ENDS.match(view, numeral.end) is not None
        case Script.NATIVE:
            return native_counts(numeral, view) or counts_food(numeral, view)
        case Script.SINO:
            return sino_counts(numeral, view)
        case _:
            return True


def native_counts(numeral: Numeral, view: str) -> bool:
    """'두 컵', but not '시원한 컵', '한쪽으로' or '한번 볶아'."""
    after = AFTER_NATIVE.match(view, numeral.end) or before_food(numeral.end, view)
    if after is None:
        return False
    if (
        numeral.glued
        and view[numeral.end : numeral.end + 1] == " "
        and not after_food(numeral.start, numeral.end, view)
    ):
        return False
    if view[numeral.start : numeral.end] in ("세", "네") and view.startswith("모", numeral.end):
        return False  # a triangle, a square
    if view[numeral.start : numeral.end] == "한":
        following = view[numeral.end : numeral.end + 5]
        if following.startswith("번") or re.match(" ?쪽(?:으로|에|면|은|이|만 ?(?:익|굽|구|뒤|먼|볶))", following):
            return False
    return (
        view[numeral.start : numeral.end] not in ("석", "서", "넉", "너")
        or re.match(" ?[장잔줄말되근달자]", view[numeral.end : numeral.end + 2]) is not None
    )


_FOOD_COUNTED: Final = re.compile("(?:하나|둘|셋|넷|다섯|여섯|일곱|여덟|아홉|열)(?: ?반)?(?![가-힣]|[ ]?[개컵쪽])")


def counts_food(numeral: Numeral, view: str) -> bool:
    """'계란하나': a number may touch what it counts, if that is food."""
    return (
        numeral.glued
        and _FOOD_COUNTED.match(view, numeral.start) is not None
        and after_food(numeral.start, numeral.end, view)
    )


#: No other word begins like these: what is weighed may follow without a space ('사백이십오그램통조림').
_WEIGHT: Final = re.compile(" ?(?:킬로|밀리)?(?:그램|그람)|밀리리터")


def sino_counts(numeral: Numeral, view: str) -> bool:
    """'삼 단계', '이 분', but not '이 단계' (this step), '이 시간', '육개장' or '사회'."""
    if numeral.syllables > 1:
        if _WEIGHT.match(view, numeral.end) is not None:
            return True
        return AFTER_SINO.match(view, numeral.end) is not None or before_food(numeral.end, view) is not None
    word = view[numeral.start : numeral.end]
    after = AFTER_SINO_DIGIT.match(view, numeral.end)
    if after is None and word in "십백천":  # '천 장', but 천장 is the ceiling
        return AFTER_SINO.match(view, numeral.end) is not None and view.startswith((" ", "개"), numeral.end)
    if after is None:
        return view.startswith(("번", " 번"), numeral.end) and word not in "이만"
    unit = after.group().strip()
    spaced = after.group().startswith(" ")
    if word == "이" and (unit in NOT_AFTER_THIS or (unit == "분" and THIS_PERSON.match(view, after.end()))):
        return False
    if word == "십" and unit == "분" and FULLY.match(view, after.end()):
        return False
    if unit in ("도", "회", "주", "일", "호", "층", "월", "년", "원", "박") and not spaced:
        return False
    return not (
        unit == "분"
        and word == "구"
        and not spaced
        and view[after.end() : after.end() + 1] in ("하", "해", "이", "되", "돼", "짓", "지")
    )
