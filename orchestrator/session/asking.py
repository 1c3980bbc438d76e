"""Questions the recipe itself answers: how much, when, how, what meanwhile, what do I need.

Every number in an answer is the recipe's, at the cook's scale. What the recipe doesn't say is said to be missing.
How long is in `lasting.py`, how hot in `heating.py`, what the tables know in `knowing.py`, units in `converting.py`.
"""

import re
from dataclasses import replace
from fractions import Fraction

from orchestrator.recipes.model import Amount, Ingredient, Recipe, Share, Step
from orchestrator.recipes.scaling import scaled
from orchestrator.session.action import Action
from orchestrator.session.decision import Decision, happened, say
from orchestrator.session.events import Asked, Focused, IngredientsRead
from orchestrator.session.mentions import Mention, mentioned
from orchestrator.session.moving import QUESTION_LASTS_S
from orchestrator.session.naming import how_it_stands
from orchestrator.session.reading import (
    IN_ONE_BREATH,
    in_threes,
    ingredient_text,
    name_in,
    parts_text,
    step_text,
    uses_of,
)
from orchestrator.session.servings import names_servings, supposed
from orchestrator.session.state import Expects, Focus, Option, Question, State, TimerState
from orchestrator.wording import phrase, sentences
from orchestrator.wording.amounts import amount_text, listed, number_text, said_amount, servings_text
from shared.kitchen.intents import Intent
from shared.kitchen.language import Language

#: Verbs of getting things ready, which may be done while something simmers.
PREPARING = re.compile(
    r"썰|다지|다진다|씻|헹|벗기|벗겨|손질|섞어|재워|재운|불려|꺼내|준비|갈아|으깨|"
    r"\b(?:chop|slice|dice|mince|grate|peel|wash|rinse|whisk|mix|measure|combine|cut|drain|trim|prepare|set the table)",
    re.IGNORECASE,
)
_AMOUNT = re.compile(r"얼마|몇|\bhow (?:much|many)\b", re.IGNORECASE)
#: A step that is itself done while something else goes on: "미역을 불리는 동안", "While the rice cooks".
_WHILE = re.compile(r"[가-힣](?:는|은)\s*동안|그\s*동안|^\s*(?:while|meanwhile)\b", re.IGNORECASE)


def amount(state: State, action: Action, now: float) -> Decision:
    """ "간장 얼마나?": this step's share first, and the whole amount when that is another."""
    recipe = state.recipe
    assert recipe is not None
    found = _meant(state, action)
    if isinstance(found, Decision):
        return found
    focus = happened(Focused(Focus(Intent.INGREDIENT_AMOUNT, found[0].id, state.focus.timer)))
    scale = supposed(state, action.text)
    if scale is None and recipe.servings is None and names_servings(action.text):
        return focus + say(phrase("servings_unknown", action.language))
    if scale is not None and scale != state.place.scale:
        return focus + say(*(_how_much_then(recipe, one, scale, action.language) for one in found))
    return focus + say(*(_how_much(state, recipe, one, action.language) for one in found))


def supposes(state: State, action: Action) -> bool:
    """ "4인분이면 고추장 얼마나?", "how much flour if I make it for six?": asks, and changes nothing."""
    if state.recipe is None or not _AMOUNT.search(action.text) or _mention(state, action) is None:
        return False
    return supposed(state, action.text) is not None


def meanwhile(state: State, action: Action, now: float) -> Decision:
    """While something simmers: later steps that need nothing of what is not done yet."""
    recipe, step, language = state.recipe, state.step, action.language
    assert recipe is not None
    assert step is not None
    going = _still_going(state, recipe, step)
    ahead = [later for later in recipe.steps[step.number :] if _can_start(later, step, recipe, going)][:2]
    here = phrase("meanwhile_here", language) if _WHILE.search(step.text) else ""
    if not ahead and here:
        return say(here)
    if not ahead:
        running = [timer for timer in state.live_timers if timer.state is TimerState.RUNNING]
        standing = (how_it_stands(timer, language, now) for timer in running[:1])
        return say(phrase("nothing_meanwhile", language), *standing)
    said = [here, phrase("meanwhile", language)]
    for later in ahead:
        text = sentences(step_text(later, recipe, state.place.scale), recipe.language)[0]
        said.append(phrase("step_says", language, n=later.number, text=text))
    return say(*said)


def ingredients(state: State, action: Action, now: float, *, start: int = 0) -> Decision:
    """In threes, because nobody keeps ten things in mind. "이 단계 재료" lists only what this step takes."""
    recipe, step, language = state.recipe, state.step, action.language
    assert recipe is not None
    if not recipe.ingredients:
        return say(phrase("no_ingredients", language))
    if start == 0 and step is not None and step.uses and _THIS_STEP.search(action.text):
        texts = [ingredient_text(recipe.ingredient(u.ingredient), state.place.scale, language, u) for u in step.uses]
        return say(phrase("ingredients_here", language, list=listed(texts, language)))
    upto = min(start + IN_ONE_BREATH, len(recipe.ingredients))
    said = [in_threes(recipe, start, state.place.scale, language) + "."]
    if start == 0:
        said.insert(0, phrase("ingredients", language, count=len(recipe.ingredients)))
    read = happened(IngredientsRead(upto))
    if upto == len(recipe.ingredients):
        return read + say(*said, phrase("that_is_all", language) if start else "")
    more = Question("more_ingredients", Expects.CONFIRMATION, now + QUESTION_LASTS_S, yes=(MORE_INGREDIENTS,))
    more = replace(more, yes=(replace(MORE_INGREDIENTS, language=language),))
    return read + happened(Asked(more)) + say(*said, phrase("more_ingredients", language))


