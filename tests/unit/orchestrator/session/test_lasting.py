"""How long what takes: the time of the work and the thing that were asked about, in whatever step it stands."""

from dataclasses import replace

import pytest

from orchestrator.recipes.shelf import BUNDLED, load_native
from orchestrator.session.action import Action
from orchestrator.session.choosing import opened
from orchestrator.session.fold import replay
from orchestrator.session.lasting import how_long
from orchestrator.session.state import State
from shared.kitchen.intents import Intent
from shared.kitchen.language import Language, language_of


def at(recipe: str, step: int) -> State:
    state = replay(opened(State(), load_native(BUNDLED / f"{recipe}.json")).events)
    return replace(state, place=replace(state.place, step=step, begun=True))


def answer(recipe: str, step: int, text: str) -> str:
    action = Action(Intent.HOW_LONG, text=text, language=language_of(text, Language.EN))
    return " ".join(how_long(at(recipe, step), action, 0.0).says)


@pytest.mark.parametrize(
    ("recipe", "step", "text", "said"),
    [
        # the work, in another step
        ("roast-chicken", 7, "how long do I roast it", "40 to 45 minutes, in step 4"),
        ("roast-chicken", 4, "how long do I rest it", "10 minutes, in step 7"),
        ("oat-cookies", 2, "how long do they bake", "10 to 12 minutes, in step 6"),
        ("oat-cookies", 2, "how long do they cool", "5 minutes, in step 7"),
        ("roast-chicken", 7, "how long in the oven", "40 to 45 minutes, in step 4"),
        ("bulgogi", 5, "얼마나 재워?", "3단계에서 30분"),
        ("dakbokkeumtang", 5, "얼마나 불려?", "1단계에서 30분"),
        ("dakbokkeumtang", 1, "닭 얼마나 데쳐?", "2단계에서 3분"),
        ("tomato-pasta", 4, "how long do I simmer it", "15 minutes, in step 3"),
        ("tomato-pasta", 4, "how long do I boil it", "8 to 10 minutes."),
        # the work and the thing
        ("roast-chicken", 4, "how long do I boil the beans", "4 minutes, in step 6"),
        ("roast-chicken", 6, "how long do the potatoes roast", "40 to 45 minutes, in step 4"),
        ("vegetable-curry", 3, "how long should the rice rest", "10 minutes, in step 6"),
        ("tomato-pasta", 2, "how long do I boil the pasta", "8 to 10 minutes, in step 4"),
        ("miyeokguk", 4, "미역은 얼마나 볶아?", "5분 걸려요."),
        ("miyeokguk", 4, "고기는 얼마나 볶아?", "3분 걸려요."),
        ("kimchi-jjigae", 1, "김치 얼마나 끓여?", "4단계에서 15~20분"),
        ("tteokbokki", 3, "달걀 얼마나 끓여?", "1단계에서 12분"),
        ("dakbokkeumtang", 6, "쌀 얼마나 불려?", "1단계에서 30분"),
        ("vegetable-curry", 5, "how long do I cook the spinach", "2 minutes, in step 7"),
        ("tomato-pasta", 4, "면 얼마나 삶아?", "8~10분"),
        ("dakbokkeumtang", 5, "남은 국물은 얼마나 졸여?", "8단계에서 5~7분"),
        ("bulgogi", 6, "남은 거 얼마나 볶아?", "2분"),
        # the thing alone, also by what its timer is called
        ("vegetable-curry", 3, "how long does the rice take", "12 minutes, in step 1"),
        ("tomato-pasta", 2, "how long for the sauce", "15 minutes, in step 3"),
        ("kimchi-jjigae", 3, "두부는 얼마나?", "6단계에서 5분"),
        # one of two times of this step
        ("gyeran-jjim", 5, "뜸 얼마나 들여?", "2분 걸려요."),
        ("gyeran-jjim", 5, "얼마나 익혀?", "4분 걸려요."),
        # this step
        ("vegetable-curry", 5, "how long should I let it simmer for", "10 to 15 minutes."),
        ("kimchi-jjigae", 2, "이거 얼마나 볶아?", "3분 걸려요."),
    ],
)
def test_the_time_that_was_asked_for(recipe: str, step: int, text: str, said: str) -> None:
    assert answer(recipe, step, text).startswith(said)


