# ruff: noqa: E501
"""What an utterance about timers means when one word is not enough: two times in one wish, and a time put right."""

import re
from dataclasses import replace
from itertools import pairwise

from orchestrator.session.action import Action, Slots, Utterance
from orchestrator.session.naming import key, wants_all
from orchestrator.session.state import State, Timer, TimerState
from orchestrator.wording.amounts import timer_name
from shared.kitchen.durations import Duration, find_durations
from shared.kitchen.intents import Intent
from shared.kitchen.language import Language
from shared.kitchen.numbers import find_numbers
from shared.kitchen.text import is_asked

#: "5분이랑 10분": two timers in one wish. A range ("10분에서 15분") and "1시간 30분" are one.
_AND = re.compile(r"^\s*(?:이랑|랑|하고|와|과|그리고|,|and|&|plus)\s*(?P<name>[가-힣]{0,8})\s*$", re.IGNORECASE)
#: "아니 8분으로", "no, eight minutes", "make that ten minutes": the time of the timer just started, put right.
_PUT_RIGHT_BEFORE = re.compile(
    r"(?:(?:아니|아이다|아이라|아이고|아녀|아냐|아니다|아니야|니|아|앗|어|잠깐만?|미안|그거|그걸|그냥|.{1,12} ?(?:말고|아니고|아니라)"
    r"|no|nope|sorry|wait|actually|oops|i mean|i meant|make (?:it|that)|change (?:it|that) to|let'?s say)[\s,.!]*)+",
    re.IGNORECASE,
)
_CHANGED_AFTER = re.compile(
    r"(?:\s*타이머)?\s*(?:으?로)?\s*(?:바꿔|바꾸자|바꿀게|변경|고쳐|정정|instead)[가-힣\s]{0,6}[.!]?$", re.IGNORECASE
)
_NOTHING_AFTER = re.compile(
    r"\s*(?:으?로|이야|이요|이에요|이었어|짜리)?\s*(?:해|해\s*줘|해\s*주세요|맞춰(?:\s*줘)?|please|instead)?\s*[.!]?$",
    re.IGNORECASE,
)
#: "20분으로 늘려", "make it 20 minutes", "change the pasta timer to 12": a timer shall be that long, not longer by that.
_SET_TO_KO = re.compile(
    r"(?:\s*타이머)?\s*(?:으?로)\s*(?:좀\s*|더\s*)?(?:늘려|늘리|늘려서|줄여|줄이|바꿔|바꾸|바꿀|변경|연장|단축|고쳐|정정|수정|조정)[가-힣\s]{0,6}[.!]?$"
)
_SET_TO_EN = re.compile(
    r"(?:(?:no|wait|actually|sorry|please|and|ok|okay|can you|could you)[\s,.!]*)*"
    r"(?:(?P<verb>make|set|change|extend|lengthen|shorten|reduce|cut|bring|bump|put|turn|push|switch|adjust|update|move|lower|increase)\s+)"
    r"(?P<what>(?:it|that|this|the timer|the time|(?:the |my )?[a-z가-힣' -]{2,30}?)(?:\s+timers?)?)"
    r"(?:\s+(?:down|up|back|out))?(?P<to>\s+to)?\s*",
    re.IGNORECASE,
)
_THE_TIMER = re.compile(
    r"(?:그거|그걸|그것|이거|이걸|방금\s*(?:거|그거)?|아까\s*(?:거|그거)?|지금\s*(?:거|그거)?|타이머|알람|시간|it|that|this|the|my|timers?|time)"
    r"(?:를|을|은|는|도|만)?",
    re.IGNORECASE,
)
_NOT_THAT = re.compile(r"말고|아니고|아니라|\bnot\b", re.IGNORECASE)
_TO = re.compile(r"\s*으?로")
_CORRECTING = re.compile(f"{_PUT_RIGHT_BEFORE.pattern}(?![가-힣a-z])", re.IGNORECASE)
_OF_NAME = re.compile(r"(?<=[가-힣])(?:은|는|을|를|거는?|꺼는?|건)$")
_BARE_NUMBER = re.compile(
    r"(?P<before>.*\b(?:to|timer) )(?P<n>\d{1,3}|[a-z-]+)(?: please| instead)?[ .!]*", re.IGNORECASE
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
    corrects = _PUT_RIGHT_BEFORE.fullmatch(before) is not None or (not before and _not_that(utterance.text, times[0]))
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


def retimed(state: State, utterance: Utterance, now: float) -> tuple[Action, ...] | None:
    """ "그거 20분으로 늘려": a timer that is there already gets another length."""
    text = utterance.text.strip()
    if not any(timer.live for timer in state.timers) or is_asked(text):
        return None
    found = _set_to(text)
    if found is None:
        return None
    seconds, what, certain = found
    every = wants_all(what)
    name = "" if every else _name_among(state, what)
    if name == "" and not (certain or every):
        name = _just_changed(state) or _of_the_other_length(state, text)
    if name is None:
        return None
    slots = Slots(duration_s=seconds, name=name or _talked_about(state, text))
    return (Action(Intent.ADD_TIME, slots, utterance.text, utterance.language, total=True),)


def _set_to(text: str) -> tuple[int, str, bool] | None:
    """How long, the words for the timer, and whether that alone says that a running timer is meant."""
    times = find_durations(text)
    if not times:
        return _set_to_number(text)
    before, after = text[: times[0].start].strip(), text[times[0].end :]
    if len(times) > 1 or len(before) > _LONGEST_CORRECTION:
        return None
    seconds, corrected = times[0].seconds, _CORRECTING.match(before)
    what = before[corrected.end() :].strip() if corrected else before
    if _SET_TO_KO.match(after):
        return seconds, what, True
    if not _NOTHING_AFTER.match(after):
        return None
    english = _SET_TO_EN.fullmatch(before)
    if english is not None and (english["to"] or english["verb"].lower() == "make"):
        return seconds, english["what"], english["verb"].lower() not in ("set", "put")
    again = corrected or _TO.match(after) or _not_that(text, times[0])
    return (seconds, what, False) if again else None


def _not_that(text: str, time: Duration) -> bool:
    """ "5분 말고 6분": one time, which says that it is not another."""
    return _NOT_THAT.search(text[time.start : time.end]) is not None


def _set_to_number(text: str) -> tuple[int, str, bool] | None:
    """ "Change the pasta timer to 12": a timer's number is minutes."""
    bare = _BARE_NUMBER.fullmatch(text)
    english = _SET_TO_EN.fullmatch(bare["before"].strip()) if bare is not None else None
    if bare is None or english is None or "timer" not in english["what"].lower():
        return None
    if not english["to"] and english["verb"].lower() != "make":
        return None
    number = next((one.value for one in find_numbers(bare["n"])), None)
    return None if number is None or number.denominator != 1 else (int(number) * 60, english["what"], True)


def _name_among(state: State, what: str) -> str | None:
    """The timer that the words name; "" when they name none in particular; None when they name something else."""
    rest = _OF_NAME.sub("", what.strip())
    said = key(rest)
    names = [timer.name for timer in state.live_timers if key(timer.name) and key(timer.name) in said]
    if names:
        return max(names, key=len)
    bare = key(_THE_TIMER.sub(" ", rest))
    partly = [timer.name for timer in state.live_timers if len(bare) > 1 and bare in key(timer.name)]
    return partly[0] if len(partly) == 1 else None if bare else ""


def _just_changed(state: State) -> str | None:
    """The one timer to which the last turn gave another length."""
    before = dict(state.history[-1].timers) if state.history else {}
    changed = [
        timer for timer in state.live_timers if (was := before.get(timer.id)) and was.duration_s != timer.duration_s
    ]
    return changed[0].name if len(changed) == 1 else None


def _of_the_other_length(state: State, text: str) -> str | None:
    """ "15분 말고 20분으로 해줘": the timer of fifteen minutes."""
    refused = _NOT_THAT.search(text)
    times = find_durations(text[: refused.start()]) if refused is not None else ()
    names = [timer.name for timer in state.live_timers if times and timer.duration_s == times[0].seconds]
    return names[0] if len(names) == 1 else None


def _talked_about(state: State, text: str) -> str | None:
    """ "그거", "it": the timer that was spoken of last."""
    if not re.search(r"그거|그걸|그것|방금|아까|\b(?:it|that)\b", text, re.IGNORECASE):
        return None
    return next((timer.name for timer in state.live_timers if timer.id == state.focus.timer), None)


def _just_started(state: State, now: float) -> Timer | None:
    made = [known for known, before in state.history[-1].timers if before is None] if state.history else []
    timer = next((one for one in state.timers if [one.id] == made and one.state is TimerState.RUNNING), None)
    if timer is None or timer.ends_at is None:
        return None
    return timer if now - (timer.ends_at - timer.duration_s) < PUT_RIGHT_WITHIN_S else None
