"""`decide(state, action, now)`: one action in, what happened and what to say out. No clock, no file, no network.

Which module knows what: moving (next, done, back ...), timing (timers), asking (questions about the recipe),
lasting (how long), heating (how hot), knowing (words, substitutes, free questions), converting (units), adapting
(servings, recipes, voice), talking (yes, no, stop, help), undoing.
"""

from collections.abc import Callable, Mapping

from orchestrator.session import (
    adapting,
    asking,
    converting,
    heating,
    knowing,
    lasting,
    moving,
    talking,
    timing,
    undoing,
)
from orchestrator.session.action import Action
from orchestrator.session.decision import Decision, say
from orchestrator.session.events import Answered
from orchestrator.session.state import State
from orchestrator.wording import phrase
from shared.kitchen.intents import STATE_CHANGING, Intent

Answer = Callable[[State, Action, float], Decision]

ANSWERS: Mapping[Intent, Answer] = {
    Intent.NEXT_STEP: moving.advance,
    Intent.STEP_DONE: moving.advance,
    Intent.PREVIOUS_STEP: moving.previous,
    Intent.REPEAT_STEP: moving.repeat,
    Intent.GOTO_STEP: moving.go,
    Intent.START_COOKING: moving.start,
    Intent.PROGRESS: moving.progress,
    Intent.FINISH: moving.finish,
    Intent.LIST_INGREDIENTS: asking.list_ingredients,
    Intent.INGREDIENT_AMOUNT: asking.amount,
    Intent.HOW_LONG: lasting.how_long,
    Intent.HOW_HOT: heating.how_hot,
    Intent.EXPLAIN: knowing.explain,
    Intent.MEANWHILE: asking.meanwhile,
    Intent.SUBSTITUTE: knowing.substitute,
    Intent.CONVERT: converting.convert,
    Intent.QUESTION: knowing.question,
    Intent.SET_TIMER: timing.set_timer,
    Intent.TIMER_STATUS: timing.status,
    Intent.CANCEL_TIMER: timing.cancel,
    Intent.PAUSE_TIMER: timing.hold,
    Intent.RESUME_TIMER: timing.carry_on,
    Intent.ADD_TIME: timing.add_time,
    Intent.SCALE_SERVINGS: adapting.scale,
    Intent.CHOOSE_RECIPE: adapting.choose_recipe,
    Intent.LIST_RECIPES: adapting.list_recipes,
    Intent.PAUSE: moving.pause,
    Intent.RESUME: moving.resume,
    Intent.STOP: talking.stop,
    Intent.LOUDER: adapting.voice,
    Intent.QUIETER: adapting.voice,
    Intent.SLOWER: adapting.voice,
    Intent.FASTER: adapting.voice,
    Intent.HELP: talking.help_,
    Intent.UNDO: undoing.undo,
    Intent.YES: talking.yes,
    Intent.NO: talking.no,
    Intent.SMALLTALK: talking.smalltalk,
    Intent.OUT_OF_SCOPE: talking.unclear,
}

#: What makes no sense before a recipe is open.
NEEDS_RECIPE = frozenset(
    {
        Intent.NEXT_STEP,
        Intent.STEP_DONE,
        Intent.PREVIOUS_STEP,
        Intent.REPEAT_STEP,
        Intent.GOTO_STEP,
        Intent.START_COOKING,
        Intent.PROGRESS,
        Intent.FINISH,
        Intent.LIST_INGREDIENTS,
        Intent.INGREDIENT_AMOUNT,
        Intent.HOW_LONG,
        Intent.HOW_HOT,
        Intent.MEANWHILE,
        Intent.SCALE_SERVINGS,
        Intent.RESUME,
    }
)


def decide(state: State, action: Action, now: float) -> Decision:
    if state.recipe is None and action.intent in NEEDS_RECIPE:
        return say(phrase("no_recipe", action.language))
    decision = ANSWERS[action.intent](state, action, now)
    acknowledged = action.intent is Intent.STEP_DONE and not decision.events
    settles = state.question is not None and action.intent in STATE_CHANGING and not acknowledged
    if settles and not any(isinstance(event, Answered) for event in decision.events):
        # Doing something else is an answer too: an old "shall I go on?" must not take a later yes.
        return Decision((Answered(),)) + decision
    return decision
