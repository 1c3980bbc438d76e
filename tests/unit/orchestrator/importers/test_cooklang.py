"""Cooklang in and out: the cases of its specification in our own words, Korean ones beside them."""

from fractions import Fraction
from pathlib import Path

import pytest

from orchestrator.importers import cooklang
from orchestrator.importers.reading import read_recipe_file
from orchestrator.recipes.draft import Draft, DraftIngredient, DraftStep
from orchestrator.recipes.model import Amount, Recipe, Wait
from orchestrator.recipes.shelf import BUNDLED, load_native
from orchestrator.recipes.structure import build


def read(text: str) -> Recipe:
    return build(cooklang.draft(text, "x.cook", name="x"), "x.cook")


@pytest.mark.parametrize(
    ("text", "shown", "names", "amounts"),
    [
        ("Add @salt.", "Add salt.", ["salt"], [None]),
        ("Add @thyme⁂ then stir", "Add thyme⁂ then stir", ["thyme"], [None]),
        ("Write to @ someone{}", "Write to @ someone{}", [], []),
        ("Add @milk{1 / 2 %cup}", "Add milk", ["milk"], [Amount(Fraction(1, 2), unit="cup")]),
        ("Use @flour{01/2%cup}", "Use flour", ["flour"], [Amount(unit="cup", words="01/2 cup", scalable=False)]),
        ("Add @chilli pepper{}", "Add chilli pepper", ["chilli pepper"], [None]),
        ("Add @milk{1%cup}", "Add milk", ["milk"], [Amount(Fraction(1), unit="cup")]),
        ("Add @milk{1/2%cup}", "Add milk", ["milk"], [Amount(Fraction(1, 2), unit="cup")]),
        ("Add @milk{1 1/2%cups}", "Add milk", ["milk"], [Amount(Fraction(3, 2), unit="cups")]),
        ("Add @eggs{3}", "Add eggs", ["eggs"], [Amount(Fraction(3))]),
        ("Add @tea{1.5%tsp}", "Add tea", ["tea"], [Amount(Fraction(3, 2), unit="tsp")]),
        ("Add @salt{=1%tsp}", "Add salt", ["salt"], [Amount(Fraction(1), unit="tsp", scalable=False)]),
        ("Add @pepper{a few}", "Add pepper", ["pepper"], [Amount(words="a few", scalable=False)]),
        ("Add @peanuts{2-3%g}", "Add peanuts", ["peanuts"], [Amount(Fraction(2), Fraction(3), "g")]),
        ("@소금{}을 넣고 @간장{2%큰술}을 부어요", "소금을 넣고 간장을 부어요", ["소금", "간장"], [None, Amount(Fraction(2), unit="큰술")]),
        ("@다진 마늘{1/2%큰술}(국산)을", "다진 마늘을", ["다진 마늘"], [Amount(Fraction(1, 2), unit="큰술")]),
        ("mail a@b.c and # nothing", "mail ab.c and # nothing", ["b"], [None]),
        ("Add @salt and @ground pepper{} and @oil{1%tbsp}", "Add salt and ground pepper and oil", ["salt", "ground pepper", "oil"], [None, None, Amount(Fraction(1), unit="tbsp")]),
    ],
)  # fmt: skip
def test_ingredients(text: str, shown: str, names: list[str], amounts: list[Amount | None]) -> None:
    recipe = read(text)
    assert recipe.steps[0].text == shown
    assert [one.name for one in recipe.ingredients] == names
    assert [one.amount for one in recipe.ingredients] == amounts


@pytest.mark.parametrize(
    ("text", "shown", "low", "high", "label"),
    [
        ("Fry for ~{10%minutes}", "Fry for 10 minutes", 600, None, ""),
        ("Fry for ~{1/2%hour}", "Fry for 1/2 hour", 1800, None, ""),
        ("Boil ~eggs{3%minutes}", "Boil 3 minutes", 180, None, "eggs"),
        ("Rest ~{25-30%minutes}", "Rest 25-30 minutes", 1500, 1800, ""),
        ("~밥{15%분} 지어요", "15분 지어요", 900, None, "밥"),
        ("~{1%시간} 재워요", "1시간 재워요", 3600, None, ""),
    ],
)
def test_timers(text: str, shown: str, low: int, high: int | None, label: str) -> None:
    step = read(text).steps[0]
    assert step.text == shown
    assert [(cue.low_s, cue.high_s, cue.label) for cue in step.times] == [(low, high, label)]


