"""Which timer "파스타 타이머", "half an hour for the rice" and "timer for the 만두" name.

The lengths of time are taken out first, whatever stands in their place; what is left is read for the noun phrase that
a timer is called by, in the order of either language. What may be a name at all is for `shared.kitchen.timer_names`.
"""

import re
from typing import Final

from services.llm.classifier.timer_names_en import NOT_A_NAME_EN, named_in_english
from services.llm.classifier.timer_names_ko import NOT_A_NAME_KO, named_in_korean, tells
from services.llm.situation import Situation
from shared.kitchen.durations import Duration, find_durations
from shared.kitchen.text import has_hangul


def timer_name(
    text: str, situation: Situation, times: tuple[Duration, ...] | None = None, *, new: bool = False
) -> str | None:
    """The name of a timer that runs, else the one that is said; for a new timer the other way round.

    `times` are the lengths of time in the text, where they have been found already.
    """
    low = _without_spared(text.lower())
    running = next((name for name in _longest_first(situation) if _is_said(name.lower(), low)), None)
    if running is not None and not new:
        return running
    bare = text
    for found in reversed(find_durations(text) if times is None else times):
        bare = f"{bare[: found.start]} | {bare[found.end :]}"
    bare = _without_spared(bare.lower())
    said = named_in_korean(bare) if has_hangul(bare) else named_in_english(bare)
    if said is None or not (new or said.told or _may_run(said.name, situation)):
        return running
    return said.name


def _without_spared(low: str) -> str:
    """Without what is to be left alone: "cancel the other one, not the cake one", "감자 거 말고 달걀 거"."""
    low = _CORRECTED.sub("", low)
    spared = _SPARED.search(low)
    if spared is None or not (has_hangul(low) or _A_TIMER.search(low, 0, spared.start())):
        return low
    return f"{low[: spared.start()]} {low[spared.end() :]}"


_A_TIMER: Final = re.compile(r"\b(?:one|timers?|clock|alarm|countdown)\b")
_SPARED: Final = re.compile(
    r"\b(?:not|keep|leave|except)(?: for)? (?:the |my |that )?(?:[a-z]+ ){1,3}(?:one|timer|clock|alarm)\b"
    r"|[가-힣]+ ?(?:거|꺼|것|타이머|알람)?[은는도]? ?(?:말고|빼고|놔두고|냅두고|남기고)(?![가-힣])"
)
#: "The potato timer, no, the carrot one".
_CORRECTED: Final = re.compile(r"^.*\bno,? (?=(?:the|my) (?:[a-z]+ ){1,3}(?:one|timer|clock|alarm)\b)")


def _may_run(name: str, situation: Situation) -> bool:
    """Of what only may be a name, that of a timer: "the cake's out, stop the timer" means the one that runs."""
    timers = situation.timers
    return timers is None or any(name in one.lower() or one.lower() in name for one in timers if one)


def _longest_first(situation: Situation) -> list[str]:
    return sorted(filter(None, situation.timers or ()), key=len, reverse=True)


def _is_said(name: str, low: str) -> bool:
    """As words of their own: a timer called 국 is not meant by "국수 타이머", nor one called egg by "eggplant"."""
    if " " not in low.strip():
        return name in low
    return re.search(rf"(?<![가-힣a-z]){re.escape(name)}(?:{_ENDS})", low) is not None


_ENDS: Final = "(?:e?s)?(?![가-힣a-z])|(?=(?:은|는|이|가|을|를|도|만|의|에|용|랑|하고|[거건꺼것]|짜리|타이머|알람))"


def is_no_name(name: str) -> bool:
    """ "음 5분 타이머" and "파스타 삶을 건데 8분" name no timer 음, nor one called 파스타 삶을 건데."""
    words = name.split()
    fillers = not NOT_A_NAME_KO.isdisjoint(words) or all(word in NOT_A_NAME_EN for word in words)
    return fillers or tells(words)
