"""A length of time that is all that was said, but for courtesy and the place it is for: "just seven minutes, thanks".

"Back ring ten minutes" and "chicken's in the oven, one hour ten" ask for a timer in a kitchen. Not where anything else
is told of it ("it took ten minutes", "ten minutes later").
"""

import re
from typing import Final

from shared.kitchen.durations import Duration, find_durations
from shared.kitchen.text import has_hangul

_WARE: Final = r"(?:burner|ring|hob|pot|pan|tray|rack|oven|plate)"
_WHERE_EN: Final = (
    r"(?:on |for |in )?"
    rf"(?:(?:the |my )?(?:(?:left|right|front|back|rear|middle|top|bottom|big|small|first|second|other) ){{1,2}}{_WARE}"
    rf"|(?:the )?{_WARE} (?:number )?(?:one|two|three|four|[1-4]))(?: (?:gets|low|high|on low|on high))?"
)
_NOT_FOOD_EN: Final = r"(?!(?:i|we|he|she|you|they|it|that|what|who|there|here)(?:'s|'re| is| are))"
_IS_EN: Final = r"(?:'s|'re| is| are)"
_IN_PLACE_EN: Final = (
    rf"(?:the |my )?{_NOT_FOOD_EN}[a-z]+(?: [a-z]+)?(?:{_IS_EN} (?:in|on) now"
    rf"|{_IS_EN}? (?:now |just )?(?:in|on) the (?:oven|hob|stove|pan|pot|grill|steamer|fridge|freezer)(?: now)?)"
)
_BEFORE_EN: Final = re.compile(
    r"(?:(?:ok|okay|right|alright|so|just|only|exactly|yes|yeah)\W+)*"
    rf"(?:(?:{_WHERE_EN}|{_IN_PLACE_EN})\W+)?(?:just |only )?"
)
#: "Could the pudding have ten more minutes on its timer"; without "more" it may be the cook who wants them.
_MAY_EN: Final = re.compile(
    r"(?:\w+\W+)?(?:can|could|may|might) (?:i|we|it|they|(?:the|my|that) [a-z]+) (?:please )?(?:have|get|take) "
    r"(?:just )?(?:another |an extra )?"
)
_AFTER_EN: Final = re.compile(
    r"(?: (?:on|for) (?:it|that|(?:the|its|my|that) (?:[a-z]+ )?timer))?"
    r"(?:\W+(?:please|thanks|thank you|cheers|love|mate|dear|darling|pal|then|go|timer|from now))*\W*"
)
_WHERE_KO: Final = (
    r"(?:왼쪽|오른쪽|앞쪽|뒤쪽|가운데|안쪽|바깥쪽|큰|작은|[1-4일이삼사] ?번) ?"
    r"(?:냄비|화구|팬|버너|솥|오븐)(?:에|는|은|엔)?"
)
_BEFORE_KO: Final = re.compile(rf"(?:(?:그냥|딱|자|일단|그럼|지금부터|이제|응|네|어)\W+)*(?:{_WHERE_KO}\W+)?")
_AFTER_KO: Final = re.compile(
    r"(?:만|으로|정도|쯤)*(?:이?요)?(?: ?(?:좀|타이머|부탁(?:해요?|드려요|드립니다)?|해 ?(?:줘요?|주세요|주라)))*\W*"
)


def bare_length(text: str) -> Duration | None:
    """The length that is left when the courtesy is taken off; None where more is said, or nothing but it.

    >>> bare_length("just seven minutes thanks").seconds, bare_length("it took seven minutes"), bare_length("7 minutes")
    (420, None, None)
    """
    low = text.lower().strip()
    found = find_durations(low)
    if len(found) != 1 or found[0].change < 0:
        return None
    before, after = low[: found[0].start], low[found[0].end :]
    korean = has_hangul(low)
    around = (_BEFORE_KO, _AFTER_KO) if korean else (_BEFORE_EN, _AFTER_EN)
    if found[0].change > 0 and _MAY_EN.fullmatch(before) and _AFTER_EN.fullmatch(after):
        return found[0]
    if (not before and not after.strip(" .,!?")) or "?" in after:
        return None
    return found[0] if around[0].fullmatch(before) and around[1].fullmatch(after) else None
