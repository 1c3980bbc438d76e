"""The bundled recipes: whole, derived as a cook would read them, and the same after a round trip."""

import json
from fractions import Fraction
from pathlib import Path

import pytest

from orchestrator.importers import jsonld
from orchestrator.recipes.check import findings
from orchestrator.recipes.model import Share, Wait
from orchestrator.recipes.native import content_hash, to_json
from orchestrator.recipes.shelf import BUNDLED, Shelf, load_native
from orchestrator.recipes.structure import build
from orchestrator.session.reading import step_sentences
from shared.kitchen.language import Language

PATHS = sorted(BUNDLED.glob("*.json"))


def test_twelve_in_two_languages(tmp_path: Path) -> None:
    cards = Shelf(tmp_path).cards()
    assert len(cards) >= 12
    assert {card.language for card in cards} == {Language.KO, Language.EN}


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_a_cook_stumbles_over_nothing(path: Path) -> None:
    recipe = load_native(path)
    assert recipe.id == path.stem
    assert recipe.source.licence == "CC0-1.0"
    serious = [one for one in findings(recipe) if "takes more" in one or "is long" in one]
    assert not serious
    assert any(step.times for step in recipe.steps)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_what_we_write_is_what_we_read(path: Path) -> None:
    recipe = load_native(path)
    again = build(jsonld.draft(json.loads(json.dumps(to_json(recipe))), "again"), "again")
    assert again == recipe
    assert content_hash(again) == content_hash(recipe)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
@pytest.mark.parametrize("scale", [Fraction(1, 2), Fraction(1), Fraction(3, 2), Fraction(4)])
def test_every_step_can_be_read_at_every_scale(path: Path, scale: Fraction) -> None:
    recipe = load_native(path)
    for step in recipe.steps:
        said = step_sentences(recipe, step.number, scale)
        assert said
        assert str(step.number) in said[0]
        longest = 17 if recipe.language is Language.KO else 28
        assert all(len(sentence.split()) <= longest for sentence in said), said


def test_derived_structure_of_one_recipe() -> None:
    recipe = load_native(BUNDLED / "miyeokguk.json")
    soy = {step.number: use for step in recipe.steps for use in step.uses if use.ingredient == "국간장"}
    assert [(number, use.share, use.amount and use.amount.low) for number, use in soy.items()] == [
        (2, Share.PART, 1),
        (6, Share.PART, 2),
    ]
    frying = recipe.step(4).times
    assert [(cue.low_s, cue.kind, cue.label) for cue in frying] == [
        (180, Wait.ACTIVE, "볶기"),
        (300, Wait.ACTIVE, "볶기"),
    ]
    boiling = recipe.step(5)
    assert [(cue.low_s, cue.high_s) for cue in boiling.times] == [(1800, 2400)]
    assert [heat.text for heat in boiling.heats] == ["센불", "약불"]


@pytest.mark.parametrize(
    ("said", "language", "found"),
    [
        ("김치찌개", Language.KO, ["kimchi-jjigae"]),
        ("김치 찌개", Language.KO, ["kimchi-jjigae"]),
        ("찌개", Language.KO, ["doenjang-jjigae", "kimchi-jjigae"]),
        ("pancakes", Language.EN, ["pancakes"]),
        ("미역국", Language.KO, ["miyeokguk"]),
        ("마라탕", Language.KO, []),
        ("", Language.KO, []),
    ],
)
def test_finding_by_name(said: str, language: Language, found: list[str], tmp_path: Path) -> None:
    assert sorted(card.id for card in Shelf(tmp_path).find(said, language)) == found


def test_a_spoilt_file_hides_no_other(tmp_path: Path) -> None:
    (tmp_path / "bad.json").write_text("{", encoding="utf-8")
    assert len(Shelf(tmp_path).cards()) == len(PATHS)


def test_an_imported_recipe_hides_its_namesake(tmp_path: Path) -> None:
    from dataclasses import replace

    shelf = Shelf(tmp_path)
    shelf.keep(replace(load_native(BUNDLED / "pancakes.json"), title="My Pancakes"))
    assert shelf.load("pancakes").title == "My Pancakes"
    assert sum(card.id == "pancakes" for card in shelf.cards()) == 1
