"""What steps take of the ingredients: half, the rest, both kinds; and what they leave."""

from fractions import Fraction

import pytest

from orchestrator.importers import jsonld
from orchestrator.recipes.draft import Draft, DraftIngredient, DraftStep
from orchestrator.recipes.model import Recipe
from orchestrator.recipes.native import to_json
from orchestrator.recipes.portions import left_of
from orchestrator.recipes.structure import build
from orchestrator.session.reading import ingredient_text, step_sentences
from shared.kitchen.language import Language, language_of


def cooked(lines: list[str], steps: list[str]) -> Recipe:
    return build(Draft("Dish", [DraftIngredient(one) for one in lines], [DraftStep(one) for one in steps]), "x")


def taken(recipe: Recipe) -> list[list[tuple[str, str, str]]]:
    return [
        [(use.ingredient, use.share.value, str(use.amount.low) if use.amount else "") for use in step.uses]
        for step in recipe.steps
    ]


@pytest.mark.parametrize(
    ("line", "steps", "shares"),
    [
        ("1 1/2 cups grated parmesan", ["Beat in half the parmesan.", "Scatter the rest of the parmesan over."], ["part 3/4", "rest "]),
        ("120 g butter", ["Melt half of the butter.", "Add the other half of the butter."], ["part 60", "rest "]),
        ("120 g butter", ["Melt a third of the butter.", "Add half of the remaining butter.", "Add the remaining butter."], ["part 40", "unsaid ", "rest "]),
        ("3 cups stock", ["Pour in two thirds of the hot stock.", "Pour in the stock."], ["part 2", "rest "]),
        ("4 onions", ["Cut the onions in half.", "Fry."], ["all "]),
        ("2 large onions", ["Fry half an onion.", "Add the rest of the onions."], ["part 1/2", "rest "]),
        ("300 g onions", ["Fry half an onion."], ["unsaid "]),
        ("1 cup parsley", ["Add half a cup of parsley."], ["part 1/2"]),
        ("salt to taste", ["Add half the salt."], ["unsaid "]),
        ("치즈 100g", ["치즈 절반을 넣어요.", "나머지 치즈를 뿌려요."], ["part 50", "rest "]),
        ("치즈 100g", ["치즈를 반만 넣어요.", "치즈 나머지를 뿌려요."], ["part 50", "rest "]),
        ("육수 3컵", ["육수의 3분의 1을 부어요.", "남은 육수를 부어요."], ["part 1", "rest "]),
        ("양파 2개", ["양파를 반으로 썰어요.", "양파를 절반으로 잘라요."], ["all ", "all "]),
        ("양파 2개", ["양파 반 개를 넣어요.", "남은 양파를 넣어요."], ["part 1/2", "rest "]),
    ],
)  # fmt: skip
def test_half_is_half_and_the_rest_the_rest(line: str, steps: list[str], shares: list[str]) -> None:
    found = taken(cooked([line], steps))
    assert [f"{share} {amount}" for step in found for _, share, amount in step] == shares


def test_half_is_spoken_as_half() -> None:
    recipe = cooked(["1 1/2 cups grated parmesan"], ["Beat in half the parmesan."])
    assert "¾ cup" in step_sentences(recipe, 1, Fraction(1))[-1]
    assert "1½ cups" in step_sentences(recipe, 1, Fraction(2))[-1]


@pytest.mark.parametrize(
    ("lines", "step", "names"),
    [
        (["1 large red onion", "1 small white onion", "1 tsp onion powder"], "Sweat both onions.", ["large red onion", "small white onion"]),
        (["4-5 green cardamoms", "1 black cardamom", "1 bay leaf"], "Add both the cardamoms and the bay leaf.", ["bay leaf", "black cardamom", "green cardamoms"]),
        (["1 red onion", "1 white onion"], "Fry all the onions.", ["red onion", "white onion"]),
        (["1 red onion", "1 white onion"], "Fry the red onion.", ["red onion"]),
        (["적양파 1개", "양파 1개", "대파 1대"], "양파 두 종류 모두 넣어요.", ["양파", "적양파"]),
        (["국간장 1큰술", "진간장 1큰술"], "두 가지 간장을 넣어요.", ["국간장", "진간장"]),
        (["국간장 1큰술", "간장 1큰술", "설탕 1큰술"], "설탕과 간장을 모두 넣어요.", ["간장", "설탕"]),
    ],
)  # fmt: skip
def test_both_are_all_of_that_name(lines: list[str], step: str, names: list[str]) -> None:
    recipe = cooked(lines, [step])
    assert sorted(recipe.ingredient(use.ingredient).name for use in recipe.steps[0].uses) == names


