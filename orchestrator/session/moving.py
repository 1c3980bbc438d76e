"""How the cook moves through a recipe: next, done, back, again, to step three, where am I, that's it."""

from dataclasses import replace

from orchestrator.recipes.model import Recipe
from orchestrator.session.action import Action
from orchestrator.session.decision import Decision, Hush, Prefetch, do, happened, say
from orchestrator.session.events import Asked, CookingBegan, Finished, Paused, Resumed, StepMoved, StepRead, Ticked
from orchestrator.session.reading import next_sentences, step_sentences
from orchestrator.session.state import Expects, Phase, Question, State, TimerState
from orchestrator.wording import phrase
from orchestrator.wording.amounts import left_text, listed
from shared.kitchen.intents import Intent

#: What moves on from where the cook stands; said twice, it moves twice.
MOVES = frozenset({Intent.NEXT_STEP, Intent.STEP_DONE, Intent.PREVIOUS_STEP})
#: After this long an unanswered question no longer takes "yes" for an answer.
QUESTION_LASTS_S = 60.0
#: A jump further than this may be a misheard number, so it is read back first.
FAR_JUMP = 3


def read_step(state: State, recipe: Recipe, number: int) -> Decision:
    ahead = next_sentences(recipe, number, state.place.scale)
    said = say(*step_sentences(recipe, number, state.place.scale))
    return happened(StepRead(number)) + said + (do(Prefetch(ahead)) if ahead else Decision())


def go_to(state: State, recipe: Recipe, number: int) -> Decision:
    return happened(StepMoved(number)) + read_step(state, recipe, number)


def advance(state: State, action: Action, now: float) -> Decision:
    """ "다음" and "다 했어": the next step, asking first only while this step's own timer runs."""
    recipe = state.recipe
    assert recipe is not None
    place, language = state.place, action.language
    if place.phase is Phase.FINISHED:
        return say(phrase("already_finished", language))
    if not place.begun and not place.step_read:
        return happened(CookingBegan()) + read_step(state, recipe, place.step)
    running = [t for t in state.timers if t.state is TimerState.RUNNING and t.step == place.step and not t.every_s]
    if running and not action.confirmed:
        timer = min(running, key=lambda one: one.ends_at or 0.0)
        question = phrase(
            "advance_while_timer" if place.step < len(recipe.steps) else "finish_while_timer",
            language,
            name=timer.name,
            left=left_text(timer.remaining(now), language),
        )
        return _confirm(question, "advance", action, now)
    ticked = _tick(state, recipe)
    if place.step >= len(recipe.steps):
        return ticked + happened(Finished()) + say(*_farewell(state, recipe, action, now))
    return ticked + go_to(state, recipe, place.step + 1)


def previous(state: State, action: Action, now: float) -> Decision:
    recipe = state.recipe
    assert recipe is not None
    if state.place.phase is Phase.FINISHED:
        return go_to(state, recipe, state.place.step)
    if state.place.step == 1:
        return say(phrase("at_first_step", action.language)) + read_step(state, recipe, 1)
    return go_to(state, recipe, state.place.step - 1)


def repeat(state: State, action: Action, now: float) -> Decision:
    """The whole step. What was said last is `last_said`, which the voice loop repeats when it was interrupted."""
    recipe = state.recipe
    assert recipe is not None
    woken = happened(Resumed()) if state.place.phase is Phase.PAUSED else Decision()
    return woken + read_step(state, recipe, state.place.step)


def go(state: State, action: Action, now: float) -> Decision:
    """ "3단계로", "마지막 단계", "세 단계 앞으로"."""
    recipe = state.recipe
    assert recipe is not None
    last, here, slots = len(recipe.steps), state.place.step, action.slots
    if slots.step is not None:
        target = slots.step if slots.step > 0 else last + 1 + slots.step
    elif slots.offset is not None:
        target = here + slots.offset
    else:
        return _which_step(action, now, last)
    if not 1 <= target <= last:
        return (
            say(phrase("no_such_step", action.language, n=target, last=last))
            if slots.step
            else say(phrase("no_step_there", action.language, last=last, here=here))
        )
    return go_to(state, recipe, target)


