"""From a draft to a recipe: which ingredient a line means, which ingredients a step takes, its times and heats.

Reading amounts, times and names is `shared.kitchen`'s work; this only ties what it finds together.
"""

import re
import unicodedata
from dataclasses import replace

from orchestrator.recipes.cues import heats_in, times_in
from orchestrator.recipes.draft import Draft, DraftIngredient, DraftStep
from orchestrator.recipes.lines import Heading, read_line
from orchestrator.recipes.model import Ingredient, Recipe, Step, TimeCue, Use
from orchestrator.recipes.trouble import RecipeTrouble
from orchestrator.recipes.uses import shared_out, uses_in
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
    ingredients = _ingredients(draft.ingredients, language)
    steps = [_step(step, number, ingredients, language, where) for number, step in enumerate(draft.steps, start=1)]
    derived = {number for number, step in enumerate(draft.steps, start=1) if step.uses is None}
    steps = shared_out(steps, ingredients, derived)
    _check_ties(steps, ingredients, where)
    return Recipe(
        id=draft.id or slug(title),
        title=title,
        language=language,
        steps=tuple(steps),
        ingredients=ingredients,
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
    text = _CONTROL.sub("", unicodedata.normalize("NFC", text[:LONGEST_TEXT]).replace("\n", " "))
    return _SPACES.sub(" ", text).strip()


def slug(title: str) -> str:
    """'Tomato Soup!' -> 'tomato-soup', '김치찌개' -> '김치찌개': a name for files and for the command line."""
    words = re.findall(r"[0-9a-z가-힣]+", unicodedata.normalize("NFC", title).lower())
    return "-".join(words)[:60] or "recipe"


def _ingredients(drafts: list[DraftIngredient], language: Language) -> tuple[Ingredient, ...]:
    found: list[Ingredient] = []
    group = ""
    for one in drafts:
        if one.ready is not None:
            read = one.ready
        else:
            line = read_line(clean(one.text), language)
            if isinstance(line, Heading):
                group = line.text
                continue
            read = replace(
                line, id=slug(line.name), group=line.group or one.group or group, aliases=one.aliases or line.aliases
            )
        taken = {other.id for other in found}
        if read.id in taken:
            read = replace(read, id=next(f"{read.id}-{n}" for n in range(2, 999) if f"{read.id}-{n}" not in taken))
        found.append(read)
    return tuple(found)


def _step(draft: DraftStep, number: int, ingredients: tuple[Ingredient, ...], language: Language, where: str) -> Step:
    text = clean(draft.text)
    if not text:
        raise RecipeTrouble(where, f"step {number} has no text")
    title, section = clean(draft.title), clean(draft.section)
    moved = text != draft.text and (draft.uses or draft.times)
    if moved and draft.text.strip() != text:
        # Positions were counted in a text that had to be cleaned: keep what was tied, forget where it stood.
        draft = replace(
            draft,
            uses=tuple(replace(use, start=None, end=None) for use in draft.uses or ()),
            times=tuple(replace(cue, start=None, end=None) for cue in draft.times or ()),
        )
    times = draft.times if draft.times is not None else times_in(text, title, section, language)
    if not times and draft.minutes:
        times = (TimeCue(draft.minutes * 60, label=title),)
    return Step(
        number=number,
        text=text,
        title=title,
        section=section,
        uses=draft.uses if draft.uses is not None else uses_in(text, ingredients, draft.ingredients, language),
        times=times,
        heats=draft.heats if draft.heats is not None else heats_in(text),
        tools=draft.tools,
        tip=clean(draft.tip),
        needs=draft.needs,
    )


def _check_ties(steps: list[Step], ingredients: tuple[Ingredient, ...], where: str) -> None:
    """A file may say what it likes; a step may only take what the recipe has, from where it stands in its text."""
    known = {one.id for one in ingredients}
    for step in steps:
        use: Use
        for use in step.uses:
            if use.ingredient not in known:
                raise RecipeTrouble(
                    where, f"step {step.number} takes an ingredient the recipe hasn't: {use.ingredient}"
                )
            if use.start is not None and not 0 <= use.start < (use.end or 0) <= len(step.text):
                raise RecipeTrouble(where, f"step {step.number}: an amount stands outside the step's text")
        for needed in step.needs or ():
            if not 1 <= needed <= len(steps) or needed == step.number:
                raise RecipeTrouble(where, f"step {step.number} needs step {needed}, which there isn't")
        if any(cue.low_s <= 0 or (cue.high_s is not None and cue.high_s < cue.low_s) for cue in step.times):
            raise RecipeTrouble(where, f"step {step.number} has a time that can't be")
