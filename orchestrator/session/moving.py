"""How the cook moves through a recipe: next, done, back, again, to step three, where am I, that's it."""

from dataclasses import replace

from orchestrator.recipes.model import Ingredient, Recipe
from orchestrator.session.action import Action, Slots
from orchestrator.session.decision import Decision, Hush, Prefetch, do, happened, say
from orchestrator.session.events import (
    Asked,
    CookingBegan,
    Finished,
    Paused,
    Reported,
    Resumed,
    StepMoved,
    StepRead,
    Ticked,
)
from orchestrator.session.naming import called, how_it_stands
from orchestrator.session.pointing import only_asks, steps_meant
from orchestrator.session.reading import next_sentences, step_sentences, step_text, unsaid_amounts
from orchestrator.session.reporting import Extent, read_report, unstarted
from orchestrator.session.state import Expects, Option, Phase, Question, State, Timer, TimerState
from orchestrator.wording import phrase, sentences
from orchestrator.wording.amounts import duration_text, left_text, listed
from shared.kitchen.intents import Intent
from shared.kitchen.language import Language

#: What moves on from where the cook stands; said twice, it moves twice.
MOVES = frozenset({Intent.NEXT_STEP, Intent.STEP_DONE, Intent.PREVIOUS_STEP})
#: After this long an unanswered question no longer takes "yes" for an answer.
QUESTION_LASTS_S = 60.0
#: More names than this are not said after a report: "and three more".
MOST_NAMES = 4


def read_step(state: State, recipe: Recipe, number: int) -> Decision:
    ahead = next_sentences(recipe, number, state.place.scale)
    said = say(*step_sentences(recipe, number, state.place.scale))
    return happened(StepRead(number)) + said + (do(Prefetch(ahead)) if ahead else Decision())


def go_to(state: State, recipe: Recipe, number: int) -> Decision:
    return happened(StepMoved(number)) + read_step(state, recipe, number)


def advance(state: State, action: Action, now: float) -> Decision:
    """ "다음" and "다 했어": the next step, asking first only while a timer runs that this would leave behind."""
    recipe = state.recipe
    assert recipe is not None
    place, language = state.place, action.language
    if action.intent is Intent.NEXT_STEP and only_asks(action.intent, action.text):
        return _at(state, recipe, place.step + 1, action)
    if place.phase is Phase.FINISHED:
        return say(phrase("already_finished", language))
    if not place.begun and not place.step_read:
        return happened(CookingBegan()) + read_step(state, recipe, place.step)
    reports = action.intent is Intent.STEP_DONE
    if reports and not action.confirmed and (staying := _not_the_whole(state, recipe, action, now)) is not None:
        return staying
    running = _held_up_by(state, recipe)
    if running and not action.confirmed:
        timer = min(running, key=lambda one: one.ends_at or 0.0)
        question = phrase(
            "advance_while_timer" if place.step < len(recipe.steps) else "finish_while_timer",
            language,
            name=called(timer, language),
            left=left_text(timer.remaining(now), language),
        )
        return _confirm(question, "advance", action, now)
    done = happened(Reported((), now)) if reports else Decision()
    ticked = _tick(state, recipe)
    if place.step >= len(recipe.steps):
        return ticked + happened(Finished()) + done + say(*_farewell(state, recipe, action, now))
    return ticked + go_to(state, recipe, place.step + 1) + done


def _not_the_whole(state: State, recipe: Recipe, action: Action, now: float) -> Decision | None:
    """ "간장 넣었어" with six more to go, "끓기 시작했어": we stay, say what is missing and offer the step's time."""
    step, language = recipe.step(state.place.step), action.language
    report = read_report(state, recipe, step, action.text)
    if report.extent is Extent.WHOLE:
        return None
    if report.extent is Extent.ELSEWHERE:
        return say(phrase("fine", language), phrase("here_is_step", language, n=step.number))
    begun = () if state.place.begun else (CookingBegan(),)
    named = (Reported(report.named, now),) if report.named else ()
    heard = happened(*begun, *named) + say(phrase("fine", language))
    if report.missing:
        heard += say(still_missing(report.missing, language))
    times = unstarted(state, step)
    if not times:
        return heard
    # Where nothing is missing, a "no" means that no time is needed, and the step is done as was said.
    topic = "time_it" if report.extent is Extent.PART and not report.missing else "offer_timer"
    yes = Action(Intent.SET_TIMER, language=language, confirmed=True)
    asked = happened(Asked(Question(topic, Expects.CONFIRMATION, now + QUESTION_LASTS_S, yes=(yes,))))
    if len(times) > 1:
        return heard + asked + say(phrase("offer_timers", language))
    return heard + asked + say(phrase("offer_timer", language, time=duration_text(times[0].low_s, None, language)))


