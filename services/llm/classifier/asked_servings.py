"""For how many "여섯 명이 먹을 거야", "double it" and "we'll be five tonight" ask."""

import re
from typing import Final

from shared.contracts.llm import Slots
from shared.kitchen.numbers import find_numbers
from shared.kitchen.scaling import find_scale


def servings_slots(text: str) -> Slots:
    low = text.lower()
    concluded = _concluded(low)
    if concluded is not None:
        return Slots(servings=concluded)
    target = find_scale(text)
    if target is None:
        return _part(low) or _bare_servings(low)
    return Slots(
        servings=None if target.servings is None else float(target.servings),
        factor=None if target.factor is None else float(target.factor),
    )


def _concluded(low: str) -> float | None:
    """What comes of it counts: "one portion less, so three", "원래 두 사람 거잖아 그걸 다섯으로"."""
    numbers = find_numbers(low)
    if not numbers or numbers[-1].value != int(numbers[-1].value):
        return None
    last = numbers[-1]
    so_many = _SO_BEFORE.search(low, 0, last.start) and _THAT_IS_ALL.fullmatch(low, last.end)
    return float(last.value) if so_many and 0 < last.value <= _MOST_GUESTS else None


def _part(low: str) -> Slots | None:
    """ "A third of that", "shrink it by half", "냄비가 작아서 반만 해야겠다"."""
    for pattern, factor in _FACTORS:
        if pattern.search(low):
            return Slots(factor=factor)
    spelled = _SPELLED_KO.search(low)
    if spelled is not None:
        value = float(_DIGITS_KO.index(spelled["value"]))
        return Slots(factor=value) if spelled["times"] else Slots(servings=value)
    part = _PART.search(low)
    if part is not None:
        return Slots(factor=_PARTS.get(part["many"], 1) * _SHARES[part["share"]])
    return Slots(servings=1.0) if _ALONE.search(low) else None


def _bare_servings(low: str) -> Slots:
    """ "We'll be five tonight", "times it by four": what stands beside the last number says what it counts."""
    numbers = find_numbers(low)
    if not numbers or not 0 < numbers[-1].value <= _MOST_GUESTS:
        return Slots()
    value, before, after = float(numbers[-1].value), low[: numbers[-1].start], low[numbers[-1].end :]
    if len(numbers) > 1 and not _NEW_CLAUSE.search(before):
        before = ""  # "two eggs instead of four": what stands between two numbers goes with either
    times = _TIMES_KO.match(after) is not None and (len(numbers) == 1 or _NEW_CLAUSE.search(before) is not None)
    of_it_all = value < 1 and _OF_IT_ALL_KO.fullmatch(after) is not None
    if times or of_it_all or _MULTIPLIED.search(before) or (value != int(value) and _MAKE_IT.search(before)):
        return Slots(factor=value)
    if (
        value == int(value)
        and not _A_CHANGE.search(low)
        and (
            _EATERS_AFTER.match(after)
            or (_EATERS_BEFORE.search(before) and (before.endswith("for ") or not _THINGS.match(after)))
        )
    ):
        return Slots(servings=value)
    return Slots()


