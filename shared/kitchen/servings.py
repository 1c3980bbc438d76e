"""How much of a recipe a cook asks for: "4인분으로", "두 배로", "반으로 줄여줘", "double it", "for six", "just me".

"간장 두 배" and "cut the onion in half" are not the whole recipe; "두 명 더" is no number of servings. What a factor
does to an amount is in `scaling.py`.
"""

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from shared.kitchen.corrections import meant, takes_back
from shared.kitchen.numeral import Numeral, Script
from shared.kitchen.numerals import numerals
from shared.kitchen.reading import fold, is_hangul


@dataclass(frozen=True, slots=True)
class ScaleTarget:
    """How much of the recipe is wanted: for so many `servings`, or `factor` times what it makes."""

    servings: Fraction | None = None
    factor: Fraction | None = None


_LONGEST: Final = 400
_PEOPLE_KO: Final = re.compile(
    " ?(?:인분|인 ?용|명(?!란|절|이나물|태|령|품|물|확)|사람(?=이|[ ]?(?:먹|분|것|거|용|몫|양|정도|꺼)|으로"
    "| 기준)|식구|분(?=이(?:나)?[ ]?(?:드|먹|오|서)|[ ]?(?:손님|드실|드시|드신|오[시셔신]|모시|모셔)))"
)
#: "두 명 더", "2인분 줄여": so many more or less than now, and how many that makes is not said.
_SO_MANY_MORE_KO: Final = re.compile(
    "(?:만|을|를|정도|쯤)? ?(?:더(?! ?(?:크|작|많|적))|이? ?(?:빠[졌지져]|못 ?[오와온]|안 ?[오와온]|취소)"
    "|추가|빼|줄[여이]|늘[려리]|덜)"
)
#: "식구가 다섯이야", "인분을 여섯으로": who is counted comes before the number.
_COUNTED_KO: Final = re.compile(
    "(?:인분|인원|식구|가족|손님|사람|머릿수|우리)(?: ?수)?(?:들)?(?:을|를|은|는|이|가)? ?"
    "(?:(?:딱|모두|전부|총|다 ?해서|약|한) ?)?$"
)
_SO_MANY_KO: Final = re.compile(
    "(?:으?로|이에요|예요|이야|야|이다|입니다|이고|이니까|이라서?|이거든요?|이네요?|인데요?|이요|뿐이[야에])(?![가-힣]{3})"
)
_HEADS_KO: Final = re.compile("(?<![가-힣])(?:인원(?:수)?|머릿수) $")
_THAT_IS_ALL: Final = re.compile("(?=[ .!]*$)")
_TOGETHER_KO: Final = re.compile("(?:둘|셋|넷|다섯|여섯|일곱|여덟|아홉|열)(?=이서|이 ?(?:먹|같이)|이 ?나눠|명이서)")
_TOGETHER: Final = {"둘": 2, "셋": 3, "넷": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9, "열": 10}
_ALONE_KO: Final = re.compile("혼자 ?(?:먹|만 ?먹|먹을|서 ?먹)|나 ?혼자 ?먹")
_TIMES_KO: Final = re.compile(
    "(?P<half> ?반)? ?배(?P<end>(?!추|합|즙|달|고파|고프|부르|가 ?고|우|어|려|워|낭|송|꼽|터|아프| ?더)(?:반|로|만|쯤"
    "|정도|의|를|씩|는|나|요|야|량|분량)?)(?P<halfafter> ?반(?:으로|만|쯤|정도)?(?![가-힣]))?"
)
_CHANGES_KO: Final = tuple(
    "늘 만들 해 하 줘 부탁 바꿔 바꾸 맞춰 맞추 계산 올려 올리 조정 조절 변경 키워 키우 준비 요리 레시피 설정 잡"
    " 환산 좀 다시 "
    "뻥튀기 분량 양으로 가자 갈게 먹 할 끓 수정 고쳐".split()
)
_ITS_AMOUNT: Final = re.compile("^(?:양|분량|재료)(?:을|를)? ")
_DOUBLE_KO: Final = re.compile("(?:(?:따블|더블|곱절|갑절)|(?<![가-힣])배(?=로 ?늘))(?:로|으로)?(?! ?(?:크림|치즈))")
_HALVED_KO: Final = re.compile(
    "(?:(?P<quarter>반의 ?반|4분의 ?1|사분의 ?일)|(?P<half>절반|반절|반))(?: ?(?:만|으로만|으로|정도로|정도만"
    "|정도|분량으로|분량|씩만|양으로|양만|로|로만|인분만))"
    "(?P<rest>[ ]?(?:양|줄[이여]|해|하자|하고 ?싶|할[게래까]|만들|맞춰|맞추|바꿔|바꾸|부탁|요|계산|변경|조절|조정"
    "|감량|깎|낮[춰추]|축소|레시피|환산|가능|요리|되[나게]|돼)|[ .,!?~]*$)"
)
_BEFORE_HALVED: Final = re.compile(
    "(?:^|양|레시피|재료|분량|전체|전부|전부다|다|모두|이거|이걸|그거|그럼|좀|우리|오늘|오늘은|인분|음식|요리"
    "|전체적으로|혹시|저기|그냥|나|난|나는|이번엔|이번에는|그러면|자|아|음|어|한|딱)"
    "(?:을|를|은|는|들을|도)?[ ,]*$"
)
_RUN_TOGETHER: Final = re.compile(
    "(?:양|레시피|재료|분량|전체|전부|모두|이거|이걸|음식|요리|그냥|우리|오늘은|이번엔)(?:을|를|은|는)?$"
)
_ORIGINAL: Final = re.compile(
    "원래 ?(?:양|분량|대로|인분|레시피)(?:대로|으로|로)?|원래대로 ?(?:양|분량)|(?<![a-z])(?:original|normal"
    "|regular) (?:amounts?|recipe|servings?|size|quantit)"
)
#: From so many to so many: '4인분을 2인분으로', "six servings instead of four servings".
_FROM_TO: Final = re.compile("에서|짜리|을|를|인데|이었|였|던| to |instead|말고|대신")