def test_a_timer_that_names_no_time_is_no_timer() -> None:
    assert read("Wait ~{a while%sometime}").steps[0].times == ()


def test_structure() -> None:
    recipe = read(
        "---\ntitle: 밥\nservings: 2\nlocale: ko\ntags: [쌀, 밥]\n---\n>> source: https://example.org/x\n= 준비\n@쌀{1%컵}을 씻어\n물에 담가요.\n\n"
        "> 묵은 쌀은 더 오래요\n\n== 짓기 ==\n#냄비{}에 넣고 ~{12%분} 지어요. -- 뚜껑\n\n[- 나중에\n씀 -]쌀을 담아요."
    )
    assert (recipe.title, recipe.servings, recipe.keywords) == ("밥", 2, ("쌀", "밥"))
    assert recipe.source.url == "https://example.org/x"
    assert [(step.section, step.text) for step in recipe.steps] == [
        ("준비", "쌀을 씻어 물에 담가요."),
        ("짓기", "냄비에 넣고 12분 지어요."),
        ("짓기", "쌀을 담아요."),
    ]
    assert recipe.steps[1].tools == ("냄비",)
    assert recipe.notes == ("묵은 쌀은 더 오래요",)


def test_the_same_ingredient_twice_adds_up() -> None:
    recipe = read("Add @sugar{1%tbsp}.\n\nAdd @sugar{2%tbsp} more.")
    assert [one.amount for one in recipe.ingredients] == [Amount(Fraction(3), unit="tbsp")]
    assert [step.uses[0].amount for step in recipe.steps] == [
        Amount(Fraction(1), unit="tbsp"),
        Amount(Fraction(2), unit="tbsp"),
    ]


@pytest.mark.parametrize("path", sorted(BUNDLED.glob("*.json")), ids=lambda path: path.stem)
def test_every_bundled_recipe_survives_the_way_there_and_back(path: Path, tmp_path: Path) -> None:
    recipe = load_native(path)
    file = tmp_path / f"{path.stem}.cook"
    file.write_text(cooklang.write(recipe), encoding="utf-8")
    again = read_recipe_file(file)
    assert (again.id, again.title, again.language, again.servings) == (
        recipe.id,
        recipe.title,
        recipe.language,
        recipe.servings,
    )
    assert len(again.steps) == len(recipe.steps)
    assert [[(c.low_s, c.high_s) for c in step.times] for step in again.steps] == [[(c.low_s, c.high_s) for c in step.times] for step in recipe.steps]  # fmt: skip
    taken = {use.ingredient for step in recipe.steps for use in step.uses}
    wanted = {one.name: one.amount and one.amount.low for one in recipe.ingredients if one.id in taken}
    found = {one.name: one.amount and one.amount.low for one in again.ingredients}
    assert found == wanted


def test_what_is_taken_in_parts_adds_up_to_the_whole_again() -> None:
    lines = [DraftIngredient("1 1/2 cups parmesan"), DraftIngredient("3 tbsp butter")]
    steps = [
        DraftStep("Beat half the parmesan with 2 tbsp butter."),
        DraftStep("Add the rest of the parmesan and the remaining butter."),
    ]
    again = read(cooklang.write(build(Draft("Dish", lines, steps, makes="12 buns"), "x")))
    assert (again.servings, again.makes) == (None, "12 buns")
    assert {one.name: one.amount and one.amount.low for one in again.ingredients} == {
        "parmesan": Fraction(3, 2),
        "butter": Fraction(3),
    }


@pytest.mark.parametrize(
    ("text", "kind", "until"),
    [
        ("Bake for ~{22%minutes} until golden.", Wait.PASSIVE, "golden"),
        ("Cool for ~{15%minutes}.", Wait.REST, ""),
        ("Sear ~{3%minutes} on each side.", Wait.PER_SIDE, ""),
        ("노릇해질 때까지 ~{10%분} 구워요.", Wait.PASSIVE, "노릇해질 때"),
    ],
)
def test_a_marked_time_has_what_stands_beside_it(text: str, kind: Wait, until: str) -> None:
    assert [(cue.kind, cue.until) for cue in read(text).steps[0].times] == [(kind, until)]
