"""Taking back the latest turn that still makes a difference, and saying what is as it was before."""

from collections.abc import Iterator

from orchestrator.session.action import Action
from orchestrator.session.adapting import scale_text
from orchestrator.session.decision import Decision, StopRinging, do, happened, say
from orchestrator.session.events import Reported, Undone
from orchestrator.session.fold import apply, undoable
from orchestrator.session.moving import read_step, still_missing
from orchestrator.session.naming import called, how_it_stands
from orchestrator.session.reporting import denied_of
from orchestrator.session.state import State
from orchestrator.wording import phrase
from shared.kitchen.language import Language


def undo(state: State, action: Action, now: float) -> Decision:
    if undoable(state) is None:
        return say(phrase("nothing_to_undo", action.language))
    before = apply(state, Undone())
    quiet = do(StopRinging()) if state.ringing else Decision()
    if action.slots.step is not None:
        return happened(Undone()) + quiet + _not_yet(state, before, action, now)
    changes = list(_changes(state, before, action.language, now))
    return happened(Undone()) + quiet + say(phrase("undone", action.language), *changes)


def _not_yet(state: State, before: State, action: Action, now: float) -> Decision:
    """A "done" taken back: where we are again and what is missing there, or that it was heard."""
    recipe, number, language = before.recipe, before.place.step, action.language
    if recipe is None or (number, before.place.phase) == (state.place.step, state.place.phase):
        return say(phrase("fine", language))
    back = say(phrase("back_at_step", language, n=number))
    missing = denied_of(recipe, recipe.step(number), action.text)
    if not missing:
        return back + read_step(before, recipe, number)
    rest = {use.ingredient for use in recipe.step(number).uses} - {one.id for one in missing}
    return happened(Reported(tuple(sorted(rest)), now)) + back + say(still_missing(missing, language))


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
            yield how_it_stands(was, language, now)
