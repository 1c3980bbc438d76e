"""What the cook says about timers: set one, how long is left, stop it, hold it, five minutes more.

When timers ring by themselves is in `timers.py`. A duration is the recipe's or the cook's own; never a default.
"""

import re
from dataclasses import replace

from orchestrator.recipes.model import TimeCue, Wait
from orchestrator.session.action import Action, Slots
from orchestrator.session.decision import Decision, StopRinging, do, happened, say
from orchestrator.session.events import (
    Asked,
    CookingBegan,
    Focused,
    TimerCancelled,
    TimerChanged,
    TimerPaused,
    TimerResumed,
    TimerSilenced,
    TimerStarted,
)
from orchestrator.session.moving import QUESTION_LASTS_S
from orchestrator.session.naming import called, chosen_timers, how_it_stands, wants_all
from orchestrator.session.reading import cue_text
from orchestrator.session.state import Expects, Option, Phase, Question, State, Timer, TimerState
from orchestrator.wording import phrase
from orchestrator.wording.amounts import duration_text, left_text, listed, timer_name
from shared.kitchen.intents import Intent
from shared.kitchen.language import Language

#: Outside these bounds a number was more likely misheard than meant.
SHORT_S, LONG_S = 10, 3 * 3600
LONGEST_S = 72 * 3600
_EVERY = re.compile(r"마다|\bevery\b", re.IGNORECASE)
#: Words for a time that name no number: "반나절", "a while". A question back, never the step's time instead.
_VAGUE = re.compile(r"반나절|하룻밤|한참|적당히|몇\s*분만|overnight|a while|a few|some time|several", re.IGNORECASE)
_DIGIT = re.compile(r"\d")


def set_timer(state: State, action: Action, now: float) -> Decision:
    if action.slots.duration_s is None:
        return _from_step(state, action, now)
    seconds = action.slots.duration_s
    if not 1 <= seconds <= LONGEST_S:
        return say(phrase("timer_bounds", action.language)) + _how_long(action, now)
    if (action.unsure or not SHORT_S <= seconds <= LONG_S) and not action.confirmed:
        wanted = Question("timer", Expects.CONFIRMATION, now + QUESTION_LASTS_S, yes=(replace(action, confirmed=True),))
        asked = phrase("timer_sure", action.language, time=duration_text(seconds, None, action.language))
        return happened(Asked(wanted)) + say(asked)
    cue = next((cue for cue in _cues(state) if seconds in (cue.low_s, cue.high_s)), None)
    every_s = seconds if _EVERY.search(action.text) else None
    name = action.slots.name or (cue.label if cue else "") or timer_name(seconds, action.language)
    linked = state.place.step if cue is not None else None
    high_s = cue.high_s if cue is not None and seconds == cue.low_s else None
    made = Timer("", name, seconds, step=linked, high_s=high_s, until=cue.until if cue else "", every_s=every_s)
    return _started(state, made, action, now)


def _from_step(state: State, action: Action, now: float) -> Decision:
    """ "타이머 시작": the step's own time. None: ask. Several: ask which. A range: its lower end, both announced."""
    cues = _cues(state)
    if _VAGUE.search(action.text) or _DIGIT.search(action.text):
        return _how_long(action, now)
    if action.slots.name:
        cues = [cue for cue in cues if action.slots.name in cue.label or cue.label in action.slots.name] or cues
    if not cues:
        return _how_long(action, now)
    if len(cues) > 1:
        options = tuple(
            Option(f"{cue.label} {cue_text(cue, action.language)}", (_started_as(action, cue),)) for cue in cues
        )
        asked = Question("which_time", Expects.CHOICE, now + QUESTION_LASTS_S, options=options)
        question = phrase("which_time", action.language, list=listed([one.label for one in options], action.language))
        return happened(Asked(asked)) + say(question)
    cue = cues[0]
    running = next((t for t in state.live_timers if t.step == state.place.step and t.duration_s == cue.low_s), None)
    if running is not None and running.state is TimerState.RUNNING:
        left = left_text(running.remaining(now), action.language)
        return say(phrase("timer_already", action.language, name=called(running, action.language), left=left))
    name = action.slots.name or cue.label or phrase("step_name", action.language, n=state.place.step)
    every_s = cue.low_s if cue.kind is Wait.INTERVAL else None
    made = Timer("", name, cue.low_s, step=state.place.step, high_s=cue.high_s, until=cue.until, every_s=every_s)
    return _started(state, made, action, now)


