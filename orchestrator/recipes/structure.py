"""From free text to structure: which ingredient a line means, which ingredients a step takes, its times and heats.

Reading numbers, amounts and times is `shared.kitchen`'s work; this only ties what it finds together.
"""

import re
import unicodedata

from orchestrator.recipes.draft import Draft, DraftIngredient, DraftStep
from orchestrator.recipes.model import Ingredient, Recipe, Step
from orchestrator.recipes.trouble import RecipeTrouble
from shared.kitchen.language import Language, language_of

#: More than any recipe; less than what would make reading one a burden.
MOST_INGREDIENTS, MOST_STEPS, LONGEST_TEXT = 200, 200, 5_000
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_SPACES = re.compile(r"[ \t\u00a0]+")


def build(draft: Draft, where: str) -> Recipe:
    """The finished recipe, or a `RecipeTrouble` that says what the file lacks."""
    title = clean(draft.title)
    if not title:
        raise RecipeTrouble(where, "the recipe has no name")
    if not draft.steps:
        raise RecipeTrouble(where, "the recipe has no steps")
    if len(draft.steps) > MOST_STEPS or len(draft.ingredients) > MOST_INGREDIENTS:
        raise RecipeTrouble(where, f"more than {MOST_STEPS} steps or {MOST_INGREDIENTS} ingredients is no recipe")
    language = draft.language or language_of(title + " " + " ".join(step.text for step in draft.steps))
    ingredients: list[Ingredient] = []
    for one in draft.ingredients:
        read = one.ready or _ingredient(one, language)
        ingredients.append(_named_apart(read, ingredients))
    steps = [
        _step(step, number, tuple(ingredients), language, where) for number, step in enumerate(draft.steps, start=1)
    ]
    return Recipe(
        id=draft.id or slug(title),
        title=title,
        language=language,
        steps=tuple(steps),
        ingredients=tuple(ingredients),
        servings=draft.servings if draft.servings and draft.servings > 0 else None,
        makes=clean(draft.makes),
        summary=clean(draft.summary),
        total_s=draft.total_s,
        active_s=draft.active_s,
        aliases=tuple(map(clean, draft.aliases)),
        keywords=draft.keywords,
        source=draft.source,
        notes=tuple(map(clean, draft.notes)),
    )


def clean(text: str) -> str:
    """One line of readable text: composed letters, no control characters, single spaces."""
    text = _CONTROL.sub("", unicodedata.normalize("NFC", text[:LONGEST_TEXT])).replace("\n", " ")
    return _SPACES.sub(" ", text).strip()


def slug(title: str) -> str:
    """'Tomato Soup!' -> 'tomato-soup', '김치찌개' -> '김치찌개': a name for files and for the command line."""
    words = re.findall(r"[0-9a-z가-힣]+", unicodedata.normalize("NFC", title).lower())
    return "-".join(words)[:60] or "recipe"


def _ingredient(draft: DraftIngredient, language: Language) -> Ingredient:
    text = clean(draft.text)
    return Ingredient(id=slug(text), name=text, text=text, group=draft.group, aliases=draft.aliases)


def _named_apart(one: Ingredient, before: list[Ingredient]) -> Ingredient:
    taken = {other.id for other in before}
    if one.id not in taken:
        return one
    from dataclasses import replace

    return replace(one, id=next(f"{one.id}-{n}" for n in range(2, 999) if f"{one.id}-{n}" not in taken))


def _step(draft: DraftStep, number: int, ingredients: tuple[Ingredient, ...], language: Language, where: str) -> Step:
    text = clean(draft.text)
    if not text:
        raise RecipeTrouble(where, f"step {number} has no text")
    return Step(
        number=number,
        text=text,
        title=clean(draft.title),
        section=clean(draft.section),
        uses=draft.uses or (),
        times=draft.times or (),
        heats=draft.heats or (),
        tools=draft.tools,
        tip=clean(draft.tip),
        needs=draft.needs,
    )
