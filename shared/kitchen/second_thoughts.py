"""What was said as it stands once the speaker is done: "timer for five, no, six minutes" is "timer for six minutes".

Lengths of time, steps, servings and factors alike, each corrected by its own kind or by a bare number. Which of them
stands is for `corrections` to say; what the rest of the text means is for whoever reads it.
"""

import re
from typing import Final

from shared.kitchen.corrections import CORRECTING, Settled, settled
from shared.kitchen.durations import spoken_lengths
from shared.kitchen.numbers import find_ordinals
from shared.kitchen.numeral import Numeral, Script
from shared.kitchen.numerals import numerals
from shared.kitchen.reading import read

#: "Ten seconds, no, minutes".
_OTHER_UNIT: Final = re.compile(
    r"(?P<said>(?:hour|minute|min|second|sec)s?)[ ,.]+(?:(?:no|wait|sorry|oh|actually|i meant?)[ ,]+)+"
    r"(?P<meant>(?:hour|minute|second)s?)(?![a-z])"
)
_Place = tuple[int, int]
#: What follows, or goes before, a number that counts steps, people, or times the recipe.
_STEP_AFTER: Final = re.compile(
    r" ?(?:번째 ?)?(?:단계|스텝|번(?!째|만))| steps?(?: (?:back|forwards?|ahead))?(?![a-z])"
)
_STEP_BEFORE: Final = re.compile(r"(?:(?<![a-z])step |스텝 ?|단계 )(?:number )?$")
_PLACE_AFTER: Final = re.compile(r" ?(?:단계|스텝|거|것)| (?:step|one)(?![a-z])")
#: "Not the first, the third step": alone it is no place, but beside one it is.
_NTH_EN: Final = re.compile(
    r"(?<![a-z])(?:first|(?<!one )second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)"
    r"(?: (?:step|one))?(?![a-z])"
)
_PEOPLE_AFTER: Final = re.compile(
    r" ?(?:인분|인용|명|사람|식구)| (?:servings?|people|persons?|portions?|guests?|of us)(?![a-z])"
)
_TIMES_AFTER: Final = re.compile(r" ?배(?![가-힣]{2})| ?(?:times|x)(?![a-z])")


def settled_text(text: str) -> str:
    """The text without the numbers that were taken back.

    >>> settled_text("파스타 타이머 구 분 아니 십 분으로"), settled_text("not for four people but for six")
    ('파스타 타이머 십 분으로', 'for six people')
    """
    reading = read(text)
    view, said = reading.view, reading.cased
    if CORRECTING.search(view) is None:
        return text
    numbers = numerals(view)
    edits = [Settled(unit.start("said"), unit.end(), unit["meant"]) for unit in _OTHER_UNIT.finditer(view)]
    counted = (_counted(numbers, unit, view) for unit in (_PEOPLE_AFTER, _TIMES_AFTER))
    for places in (_lengths(view), _steps(numbers, view), *counted):
        for edit in settled(places, view, numbers) if places else ():
            edits += [edit] if _apart(edit, edits) else []
    if not edits:
        edits += settled((), view, numbers)
    for edit in sorted(edits, reverse=True):
        said = f"{said[: edit.start]}{edit.words}{said[edit.end :]}"
    return re.sub(" {2,}", " ", said).strip() if edits else text


def _apart(edit: Settled, others: list[Settled]) -> bool:
    return all(edit.end <= other.start or other.end <= edit.start for other in others)


def _lengths(view: str) -> list[_Place]:
    return [(part.start, part.end) for part in spoken_lengths(view)]


def _steps(numbers: tuple[Numeral, ...], view: str) -> list[_Place]:
    places = [
        (place.start, noun.end() if (noun := _PLACE_AFTER.match(view, place.end)) else place.end)
        for place in find_ordinals(view)
    ]
    if places:
        places += [nth.span() for nth in _NTH_EN.finditer(view) if _is_free(nth.start(), nth.end(), places)]
    for number in numbers:
        if not _is_free(number.start, number.end, places):
            continue
        before = _STEP_BEFORE.search(view, max(0, number.start - 12), number.start)
        after = None if before is not None else _STEP_AFTER.match(view, number.end)
        if before is not None or (after is not None and number.script is not Script.ARTICLE):
            start = number.start if before is None else before.start()
            places.append((start, number.end if after is None else after.end()))
    return sorted(places)


def _is_free(start: int, end: int, places: list[_Place]) -> bool:
    return not any(first < end and start < last for first, last in places)


def _counted(numbers: tuple[Numeral, ...], unit: re.Pattern[str], view: str) -> list[_Place]:
    return [
        (number.start, after.end())
        for number in numbers
        if number.script is not Script.ARTICLE and (after := unit.match(view, number.end)) is not None
    ]