def status(state: State, action: Action, now: float) -> Decision:
    live = state.live_timers
    if not live:
        return say(phrase("no_timers", action.language))
    chosen = chosen_timers(state, action, now)
    if action.slots.name and not chosen:
        return say(phrase("no_such_timer", action.language, name=action.slots.name)) + say(*_all(live, action, now))
    picked = chosen or live
    focus = happened(Focused(replace(state.focus, topic=Intent.TIMER_STATUS, timer=picked[0].id)))
    return focus + say(*_all(picked, action, now))


def cancel(state: State, action: Action, now: float) -> Decision:
    picked = _which(state, action, now)
    if isinstance(picked, Decision):
        return picked
    ringing = [timer for timer in picked if timer.state is TimerState.RINGING]
    others = [timer for timer in picked if timer.state is not TimerState.RINGING]
    decision = silence(state, action, ringing) if ringing else Decision()
    if not others:
        return decision
    names = listed([called(timer, action.language) for timer in others], action.language)
    cancelled = happened(*(TimerCancelled(timer.id) for timer in others))
    return decision + cancelled + say(phrase("timer_cancelled", action.language, name=names))


def silence(state: State, action: Action, ringing: list[Timer] | tuple[Timer, ...]) -> Decision:
    """Ringing timers are quietened by any of 그만, 됐어, 꺼, stop, ok: nobody names a timer that screams."""
    names = listed([called(timer, action.language) for timer in ringing], action.language)
    quiet = happened(*(TimerSilenced(timer.id) for timer in ringing))
    return quiet + do(StopRinging()) + say(phrase("timer_silenced", action.language, name=names))


def hold(state: State, action: Action, now: float) -> Decision:
    running = [timer for timer in state.timers if timer.state is TimerState.RUNNING]
    if not running:
        return say(phrase("no_running_timer", action.language))
    picked = _which(state, action, now, among=running)
    if isinstance(picked, Decision):
        return picked
    held = happened(*(TimerPaused(timer.id, timer.remaining(now)) for timer in picked))
    names = listed([called(timer, action.language) for timer in picked], action.language)
    left = left_text(picked[0].remaining(now), action.language)
    return held + say(phrase("timer_held", action.language, name=names, left=left))


def carry_on(state: State, action: Action, now: float) -> Decision:
    held = [timer for timer in state.timers if timer.state is TimerState.PAUSED]
    if not held:
        return say(phrase("no_held_timer", action.language))
    picked = _which(state, action, now, among=held)
    if isinstance(picked, Decision):
        return picked
    names = listed([called(timer, action.language) for timer in picked], action.language)
    left = left_text(picked[0].remaining(now), action.language)
    resumed = happened(*(TimerResumed(timer.id, now + timer.remaining(now)) for timer in picked))
    return resumed + say(phrase("timer_resumed", action.language, name=names, left=left))


def add_time(state: State, action: Action, now: float) -> Decision:
    """ "5분만 더", "1분만 줄여". A ringing timer that gets more time runs again."""
    language, extra = action.language, action.slots.duration_s
    live = state.live_timers
    if not live:
        if extra is not None and extra > 0:  # "3분만 더" after the timer was silenced: a new one, as they meant
            return set_timer(state, replace(action, intent=Intent.SET_TIMER), now)
        return say(phrase("no_timers", language))
    if extra is None or extra == 0:
        asked = Question("add_time", Expects.CHOICE, now + QUESTION_LASTS_S, completes=action)
        return happened(Asked(asked)) + say(phrase("add_how_much", language))
    picked = _which(state, action, now)
    if isinstance(picked, Decision):
        return picked
    decision = Decision()
    for timer in picked if wants_all(action.text) else picked[:1]:
        decision += (_set_to if action.total else _added)(state, timer, extra, language, now)
    return decision


def _added(state: State, timer: Timer, extra: int, language: Language, now: float) -> Decision:
    left, name = max(0.0, timer.remaining(now) + extra), called(timer, language)
    if left <= 0:
        return say(phrase("too_much_off", language, name=name, left=left_text(timer.remaining(now), language)))
    key = "time_added" if extra > 0 else "time_taken"
    much = duration_text(abs(extra), None, language)
    said = say(phrase(key, language, name=name, much=much, left=left_text(left, language)))
    return _changed(state, timer, max(1, timer.duration_s + extra), left, now) + said