_PEOPLE_EN: Final = re.compile(
    r"(?: (?:hungry|grown|big|small|young|old|dinner|little))? ?-?(?:servings?|serves|people|persons?|guests?"
    r"|portions?|adults|diners|of us|mouths|eaters|folks|pax|kids?|child(?:ren)?"
    r"|friends)(?![a-z])"
)
_SO_MANY_MORE_EN: Final = re.compile(
    r"(?<![a-z])(?:add|adding|another|an? extra|an? additional|plus|remove|minus|subtract|take away|drop) (?:about )?$"
)
_FOR_EN: Final = re.compile(
    r"(?<![a-z])(?:(?P<sure>serves?|serving|make (?:it|this|that|enough) for|making (?:it|this|enough) for"
    r"|scale (?:it |this |the recipe |that )?(?:up |down )?(?:to|for)|cooking (?:it |this |dinner |lunch )?for"
    r"|recipe (?:to|for)|change (?:it|this|that) (?:to|for)|adjust (?:it |this |the recipe )?(?:to|for)"
    r"|set (?:the )?servings (?:to|at)|servings? (?:to|for|is|of)|feeds?|feeding|dinner for|enough for|do it for"
    r"|there(?:'?s| is| are|(?: wi|'?)ll be)(?: only| just)?|(?:party|family|group|crowd) of|we(?:'?re| are)"
    r"(?: only)?|we have|we'?ve got|table of|dinner(?:'s| is)? for"
    r"|convert (?:it )?(?:to|for)|resize (?:it )?(?:to|for)|update (?:it )?(?:to|for))"
    r"|(?P<cook>cook(?: it| this| dinner)? for)|(?P<bare>(?:just )?for)) (?:just |about |only |a total of )?$"
)
_THIS_TIME: Final = re.compile(",? (?:instead|tonight|today|this time|for (?:dinner|lunch|breakfast|supper))(?![a-z])")
_JUST_ME: Final = re.compile(
    r"(?<![a-z])(?:(?:just|only) (?:for )?(?:me|myself)|for (?:just |only )?myself|for (?:just|only) me|by myself"
    r"|cooking for one|just the one of us|on my own|eating alone)(?![a-z])"
)
_TWO_OF_US: Final = re.compile(r"(?<![a-z])(?:(?:just )?(?:the )?(?P<n>two|three|four|five|six|both) of us)(?![a-z])")
_RECIPE: Final = (
    r"(?: (?:it(?: all)?|this|that|everything|all of it|all(?: the)? (?:ingredients|amounts|quantities)"
    r"|the lot|the (?:whole )?(?:recipe|batch|amounts?|ingredients|quantit(?:y|ies)|servings?|thing|measurements)"
    r"|(?:this |my )?recipe|the whole thing|servings|amounts|ingredients|portions|up|this recipe))?"
)
_MULTIPLY_EN: Final = re.compile(
    rf"(?:^|(?<![a-z]))(?P<verb>double|doubling|doubled|triple|tripling|quadruple|halve|halving|halved|half"
    rf"|quarter)(?P<what>{_RECIPE})(?=[ .,!?]*$|으?로|해| (?:please|for|so|and|then|now|today|this time|thanks)"
    "(?![a-z]))"
)
_OF_THE_RECIPE: Final = re.compile("recipe|batch|servings|레시피|분량|재료|양(?:을|은|도|만)?(?![가-힣])")
_VERBS: Final = {
    "double": Fraction(2), "doubling": Fraction(2), "doubled": Fraction(2), "triple": Fraction(3),
    "tripling": Fraction(3), "quadruple": Fraction(4), "halve": Fraction(1, 2),
    "halving": Fraction(1, 2), "halved": Fraction(1, 2), "half": Fraction(1, 2), "quarter": Fraction(1, 4),
}  # fmt: skip
_BATCH: Final = re.compile(
    r"(?<![a-z])(?:(?P<double>double|triple|half|quarter)(?: an?| the| of the)?(?: whole)? (?:batch|recipe"
    r"|portion|amount|quantity|size|servings?)|(?P<twice>twice|half) (?:as (?:much|many)(?! (?!please|of|as|now"
    r"|today|this|for)[a-z])|the (?:amount|recipe|size"
    r"|quantity|portion|ingredients))|"
    r"(?:cut|reduce|scale|divide|split|bring) (?:it|this|the (?:whole |entire |full )?recipe|everything|the amounts?"
    r"|(?:all )?the ingredients|all the amounts|all of it|the quantit(?:y|ies)|the batch|this (?:whole )?recipe|it all"
    r"|recipe|that|the whole (?:thing|batch)|the servings|down)(?: down)? (?:in|by|into|to) (?P<cut>half|two(?! thirds)"
    r"|a third|a quarter|two thirds|three quarters)|(?:^|(?:make|do|cook|just|only)(?: me)?(?: only| just)? )"
    r"(?P<part>a third|a quarter|two thirds|three quarters) of (?:it|that|this)(?=[ .,!?]*$| please)"
    r"|(?:make|do|want|only|just)(?: me)?(?: only"
    r"| just)? (?P<only>half)(?: of (?:it|that|this"
    r"|the recipe)| the recipe| the amount)?(?=[ .,!?]*$| please)|(?P<of>half|a third|a quarter|two thirds"
    r"|three quarters) of (?:the|this) (?:whole )?(?:recipe|batch|amount|quantity|ingredients|servings))(?![a-z])"
)
_PARTS_EN: Final = {
    "half": Fraction(1, 2), "two": Fraction(1, 2), "a third": Fraction(1, 3), "a quarter": Fraction(1, 4),
    "quarter": Fraction(1, 4), "double": Fraction(2), "triple": Fraction(3), "twice": Fraction(2),
    "two thirds": Fraction(2, 3), "three quarters": Fraction(3, 4),
}  # fmt: skip
#: "Fifty percent more of everything"; of one thing it is none of the recipe's.
_PERCENT: Final = re.compile(
    r" ?(?:percent|%) (?:(?P<more>more|extra|bigger|larger)|less|smaller)"
    r"(?=[ .,!?]*$| (?:please|of (?:it|this|that|everything|all|the (?:recipe|lot|whole)))(?![a-z]))"
)
#: "Make two batches", but never "fry in two batches".
_BATCHES: Final = re.compile(r" (?:full |whole )?batch(?:es)?(?![a-z])")
_MAKE: Final = re.compile(
    r"(?:^|(?<![a-z])(?:make|making|do|want|need|cook|bake|like|prepare)(?: it| this| me| us| about| up)?) ?$"
)
_NUMERAL_TIMES: Final = re.compile(
    r" ?(?:x(?![a-z0-9])|×|times(?: (?:the|as|more|it|that|this|bigger|larger|the recipe))?(?=[ .,!?]*$| (?:the"
    r"|as|more|bigger|larger|recipe|amount|much|please|original)))"
)
_TIMES_BEFORE: Final = re.compile(
    r"(?:(?:^|[ (])[x×]|(?<![a-z])(?:times|multiply(?: it| everything| the recipe| that| this| by)*|scale(?: it"
    r"| the recipe| everything| this| up| down)* by|by a factor of|factor of|increase(?: it| everything"
    r"| the recipe)? by a factor of)) ?$"
)
_NOT_SERVINGS: Final = re.compile(r"timer|alarm|remind|minute|second|hour|simmer|boil|bake|fry|roast|step|타이머|알람")
_HAS_SCALE: Final = re.compile(
    r"인분|인원|가족|손님|우리|머릿수|[0-9]/[0-9]|[½⅓⅔¼¾]"
    r"|명|사람|식구|인 ?용|분|이서|이 ?먹|이 ?같이|혼자|배|따블|더블|곱절|반|절|분의|원래"
    r"|serv|for|people"
    r"|person|guest|portion|us|me|myself|doubl|tripl|quadr|hal|quarter|batch|twice|x|×|times|scale|multiply"
    r"|factor|feed|dinner|party|table|third|original|normal|we|divid|famil|adult|alone|own|percent|%|머릿"
)
_HALF_ALONE_EN: Final = re.compile(r"(?:just |only |make |do |about )*half(?: of it)?(?: please)?[ .!?]*")


