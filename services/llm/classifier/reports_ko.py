"""Whether a Korean word reports what happened: then what it says is no name of anything."""

import re
from typing import Final


def reports(word: str) -> bool:
    """Whether its past stem ends in ㅆ: 넣었어, 줄였다, 꺼냈네."""
    past = _PAST.search(word)
    return past is not None and (ord(past["stem"]) - ord("가")) % 28 == _SS


_PAST: Final = re.compile("(?P<stem>[가-힣])(?:어요?|네|나|냐|니|음|다|지|고|으니까?|는데|거든)$")
_SS: Final = 20
