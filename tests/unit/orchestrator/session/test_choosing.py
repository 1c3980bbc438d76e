"""Which recipes are named in what a cook says."""

from pathlib import Path

import pytest

from orchestrator.recipes.shelf import Shelf
from orchestrator.session.action import Action, Slots, Utterance
from orchestrator.session.choosing import dishes_named, naming_a_dish
from orchestrator.session.state import State
from shared.kitchen.intents import Intent
from shared.kitchen.language import Language
from tests.unit.orchestrator.session.scenes import cooking


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("된장찌개 할게 4인분으로", {"doenjang-jjigae"}),
        ("닭도리탕 할래", {"dakbokkeumtang"}),
        ("불고기 할까 떡볶이 할까", {"bulgogi", "tteokbokki"}),
        ("let's do the roast chicken for six", {"roast-chicken"}),
        ("tomato pasta", {"tomato-pasta"}),
        ("오늘 뭐 먹지", set()),
        ("4인분으로", set()),
    ],
)
def test_dishes_named(text: str, ids: set[str], tmp_path: Path) -> None:
    assert {card.id for card in dishes_named(text, Shelf(tmp_path).cards())} == ids


def test_another_dish_for_so_many_in_the_middle_of_one(tmp_path: Path) -> None:
    said = Utterance("떡볶이 3인분으로 바꾸자", (Action(Intent.CHOOSE_RECIPE, Slots(query="떡볶이")),), Language.KO)
    (action,) = naming_a_dish(cooking(), said, Shelf(tmp_path).cards).actions
    assert action.slots == Slots(query="tteokbokki", servings=3)


@pytest.mark.parametrize(
    ("text", "intent", "query", "servings"),
    [
        ("된장찌개 4인분", Intent.OUT_OF_SCOPE, "doenjang-jjigae", 4),
        ("roast chicken for six", Intent.OUT_OF_SCOPE, "roast-chicken", 6),
        ("roast chicken for 40 minutes", Intent.OUT_OF_SCOPE, "roast-chicken", None),
    ],
)
def test_with_no_recipe_open_a_dish_is_chosen(
    text: str, intent: Intent, query: str, servings: float | None, tmp_path: Path
) -> None:
    said = Utterance(text, (Action(intent, text=text),), Language.KO)
    (action,) = naming_a_dish(State(), said, Shelf(tmp_path).cards).actions
    assert action.intent is Intent.CHOOSE_RECIPE
    assert action.slots == Slots(query=query, servings=servings)


@pytest.mark.parametrize(
    ("state", "text", "intent"),
    [
        (State(), "김치찌개는 싫어", Intent.OUT_OF_SCOPE),
        (State(), "김치찌개 타이머", Intent.SET_TIMER),
        (cooking(), "김치찌개 맛있겠다", Intent.OUT_OF_SCOPE),
        (cooking(), "4인분으로", Intent.SCALE_SERVINGS),
    ],
)
def test_what_stays_as_it_was_understood(state: State, text: str, intent: Intent, tmp_path: Path) -> None:
    said = Utterance(text, (Action(intent, text=text),), Language.KO)
    assert naming_a_dish(state, said, Shelf(tmp_path).cards) is said
