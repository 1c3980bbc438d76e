"""For how many "여섯 명이 먹을 거야", "double it" and "we'll be five tonight" ask."""

import re
from typing import Final

from shared.contracts.llm import Slots
from shared.kitchen.numbers import find_numbers
from shared.kitchen.scaling import find_scale


def servings_slots(text: str) -> Slots:
    target = find_scale(text)
    if target is None:
        return _bare_servings(text)
    return Slots(
        servings=None if target.servings is None else float(target.servings),
        factor=None if target.factor is None else float(target.factor),
    )


def _bare_servings(text: str) -> Slots:
    """ "We'll be five tonight", "times it by four": what stands beside the only number says what it counts."""
    low = text.lower()
    part = _PART.search(low)
    if part is not None:
        return Slots(factor=_PARTS.get(part["many"], 1) * _SHARES[part["share"] or part["loan"]])
    numbers = find_numbers(low)
    if len(numbers) == 1 and 0 < numbers[0].value < 1 and _OF_IT_ALL_KO.fullmatch(low, numbers[0].end):
        return Slots(factor=float(numbers[0].value))  # "조금만 할 거예요 사분의 일로"
    if len(numbers) != 1 or not 0 < numbers[0].value <= _MOST_GUESTS:
        return Slots()
    value, before, after = float(numbers[0].value), low[: numbers[0].start], low[numbers[0].end :]
    if _MULTIPLIED.search(before) or after.lstrip().startswith("배"):
        return Slots(factor=value)
    if (
        value == int(value)
        and not _A_CHANGE.search(low)
        and (_EATERS_BEFORE.search(before) or _EATERS_AFTER.match(after))
    ):
        return Slots(servings=value)
    return Slots()


#: "A third of that", "하프 사이즈로".
_PART: Final = re.compile(
    r"(?<![a-z])(?:(?P<many>an?|one|two|three) )?(?P<share>half|third|quarter)s? of "
    r"(?:it|that|this|the lot|everything)\b|(?P<loan>하프|쿼터) ?(?:사이즈|배치|분량|만|로)"
)
_PARTS: Final = {"two": 2, "three": 3}
_SHARES: Final = {"half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "하프": 1 / 2, "쿼터": 1 / 4}
_OF_IT_ALL_KO: Final = re.compile(r"(?:으?로|만)(?:요| ?(?:좀|부탁[가-힣]*|해[가-힣]*|줄[가-힣]+|할[가-힣]+))*\W*")
_MOST_GUESTS: Final = 100
_MULTIPLIED: Final = re.compile(r"\b(?:times|multipl\w+)\b.*\b(?:by|with|x) $")
_EATERS_BEFORE: Final = re.compile(
    r"\b(?:for|to|be|are|makes?|make it|that makes|feeding|feed|serves?|serving|it'?s|there'?s|we'?re|"
    r"(?:we'?ve|now) become|have|do|need|want|"
    r"party of|table of|family of|total of) (?:the |a |just |only |now |about )?$"
)
_EATERS_AFTER: Final = re.compile(
    r" (?:covers|plates|mouths|eating|of us|at the table|portions|hungry)\b"
    r"| ?(?:으?로|이서|명|인|식구|사람|그릇|접시|커버)"
)
#: "Two more are coming" and "one can't make it" change a number that isn't said.
_A_CHANGE: Final = re.compile(r"\b(?:more|extra|another|fewer|less|not|isn'?t|can'?t|won'?t|cancelled)\b")
