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
_WANTED: Final = re.compile(
    r"(?:.*\b(?:in|timer|countdown|alarm|(?:timer|this|that|it|down|one|alarm) for)|(?:put|stick|whack|bung|pop))"
    r"(?: (?:like|about|around|say|maybe))? "
)
_NOTHING_COUNTED: Final = re.compile(
    r"(?: (?:please|thanks|then|now|for the [a-z]+|on the (?:clock|timer|counter)))*[ .!]*$"
)


def minutes_meant(text: str) -> int | None:
    """The same where a timer is known to be wanted: "ding me in twelve", "put five on the clock"."""
    return _minutes(text.lower(), _WANTED)


def minutes_unsaid(text: str) -> int | None:
    """The seconds of the timer that is asked for, or None.

    >>> minutes_unsaid("set a timer for four and a half"), minutes_unsaid("set it for 10 eggs")
    (270, None)
    """
    low = text.lower()
    return _minutes(low, _ASKED) if _A_WORD.search(low) else None


def _minutes(low: str, asked: re.Pattern[str]) -> int | None:
    numbers = find_numbers(low)
    if len(numbers) != 1 or numbers[0].ordinal:
        return None
    value, before, after = numbers[0].value, low[: numbers[0].start], low[numbers[0].end :]
    if not _FEWEST <= value <= _MOST or asked.fullmatch(before) is None or _NOTHING_COUNTED.fullmatch(after) is None:
        return None
    return int(value * 60)


_A_WORD: Final = re.compile(r"\b(?:timer|countdown|set|in)\b")