def still_missing(missing: tuple[Ingredient, ...], language: Language) -> str:
    names, more = [one.name for one in missing[:MOST_NAMES]], len(missing) - MOST_NAMES
    if more > 0:
        return phrase("still_missing_more", language, list=", ".join(names), more=more)
    return phrase("still_missing", language, list=listed(names, language))


def _held_up_by(state: State, recipe: Recipe) -> list[Timer]:
    """The running timers that going on would leave behind: this step's own, any at the end of the cook, and one whose
    step the next one needs, or holds what that takes (the meat that marinates while the vegetables are cut)."""
    here = state.place.step
    running = [t for t in state.timers if t.state is TimerState.RUNNING and not t.every_s]
    if here >= len(recipe.steps):
        return running
    taken = _solids(recipe, here + 1) - _solids(recipe, here)
    needed = set(recipe.step(here + 1).needs or ()) - set(recipe.step(here).needs or ())
    earlier = [t for t in running if t.step is not None and t.step < here]
    waited_for = [t for t in earlier if t.step in needed or _solids(recipe, t.step or 1) & taken]
    return [t for t in running if t.step == here] + waited_for


def _solids(recipe: Recipe, number: int) -> set[str]:
    """What a step takes; water is in many pots at once."""
    used = {use.ingredient for use in recipe.step(number).uses}
    return {one for one in used if recipe.ingredient(one).name not in ("물", "water")}


def previous(state: State, action: Action, now: float) -> Decision:
    recipe = state.recipe
    assert recipe is not None
    if only_asks(action.intent, action.text):
        return _at(state, recipe, state.place.step - 1, action)
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
    """ "3단계로", "마지막 단계", "세 단계 앞으로", "고기 볶는 단계로"; "3단계 뭐였지" only reads it."""
    recipe = state.recipe
    assert recipe is not None
    last, here, slots = len(recipe.steps), state.place.step, action.slots
    if slots.step is not None:
        return _at(state, recipe, slots.step if slots.step > 0 else last + 1 + slots.step, action)
    if slots.offset is not None:
        return _at(state, recipe, here + slots.offset, action)
    if slots.query:
        return _described(state, recipe, action, now)
    return _which_step(action, now, last)


def _at(state: State, recipe: Recipe, target: int, action: Action) -> Decision:
    """To this step, or only a look at it."""
    last, language = len(recipe.steps), action.language
    if not 1 <= target <= last:
        if action.slots.step:
            return say(phrase("no_such_step", language, n=target, last=last))
        return say(phrase("no_step_there", language, last=last, here=state.place.step))
    if only_asks(action.intent, action.text):
        step, scale = recipe.step(target), state.place.scale
        text = sentences(step_text(step, recipe, scale), recipe.language)
        return say(phrase("that_step", language, n=target), *text, *unsaid_amounts(step, recipe, scale))
    return go_to(state, recipe, target)


def _described(state: State, recipe: Recipe, action: Action, now: float) -> Decision:
    """The step in which this is done; when several fit, or one fits only halfway, the cook says which."""
    assert action.slots.query is not None
    fitting, sure = steps_meant(recipe, action.slots.query)
    if sure and len(fitting) == 1:
        return _at(state, recipe, fitting[0], action)
    language = action.language
    if not fitting:
        return say(phrase("no_step_like_that", language)) + _which_step(action, now, len(recipe.steps))
    if len(fitting) == 1:
        meant = replace(action, slots=Slots(step=fitting[0]))
        return _confirm(phrase("that_one", language, step=_called(recipe, fitting[0], language)), "step", meant, now)
    options = tuple(
        Option(_called(recipe, number, language), (replace(action, slots=Slots(step=number)),))
        for number in fitting[:MOST_NAMES]
    )
    asked = Question("which_step", Expects.CHOICE, now + QUESTION_LASTS_S, options=options)
    names = listed([one.label for one in options], language)
    return happened(Asked(asked)) + say(phrase("which_of_steps", language, list=names))


def _called(recipe: Recipe, number: int, language: Language) -> str:
    return f"{phrase('step_name', language, n=number)} {recipe.step(number).title}".strip()


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
    return say(where, *_timers_left(state, action, now))


def _timers_left(state: State, action: Action, now: float) -> list[str]:
    return [how_it_stands(timer, action.language, now) for timer in state.live_timers[:3]]


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
    if state.place.phase is not Phase.PAUSED:
        return read_step(state, recipe, state.place.step)
    return happened(Resumed()) + read_step(state, recipe, state.place.step) + say(*_timers_left(state, action, now))


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
        names = [f"{called(t, language)} ({left_text(t.remaining(now), language)})" for t in running]
        said.append(phrase("timers_still_run", language, list=listed(names, language)))
    return tuple(said)