def find_scale(text: str) -> ScaleTarget | None:
    """How much of the recipe a cook wants, or None. "간장 두 배" or "double the garlic" is not the whole recipe.

    >>> find_scale("4인분으로 바꿔줘").servings, find_scale("1.5배로").factor, find_scale("반으로 잘라")
    (Fraction(4, 1), Fraction(3, 2), None)
    """
    view = fold(text)[:_LONGEST]
    if _HAS_SCALE.search(view) is None:
        return None
    read = numerals(view)
    target = None if view.isascii() else _in_korean(view, read)
    return target or _in_english(view, read)


def _in_korean(view: str, read: tuple[Numeral, ...]) -> ScaleTarget | None:
    people: list[tuple[int, int, Fraction]] = []
    for numeral in read:
        counted = _PEOPLE_KO.match(view, numeral.end) or _people_before_ko(numeral, view)
        if counted is None or numeral.script is Script.ARTICLE or numeral.high is not None:
            continue
        if numeral.glued and view[numeral.end : numeral.end + 1] == " ":
            continue
        if numeral.script is Script.HALF and not counted.group().strip().startswith("인"):
            continue
        if numeral.value > 200 or numeral.value <= 0 or _SO_MANY_MORE_KO.match(view, counted.end()):
            continue
        people.append((numeral.start, counted.end(), numeral.value))
    if people:
        return _for_so_many(people, view, read)  # '4인분에서 6인분으로'
    together = _TOGETHER_KO.search(view)
    if together is not None:
        return ScaleTarget(servings=Fraction(_TOGETHER[together.group()]))
    if _ALONE_KO.search(view):
        return ScaleTarget(servings=Fraction(1))
    for numeral in read:
        factor = _times_ko(numeral, view)
        if factor is not None:
            return ScaleTarget(factor=factor)
    for numeral in read:  # '삼분의 일로 줄여줘'
        if numeral.value < 1 and not numeral.glued and (numeral.syllables == 9 or numeral.script is Script.DIGITS):
            rest = re.match(
                "(?:으?로|만|으?로만)(?: ?(?:줄|해|만들|맞춰|하자|부탁|바꿔)|[ .!?요]*$)", view[numeral.end :]
            )
            if rest and _BEFORE_HALVED.search(view[: numeral.start]):
                return ScaleTarget(factor=numeral.value)
    double = _DOUBLE_KO.search(view)
    if double is not None and _BEFORE_HALVED.search(view[: double.start()]):
        return ScaleTarget(factor=Fraction(2))
    halved = _HALVED_KO.search(view)
    if halved is not None:
        touching = halved.start() > 0 and is_hangul(view[halved.start() - 1])
        inside_a_word = touching and _RUN_TOGETHER.search(view[: halved.start()]) is None
        if not inside_a_word and _BEFORE_HALVED.search(view[: halved.start()].removesuffix("의 ")):
            return ScaleTarget(factor=Fraction(1, 4) if halved["quarter"] else Fraction(1, 2))
    if _ORIGINAL.search(view):
        return ScaleTarget(factor=Fraction(1))
    return None


