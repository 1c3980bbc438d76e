"""What a cook says instead of what was just said: "next, no wait, go back", "타이머 취소 말고 일시정지".

Only whole wishes are replaced here, each by what follows it; whether that is a wish is for whoever reads it. Numbers
that are taken back ("five, no, six minutes") are the work of `shared.kitchen.corrections`.
"""

import re
from typing import Final

from shared.kitchen.text import has_hangul

#: The wishes that 말고 takes back. "소금 말고 뭐 넣어?" takes nothing back: it asks.
_NOT_THIS_KO: Final = re.compile(
    r"^(?P<not>.*(?:취소|삭제|다음|이전|정지|중지|중단|종료|시작|반복|타이머|알람|이거|지금 ?[거꺼]|다음 ?[거꺼]|"
    r"(?:[하가끄추리]|넘어가)지))[는를을]? ?말고[, ]+(?P<rest>(?!.*(?:뭐|뭘|다른|얼마|그대로|있어|가만|기다|냅둬|"
    r"놔둬)).{2,})$"
)
_NO_WAIT_KO: Final = re.compile(
    r"^(?P<not>.{2,}?)[,.]? (?:아 |어 |음 )?(?:아니다|아니야|아니|아냐|잠깐 ?아니)"
    r"(?:[, ]+(?:아니|아냐|그게 아니고|잠깐))*[,.]? (?P<rest>.{2,})$"
)
_DONT_EN: Final = re.compile(
    r"^(?:no |ok |okay |wait |please )*(?:don'?t|do not|not) (?P<not>[^,;.]+)[,;.] (?P<rest>.+)$"
)
_NO_WAIT_EN: Final = re.compile(
    r"^(?P<not>.+?),? (?:(?:oh|um|uh|ah|actually) )?"
    r"(?:(?:hang on|hold on|wait|sorry|actually),? no|"
    r"no,? (?:wait|sorry|actually|hang on|hold on|no)|(?<!am )(?<!what )i meant?(?! to\b| is\b)|scratch that)"
    r"(?:,? (?:i mean|i meant|no|sorry|actually))?,? (?P<rest>.{3,})$"
)
_TIMER: Final = re.compile(r"타이머|알람|시계|\b(?:timer|countdown|clock|alarm)\b")
_SHORT: Final = 8
_DONE_TO_IT: Final = re.compile(
    r"(?:그냥 |잠깐만? |잠시만? |일단 )*(?:멈[추춰]|세워|정지|일시|중지|중단|늘려|재개|다시 ?돌)"
)


def said_instead(text: str) -> str | None:
    """What is left to be read, or None when nothing is taken back."""
    patterns = (_NOT_THIS_KO, _NO_WAIT_KO) if has_hangul(text) else (_DONT_EN, _NO_WAIT_EN)
    low = text.strip().lower()
    for pattern in patterns:
        match = pattern.match(low)
        if match is not None:
            return _with_its_timer(match["not"], match["rest"].strip())
    return None


def _with_its_timer(refused: str, rest: str) -> str:
    """ "Don't cancel the timer, pause it": it is still the timer that is spoken of."""
    if not _TIMER.search(refused) or _TIMER.search(rest):
        return rest
    if has_hangul(rest):
        return f"타이머 {rest}" if len(rest) <= _SHORT or _DONE_TO_IT.match(rest) else rest
    return re.sub(r"\b(?:it|that)\b", "the timer", rest, count=1)