#: What "yes" means after "shall I read on?"; `confirmed` tells it from asking for the list anew.
MORE_INGREDIENTS = Action(Intent.LIST_INGREDIENTS, confirmed=True)
_THIS_STEP = re.compile(
    r"(?:이번|이|지금|여기)\s*(?:단계|순서|에)|\bthis step\b|\bright now\b|\bfor this\b", re.IGNORECASE
)


def list_ingredients(state: State, action: Action, now: float) -> Decision:
    start = state.ingredients_read if action.confirmed else 0
    return ingredients(state, action, now, start=start)


def _how_much(state: State, recipe: Recipe, one: Ingredient, language: Language) -> str:
    scale = state.place.scale
    name = name_in(one, language)
    if one.amount is None:
        return phrase("amount_unsaid", language, name=name)
    whole = amount_text(scaled(one.amount, scale), language)
    if one.amount.low is None:
        return phrase("amount_words", language, name=name, amount=whole)

    def said(key: str, part: Amount = one.amount, **words: object) -> str:
        amount = said_amount(name, scaled(part, scale), language)
        return phrase(key, language, name=name, amount=amount, whole=whole, **words)

    taking = uses_of(recipe, one.id)
    here = next((use for step, use in taking if step.number == state.place.step), None)
    if here is None and (parts := parts_text(taking, scale, language)):
        return phrase("amount_parts", language, name=name, list=parts)
    if here is None:
        later = next((step.number for step, _ in taking if step.number > state.place.step), None)
        if later is not None and state.place.begun:
            return said("amount_later", n=later)
        return said("amount_total")
    if here.share is Share.ALL and len(taking) <= 1:
        return said("amount_here")
    if here.amount is not None and here.amount != one.amount:
        return said("amount_part", here.amount)
    if here.share is Share.REST:
        return said("amount_rest")
    if here.share is Share.UNSAID and any(use.share is Share.ALL for _, use in taking):
        return said("amount_total")
    if here.share is Share.UNSAID:
        return said("amount_unsaid_here")
    return said("amount_here")


def _how_much_then(recipe: Recipe, one: Ingredient, scale: Fraction, language: Language) -> str:
    """How much it would be at another scale than today's."""
    name = name_in(one, language)
    if one.amount is None:
        return phrase("amount_unsaid", language, name=name)
    amount = said_amount(name, scaled(one.amount, scale), language)
    if recipe.servings is None:
        return phrase("amount_at_factor", language, factor=number_text(scale), name=name, amount=amount)
    servings = servings_text(recipe.servings * scale, language)
    return phrase("amount_at_servings", language, servings=servings, name=name, amount=amount)


def _meant(state: State, action: Action) -> list[Ingredient] | Decision:
    """The ingredients asked for: named in the words or the slot, or the one just talked about ("그거 얼마나?")."""
    found = _mention(state, action)
    assert state.recipe is not None
    if found is not None and found.ingredients:
        if found.unsure and len(found.ingredients) > 2:
            return _one_of(action, found.ingredients)
        return list(found.ingredients[:3])
    if action.slots.ingredient:
        return say(phrase("not_in_recipe", action.language, name=action.slots.ingredient))
    if state.focus.ingredient is not None:
        return [state.recipe.ingredient(state.focus.ingredient)]
    here = [state.recipe.ingredient(use.ingredient) for use in state.step.uses] if state.step else []
    if 1 <= len(here) <= 3:
        return here
    return _which_ingredient(action, 0.0)


def _mention(state: State, action: Action) -> Mention | None:
    if state.recipe is None:
        return None
    return mentioned(state.recipe, action.text, action.slots.ingredient, here=state.step)


def _one_of(action: Action, found: tuple[Ingredient, ...]) -> Decision:
    options = tuple(
        Option(one.name, (replace(action, text=one.name, slots=replace(action.slots, ingredient=one.name)),))
        for one in found[:4]
    )
    asked = Question("which_ingredient", Expects.CHOICE, float("inf"), options=options)
    names = listed([one.label for one in options], action.language)
    return happened(Asked(asked)) + say(phrase("which_of", action.language, list=names))


def _which_ingredient(action: Action, now: float) -> Decision:
    return say(phrase("which_ingredient", action.language))


def _still_going(state: State, recipe: Recipe, current: Step) -> frozenset[int]:
    """The steps that aren't done: this one, those whose timer runs, and what this one is done "while"."""
    timed = {timer.step for timer in state.live_timers if timer.state is TimerState.RUNNING and timer.step is not None}
    before = recipe.steps[: current.number - 1] if _WHILE.search(current.text) else ()
    waited_for = [one.number for one in before if one.times][-1:]
    return frozenset({current.number, *timed, *waited_for})


def _can_start(later: Step, current: Step, recipe: Recipe, going: frozenset[int]) -> bool:
    if later.needs is not None:
        return all(needed < current.number and needed not in going for needed in later.needs)
    if later.heats or later.times or not PREPARING.search(later.text):
        return False
    undone = {*going, *range(current.number, later.number)}
    busy = {use.ingredient for number in undone for use in recipe.step(number).uses}
    mine = {use.ingredient for use in later.uses}
    return bool(mine) and not busy & mine