_SO_BEFORE: Final = re.compile(
    r"(?:\bso(?: make (?:it|that)| that'?s| that makes| we'?re)?(?: for)?|\b(?:altogether|in total)"
    r"|그걸|이걸|다 ?해서|합쳐서?) $"
)
_THAT_IS_ALL: Final = re.compile(
    r"(?:(?: (?:of us|please|then|today|tonight))*|(?:으로|이야|이요|명|인분)[가-힣 ]{0,9})\W*"
)
#: A noun before it would be halved or doubled alone: "간장 두 배".
_CLAUSE_END: Final = "(?:^|(?<=[요다어야니서해라고데줘자])[, ]+)"
_DOWN_TO: Final = r"\b(?:cut|reduce|scale|shrink|down)(?: (?:it|this|that|everything))?(?: down)? to (?:a|one)"
_FACTORS: Final = (
    (
        re.compile(
            r"\b(?:shrink|cut|reduce|scale|bring|drop|take) (?:it|this|that|everything)(?: down)? by half\b"
            rf"|{_CLAUSE_END}(?:절반|반)(?:만|으로| ?분량|$)|(?<![가-힣])반 ?토막|하프 ?(?:사이즈|배치|분량|만|로)"
        ),
        1 / 2,
    ),
    (re.compile(rf"{_DOWN_TO} third\b|{_CLAUSE_END}삼분의 ?일"), 1 / 3),
    (re.compile(rf"{_DOWN_TO} quarter\b|\bsized? quarter$|{_CLAUSE_END}사분의 ?일|반의 ?반"), 1 / 4),
    (
        re.compile(
            r"\btwice as (?:much|many) (?:so|because|since|and)\b|\bdouble of (?:everything|all)\b"
            r"|\b(?:the|this) recipe twice\b|\btwice over\b|곱빼기"
        ),
        2.0,
    ),
)
#: "곱하기 삼", "인원수 삼으로": so short that the digit alone is hardly a number.
_DIGITS_KO: Final = "영일이삼사오육칠팔구"
_SPELLED_KO: Final = re.compile(
    rf"(?:(?P<times>곱하기)|(?:인원|서빙|인분) ?수?) ?(?P<value>[{_DIGITS_KO[1:]}])(?:으?로.*|요)?\W*$"
)
_PART: Final = re.compile(
    r"(?<![a-z])(?:(?P<many>an?|one|two|three) )?(?P<share>half|third|quarter)s? of "
    r"(?:it|that|this|the lot|everything)\b"
)
_PARTS: Final = {"two": 2, "three": 3}
_SHARES: Final = {"half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4}
_ALONE: Final = re.compile(r"\bsingle (?:portion|serving|plate|person)\b|^혼자(?:야|예요|요)?\W*$")
_MAKE_IT: Final = re.compile(r"\bmake (?:it|that|this) (?:just )?$")
_NEW_CLAUSE: Final = re.compile(r"(?:\b(?:we'?re|for|to|make it|makes?)|[요다어야니서해라고데줘자]|^) $")
_TIMES_KO: Final = re.compile(" ?배(?!추)")
_OF_IT_ALL_KO: Final = re.compile(r"(?:으?로|만)(?:요| ?(?:좀|부탁[가-힣]*|해[가-힣]*|줄[가-힣]+|할[가-힣]+))*\W*")
_MOST_GUESTS: Final = 100
_MULTIPLIED: Final = re.compile(r"\b(?:times|multipl\w+)\b.*\b(?:by|with|x) $")
_EATERS_BEFORE: Final = re.compile(
    r"\b(?:for|to|be|are|makes?|make it|that makes|feeding|feed|serves?|serving|it'?s|there'?s|we'?re|"
    r"(?:we'?ve|now) become|have|do|need|want|"
    r"party of|table of|family of|total of) (?:the |a |just |only |now |about )?$"
    r"|(?:식구|가족|인원|손님|인분)[가이는은]? ?(?:모두|다|총)? ?$"
)
_EATERS_AFTER: Final = re.compile(
    r" (?:covers|plates|bowls of|mouths|eating|of us|at the table|portions|hungry)\b"
    r"|이 (?:나눠|먹|둘러|모)| ?(?:으?로|걸로|이서|명|인|식구|사람|그릇|접시|커버)"
)
#: "Two more are coming" and "one can't make it" change a number that isn't said.
_A_CHANGE: Final = re.compile(
    r"\b(?:more|extra|another|fewer|less|not|isn'?t|can'?t|won'?t|cancelled)\b|[명분] ?더 |못 ?[온와]"
)
#: "We've got two eggs".
_THINGS: Final = re.compile(r" (?:[a-z]+ )?(?!(?:guests|persons|adults|kids|friends|lads|hours)\b)[a-z]{2,}(?<!s)s\b")