def _people_before_ko(numeral: Numeral, view: str) -> re.Match[str] | None:
    if numeral.glued or numeral.script is Script.HALF or not numeral.alone:
        return None
    if _COUNTED_KO.search(view, max(0, numeral.start - 14), numeral.start) is None:
        return None
    said = _SO_MANY_KO.match(view, numeral.end)
    if said is None and _HEADS_KO.search(view, max(0, numeral.start - 4), numeral.start):
        return _THAT_IS_ALL.match(view, numeral.end)  # '인원수 셋'
    return said


def _for_so_many(people: list[tuple[int, int, Fraction]], view: str, read: tuple[Numeral, ...]) -> ScaleTarget | None:
    """The number of people that still stands when others were taken back."""
    standing = meant([(start, end) for start, end, _ in people], view, read)
    if not standing:
        return None
    one = standing[-1]
    if len(standing) > 1 and not _FROM_TO.search(view, standing[-2].end, one.start):
        said = {people[each.which][2] if each.number is None else each.number.value for each in standing}
        if len(said) > 1:
            return None  # "two adults and one child"
    return ScaleTarget(servings=people[one.which][2] if one.number is None else one.number.value)


def _times_ko(numeral: Numeral, view: str) -> Fraction | None:
    if numeral.high is not None or numeral.script is Script.ARTICLE or not 0 < numeral.value <= 100:
        return None
    times = _TIMES_KO.match(view, numeral.end)
    if times is None or (numeral.glued and not view.startswith("배", numeral.end)):
        return None
    word = view[numeral.start : numeral.end]
    if (
        word in ("이", "일", "석", "서", "넉", "너")
        or numeral.script is Script.HALF
        or (word == "한" and not times["halfafter"] and times["end"] != "반")
    ):
        return None
    follows = _ITS_AMOUNT.sub("", view[times.end() : times.end() + 8].lstrip())
    if (
        times["end"] in ("", "로")
        and is_hangul(follows[:1] or " ")
        and not (follows.startswith(_CHANGES_KO) or (numeral.value < 1 and follows.startswith("줄")))
    ):
        return None
    before = view[: numeral.start]
    if not _BEFORE_HALVED.search(before) and not re.search(
        "(?:양|레시피|재료|분량|전체|인분|다|모두|이거|이걸|전부|원래 ?양의)(?:을|를|은|는)?[ ]*"
        "(?:약 ?|한 ?|정확히 ?)?$",
        before,
    ):
        return None
    halved = times["half"] or times["halfafter"] or times["end"] == "반"
    return numeral.value + (Fraction(1, 2) if halved else 0)