def _set_to(state: State, timer: Timer, total: int, language: Language, now: float) -> Decision:
    """ "20분으로 늘려": as if it had been set to that from the beginning; what is left is said, so that it is clear."""
    if not SHORT_S <= total <= LONGEST_S:
        return say(phrase("timer_bounds", language))
    over = now - timer.rang_at if timer.state is TimerState.RINGING and timer.rang_at is not None else 0.0
    left = total - (timer.duration_s - timer.remaining(now)) - over
    if left <= 0:
        was = left_text(timer.remaining(now), language)
        return say(phrase("timer_past", language, name=called(timer, language), left=was))
    time = duration_text(total, None, language)
    said = phrase("timer_set_to", language, name=called(timer, language), time=time, left=left_text(left, language))
    return _changed(state, timer, total, left, now) + say(said)


def _changed(state: State, timer: Timer, duration_s: int, left_s: float, now: float) -> Decision:
    quiet = do(StopRinging()) if timer.state is TimerState.RINGING and len(state.ringing) == 1 else Decision()
    held = timer.state is TimerState.PAUSED
    ends_at, left = (None, left_s) if held else (now + left_s, None)
    changed = TimerChanged(timer.id, duration_s, ends_at=ends_at, left_s=left)
    return happened(changed, Focused(replace(state.focus, timer=timer.id))) + quiet


def _which(state: State, action: Action, now: float, among: list[Timer] | None = None) -> list[Timer] | Decision:
    """The timers meant: named, the ringing one, the only one; otherwise a question."""
    live = list(state.live_timers) if among is None else among
    language = action.language
    if not live:
        return say(phrase("no_timers", language))
    if wants_all(action.text):
        return live
    chosen = [timer for timer in chosen_timers(state, action, now) if timer in live]
    if chosen:
        return chosen
    if action.slots.name:
        return say(phrase("no_such_timer", language, name=action.slots.name)) + say(
            *_all(state.live_timers, action, now)
        )
    ringing = [timer for timer in live if timer.state is TimerState.RINGING]
    if ringing or len(live) == 1:
        return ringing or live
    # The chosen answer is the same wish with the timer's name in it.
    options = tuple(
        Option(called(timer, language), (replace(action, slots=replace(action.slots, name=timer.name)),))
        for timer in live
    )
    asked = Question("which_timer", Expects.CHOICE, now + QUESTION_LASTS_S, options=options)
    question = phrase("which_timer", language, list=listed([called(timer, language) for timer in live], language))
    return happened(Asked(asked)) + say(question)


def _started(state: State, made: Timer, action: Action, now: float) -> Decision:
    language = action.language
    timer = replace(made, id=f"t{state.timers_made + 1}", name=_unique(made.name, state), ends_at=now + made.duration_s)
    time = duration_text(timer.duration_s, None, language)
    said = [
        phrase("timer_every" if timer.every_s else "timer_started", language, name=called(timer, language), time=time)
    ]
    if timer.name.startswith(timer_name(timer.duration_s, language)):
        said = [phrase("timer_every_plain" if timer.every_s else "timer_started_plain", language, time=time)]
    if timer.high_s:
        both = duration_text(timer.duration_s, timer.high_s, language)
        said.append(phrase("timer_range", language, both=both, low=time))
    began = timer.step is not None and state.place.phase is Phase.IDLE and state.recipe is not None
    events = (*((CookingBegan(),) if began else ()), TimerStarted(timer), Focused(replace(state.focus, timer=timer.id)))
    return happened(*events) + say(*said)


def _started_as(action: Action, cue: TimeCue) -> Action:
    slots = Slots(duration_s=cue.low_s, name=action.slots.name or cue.label or None)
    return Action(Intent.SET_TIMER, slots, "", action.language, confirmed=True)


def _how_long(action: Action, now: float) -> Decision:
    asked = Question("how_long", Expects.CHOICE, now + QUESTION_LASTS_S, completes=action)
    return happened(Asked(asked)) + say(phrase("how_many_minutes", action.language))


def _cues(state: State) -> list[TimeCue]:
    return list(state.step.times) if state.step is not None else []


def _unique(name: str, state: State) -> str:
    taken = {timer.name for timer in state.live_timers}
    if name not in taken:
        return name
    return next(f"{name} {n}" for n in range(2, len(taken) + 3) if f"{name} {n}" not in taken)


def _all(timers: tuple[Timer, ...] | list[Timer], action: Action, now: float) -> list[str]:
    return [how_it_stands(timer, action.language, now) for timer in timers]
