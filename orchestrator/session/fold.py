"""`apply(state, event) -> state`: the only place where state changes. `replay` is its fold over a log.

Undo: every turn that changes the place or a timer leaves a footprint behind (the place as it was, the timers it
touched as they were). Taking it back leaves alone what time alone did meanwhile: a timer that has rung stays rung.
"""

from collections.abc import Iterable
from dataclasses import replace

from orchestrator.session.events import (
    Answered,
    Asked,
    ClockSet,
    CookingBegan,
    Event,
    Finished,
    Focused,
    Heard,
    IngredientsRead,
    LanguageSet,
    Missed,
    Paused,
    RecipeOpened,
    Reported,
    Resumed,
    Said,
    Scaled,
    StepMoved,
    StepRead,
    Ticked,
    TimerCancelled,
    TimerChanged,
    TimerPaused,
    TimerRang,
    TimerReminded,
    TimerResumed,
    TimerSilenced,
    TimerStarted,
    Told,
    Undone,
    VoiceSet,
)
from orchestrator.session.state import Footprint, Phase, Place, State, Timer, TimerState
from shared.kitchen.intents import Intent

#: How many turns can be taken back.
DEEPEST_UNDO = 20
#: Timers that are over stay visible this long in the list; live ones always do.
MOST_OLD_TIMERS = 20


def replay(events: Iterable[Event], state: State | None = None) -> State:
    folded = state or State()
    for event in events:
        folded = apply(folded, event)
    return folded


def apply(state: State, event: Event) -> State:
    match event:
        case Heard(_, intents):
            # A footprint is begun with every turn and kept only if the turn turns out to change something.
            misses = state.misses if intents == (Intent.OUT_OF_SCOPE,) else 0
            return replace(state, turns=state.turns + 1, misses=misses, history=_closed(state.history, state))
        case Missed():
            return replace(state, misses=state.misses + 1)
        case Said(sentences):
            return replace(state, last_said=sentences) if sentences else state
        case Asked(question):
            return replace(state, question=question, asked_in=state.turns)
        case Answered():
            return replace(state, question=None)
        case Focused(focus):
            return replace(state, focus=focus)
        case IngredientsRead(upto):
            return replace(state, ingredients_read=upto)
        case Told(what):
            return replace(state, told=state.told | {what})
        case VoiceSet(speed, volume):
            return replace(state, speed=speed, volume=volume)
        case LanguageSet(language):
            return replace(state, language=language)
        case Undone():
            return _undo(state)
        case (
            TimerStarted()
            | TimerPaused()
            | TimerResumed()
            | TimerChanged()
            | TimerCancelled()
            | TimerRang()
            | TimerReminded()
            | TimerSilenced()
            | ClockSet()
        ):
            return _timers(state, event)
        case _:
            return _placed(state, _place(state.place, event), fresh=isinstance(event, RecipeOpened))


def _place(place: Place, event: Event) -> Place:
    match event:
        case RecipeOpened(recipe):
            return Place(recipe=recipe)
        case CookingBegan():
            return replace(place, phase=Phase.COOKING, begun=True)
        case StepMoved(step):
            moved = replace(place, step=step, step_read=False, phase=Phase.COOKING, begun=True)
            return replace(moved, reported=frozenset(), reported_at=None)
        case StepRead(step):
            return replace(place, step_read=step == place.step or place.step_read)
        case Paused():
            return replace(place, phase=Phase.PAUSED)
        case Resumed():
            return replace(place, phase=Phase.COOKING if place.begun else Phase.IDLE)
        case Finished():
            return replace(place, phase=Phase.FINISHED)
        case Scaled(scale):
            return replace(place, scale=scale)
        case Ticked(ingredients):
            return replace(place, ticked=place.ticked | set(ingredients))
        case Reported(ingredients, at):
            return replace(place, reported=place.reported | set(ingredients), reported_at=at)
        case _:
            raise AssertionError(f"nothing says what {event!r} does")


def _placed(state: State, place: Place, *, fresh: bool) -> State:
    return replace(state, place=place, ingredients_read=0 if fresh else state.ingredients_read)


# -- timers ---------------------------------------------------------------------------------------------------------


