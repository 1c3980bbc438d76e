"""How much of the step a report speaks of, Korean and English side by side."""

from dataclasses import replace

import pytest

from orchestrator.recipes.model import Recipe
from orchestrator.recipes.shelf import Shelf
from orchestrator.session.reporting import Extent, made_something_else, read_report, unstarted
from orchestrator.session.state import State
from shared.kitchen.intents import Intent
from tests.unit.orchestrator.session.scenes import cooking, say

WHOLE, PART, BEGUN, ELSEWHERE = Extent


def at(recipe: str, step: int, shelf: Shelf) -> tuple[State, Recipe]:
    opened = shelf.load(recipe)
    state = cooking(opened)
    return replace(state, place=replace(state.place, step=step)), opened


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    return Shelf(tmp_path_factory.mktemp("recipes"))


@pytest.mark.parametrize(
    ("recipe", "step", "text", "extent"),
    [
        # many things and no time
        ("bulgogi", 2, "간장 넣었어", PART), ("bulgogi", 2, "다진 마늘 넣었어", PART), ("bulgogi", 2, "배즙도 넣었어", PART),
        ("bulgogi", 2, "soy sauce is in", PART), ("roast-chicken", 2, "added the salt", PART),
        ("bulgogi", 2, "간장 다 넣었어", WHOLE), ("bulgogi", 2, "전부 넣었어", WHOLE), ("roast-chicken", 2, "all of it is in", WHOLE),
        ("bulgogi", 2, "양념 섞었어", WHOLE), ("bulgogi", 2, "넣었어", WHOLE), ("bulgogi", 2, "", WHOLE),
        ("bulgogi", 2, "간장 반만 넣었어", BEGUN), ("roast-chicken", 2, "half of the oil is in", BEGUN),
        # one thing and no time: at once
        ("bulgogi", 1, "고기 닦았어", WHOLE), ("doenjang-jjigae", 6, "대파 올렸어", WHOLE),
        # a time that was not started
        ("doenjang-jjigae", 3, "감자 넣었어", PART), ("kimchi-jjigae", 4, "끓기 시작했어", BEGUN), ("kimchi-jjigae", 4, "불 줄였어", BEGUN),
        ("bulgogi", 5, "고기 볶기 시작했어", BEGUN), ("bulgogi", 5, "팬 달궜어", BEGUN), ("kimchi-jjigae", 2, "고기 볶았어", WHOLE),
        ("roast-chicken", 6, "the beans are boiled", WHOLE), ("roast-chicken", 6, "I started boiling the beans", BEGUN),
        ("roast-chicken", 4, "I put the chicken in the oven", BEGUN), ("roast-chicken", 4, "it's in the oven", BEGUN),
        ("kimchi-jjigae", 4, "turned the heat down", BEGUN), ("kimchi-jjigae", 4, "it's boiling", BEGUN),
        ("doenjang-jjigae", 4, "애호박 양파 버섯 다 넣었어", PART), ("doenjang-jjigae", 4, "다 넣었어", WHOLE),
        ("kimchi-jjigae", 2, "고기 볶고 있어", BEGUN), ("kimchi-jjigae", 2, "고기 볶는 중이야", BEGUN), ("roast-chicken", 2, "I'm cutting the potatoes", BEGUN),
        # boiling is what a step without a time waits for, or none of its business
        ("doenjang-jjigae", 2, "끓기 시작했어", WHOLE), ("bulgogi", 4, "물 끓는다", ELSEWHERE),
        ("tomato-pasta", 1, "water is boiling", WHOLE), ("tomato-pasta", 2, "the water's boiling", ELSEWHERE),
        ("tomato-pasta", 2, "the garlic's in", PART), ("tomato-pasta", 3, "okay garlic's done", ELSEWHERE),
        # another step's work
        ("bulgogi", 3, "2단계 다 했어", ELSEWHERE), ("bulgogi", 3, "3단계 다 했어", WHOLE), ("bulgogi", 3, "이 단계 다 했어", WHOLE),
        ("roast-chicken", 5, "I finished step 4", ELSEWHERE), ("roast-chicken", 5, "step five is done", WHOLE),
        ("kimchi-jjigae", 7, "두부 다 썰었어", ELSEWHERE), ("roast-chicken", 1, "potatoes are cut", ELSEWHERE),
        ("tomato-pasta", 6, "the spaghetti is cooked", ELSEWHERE), ("bulgogi", 4, "고기 볶기 시작했어", ELSEWHERE),
    ],
)  # fmt: skip
def test_how_much_of_the_step(recipe: str, step: int, text: str, extent: Extent, shelf: Shelf) -> None:
    state, opened = at(recipe, step, shelf)
    assert read_report(state, opened, opened.step(step), text).extent is extent


