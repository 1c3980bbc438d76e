"""The times written in a recipe step: how long, doing what, and until what happens.

"앞뒤로 3분씩 굽는다" is per side, "5분마다 저으면서" an interval, "30분 재워 둔다" a rest, everything else work at the
stove.
How a length of time itself is read is in `durations.py`; starting timers from it is up to the session.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from shared.kitchen.durations import Duration, find_durations
from shared.kitchen.reading import read


class TimeCueKind(StrEnum):
    ACTIVE = "active"
    REST = "rest"
    PER_SIDE = "per_side"
    INTERVAL = "interval"


@dataclass(frozen=True, slots=True)
class TimeCue:
    """One time in a step. `until` is the condition written with it ("until golden brown", "노릇해질 때까지")."""

    seconds: int
    max_seconds: int | None
    kind: TimeCueKind
    until: str | None
    start: int
    end: int


_SENTENCE_END: Final = re.compile(r"[.!?;。\n]+(?=\s|$)")
_CLAUSE_END: Final = re.compile(
    r",|(?<=[고서며면])(?= )|(?<=다음)(?= )|(?<= 후)(?= )|(?<= 뒤)(?= )|(?<![a-z])(?:then|and then)(?![a-z])"
)

_INTERVAL_BEFORE: Final = re.compile(
    r"(?:every|each|once (?:every|an?)|at intervals of|in|매) (?:about |around |few )?$|매$"
)
_EVERY: Final = re.compile(r"every |each ")
_INTERVAL_AFTER: Final = re.compile(
    r" ?(?:마다|간격|에 ?(?:한|두|세|1|2|3|한두) ?번)| intervals?(?![a-z])|-(?:minute|second) (?:intervals"
    r"|bursts)| (?:bursts|increments)(?![a-z])"
)
_SIDE_AFTER: Final = re.compile(
    r"(?: ?씩)? ?(?:(?:on |for )?(?:each|per|a|either|every) side|(?:on )?(?:the )?(?:first|second|other) side"
    r"|a side|per face|on both sides|both sides)|"
    r" ?(?:정도 ?|쯤 ?)?씩? ?(?:앞뒤|양면|한 ?면|면마다|뒤집어 ?가며|앞면|뒷면|양쪽)"
)
_SIDE_BEFORE: Final = re.compile(
    r"(?:each|per|both|either|first|second|other) sides?(?: for)?(?: about| around)? $|(?:앞뒤|양면|한 ?면|앞면"
    r"|뒷면|각 ?면|한 ?쪽|양쪽|(?<![가-힣])면)(?:을|로|당|에|면|에서|으로|마다|씩|은|이)?(?: ?각각| ?골고루| ?약)? ?$"
)
_REST: Final = re.compile(
    r"(?<![a-z])(?:rest(?:ing)?|stand(?:ing)?|cool(?:ing|s)?|chill(?:ed|ing)?|refrigerat\w*|marinat\w*|soak\w*"
    r"|sit|sitting|proof\w*|prove|rise|rising|ris(?:e|en)|freez\w*|set aside|overnight|steep\w*|brine|thaw|leave|"
    r"ferment\w*|bloom|hydrate|drain)(?![a-z])"
    "|재우|재워|재운|재웠|휴지|식히|식혀|식힌|두었|둡니다|둔다|두어|둔 |두고|둬|놓아|놔두|놔둔|불리|불려|불린"
    "|숙성|발효|냉장|냉동|뜸|절이|절여|절인|상온|실온|굳히|굳혀|담가|담궈|해동|레스팅|우려|우린|핏물"
)
_WORK: Final = re.compile(
    r"(?<![a-z])(?:cook|simmer|boil|fry|saut|bake|roast|grill|steam|stir|knead|whisk|beat|sear|brown|blanch|broil"
    r"|toast|braise|reduce|heat|microwave|blend)\w*"
    "|끓|볶|굽|구워|구우|튀|삶|찌|쪄|찐|졸|조려|조린|데치|데쳐|데친|부쳐|부친|익|반죽|치대|젓|저어|돌려|돌린|가열|예열"
)
_UNTIL_EN: Final = re.compile(r"(?<![a-z])(?:until|till|'til)(?![a-z]) ?[^.;!?\n]{1,120}")
_UNTIL_EN_ENDS: Final = re.compile(
    r",? (?:then|and then|before|stirring|turning|flipping|tossing|basting|whisking|about [0-9a-z]|approximately"
    r"|for (?:about )?[0-9]|[0-9]+ ?(?:to|-|–) ?[0-9]+ min|[0-9]+ min"
    r"|(?:and )?(?:add|remove|transfer|serve|drain|stir in|flip|turn|reduce|season|set aside|let|pour"
    r"|take)(?![a-z]))|, ?(?=[0-9])|\("
)
_UNTIL_KO: Final = re.compile("[^.,;!?\n]{1,80}?(?:때|정도가 될 때|상태가 될 때)까지")
_BEFORE_CONDITION: Final = re.compile(
    r".*(?:(?<=[고서며])|(?<=다음)|(?<=후)|(?<=뒤)|(?<=동안)|(?<=정도)|(?<=쯤)|(?<=불에서)|(?<=불로)|(?<=분간)"
    r"|(?<=시간)|(?<=[0-9]분)|(?<=씩)|(?<=넣어)|(?<=으면))\s+(?=\S)"
)


def find_time_cues(step_text: str) -> tuple[TimeCue, ...]:
    """Every time in a step, in order, with its kind and its "until".

    >>> [(c.seconds, str(c.kind), c.until) for c in find_time_cues("5분마다 저으며 20분 끓인 뒤, 10분 뜸 들인다.")]
    [(300, 'interval', None), (1200, 'active', None), (600, 'rest', None)]
    """
    reading = read(step_text)
    view, text = reading.view, reading.cased
    durations = find_durations(view)
    breaks = [0, *(match.end() for match in _SENTENCE_END.finditer(view)), len(view)]
    cues: list[TimeCue] = []
    position = 0
    for index, duration in enumerate(durations):
        while position + 1 < len(breaks) and breaks[position + 1] <= duration.start:
            position += 1
        begin, end = max(breaks[position], duration.start - 300), min(breaks[position + 1], duration.end + 300)
        if index and durations[index - 1].end > begin:
            begin = durations[index - 1].end
        limit = durations[index + 1].start if index + 1 < len(durations) else end
        kind = _kind(duration, view, begin, min(end, limit))
        until = None if kind is TimeCueKind.INTERVAL else _until_near(text, view, duration, (begin, end), limit)
        cues.append(TimeCue(duration.seconds, duration.max_seconds, kind, until, duration.start, duration.end))
    return reading.back(cues)


def find_until(step_text: str) -> str | None:
    """What a step waits for, in its own words: "until golden brown", "양파가 투명해질 때까지".

    >>> find_until("Simmer, stirring often, until thick and glossy, then serve.")
    'until thick and glossy'
    """
    reading = read(step_text)
    found = _untils(reading.cased, reading.view, 0, len(reading.view))
    return found[0][2] if found else None


def _kind(duration: Duration, view: str, begin: int, end: int) -> TimeCueKind:
    before, after = (
        view[max(begin, duration.start - 24) : duration.start],
        view[duration.end : min(end, duration.end + 24)],
    )
    if _INTERVAL_AFTER.match(after) or _EVERY.match(view, duration.start):
        return TimeCueKind.INTERVAL
    if _INTERVAL_BEFORE.search(before) and not before.endswith("in "):
        return TimeCueKind.INTERVAL
    if _SIDE_AFTER.match(after) or _SIDE_BEFORE.search(before):
        return TimeCueKind.PER_SIDE
    return TimeCueKind.REST if _resting(duration, view, begin, end) else TimeCueKind.ACTIVE


def _resting(duration: Duration, view: str, begin: int, end: int) -> bool:
    """The verb nearest to the time decides: in Korean it follows, in English it mostly comes first."""
    korean = any("가" <= char <= "힣" for char in view[duration.start : duration.end + 8])
    after = _CLAUSE_END.split(view[duration.end : end], maxsplit=1)[0] if not korean else view[duration.end : end]
    before = view[begin : duration.start]
    first, second = (after, before) if korean else (before, after)
    for part, last in ((first, not korean), (second, korean)):
        rests = [match.start() for match in _REST.finditer(part)]
        works = [match.start() for match in _WORK.finditer(part)]
        if rests or works:
            if last:
                return max(rests, default=-1) > max(works, default=-1)
            return min(rests, default=len(part) + 1) < min(works, default=len(part) + 1)
    return False


def _until_near(text: str, view: str, duration: Duration, sentence: tuple[int, int], limit: int) -> str | None:
    found = _untils(text, view, *sentence)
    if not found:
        return None
    following = [cue for cue in found if duration.end <= cue[0] < max(limit, duration.end)]
    preceding = [cue for cue in found if cue[1] <= duration.start]
    if following:
        return following[0][2]
    return preceding[-1][2] if preceding else None


def _untils(text: str, view: str, begin: int, end: int) -> list[tuple[int, int, str]]:
    found: list[tuple[int, int, str]] = []
    if "til" in view:
        for match in _UNTIL_EN.finditer(view, begin, end):
            stop = _UNTIL_EN_ENDS.search(view, match.start() + 6, match.end())
            last = stop.start() if stop is not None else match.end()
            found.append((match.start(), last, text[match.start() : last].strip(" ,")))
    if "까지" in view:
        for match in _UNTIL_KO.finditer(view, begin, end):
            start = match.start()
            lead = _BEFORE_CONDITION.match(view, start, match.end() - 4)
            if lead is not None and lead.end() < match.end() - 4:
                start = lead.end()
            found.append((start, match.end(), text[start : match.end()].strip()))
    return found
