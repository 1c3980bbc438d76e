"""Taking back the latest turn that still makes a difference, and saying what is as it was before."""

from collections.abc import Iterator

from orchestrator.session.action import Action
from orchestrator.session.adapting import scale_text
from orchestrator.session.decision import Decision, StopRinging, do, happened, say
from orchestrator.session.events import Undone
from orchestrator.session.fold import apply, undoable
from orchestrator.session.moving import read_step
from orchestrator.session.naming import called
from orchestrator.session.state import State, Timer, TimerState
from orchestrator.wording import phrase
from orchestrator.wording.amounts import left_text
from shared.kitchen.language import Language


def undo(state: State, action: Action, now: float) -> Decision:
    if undoable(state) is None:
        return say(phrase("nothing_to_undo", action.language))
    before = apply(state, Undone())
    quiet = do(StopRinging()) if state.ringing else Decision()
    if action.slots.step is not None:
        return happened(Undone()) + quiet + _not_yet(state, before, action.language)
    changes = list(_changes(state, before, action.language, now))
    return happened(Undone()) + quiet + say(phrase("undone", action.language), *changes)


def _not_yet(state: State, before: State, language: Language) -> Decision:
    """A "done" taken back: where we are again, or that it was heard."""
    recipe, number = before.recipe, before.place.step
    if recipe is None or (number, before.place.phase) == (state.place.step, state.place.phase):
        return say(phrase("fine", language))
    return say(phrase("back_at_step", language, n=number)) + read_step(before, recipe, number)


def _changes(state: State, before: State, language: Language, now: float) -> Iterator[str]:
    yield from _timers(state, before, language, now)
    recipe = before.recipe
    if recipe is None:
        return
    if before.place.scale != state.place.scale and recipe == state.recipe:
        yield scale_text(recipe, before.place.scale, language)
    if (recipe, before.place.step, before.place.phase) != (state.recipe, state.place.step, state.place.phase):
        yield phrase("undone_step", language, n=before.place.step, last=len(recipe.steps))


def _timers(state: State, before: State, language: Language, now: float) -> Iterator[str]:
    were = {timer.id: timer for timer in before.timers}
    for timer in state.timers:
        was = were.get(timer.id)
        if was is None and timer.live:
            yield phrase("undone_timer", language, name=called(timer, language))
        elif was is not None and was != timer and was.live:
            yield _as_it_was(was, language, now)


def _as_it_was(timer: Timer, language: Language, now: float) -> str:
    key = "timer_left_held" if timer.state is TimerState.PAUSED else "timer_left"
    return phrase(key, language, name=called(timer, language), left=left_text(timer.remaining(now), language))
