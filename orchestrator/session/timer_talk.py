"""What an utterance about timers means when one word is not enough: two times in one wish, and a time put right."""

import re
from dataclasses import replace
from itertools import pairwise

from orchestrator.session.action import Action, Slots, Utterance
from orchestrator.session.state import State, Timer, TimerState
from orchestrator.wording.amounts import timer_name
from shared.kitchen.durations import find_durations
from shared.kitchen.intents import Intent
from shared.kitchen.language import Language
from shared.kitchen.text import is_asked

#: "5분이랑 10분": two timers in one wish. A range ("10분에서 15분") and "1시간 30분" are one.
_AND = re.compile(r"^\s*(?:이랑|랑|하고|와|과|그리고|,|and|&|plus)\s*(?P<name>[가-힣]{0,8})\s*$", re.IGNORECASE)
#: "아니 8분으로", "no, eight minutes", "make that ten minutes": the time of the timer just started, put right.
_PUT_RIGHT_BEFORE = re.compile(
    r"(?:(?:아니|니|아|앗|어|잠깐만?|미안|그거|그걸|그냥|.{1,12} ?(?:말고|아니고|아니라)"
    r"|no|nope|sorry|wait|actually|oops|i mean|i meant|make (?:it|that)|change (?:it|that) to|let'?s say)[\s,.!]*)+",
    re.IGNORECASE,
)
_CHANGED_AFTER = re.compile(
    r"\s*(?:으?로)?\s*(?:바꿔|바꾸자|바꿀게|변경|고쳐|정정|instead)[가-힣\s]{0,6}[.!]?$", re.IGNORECASE
)
_NOTHING_AFTER = re.compile(
    r"\s*(?:으?로|이야|이요|이에요|이었어|짜리)?\s*(?:해|해\s*줘|해\s*주세요|맞춰\s*줘|please|instead)?\s*[.!]?$",
    re.IGNORECASE,
)
PUT_RIGHT_WITHIN_S = 30.0
_LONGEST_CORRECTION = 40
_NAMED = re.compile(r"(?:^|\s)(?P<name>[가-힣]{1,8})\s*$")
_NO_NAME = frozenset(["타이머", "시간", "그럼", "그러면", "이제", "자", "알람", "알람을", "타이머를", "지금"])


def each_timer(actions: tuple[Action, ...]) -> tuple[Action, ...]:
    """ "면 5분이랑 계란 10분 맞춰줘": a timer for each time that was said."""
    if len(actions) != 1 or actions[0].intent is not Intent.SET_TIMER or actions[0].slots.duration_s is None:
        return actions
    wish, text = actions[0], actions[0].text
    times = find_durations(text)
    between = [_AND.match(text[one.end : two.start]) for one, two in pairwise(times)]
    if not between or not all(between):
        return actions
    first = _NAMED.search(text[: times[0].start])
    names = [first["name"] if first else "", *(found["name"] for found in between if found)]
    named = [name if name not in _NO_NAME else "" for name in names]
    return tuple(
        replace(wish, slots=Slots(duration_s=time.seconds, name=name or None), text=text[time.start : time.end])
        for time, name in zip(times, named, strict=True)
    )


def put_right(state: State, utterance: Utterance, now: float) -> tuple[Action, ...] | None:
    """ "5분 타이머" - "아니 8분으로": the timer that the last turn started goes, another one comes."""
    timer = _just_started(state, now)
    if timer is None or is_asked(utterance.text):
        return None
    times = find_durations(utterance.text)
    if len(times) != 1:
        return None
    before, after = utterance.text[: times[0].start].strip(), utterance.text[times[0].end :]
    if len(before) > _LONGEST_CORRECTION:
        return None
    corrects = _PUT_RIGHT_BEFORE.fullmatch(before) is not None
    changes = (corrects or not before) and _CHANGED_AFTER.match(after)
    if not changes and not (corrects and _NOTHING_AFTER.match(after)):
        return None
    named = timer.name if timer.name not in {timer_name(timer.duration_s, language) for language in Language} else None
    wish = next((one for one in utterance.actions if one.slots.duration_s is not None), Action(Intent.SET_TIMER))
    slots = Slots(duration_s=times[0].seconds, name=named)
    return (
        Action(Intent.CANCEL_TIMER, Slots(name=timer.name), language=utterance.language, confirmed=True),
        replace(wish, intent=Intent.SET_TIMER, slots=slots, text=utterance.text, language=utterance.language),
    )


def _just_started(state: State, now: float) -> Timer | None:
    made = [known for known, before in state.history[-1].timers if before is None] if state.history else []
    timer = next((one for one in state.timers if [one.id] == made and one.state is TimerState.RUNNING), None)
    if timer is None or timer.ends_at is None:
        return None
    return timer if now - (timer.ends_at - timer.duration_s) < PUT_RIGHT_WITHIN_S else None
