"""Korean commands around a number or a name: timers, steps, servings.

The shape comes from `command_rules_ko_slots`, the number from `durations`, `steps` and `scaling`. All of it is
imported when the first such utterance comes.
"""

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

from shared.kitchen.command_grammar import Grammar
from shared.kitchen.command_reading import Reading
from shared.kitchen.command_rules_ko_slots import CHANGED, NUMBERED, SHORTENED, TIMED
from shared.kitchen.durations import Duration, find_durations
from shared.kitchen.intents import Intent
from shared.kitchen.servings import find_scale
from shared.kitchen.steps import find_step
from shared.kitchen.timer_names import korean_name

_TIMER_WORD = re.compile("타이머|알람|알림|스톱워치")
_TIMER_INTENTS = frozenset(
    {Intent.SET_TIMER, Intent.TIMER_STATUS, Intent.CANCEL_TIMER, Intent.PAUSE_TIMER, Intent.RESUME_TIMER}
)
_NUMBER = (
    "[일이삼사오육칠팔구] ?점 ?[영일이삼사오육칠팔구]{1,2}|[0-9]{1,3}(?:\\.[0-9]{1,2})?|(?:열|스물|서른|마흔|"
    "쉰)?(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉)|첫|열|스무|"
    "[일이삼사오육칠팔구십백]{1,5}"
)
_COUNTED = re.compile(
    f"(?:{_NUMBER})(?=단계|번|스텝|칸|인분|인용|명|사람|배)|(?<=스텝)(?:{_NUMBER})|(?<=단계)(?:{_NUMBER})"
)
#: "한 단계 앞으로 돌아가": 앞 is what was before, once one returns there.
_RETURNS = re.compile("돌아|되돌")
#: "고기 넣었어": a report that comes before the wish, and the name of no timer.
_REPORTED = re.compile("[었았했됐렸녔겼켰췄웠왔갔뒀놨났졌섰꼈쳤]어요?$")

_TAKEN_BACK = re.compile(
    "#(?:단계|번째단계|번단계|번째|번|스텝|인분|명|사람|배)?(?:으로|로|이|가)?"
    "(?:말고|아니고|아니라|아니다|아니야|아니|아냐)(?:음|어|그냥|그)?(?=#)"
)


@lru_cache(maxsize=1)
def _timed() -> Grammar:
    return Grammar(TIMED)


@lru_cache(maxsize=1)
def _changed() -> Grammar:
    return Grammar(CHANGED)


@lru_cache(maxsize=1)
def _shortened() -> Grammar:
    return Grammar(SHORTENED)


@lru_cache(maxsize=1)
def _numbered() -> Grammar:
    return Grammar(NUMBERED)


def with_number(words: list[str], squeezed: str, asked: bool, commands: Grammar) -> Reading | None:
    text = " ".join(words)
    if ("분" in text or "초" in text or "시간" in text or ":" in text) and (found := timer(text, asked, commands)):
        return found
    shape = _TAKEN_BACK.sub("", _COUNTED.sub("#", squeezed))
    rule = _numbered().look_up(shape, asked)
    if rule is None:
        return None
    if rule.intent is Intent.GOTO_STEP:
        target = find_step(text)
        if target is None:
            return None
        if target.step is not None:
            return Reading(rule.intent, {"step": target.step})
        offset = -abs(target.offset or 0) if _RETURNS.search(squeezed) else target.offset
        if offset in (1, -1):
            return Reading(Intent.NEXT_STEP if offset > 0 else Intent.PREVIOUS_STEP)
        return Reading(rule.intent, {"offset": offset}) if offset else None
    return scaled(text)


def scaled(text: str) -> Reading | None:
    """The servings or the factor that a text asks for."""
    target = find_scale(text)
    if target is None:
        return None
    if target.servings is not None:
        return Reading(Intent.SCALE_SERVINGS, {"servings": _plain_number(target.servings)})
    return Reading(Intent.SCALE_SERVINGS, {"factor": _plain_number(target.factor)}) if target.factor else None


def _plain_number(value: Fraction) -> int | float:
    return int(value) if value.denominator == 1 else float(value)


def timer(text: str, asked: bool, commands: Grammar) -> Reading | None:
    times = find_durations(text)
    if len(times) > 1:
        return None
    if times:
        text = f"{text[: times[0].start]} @ {text[times[0].end :]}"
    words = _TIMER_WORD.sub(r" \g<0>", text).split()
    for name, rest in _without_name(words):
        found = _timer_without_name("".join(rest), times[0] if times else None, asked, commands)
        if found is not None:
            return Reading(found.intent, {**found.slots, "name": name}) if name else found
    return None


def _without_name(words: list[str]) -> Iterator[tuple[str, list[str]]]:
    """The words without a name for the timer, in each place where one can stand."""
    yield "", words
    for length in range(1, min(4, len(words))):
        if "@" in words[:length] or _TIMER_WORD.match(words[length - 1]) or _REPORTED.search(words[length - 1]):
            break
        if (name := korean_name(words[:length])) is not None:
            yield name, words[length:]
    timer = next((at for at, word in enumerate(words) if _TIMER_WORD.match(word)), None)
    if timer is not None and "@" in words:
        time = words.index("@")
        first = time + 1
        if first < timer and words[first] in ("짜리", "동안", "간", "만", "뒤", "후", "뒤에", "후에"):
            first += 1
        between = words[first:timer]
        if time < timer and 0 < len(between) < 4 and (name := korean_name(between)) is not None:
            yield name, words[:first] + words[timer:]


def _timer_without_name(squeezed: str, time: Duration | None, asked: bool, commands: Grammar) -> Reading | None:
    if time is None:
        rule = commands.look_up(squeezed, asked) if _TIMER_WORD.match(squeezed) else None
        return Reading(rule.intent, rule.slots) if rule and rule.intent in _TIMER_INTENTS else None
    if time.change:
        rule = (_changed() if time.change > 0 else _shortened()).look_up(squeezed, asked)
        return Reading(rule.intent, {"duration_s": time.seconds * time.change}) if rule else None
    rule = _timed().look_up(squeezed, asked)
    if rule is not None:
        return Reading(rule.intent, {"duration_s": time.seconds})
    if "@짜리" not in squeezed and "@타이머" not in squeezed and "@알람" not in squeezed:
        return None
    rule = commands.look_up(squeezed.replace("@짜리", "").replace("@", ""), asked)
    if rule is None or rule.intent not in _TIMER_INTENTS or rule.intent is Intent.SET_TIMER:
        return None
    return Reading(rule.intent, {"duration_s": time.seconds})
