"""What a cook would stumble over in a recipe: ingredients no step takes, amounts nobody can scale, endless steps."""

from collections.abc import Iterator

from orchestrator.recipes.model import Recipe
from shared.kitchen.language import Language

#: A step longer than this is more than a listener keeps.
MOST_WORDS = {Language.KO: 30, Language.EN: 50}


def findings(recipe: Recipe) -> list[str]:
    return [*_ingredients(recipe), *_steps(recipe)]


def _ingredients(recipe: Recipe) -> Iterator[str]:
    taken = {use.ingredient for step in recipe.steps for use in step.uses}
    groups = {one.group for one in recipe.ingredients if one.group}
    texts = " ".join(step.text for step in recipe.steps)
    for one in recipe.ingredients:
        if one.id not in taken and not (one.group in groups and one.group in texts):
            yield f"no step takes {one.name}"
        if one.amount is None:
            yield f"{one.name}: no amount"
    if not recipe.ingredients:
        yield "no ingredient list"
    if recipe.servings is None:
        yield "servings unknown: it can only be scaled by a factor"


def _steps(recipe: Recipe) -> Iterator[str]:
    whole = {one.id: one.amount for one in recipe.ingredients}
    for step in recipe.steps:
        if len(step.text.split()) > MOST_WORDS[recipe.language]:
            yield f"step {step.number} is long: {len(step.text.split())} words"
        for use in step.uses:
            amount, total = use.amount, whole[use.ingredient]
            if amount is None or total is None or amount.low is None or total.low is None:
                continue
            if amount.unit == total.unit and amount.low > (total.high or total.low):
                yield f"step {step.number} takes more {use.ingredient} than the recipe has"
