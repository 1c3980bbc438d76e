"""Words that a recogniser wrote for a number that sounds the same: "step ate", "a timer for for minutes".

Only where a number must stand: behind "step", or before what is counted. Elsewhere "for" and "to" are themselves.
"""

import re
from typing import Final

_NUMBERS: Final = {
    "won": "one", "to": "two", "too": "two", "tree": "three", "for": "four", "fore": "four", "fife": "five",
    "sicks": "six", "ate": "eight", "nein": "nine", "forth": "fourth",
}  # fmt: skip
_SURE: Final = "won|too|tree|fore|fife|sicks|ate|nein"
_BEHIND_STEP: Final = rf"(?<=\bstep )(?:{_SURE}|to|for)(?=[ .,!?]*$| please\b| now\b| thanks\b| again\b)"
_BEFORE_COUNTED: Final = (
    rf"(?<![a-z])(?:{_SURE}"
    r"|(?:(?<=\bfor )|(?<=\badd )|(?<=\bset )|(?<=\banother ))(?:for|to))"
    r"(?= (?:more |extra )?(?:minutes?|mins?|hours?|seconds?|secs?|people|servings?|portions?|steps)\b)"
)
_HEARD: Final = re.compile(rf"{_BEHIND_STEP}|{_BEFORE_COUNTED}|(?<=\bthe )forth(?= (?:step|one)\b)", re.IGNORECASE)


def as_numbers(text: str) -> str:
    """The text with such words put right.

    >>> as_numbers("go to step for"), as_numbers("set a timer for for minutes"), as_numbers("a step for me")
    ('go to step four', 'set a timer for four minutes', 'a step for me')
    """
    return _HEARD.sub(lambda heard: _NUMBERS[heard[0].lower()], text)