@pytest.mark.parametrize(
    ("line", "steps", "left"),
    [
        ("3 tbsp butter", ["Melt 2 tbsp of the butter.", "Stir.", "Melt the remaining butter."], ["3", "1", "1", "0"]),
        ("3 tbsp butter", ["Melt 3 tsp of the butter.", "Add half of the remaining butter."], ["3", "2", None]),
        ("100 g sugar", ["Mix half the sugar in.", "Add 1 cup of the sugar."], ["100", "50", None]),
        ("salt to taste", ["Add the salt."], [None, None]),
        ("국간장 3큰술", ["국간장 1큰술을 넣어요.", "국간장 2큰술을 넣어요."], ["3", "2", "0"]),
        ("4-5 eggs", ["Beat 2 eggs.", "Add the rest of the eggs."], ["4-5", "2-3", "0"]),
    ],
)
def test_what_is_left(line: str, steps: list[str], left: list[str | None]) -> None:
    recipe = cooked([line], steps)
    found = [left_of(recipe, recipe.ingredients[0].id, done) for done in range(len(steps) + 1)]
    assert [one and (f"{one.low}-{one.high}" if one.high else str(one.low)) for one in found] == left


@pytest.mark.parametrize(
    ("line", "step", "aliases"),
    [
        ("1/2 tsp turmeric (haldi)", "Stir in the haldi.", ("haldi",)),
        ("3/4 cup thick curd (plain yoghurt)", "Whisk the yoghurt.", ("plain yoghurt",)),
        ("2 scallions (spring onions/green onions)", "Scatter the spring onions.", ("spring onions", "green onions")),
        ("돼지고기(목살) 300g", "목살을 볶아요.", ("목살",)),
        ("돼지고기(pork) 300g", "돼지고기를 볶아요.", ("pork",)),
    ],
)
def test_a_name_in_brackets_is_a_name(line: str, step: str, aliases: tuple[str, ...]) -> None:
    recipe = cooked([line], [step])
    assert recipe.ingredients[0].aliases == aliases
    assert [use.ingredient for use in recipe.steps[0].uses] == [recipe.ingredients[0].id]


@pytest.mark.parametrize(
    "line",
    [
        "1 cup butter (or margarine)", "2 cups flour (all-purpose)", "1 onion (large)", "1 block tofu (firm)",
        "1 onion (finely chopped)", "1 can (14.5 oz) tomatoes", "parsley (for garnish)", "milk (room temperature)",
        "양파(중간 크기) 1개", "깨(고명용) 약간", "고추(선택) 1개", "소고기(국산) 300g", "대파(송송 썬) 1대", "두부(단단한) 1모",
    ],
)  # fmt: skip
def test_a_remark_in_brackets_is_no_name(line: str) -> None:
    assert cooked([line], ["Stir."]).ingredients[0].aliases == ()


@pytest.mark.parametrize(
    ("line", "scale", "said"),
    [
        ("1 (14.5-oz) can chopped tomatoes", 1, "1 can (14.5 oz) of chopped tomatoes"),
        ("1 (14.5-oz) can chopped tomatoes", 2, "2 cans (14.5 oz) of chopped tomatoes"),
        ("2 (14.5-oz) cans tomatoes", 1, "2 cans (14.5 oz) of tomatoes"),
        ("1 can (400 g) coconut milk", 1, "1 can (400 g) of coconut milk"),
        ("2 cans (15 oz each) black beans", 1, "2 cans (15 oz) of black beans"),
        ("2 x 400 g tins chickpeas", 1, "2 tins (400 g) of chickpeas"),
        ("참치 1캔(150g)", 1, "참치 150g짜리 1캔"),
        ("두부 2모(600g)", 1, "두부 2모"),
        ("우유 2컵(400ml)", 1, "우유 2컵"),
        ("1 (2-inch) piece ginger (30 g)", 1, "1 piece (30 g) of ginger"),
        ("250g/9oz lasagne sheets", 1, "250 g of lasagne sheets"),
    ],
)
def test_a_can_has_its_size(line: str, scale: int, said: str) -> None:
    recipe = cooked([line], ["넣어요." if language_of(line, Language.EN) is Language.KO else "Stir."])
    again = build(jsonld.draft(to_json(recipe), "again"), "again")
    assert again == recipe
    for one in (*recipe.ingredients, *again.ingredients):
        assert ingredient_text(one, Fraction(scale), recipe.language) == said
