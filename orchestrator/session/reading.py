"""How a recipe sounds: a step with its amounts at today's scale, an ingredient, a list in threes.

Only the recipe's own words and numbers. What is said about them (frames, questions) is in `wording/`.
"""

from collections.abc import Sequence
from fractions import Fraction

from orchestrator.recipes.model import Ingredient, Recipe, Share, Step, TimeCue, Use
from orchestrator.recipes.scaling import scaled
from orchestrator.wording import phrase, sentences
from orchestrator.wording.amounts import amount_of, amount_text, duration_text, listed
from shared.kitchen.glossary import entries
from shared.kitchen.ingredient_concepts import english_words, lexicon
from shared.kitchen.language import Language, language_of

IN_ONE_BREATH = 3  # ingredients a listener keeps


def step_sentences(recipe: Recipe, number: int, scale: Fraction) -> tuple[str, ...]:
    """The step as it is read aloud: the part it opens, its number, its text at this scale, the amounts that it leaves
    out."""
    step, language = recipe.step(number), recipe.language
    chunks = sentences(step_text(step, recipe, scale), language)
    first = phrase("step", language, n=number, text=chunks[0])
    return (*_part_opened(step, recipe), first, *chunks[1:], *unsaid_amounts(step, recipe, scale))


def _part_opened(step: Step, recipe: Recipe) -> tuple[str, ...]:
    """ "For the sauce.": where a recipe has parts, the first step of each says its name."""
    before = recipe.step(step.number - 1).section if step.number > 1 else ""
    parts = {one.section for one in recipe.steps}
    return (f"{step.section.rstrip(' .:')}.",) if step.section not in ("", before) and len(parts) > 1 else ()


def step_text(step: Step, recipe: Recipe, scale: Fraction) -> str:
    """The step's own text, with the amounts that stand in it at this scale. Times and temperatures stay."""
    if scale == 1:
        return step.text
    text = step.text
    spans = [use for use in step.uses if use.start is not None and use.amount is not None]
    for use in sorted(spans, key=lambda one: one.start or 0, reverse=True):
        assert use.amount is not None
        text = text[: use.start] + amount_text(scaled(use.amount, scale), recipe.language) + text[use.end :]
    return text


def unsaid_amounts(step: Step, recipe: Recipe, scale: Fraction) -> tuple[str, ...]:
    """ "간장 2큰술, 설탕 1큰술이에요": for the ingredients whose amount the step's text doesn't give."""
    said_before = {use.ingredient for earlier in recipe.steps[: step.number - 1] for use in earlier.uses}
    missing = [
        use
        for use in step.uses
        if use.start is None
        and use.share in (Share.ALL, Share.PART)
        and use.ingredient not in said_before
        and _amount(use, recipe) is not None
    ]
    if not missing:
        return ()
    pieces = [ingredient_text(recipe.ingredient(use.ingredient), scale, recipe.language, use) for use in missing]
    groups = [pieces[at : at + IN_ONE_BREATH] for at in range(0, len(pieces), IN_ONE_BREATH)]
    return tuple(phrase("amounts", recipe.language, list=listed(group, recipe.language)) for group in groups)


def ingredient_text(ingredient: Ingredient, scale: Fraction, language: Language, use: Use | None = None) -> str:
    """'간장 2큰술', '2 tablespoons of soy sauce'."""
    amount = (use.amount if use is not None else None) or ingredient.amount
    if amount is None:
        return name_in(ingredient, language)
    return amount_of(name_in(ingredient, language), scaled(amount, scale), language)


def name_in(ingredient: Ingredient, language: Language) -> str:
    """What it is called in the language that is spoken, when the recipe knows; else its own name."""
    names = (ingredient.name, *ingredient.aliases, *same_in(ingredient.name, language))
    return next((name for name in names if language_of(name, language) is language), ingredient.name)


def same_in(name: str, language: Language) -> tuple[str, ...]:
    """What the glossary calls it in the other language, when the whole name stands there."""
    korean, english = lexicon()
    concept = korean.get(name.replace(" ", "")) or english.get(english_words(name))
    if concept is None:
        return ()
    return (entries()[concept].korean if language is Language.KO else entries()[concept].english)[:1]


def in_threes(recipe: Recipe, start: int, scale: Fraction, language: Language) -> str:
    part = recipe.ingredients[start : start + IN_ONE_BREATH]
    return listed([_listed_ingredient(one, scale, language) for one in part], language)


def cue_text(cue: TimeCue, language: Language) -> str:
    """'10분에서 15분', 'for 10 to 15 minutes' without what it is for."""
    return duration_text(cue.low_s, cue.high_s, language)


def next_sentences(recipe: Recipe, number: int, scale: Fraction) -> tuple[str, ...]:
    """What will be said if the cook goes on: synthesised ahead."""
    return step_sentences(recipe, number + 1, scale) if number < len(recipe.steps) else ()


def uses_of(recipe: Recipe, ingredient: str) -> Sequence[tuple[Step, Use]]:
    return [(step, use) for step in recipe.steps for use in step.uses if use.ingredient == ingredient]


def _amount(use: Use, recipe: Recipe) -> object:
    return use.amount or recipe.ingredient(use.ingredient).amount


def _listed_ingredient(one: Ingredient, scale: Fraction, language: Language) -> str:
    text = ingredient_text(one, scale, language)
    return phrase("optional", language, text=text) if one.optional else text


def parts_text(taking: Sequence[tuple[Step, Use]], scale: Fraction, language: Language) -> str:
    """ "2단계에 1큰술, 6단계에 2큰술": what each step takes of an ingredient that is divided; nothing of another."""
    shares = [(step, use) for step, use in taking if use.share in (Share.PART, Share.REST)]
    if len(shares) < 2 or any(use.amount is None and use.share is Share.PART for _, use in shares):
        return ""
    parts = [
        phrase("rest_in_step", language, n=step.number)
        if use.amount is None
        else phrase("part_in_step", language, n=step.number, amount=amount_text(scaled(use.amount, scale), language))
        for step, use in shares
    ]
    return listed(parts, language)