def test_what_stands_before_in_a_pot_is_in_already(shelf: Shelf) -> None:
    state, kimchi = at("kimchi-jjigae", 6, shelf)  # 양파와 두부, 다진 마늘, 국간장을 넣고 5분 더
    report = read_report(state, kimchi, kimchi.step(6), "두부 넣었어")
    assert [one.name for one in report.missing] == ["다진 마늘", "국간장"]
    state, bulgogi = at("bulgogi", 4, shelf)
    report = read_report(state, bulgogi, bulgogi.step(4), "당근 썰었어")
    assert [one.name for one in report.missing] == ["양파", "대파"]


def test_never_more_than_four_names(shelf: Shelf) -> None:
    state, _ = at("bulgogi", 2, shelf)
    (fine, missing) = say(state, Intent.STEP_DONE, "간장 넣었어").says
    assert (fine, missing) == ("네.", "설탕, 배즙, 다진 마늘, 맛술, 그리고 2가지 더 남았어요.")


def test_all_reported_one_by_one_is_the_step(shelf: Shelf) -> None:
    state, _ = at("bulgogi", 4, shelf)
    for text, step in (("양파 썰었어", 4), ("당근 썰었어", 4), ("대파 썰었어", 5)):
        state = say(state, Intent.STEP_DONE, text).state
        assert state.place.step == step
    assert not state.place.reported, "the next step begins anew"


@pytest.mark.parametrize(
    ("recipe", "first", "more"),
    [("bulgogi", "양파 썰었어", "당근도"), ("bulgogi", "onion's chopped", "the carrot too")],
)
def test_one_more_right_after_a_report(recipe: str, first: str, more: str, shelf: Shelf) -> None:
    state, _ = at(recipe, 4, shelf)
    alone = say(state, Intent.OUT_OF_SCOPE, more)
    assert [action.intent for action in alone.actions] == [Intent.OUT_OF_SCOPE]
    state = say(state, Intent.STEP_DONE, first).state
    turn = say(state, Intent.OUT_OF_SCOPE, more)
    assert len(turn.state.place.reported) == 2


def test_what_is_denied_is_all_that_is_missing(shelf: Shelf) -> None:
    state, _ = at("bulgogi", 2, shelf)
    state = say(state, Intent.STEP_DONE, "전부 넣었어").state
    turn = say(state, Intent.NO, "아니 후추는 안 넣었어")
    assert (turn.state.place.step, turn.says) == (2, ("2단계로 돌아갈게요.", "후추 남았어요."))
    assert say(turn.state, Intent.STEP_DONE, "후추 넣었어").state.place.step == 3


def test_an_acknowledgement_leaves_nothing_to_undo(shelf: Shelf) -> None:
    state, _ = at("bulgogi", 1, shelf)
    state = say(state, Intent.STEP_DONE, "다 했어").state
    state = say(state, Intent.STEP_DONE, "양파 썰었어").state
    assert say(state, Intent.UNDO, "되돌려").state.place.step == 1


def test_a_started_timer_is_not_offered_again(shelf: Shelf) -> None:
    state, kimchi = at("kimchi-jjigae", 6, shelf)
    offered = say(state, Intent.STEP_DONE, "두부 넣었어")
    assert offered.says[-1] == "5분 잴까요?"
    started = say(offered.state, Intent.YES, "응").state
    assert [timer.duration_s for timer in started.live_timers] == [300]
    assert not unstarted(started, kimchi.step(6))
    again = say(started, Intent.STEP_DONE, "국간장 넣었어")
    assert (again.says, again.state.place.step) == (("네.",), 6)


@pytest.mark.parametrize(
    ("recipe", "text", "other"),
    [
        ("bulgogi", "양념장 다 만들었어", True), ("bulgogi", "양념은 완성", True), ("bulgogi", "불고기 다 만들었어", False),
        ("bulgogi", "요리 끝났어", False), ("bulgogi", "다 만들었어", False), ("bulgogi", "다 됐어", False),
        ("tomato-pasta", "finished making the sauce", True), ("tomato-pasta", "the sauce is done", True),
        ("tomato-pasta", "dinner is ready", False), ("tomato-pasta", "the pasta is done", False),
        ("tomato-pasta", "I'm done with the cooking", False), ("tomato-pasta", "it's done", False),
    ],
)  # fmt: skip
def test_what_is_made_is_the_dish_or_not(recipe: str, text: str, other: bool, shelf: Shelf) -> None:
    assert made_something_else(shelf.load(recipe), text) is other
