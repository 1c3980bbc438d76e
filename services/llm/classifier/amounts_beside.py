"""What was said without the amounts, times and numbers of people that stand beside it."""

import re
from typing import Final

from shared.kitchen.durations import find_durations
from shared.kitchen.numbers import find_numbers
from shared.kitchen.units import WORDS


def without_amounts(text: str) -> str:
    """ "맛술 두 큰술 대신" asks for 맛술, and "two tablespoons of fish sauce" are fish sauce."""
    spans = []
    for found in find_durations(text):
        after = _SO_LONG.match(text, found.end)
        spans.append((found.start, after.end() if after is not None else found.end))
    for number in find_numbers(text, taken_back=True):
        counted = _COUNTED.match(text, number.end)
        if counted is not None and not any(start <= number.start < end for start, end in spans):
            spans.append((number.start, counted.end()))
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start].rstrip()} {text[end:].lstrip()}"
    return text


_PEOPLE_AND_PLACES: Final = ("인분", "인용", "명", "사람", "식구", "단계", "번", "배")
_COUNTS: Final = "|".join(sorted((*WORDS, *_PEOPLE_AND_PLACES), key=len, reverse=True))
_COUNTED: Final = re.compile(
    rf"[ -]?(?:{_COUNTS})(?:(?:이나|이서|이면|인데|이니까|[이가을를은는도만쯤씩에로])*(?![가-힣a-z])|"
    r"(?=대신|없|말고|빼))(?: of)?",
    re.IGNORECASE,
)
_SO_LONG: Final = re.compile("(?:짜리|동안|안에|만에|이면|정도|쯤)")
