"""Where a timer is asked for with a bare number, minutes are meant: "timer for ten", "shout in ten", "set eight".

Not where something is counted ("a timer for ten eggs") or a timer may be told by its number ("timer two").
"""

import re
from typing import Final

from shared.kitchen.numbers import find_numbers

_FEWEST, _MOST = 3, 90
_ASKED: Final = re.compile(
    r"(?:.*\b(?:timer|countdown) (?:for|of|at)|(?:(?:ok|okay|hey|please|just|can you|could you|then|today)\W+)*"
    r"(?:(?:the |a )?(?:timer|countdown)|set(?: (?:it|that|me))?(?: (?:for|at))?"
    r"|(?:shout|holler|yell|beep|ring|buzz|ping|nudge|remind|alert|poke|prod)(?: (?:at )?me)? in)) $"
)
_NOTHING_COUNTED: Final = re.compile(r"(?: (?:please|thanks|then|now|for the [a-z]+))*[ .!]*$")


def minutes_unsaid(text: str) -> int | None:
    """The seconds of the timer that is asked for, or None.

    >>> minutes_unsaid("set a timer for four and a half"), minutes_unsaid("set it for 10 eggs")
    (270, None)
    """
    low = text.lower()
    if _A_WORD.search(low) is None:
        return None
    numbers = find_numbers(low)
    if len(numbers) != 1 or numbers[0].ordinal:
        return None
    value, before, after = numbers[0].value, low[: numbers[0].start], low[numbers[0].end :]
    if not _FEWEST <= value <= _MOST or _ASKED.fullmatch(before) is None or _NOTHING_COUNTED.fullmatch(after) is None:
        return None
    return int(value * 60)


_A_WORD: Final = re.compile(r"\b(?:timer|countdown|set|in)\b")
