"""The session as an outside program sees it: the object of `--json`, one a turn. Names here are a public contract."""

import math
from dataclasses import dataclass, field

from orchestrator.session.action import Action
from orchestrator.session.state import Question, State, TimerState
from orchestrator.session.turn import Turn

Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class Reply:
    """What one turn comes to: what to say, and where the cook stands now."""

    text: str  # what was heard
    speech: tuple[str, ...]
    actions: tuple[Action, ...]
    state: State
    at: float
    turn: Turn
    degraded: tuple[str, ...] = ()
    timings: dict[str, float] = field(default_factory=dict)

    @property
    def intent(self) -> str | None:
        return self.actions[0].intent.value if self.actions else None


def as_json(reply: Reply) -> Json:
    state = reply.state
    recipe = state.recipe
    servings = None if recipe is None or recipe.servings is None else recipe.servings * state.place.scale
    return {
        "text": reply.text,
        "speech": list(reply.speech),
        "intent": reply.intent,
        "actions": [{"intent": one.intent.value, "slots": one.slots.said()} for one in reply.actions],
        "recipe": None if recipe is None else recipe.id,
        "step": state.place.step,
        "total_steps": 0 if recipe is None else len(recipe.steps),
        "state": state.place.phase.value,
        "servings": None if servings is None else int(servings) if servings.denominator == 1 else float(servings),
        "scale": str(state.place.scale),
        "timers": timers(state, reply.at),
        "expects": expects(state.question, reply.at),
        "degraded": list(reply.degraded),
        "timings": {name: round(ms, 3) for name, ms in reply.timings.items()},
    }


def timers(state: State, now: float) -> list[Json]:
    return [
        {
            "id": timer.id,
            "name": timer.name,
            "state": timer.state.value,
            "remaining_s": math.ceil(timer.remaining(now)) if timer.state in _COUNTING else 0,
            "ends_at": timer.ends_at,
            "duration_s": timer.duration_s,
            "step": timer.step,
        }
        for timer in state.timers
    ]


_COUNTING = (TimerState.RUNNING, TimerState.PAUSED)


def expects(question: Question | None, now: float) -> str | None:
    return question.expects.value if question is not None and now <= question.expires_at else None