def start(state: State, action: Action, now: float) -> Decision:
    recipe = state.recipe
    assert recipe is not None
    place = state.place
    if place.phase is Phase.FINISHED:
        return go_to(state, recipe, 1)
    if place.phase is Phase.PAUSED:
        return resume(state, action, now)
    if place.begun:
        return say(phrase("already_cooking", action.language, title=recipe.title)) + read_step(
            state, recipe, place.step
        )
    began = happened(CookingBegan())
    if place.step_read:
        return began + say(phrase("began_after_reading", action.language))
    return began + read_step(state, recipe, place.step)


def progress(state: State, action: Action, now: float) -> Decision:
    recipe = state.recipe
    assert recipe is not None
    language, place, last = action.language, state.place, len(recipe.steps)
    if place.phase is Phase.FINISHED:
        return say(phrase("already_finished", language))
    left = last - place.step
    where = phrase(
        "progress_last" if not left else "progress", language, title=recipe.title, n=place.step, last=last, left=left
    )
    running = [
        phrase("timer_left", language, name=t.name, left=left_text(t.remaining(now), language))
        for t in state.live_timers
    ]
    return say(where, *running[:3])


def pause(state: State, action: Action, now: float) -> Decision:

    if state.place.phase in (Phase.PAUSED, Phase.FINISHED):
        return do(Hush()) + say(phrase("paused", action.language))
    running = any(timer.state is TimerState.RUNNING for timer in state.timers)
    said = phrase("paused_timers_run" if running else "paused", action.language)
    return happened(Paused()) + do(Hush()) + say(said)


def resume(state: State, action: Action, now: float) -> Decision:
    recipe = state.recipe
    assert recipe is not None
    if state.place.phase is Phase.FINISHED:
        return say(phrase("already_finished", action.language))
    woken = happened(Resumed()) if state.place.phase is Phase.PAUSED else Decision()
    return woken + read_step(state, recipe, state.place.step)


def finish(state: State, action: Action, now: float) -> Decision:
    """ "끝낼래": ends the cook. Asked back unless it is the last step: ending by mistake loses the rhythm."""
    recipe = state.recipe
    assert recipe is not None
    if state.place.phase is Phase.FINISHED:
        return say(phrase("already_finished", action.language))
    if state.place.step < len(recipe.steps) and not action.confirmed:
        question = phrase("really_finish", action.language, n=state.place.step, last=len(recipe.steps))
        return _confirm(question, "finish", action, now)
    early = state.place.step < len(recipe.steps)
    return happened(Finished()) + say(*_farewell(state, recipe, action, now, early=early))


def _confirm(question: str, topic: str, action: Action, now: float) -> Decision:
    asked = Question(topic, Expects.CONFIRMATION, now + QUESTION_LASTS_S, yes=(replace(action, confirmed=True),))
    return happened(Asked(asked)) + say(question)


def _which_step(action: Action, now: float, last: int) -> Decision:
    asked = Question("step", Expects.CHOICE, now + QUESTION_LASTS_S, completes=action)
    return happened(Asked(asked)) + say(phrase("which_step", action.language, last=last))


def _tick(state: State, recipe: Recipe) -> Decision:
    used = tuple(use.ingredient for use in recipe.step(state.place.step).uses)
    return happened(Ticked(used)) if used else Decision()


def _farewell(state: State, recipe: Recipe, action: Action, now: float, *, early: bool = False) -> tuple[str, ...]:
    language = action.language
    running = [t for t in state.timers if t.state is TimerState.RUNNING]
    said = [phrase("ended_early" if early else "finished", language, title=recipe.title)]
    if running:
        names = [f"{t.name} ({left_text(t.remaining(now), language)})" for t in running]
        said.append(phrase("timers_still_run", language, list=listed(names, language)))
    return tuple(said)