def _by_percent(value: Fraction, said: re.Match[str]) -> Fraction | None:
    share = value / 100
    return 1 + share if said["more"] else 1 - share if share < 1 else None


def _in_english(view: str, read: tuple[Numeral, ...]) -> ScaleTarget | None:
    people: list[tuple[int, int, Fraction]] = []
    for numeral in read:
        if (
            numeral.high is not None
            or numeral.script not in (Script.DIGITS, Script.ENGLISH)
            or not 0 < numeral.value <= 200
        ):
            continue
        counted = _PEOPLE_EN.match(view, numeral.end)
        if counted is not None and numeral.value.denominator in (1, 2):
            if _SO_MANY_MORE_EN.search(view, max(0, numeral.start - 24), numeral.start):
                continue
            people.append((numeral.start, counted.end(), numeral.value))
            continue
        before = view[max(0, numeral.start - 60) : numeral.start]
        if (percent := _PERCENT.match(view, numeral.end)) is not None:
            return ScaleTarget(factor=_by_percent(numeral.value, percent))
        if _BATCHES.match(view, numeral.end) and _MAKE.search(before) and numeral.value <= 20:
            return ScaleTarget(factor=numeral.value)
        purpose = _FOR_EN.search(before)
        ends = re.match(
            r"(?:[ .,!?]*$|[ ,]+(?:please|instead|tonight|today|now|thanks|not|this time|for (?:dinner|lunch|breakfast"
            r"|supper|tea)|eating|coming|(?:at|round|around) the table)(?![a-z]))",
            view[numeral.end :],
        )
        if purpose is not None and (ends or takes_back(view, numeral.end)) and numeral.value.denominator == 1:
            if purpose["cook"] and not _THIS_TIME.match(view, numeral.end):
                continue  # two people, or two minutes?
            start = before[: purpose.start()]
            if purpose["sure"] or purpose["cook"] or (not _NOT_SERVINGS.search(view) and not start.strip(" ,.")):
                people.append((numeral.start, numeral.end, numeral.value))
                continue
        if (
            _NUMERAL_TIMES.match(view, numeral.end)
            and numeral.value <= 20
            and not re.search(r"(?:stir|flip|fold|turn|pulse|knead|repeat|it|rinse|shake|beat|wash) $", before)
        ) or (
            re.search(r"(?:make|scale|increase|want|do) (?:it|this) $", before)
            and _NUMERAL_TIMES.match(view, numeral.end)
        ):
            return ScaleTarget(factor=numeral.value)
        if _TIMES_BEFORE.search(before) and numeral.value <= 20 and ends:
            return ScaleTarget(factor=numeral.value)
    if people:
        return _for_so_many(people, view, read)
    of_us = _TWO_OF_US.search(view)
    if of_us is not None:
        return ScaleTarget(servings=Fraction(2 if of_us["n"] == "both" else numerals(of_us["n"])[0].value))
    if _JUST_ME.search(view):
        return ScaleTarget(servings=Fraction(1))
    batch = _BATCH.search(view)
    if batch is not None:
        words = next(word for word in batch.groups() if word)
        return ScaleTarget(factor=_PARTS_EN[words])
    multiply = _MULTIPLY_EN.search(view)
    if multiply is not None:
        alone = not multiply["what"] and multiply["verb"] in ("half", "quarter", "doubled", "halved")
        loan = is_hangul(view[multiply.end() : multiply.end() + 1])  # 'double로 해 줘' may be about anything
        if (not alone or _HALF_ALONE_EN.fullmatch(view)) and (not loan or _OF_THE_RECIPE.search(view)):
            return ScaleTarget(factor=_VERBS[multiply["verb"]])
    if _ORIGINAL.search(view):
        return ScaleTarget(factor=Fraction(1))
    return None


_ASKED_KO: Final = re.compile(
    "몇 ?(?:인분|인 ?용|명|사람|식구)|(?:명|인분|사람|식구)[가-힣]{0,3} (?:[가-힣]+ )?(?:충분|모자라|모자랄|부족)"
)
_ASKED_EN: Final = re.compile(
    r"(?<![a-z])(?:how many (?:people|persons|guests|servings|portions)"
    r"|how many (?:does|do|will|would|can) (?:this|it|that|the recipe|we) (?:serve|make|feed|yield)"
    r"|(?:serves?|feeds?) how many|(?:is|will|would) (?:this|it|that)(?: be)? enough for|what(?:'s| is) the yield)"
)


def asks_servings(text: str) -> bool:
    """Whether it asks for how many the recipe is. Only for what is known to be a question.

    >>> [asks_servings(text) for text in ("이거 몇 인분이야?", "How many does it serve?", "몇 분 끓여?", "둘이 온대")]
    [True, True, False, False]
    """
    view = fold(text[:_LONGEST])
    return bool(_ASKED_KO.search(view) or _ASKED_EN.search(view))
