"""Which timer "파스타 타이머", "half an hour for the rice" and "timer for the 만두" name.

The lengths of time are taken out first, whatever stands in their place; what is left is read for the noun phrase that
a timer is called by, in the order of either language. What may be a name at all is for `shared.kitchen.timer_names`.
"""

from services.llm.classifier.timer_names_en import NOT_A_NAME_EN, named_in_english
from services.llm.classifier.timer_names_ko import NOT_A_NAME_KO, named_in_korean, tells
from services.llm.situation import Situation
from shared.kitchen.durations import find_durations
from shared.kitchen.text import has_hangul


def timer_name(text: str, situation: Situation) -> str | None:
    """The name of a timer that runs, else the one that is said; None when none is."""
    low = text.lower()
    for name in sorted(situation.timers or (), key=len, reverse=True):
        if name and name.lower() in low:
            return name
    bare = low
    for found in reversed(find_durations(low)):
        bare = f"{bare[: found.start]} | {bare[found.end :]}"
    return named_in_korean(bare) if has_hangul(bare) else named_in_english(bare)


def is_no_name(name: str) -> bool:
    """ "음 5분 타이머" and "파스타 삶을 건데 8분" name no timer 음, nor one called 파스타 삶을 건데."""
    words = name.split()
    fillers = not NOT_A_NAME_KO.isdisjoint(words) or all(word in NOT_A_NAME_EN for word in words)
    return fillers or tells(words)
