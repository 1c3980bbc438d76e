"""Which timer somebody means: by its name, its time ("5분짜리"), its order ("두 번째 거"), its step, or all of them;
and how one is spoken of."""

import re

from orchestrator.session.action import Action
from orchestrator.session.state import State, Timer, TimerState
from orchestrator.wording import phrase
from orchestrator.wording.amounts import left_text, timer_called
from shared.kitchen.language import Language
from shared.kitchen.text import normalise, squeeze

_ALL = re.compile(r"(?:^|\s)(?:다|모두|전부|모든)(?:\s|$)|전체|\b(?:all|every|both)\b", re.IGNORECASE)
_ORDERS = (
    (re.compile(r"첫\s*(?:번째)?|\bfirst\b", re.IGNORECASE), 0),
    (re.compile(r"두\s*번째|\bsecond\b(?!s)", re.IGNORECASE), 1),
    (re.compile(r"세\s*번째|\bthird\b", re.IGNORECASE), 2),
    (re.compile(r"마지막|\blast\b", re.IGNORECASE), -1),
)


def wants_all(text: str) -> bool:
    return bool(_ALL.search(text))


def key(name: str) -> str:
    """A name as it is compared: 'Soft-boiled egg' and 'soft boiled egg' are one timer."""
    return squeeze(normalise(name))


def called(timer: Timer, language: Language) -> str:
    """What a timer is called in the language of the answer."""
    return timer_called(timer.name, language)


def how_it_stands(timer: Timer, language: Language, now: float) -> str:
    """What is left of it; of one that rings nothing is left, and that is not said."""
    if timer.state is TimerState.RINGING:
        return phrase("timer_rings", language, name=called(timer, language))
    held = timer.state is TimerState.PAUSED
    left = left_text(timer.remaining(now), language)
    return phrase("timer_left_held" if held else "timer_left", language, name=called(timer, language), left=left)


def _named_in(said: str, timer: Timer) -> int:
    """How much of what was said is the timer's name, in either language."""
    names = {key(timer.name), *(key(called(timer, language)) for language in Language)}
    return max((len(name) for name in names if len(name) > 1 and name in said), default=0)


def chosen_timers(state: State, action: Action, now: float) -> list[Timer]:
    """The live timers an utterance points at; none when it points at nothing."""
    live = list(state.live_timers)
    if wants_all(action.text):
        return live
    order = next((place for pattern, place in _ORDERS if pattern.search(action.text)), None)
    name = action.slots.name
    if name and order is not None and any(pattern.fullmatch(name.strip()) for pattern, _ in _ORDERS):
        name = None  # "두번째 타이머": no name, but which
    if name and order is not None and len(same := _like(live, key(name))) > 1:
        return _at(same, order)
    if name and (named := _named(live, key(name))):
        return named
    said = key(action.text)
    fits = [(timer, _named_in(said, timer)) for timer in live]
    longest = max((length for _, length in fits), default=0)
    if longest:
        return [timer for timer, length in fits if length == longest]
    return [] if name or order is None else _at(live, order)


def _like(live: list[Timer], wanted: str) -> list[Timer]:
    """The timers of one name: '30분' and '30분 2' are both the thirty minutes."""
    return [timer for timer in live if any(wanted in key(called(timer, language)) for language in Language)]


def _at(timers: list[Timer], place: int) -> list[Timer]:
    return [timers[place]] if -len(timers) <= place < len(timers) else []


def _named(live: list[Timer], wanted: str) -> list[Timer]:
    exact = [timer for timer in live if key(timer.name) == wanted]
    if exact:
        return exact
    partly = [timer for timer in live if wanted in key(timer.name) or key(timer.name) in wanted]
    ringing = [timer for timer in partly if timer.state is TimerState.RINGING]
    return ringing or partly