def _timers(state: State, event: Event) -> State:
    match event:
        case TimerStarted(timer):
            made = replace(state, timers_made=state.timers_made + 1)
            return _tidied(replace(_touched(made, timer.id), timers=(*made.timers, timer)))
        case TimerPaused(id, left_s):
            return _with(state, id, state=TimerState.PAUSED, ends_at=None, left_s=left_s)
        case TimerResumed(id, ends_at):
            return _with(state, id, state=TimerState.RUNNING, ends_at=ends_at, left_s=None)
        case TimerChanged(id, duration_s, ends_at, left_s):
            running = TimerState.RUNNING if ends_at is not None else TimerState.PAUSED
            return _with(
                state,
                id,
                state=running,
                duration_s=duration_s,
                ends_at=ends_at,
                left_s=left_s,
                rang_at=None,
                reminded=0,
            )
        case TimerCancelled(id):
            return _with(state, id, state=TimerState.CANCELLED, ends_at=None, left_s=None)
        case TimerSilenced(id):
            return _mapped(state, id, state=TimerState.DONE, ends_at=None)
        case TimerRang(id, at, _, again_at):
            if again_at is not None:
                return _mapped(state, id, ends_at=again_at, rang_at=at)
            return _mapped(state, id, state=TimerState.RINGING, rang_at=at)
        case TimerReminded(id, reminded):
            return _mapped(state, id, reminded=reminded)
        case ClockSet(forward_s):
            return replace(state, timers=tuple(_shifted(timer, forward_s) for timer in state.timers))
        case _:
            raise AssertionError(f"nothing says what {event!r} does")


def _with(whole: State, wanted: str, **changes: object) -> State:
    """A change the cook asked for: it can be undone."""
    return _mapped(_touched(whole, wanted), wanted, **changes)


def _mapped(whole: State, wanted: str, **changes: object) -> State:
    changed = (replace(timer, **changes) if timer.id == wanted else timer for timer in whole.timers)  # type: ignore[arg-type]
    return replace(whole, timers=tuple(changed))


def _shifted(timer: Timer, forward_s: float) -> Timer:
    moved = {name: at + forward_s for name in ("ends_at", "rang_at") if (at := getattr(timer, name)) is not None}
    return replace(timer, **moved)


def _tidied(state: State) -> State:
    over = [timer.id for timer in state.timers if not timer.live]
    if len(over) <= MOST_OLD_TIMERS:
        return state
    gone = set(over[:-MOST_OLD_TIMERS])
    return replace(state, timers=tuple(timer for timer in state.timers if timer.id not in gone))


# -- undo -----------------------------------------------------------------------------------------------------------


def changed_since(footprint: Footprint, state: State) -> bool:
    """Whether there is anything to take back. Having read a step aloud is not."""
    before = replace(footprint.place, step_read=state.place.step_read)
    return bool(footprint.timers) or before != state.place


def _closed(history: tuple[Footprint, ...], state: State) -> tuple[Footprint, ...]:
    """Drop the latest footprint if its turn changed nothing, then begin the next one."""
    if history and not changed_since(history[-1], state):
        history = history[:-1]
    return (*history[-DEEPEST_UNDO:], Footprint(state.place))


def _touched(state: State, wanted: str) -> State:
    """Remember how a timer was before this turn changed it."""
    if not state.history:
        return state
    latest = state.history[-1]
    if any(known == wanted for known, _ in latest.timers):
        return state
    before = next((timer for timer in state.timers if timer.id == wanted), None)
    return replace(state, history=(*state.history[:-1], replace(latest, timers=(*latest.timers, (wanted, before)))))


def undoable(state: State) -> Footprint | None:
    """The turn that `Undone` would take back: the latest one that still makes a difference.

    The turn that asks for it has a footprint of its own: not that one. A timer started long ago that has rung since
    can't be taken back, so its turn is passed over.
    """
    earlier = state.history[:-1]
    return next((one for one in reversed(earlier) if _restored(state, one) != (state.place, state.timers)), None)


def _undo(state: State) -> State:
    footprint = undoable(state)
    if footprint is None:
        return state
    place, timers = _restored(state, footprint)
    kept = state.history[: state.history.index(footprint)]
    # The undoing turn leaves an empty footprint: undoing again takes back the turn before, never the undoing.
    return replace(state, place=place, timers=timers, question=None, history=(*kept, Footprint(place)))


def _restored(state: State, footprint: Footprint) -> tuple[Place, tuple[Timer, ...]]:
    before = dict(footprint.timers)
    timers = []
    for timer in state.timers:
        if timer.id not in before or timer.rang_at is not None:
            timers.append(timer)  # untouched by that turn, or it has rung since: ringing can't be taken back
        elif (old := before[timer.id]) is not None:
            timers.append(old)
    same_step = footprint.place.step == state.place.step and footprint.place.recipe == state.place.recipe
    place = replace(footprint.place, step_read=footprint.place.step_read or not same_step or state.place.step_read)
    return place, tuple(timers)
