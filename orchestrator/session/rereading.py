"""What the words mean once the recipe is known: where the language service came near but not there, they decide.

The service reads one sentence by itself. Only what leaves a cook where they are is read again, so that a sign that was
misread here answers the wrong thing at worst, and never moves anybody. What the signs are stands with their answers.
"""

from collections.abc import Callable
from dataclasses import replace

from orchestrator.session import adapting, asking, emergencies, going_in, knowing, lasting, servings
from orchestrator.session.action import Action, Slots
from orchestrator.session.state import State
from shared.kitchen.intents import Intent

_VAGUE = frozenset({Intent.OUT_OF_SCOPE, Intent.QUESTION, Intent.EXPLAIN, Intent.SMALLTALK})
_ASKED = _VAGUE | {Intent.INGREDIENT_AMOUNT, Intent.PROGRESS, Intent.HOW_LONG, Intent.SUBSTITUTE}
_AMOUNTS = _VAGUE | {Intent.CONVERT, Intent.SCALE_SERVINGS}
_VOICE = frozenset({Intent.SLOWER, Intent.FASTER, Intent.LOUDER, Intent.QUIETER})
_THINGS = frozenset({Intent.INGREDIENT_AMOUNT, Intent.SUBSTITUTE})

Sign = Callable[[State, Action], bool]
_RULES: tuple[tuple[frozenset[Intent], Sign, Intent], ...] = (
    (_VAGUE | _VOICE, adapting.asks_language, Intent.QUESTION),
    (_ASKED | {Intent.TIMER_STATUS}, lasting.asks_keeping, Intent.HOW_LONG),
    (_ASKED, going_in.asks_when, Intent.QUESTION),
    (_AMOUNTS, asking.supposes, Intent.INGREDIENT_AMOUNT),
    (_AMOUNTS | _THINGS, servings.asks_to_scale, Intent.SCALE_SERVINGS),
    (_VAGUE | {Intent.NEXT_STEP, Intent.INGREDIENT_AMOUNT}, knowing.asks_to_swap, Intent.SUBSTITUTE),
)


def reread(state: State, actions: tuple[Action, ...]) -> tuple[Action, ...]:
    """The actions that the words ask for. One wish that was taken for two is one again."""
    meant = tuple(_meant(state, action) for action in actions)
    scaling = [action for action in meant if action.intent is Intent.SCALE_SERVINGS]
    return tuple(action for action in meant if action not in scaling or action is scaling[0])


def _meant(state: State, action: Action) -> Action:
    if action.confirmed or action.slots.query in emergencies.KINDS:
        return action
    for near, sign, intent in _RULES:
        if action.intent in near and sign(state, action):
            slots = action.slots if intent is action.intent else Slots(ingredient=action.slots.ingredient)
            return replace(action, intent=intent, slots=slots)
    return action