@pytest.mark.parametrize(
    ("recipe", "step", "text", "said"),
    [
        ("oat-cookies", 2, "how long does it prove", "The recipe gives no time for that."),
        ("bulgogi", 5, "얼마나 튀겨?", "그건 레시피에 시간이 안 적혀 있어요."),
        ("roast-chicken", 6, "how long do I cook the rice", "The recipe gives no time for the rice."),
        ("roast-chicken", 6, "how long for the rice", "The recipe gives no time for the rice."),
        ("bulgogi", 5, "통깨는 얼마나 볶아?", "통깨는 레시피에 시간이 안 적혀 있어요."),
    ],
)
def test_a_time_the_recipe_does_not_give(recipe: str, step: int, text: str, said: str) -> None:
    assert answer(recipe, step, text) == said


@pytest.mark.parametrize(
    ("recipe", "step", "text", "said"),
    [
        ("roast-chicken", 4, "how long can I leave chicken out", "2 hours"),
        ("oat-cookies", 2, "how long do they keep", "3 to 4 days"),
        ("roast-chicken", 4, "how long will it stay good in the fridge", "3 to 4 days"),
        ("oat-cookies", 6, "how long can I freeze the dough", "I don't know how long that keeps."),
        ("kimchi-jjigae", 7, "냉동하면 얼마나 가?", "제가 몰라요"),
        ("oat-cookies", 7, "how long can the butter be out", "2 hours"),
        ("bulgogi", 5, "냉장고에 며칠 가", "3일에서 4일"),
        ("bulgogi", 5, "이거 얼마나 가?", "3일에서 4일"),
        ("kimchi-jjigae", 3, "고기 밖에 얼마나 둬도 돼?", "두 시간"),
        ("kimchi-jjigae", 3, "얼마나 두면 상할까?", "제가 몰라요"),
    ],
)
def test_how_long_something_keeps_is_no_time_of_a_step(recipe: str, step: int, text: str, said: str) -> None:
    assert said in answer(recipe, step, text)


def test_a_fridge_that_the_recipe_uses_is_the_recipes() -> None:
    assert "30분" in answer("bulgogi", 1, "냉장고에 얼마나 넣어둬?")


@pytest.mark.parametrize(
    ("recipe", "step", "text", "said"),
    [
        ("roast-chicken", 4, "how long", "40 to 45 minutes. Until the skin is deep golden."),
        ("roast-chicken", 5, "how long", "The recipe gives no time for this step. Step 6 says 4 minutes."),
        ("gyeran-jjim", 5, "얼마나?", "익히기는 4분 걸려요. 뜸 들이기는 2분 걸려요."),
        ("bulgogi", 5, "얼마나?", "4~5분 걸려요."),
        ("tomato-pasta", 2, "얼마나?", "2분 걸려요."),
        ("tteokbokki", 5, "how long?", "8 to 10 minutes."),
        ("bulgogi", 5, "이 단계 얼마나 걸려?", "4~5분 걸려요."),
        ("bulgogi", 7, "몇 분?", "이 단계에는 시간이 안 적혀 있어요."),
    ],
)
def test_the_bare_question_is_about_this_step(recipe: str, step: int, text: str, said: str) -> None:
    assert answer(recipe, step, text) == said


@pytest.mark.parametrize(
    ("recipe", "text"),
    [
        ("dakbokkeumtang", "다 하는 데 얼마나 걸려?"), ("dakbokkeumtang", "닭볶음탕 얼마나 걸려?"),
        ("roast-chicken", "how long does roast chicken take in all"), ("bulgogi", "총 몇 분 걸려?"),
    ],
)  # fmt: skip
def test_all_of_it(recipe: str, text: str) -> None:
    assert "다 해서" in answer(recipe, 1, text) or "in all" in answer(recipe, 1, text)
