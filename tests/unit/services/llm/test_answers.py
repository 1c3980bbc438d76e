"""Answers from the recipe and the tables, and the guard over everybody else's numbers."""

import pytest

from services.llm.answers import tables
from services.llm.answers.number_guard import NumberGuard
from services.llm.answers.recipe import Recipe, seconds_in_words
from services.llm.classifier.delexicalise import delexicalise
from shared.kitchen.language import Language

KO, EN = Language.KO, Language.EN


@pytest.mark.parametrize(
    ("sentence", "allowed"),
    [
        ("10분 끓이세요.", True),
        ("십 분 끓이세요.", True),
        ("12분 끓이세요.", False),
        ("열두 분 끓이세요.", False),
        ("물 두 컵이면 돼요.", True),
        ("물 세 컵이면 돼요.", False),
        ("Simmer for ten minutes.", True),
        ("Simmer for eleven minutes.", False),
        ("잘 저어 주세요.", True),
        ("속까지 74도가 되어야 해요.", True),  # from the table that answers this question
        ("속까지 85도가 되어야 해요.", False),  # from a table, but of shellfish
        ("You asked for 7.", True),  # from the question
    ],
)
def test_numbers_need_a_source(sentence: str, allowed: bool) -> None:
    guard = NumberGuard("물 2컵을 붓고 10분 끓여요.", tables.told_about("닭고기 다 익었어?", []), "is 7 enough?")
    assert guard.allows(sentence) is allowed


@pytest.mark.parametrize(
    ("question", "part"),
    [
        ("닭가슴살 속까지 익었는지 어떻게 알아", "74"),
        ("is my burger cooked at this temperature", "160"),
        ("조개는 다 익은 건가", "85"),
        ("남은 찌개 며칠 가?", "3일"),
        ("임산부가 먹어도 돼?", "물어보세요"),
        ("can i eat raw cookie dough", "can't tell"),
        ("how do i know the chicken is done", "165"),
    ],
)
def test_food_safety_is_looked_up(question: str, part: str) -> None:
    entry = tables.food_safety(question)
    assert entry is not None
    assert part in entry.ko + entry.en
    assert entry.source


def test_ordinary_questions_are_no_safety_matter() -> None:
    for question in ("왜 찬물에 헹궈?", "what pan should i use", "돼지고기는 언제 넣어?"):
        assert tables.food_safety(question) is None


@pytest.mark.parametrize(
    ("name", "part"), [("버터", "마가린"), ("진간장", "국간장"), ("buttermilk", "식초"), ("다진 마늘", "마늘가루")]
)
def test_substitutions_know_kinds(name: str, part: str) -> None:
    entry = tables.substitution(name)
    assert entry is not None
    assert part in entry.ko


def test_what_no_table_knows_is_not_known() -> None:
    assert tables.substitution("유니콘") is None


def test_allergens_reach_kinds_and_not_namesakes() -> None:
    by_name = {allergen.en: allergen for allergen in tables.allergens()}
    assert by_name["soy"].is_in("진간장")
    assert by_name["milk"].is_in("mozzarella")
    assert not by_name["milk"].is_in("두유")
    assert not by_name["peanut"].is_in("버터")


def test_every_row_of_the_tables_is_well_formed() -> None:
    for allergen in tables.allergens():
        assert allergen.ko
        assert allergen.en
        assert allergen.concepts


def test_recipes_of_many_shapes() -> None:
    steps = ["Mix.", {"@type": "HowToSection", "itemListElement": [{"text": "Bake."}, {"name": "Eat."}]}]
    recipe = Recipe.of(
        {"name": "X", "recipeIngredient": ["2 eggs", 5, None], "recipeInstructions": steps, "totalTime": "PT1H5M"}
    )
    assert [step.text for step in recipe.steps] == ["Mix.", "Bake.", "Eat."]
    assert recipe.total_s == 3900
    assert Recipe.of({"recipeInstructions": "하나\n둘"}).step(2) is not None


def test_times_in_words() -> None:
    assert seconds_in_words(5400, KO) == "1시간 30분"
    assert seconds_in_words(61, EN) == "1 minute 1 second"


def test_slots_become_signs_before_the_model_looks() -> None:
    assert delexicalise("간장 얼마나 넣어?", KO).text == "ю 얼마나 넣어"
    assert delexicalise("5분 타이머", KO).text == "ж 타이머"
    assert delexicalise("5분 더", KO).text.startswith("ы")
    assert delexicalise("add two cups of sugar", EN).text == "add щ cups of ю"
    assert delexicalise("파스타 삶아", KO).text == "파스타 삶아"  # 파 is in it, but is not meant
    assert delexicalise("아무튼 ж", KO).text == "아무튼"  # nobody smuggles a sign in
