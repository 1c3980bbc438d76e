"""Which of the recipe's ingredients somebody names, with the ones of the present step preferred when two fit."""

import re
from dataclasses import dataclass

from orchestrator.recipes.model import Ingredient, Recipe, Step
from shared.kitchen.text import normalise, squeeze


@dataclass(frozen=True, slots=True)
class Mention:
    ingredients: tuple[Ingredient, ...]
    unsure: bool = False  # one word fits several


def mentioned(recipe: Recipe, text: str, slot: str | None, here: Step | None = None) -> Mention | None:
    """The longest names found in the slot or the words. None: nobody named anything of this recipe."""
    for said in filter(None, (slot, text)):
        found = _find(recipe, said)
        if found:
            return _preferred(found, here)
    return None


def _find(recipe: Recipe, said: str) -> list[tuple[str, Ingredient]]:
    """(the name that matched, the ingredient), exact whole names first, then names inside the words."""
    words = squeeze(normalise(said))
    latin = f" {normalise(said)} "
    known = [(name, one) for one in recipe.ingredients for name in (one.name, *one.aliases)]
    exact = [(name, one) for name, one in known if squeeze(normalise(name)) == words]
    if exact:
        return exact
    inside = [(name, one) for name, one in known if _stands_in(name, words, latin)]
    if inside:
        # '고추장' also holds '고추', '다진 마늘' holds '마늘': a name inside a longer found name is not meant.
        longest = [squeeze(normalise(name)) for name, _ in inside]
        return [
            (name, one)
            for name, one in inside
            if not any(squeeze(normalise(name)) != other and squeeze(normalise(name)) in other for other in longest)
        ]
    if len(words) >= 2:
        return [(name, one) for name, one in known if _is_part(said, name)]
    return []


def _stands_in(name: str, words: str, latin: str) -> bool:
    plain = normalise(name)
    if plain.isascii():
        return bool(re.search(rf"(?<![a-z]){re.escape(plain)}(?:e?s)?(?![a-z])", latin))
    squeezed = squeeze(plain)
    if len(squeezed) == 1:  # 파, 물, 간: only as a word of their own
        return bool(re.search(rf"(?<![가-힣]){squeezed}(?=(?:을|를|은|는|이|가|도|만|랑)?(?![가-힣]))", latin))
    return squeezed in words


def _is_part(said: str, name: str) -> bool:
    """'파' for 대파, 'soy' for soy sauce: the words are a piece of the name."""
    one, other = normalise(said), normalise(name)
    if one.isascii():
        return one in other.split()
    return squeeze(one) in squeeze(other)


def _preferred(found: list[tuple[str, Ingredient]], here: Step | None) -> Mention:
    ingredients = tuple(dict.fromkeys(one for _, one in found))
    one_word = len({name for name, _ in found}) == 1 and len(ingredients) > 1
    if len(ingredients) > 1 and here is not None:
        mine = {use.ingredient for use in here.uses}
        of_this_step = tuple(one for one in ingredients if one.id in mine)
        if len(of_this_step) == 1 and one_word:
            return Mention(of_this_step)
    return Mention(ingredients, unsure=one_word)
