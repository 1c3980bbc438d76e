"""Answers from the recipe and the tables, and the guard over everybody else's numbers."""

import pytest

from services.llm.answers.grounded import Asked, answer, told_about
from services.llm.answers.number_guard import NumberGuard
from services.llm.answers.recipe import Recipe, seconds_in_words
from services.llm.classifier.delexicalise import delexicalise
from shared.contracts.llm import Action
from shared.kitchen.intents import Intent
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
    guard = NumberGuard("물 2컵을 붓고 10분 끓여요.", told_about("닭고기 다 익었어?", []), "is 7 enough?")
    assert guard.allows(sentence) is allowed


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


@pytest.mark.parametrize(
    ("written", "text", "language", "said"),
    [
        ("2", "이거 몇 인분이야?", KO, "2인분이에요."),
        ("4인분", "몇 명이 먹을 수 있어?", KO, "4인분이에요."),
        ("4", "How many does this serve?", EN, "It serves 4."),
        ("12 cookies", "how many does it make?", EN, "It makes 12 cookies."),
    ],
)
def test_for_how_many_it_is(written: str, text: str, language: Language, said: str) -> None:
    recipe = Recipe.of({"recipeYield": written, "recipeIngredient": ["2 eggs"]})
    asked = Asked(text, Action(intent=Intent.QUESTION), language, recipe, None)
    answered = answer(asked)
    assert answered is not None
    assert answered.text == said
