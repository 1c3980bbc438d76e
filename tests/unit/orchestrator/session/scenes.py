"""Recipes and moments that the session's tests share."""

from fractions import Fraction

from orchestrator.recipes.draft import Draft, DraftIngredient, DraftStep
from orchestrator.recipes.model import Recipe
from orchestrator.recipes.structure import build
from orchestrator.session.action import Action, Slots, Utterance
from orchestrator.session.choosing import opened
from orchestrator.session.fold import replay
from orchestrator.session.state import State
from orchestrator.session.turn import Turn, take_turn
from shared.kitchen.intents import Intent
from shared.kitchen.language import Language

NOON = 1_767_268_800.0


def stew() -> Recipe:
    """Five short steps: a range with a time, two times in one step, an ingredient taken twice."""
    draft = Draft(
        title="무국",
        language=Language.KO,
        servings=Fraction(2),
        total_s=2400,
        ingredients=[
            DraftIngredient("무 300g"),
            DraftIngredient("국간장 3큰술"),
            DraftIngredient("물 4컵"),
            DraftIngredient("소금 약간"),
            DraftIngredient("대파 1대 (선택)"),
        ],
        steps=[
            DraftStep("무를 나박나박 썰어요.", title="썰기"),
            DraftStep("국간장 1큰술을 넣고 중불에서 3분 볶아요.", title="볶기"),
            DraftStep("물 4컵을 붓고 15~20분 끓여요.", title="끓이기"),
            DraftStep("국간장 2큰술을 넣고 5분 끓인 뒤, 불을 끄고 2분 뜸 들여요.", title="간"),
            DraftStep("대파를 올려요.", title="마무리"),
        ],
    )
    return build(draft, "무국")


def cooking(recipe: Recipe | None = None) -> State:
    """A session with the recipe open and its first step read."""
    return replay(opened(State(), recipe or stew()).events)


def say(state: State, intent: Intent, text: str = "", *, now: float = NOON, **slots: object) -> Turn:
    action = Action(intent, Slots(**slots), text, state.language)  # type: ignore[arg-type]
    return take_turn(state, Utterance(text, (action,), state.language), now)
