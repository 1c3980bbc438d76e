"""What will probably be said next: the replies to the commonest words, and what the next timer will have to say.

Worked out by deciding them, on a state that is thrown away. For fetching speech ahead of need.
"""

from orchestrator.session.action import Action, Utterance
from orchestrator.session.state import State
from orchestrator.session.timers import next_due
from orchestrator.session.turn import pass_time, take_turn
from shared.kitchen.intents import Intent

#: Most likely first. What these answer does not change from second to second.
USUAL = (
    Intent.NEXT_STEP,
    Intent.REPEAT_STEP,
    Intent.PREVIOUS_STEP,
    Intent.OUT_OF_SCOPE,
    Intent.STOP,
    Intent.PAUSE,
    Intent.LIST_INGREDIENTS,
    Intent.UNDO,
    Intent.PROGRESS,
)


def likely(state: State, now: float) -> tuple[str, ...]:
    """Sentences, without repetition, the likeliest first."""
    found: list[str] = []
    if state.recipe is not None:
        for intent in USUAL:
            action = Action(intent, language=state.language)
            found += take_turn(state, Utterance("", (action,), state.language), now).says
    due = next_due(state)
    if due is not None:
        found += pass_time(state, max(due, now)).says
    return tuple(dict.fromkeys(found))
