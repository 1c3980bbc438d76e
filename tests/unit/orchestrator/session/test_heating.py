"""How hot: the oven's temperature and the pan's heat are told apart, and found in whatever step they stand."""

from dataclasses import replace

import pytest

from orchestrator.recipes.shelf import BUNDLED, load_native
from orchestrator.session.action import Action
from orchestrator.session.choosing import opened
from orchestrator.session.fold import replay
from orchestrator.session.heating import how_hot
from orchestrator.session.state import State
from shared.kitchen.intents import Intent
from shared.kitchen.language import Language, language_of


def answer(recipe: str, step: int, text: str) -> str:
    state = replay(opened(State(), load_native(BUNDLED / f"{recipe}.json")).events)
    state = replace(state, place=replace(state.place, step=step, begun=True))
    action = Action(Intent.HOW_HOT, text=text, language=language_of(text, Language.EN))
    return " ".join(how_hot(state, action, 0.0).says)


@pytest.mark.parametrize(
    ("recipe", "step", "text", "said"),
    [
        ("roast-chicken", 1, "what temp do I preheat to", "The recipe says 220°C."),
        ("roast-chicken", 4, "what temp do I preheat to", "Not given here. Step 1 says 220°C."),
        ("roast-chicken", 4, "how hot is the oven", "Not given here. Step 1 says 220°C."),
        ("roast-chicken", 4, "what temp do I roast the chicken at", "Not given here. Step 1 says 220°C."),
        ("roast-chicken", 4, "오븐은 몇 도로 예열해?", "이 단계에는 안 적혀 있어요. 1단계에서는 220°C예요."),
        ("vegetable-curry", 2, "how hot is the oven", "The recipe gives no oven temperature."),
        ("kimchi-jjigae", 2, "오븐 몇 도야?", "오븐 온도는 레시피에 안 적혀 있어요."),
        ("roast-chicken", 4, "how hot should the pan be", "The recipe doesn't give a heat or temperature."),
        ("pancakes", 1, "how hot should the pan be", "Not given here. Step 4 says medium heat."),
        ("pancakes", 1, "how hot", "Not given here. Step 4 says medium heat."),
        ("bulgogi", 1, "팬은 얼마나 뜨거워야 해?", "이 단계에는 안 적혀 있어요. 5단계에서는 센불이에요."),
        ("kimchi-jjigae", 1, "끓일 때 불은?", "이 단계에는 안 적혀 있어요. 4단계에서는 중약불이에요."),
        ("kimchi-jjigae", 2, "how hot?", "The recipe says medium heat."),
        ("miyeokguk", 5, "what heat?", "The recipe says high heat and low heat."),
        ("tomato-pasta", 2, "불 세기는?", "레시피에는 중약불이라고 되어 있어요."),
        ("kimchi-jjigae", 2, "불 세기는?", "레시피에는 중불이라고 되어 있어요."),
    ],
)
def test_the_heat_that_was_asked_for(recipe: str, step: int, text: str, said: str) -> None:
    assert answer(recipe, step, text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("how hot should the chicken be inside", "165°F"),
        ("what temperature should the chicken reach", "165°F"),
        ("닭 속 온도는?", "74°C"),
        ("what temperature do I reheat it to", "165°F"),
    ],
)
def test_how_hot_it_has_to_be_inside_is_in_the_tables(text: str, said: str) -> None:
    assert said in answer("roast-chicken", 4, text)
