"""Which of the recipe's ingredients somebody names, with the ones of the present step preferred when two fit."""

from collections.abc import Sequence
from dataclasses import dataclass

from orchestrator.recipes.model import Ingredient, Recipe, Step
from shared.kitchen.ingredient_names import Ambiguous, Found, find_ingredients


@dataclass(frozen=True, slots=True)
class Mention:
    ingredients: tuple[Ingredient, ...]
    unsure: bool = False  # one word fits several


def mentioned(recipe: Recipe, text: str, slot: str | None, here: Step | None = None) -> Mention | None:
    """The ingredients named in the words, else in the slot. None: nobody named anything of this recipe."""
    for said in filter(None, (text, slot)):
        found = find_ingredients(said, recipe.ingredients)
        if found:
            return _mention(recipe, found, here)
    return None


def only_named(recipe: Recipe, text: str, here: Step | None = None) -> Mention | None:
    """ "설탕", "the brown sugar": an ingredient and nothing else but one describing word before it."""
    found = find_ingredients(text, recipe.ingredients)
    if len(found) != 1 or text[found[0].end :].strip() or len(text[: found[0].start].split()) > 1:
        return None
    return _mention(recipe, found, here)


def _mention(recipe: Recipe, found: Sequence[Found | Ambiguous], here: Step | None) -> Mention:
    indexes = [index for one in found for index in one.indexes]
    ingredients = tuple(dict.fromkeys(recipe.ingredients[index] for index in indexes))
    unsure = len(found) == 1 and isinstance(found[0], Ambiguous)
    return _preferred(ingredients, unsure, here)


def _preferred(ingredients: tuple[Ingredient, ...], unsure: bool, here: Step | None) -> Mention:
    if unsure and here is not None:
        mine = {use.ingredient for use in here.uses}
        of_this_step = tuple(one for one in ingredients if one.id in mine)
        if len(of_this_step) == 1:
            return Mention(of_this_step)
    return Mention(ingredients, unsure)
