"""What the tables know and the recipe doesn't: kitchen words, substitutes, safety, and free questions for the model.

No number begins here: it stands in a table with its source, or the language service has checked it against the recipe.
"""

import re
from fractions import Fraction

from orchestrator.recipes.model import Recipe
from orchestrator.session import asking, emergencies
from orchestrator.session.action import Action
from orchestrator.session.decision import AskModel, Decision, do, happened, say
from orchestrator.session.events import Focused
from orchestrator.session.mentions import Mention, mentioned
from orchestrator.session.reading import step_sentences
from orchestrator.session.state import Focus, State
from orchestrator.tables import answer_from_tables, substitute_for
from orchestrator.wording import phrase, sentences
from orchestrator.wording.amounts import number_text
from shared.kitchen.intents import Intent
from shared.kitchen.language import Language
from shared.kitchen.servings import asks_servings


def explain(state: State, action: Action, now: float) -> Decision:
    """ "어떻게 해?": a word we have an entry for, or this step once more with its tip."""
    recipe, step, language = state.recipe, state.step, action.language
    entry = answer_from_tables(action.text, language)
    if entry:
        return say(*entry)
    if recipe is None or step is None:
        return _ask_model(action)
    told = asking.how(state, action)
    if told:
        return say(*told)
    if step.tip:
        return say(*sentences(step.tip, recipe.language))
    return say(*step_sentences(recipe, step.number, state.place.scale))


def substitute(state: State, action: Action, now: float) -> Decision:
    language = action.language
    found = _named(state, action)
    names = [one.name for one in found.ingredients] if found is not None else []
    if not names and action.slots.ingredient:
        names = [action.slots.ingredient]
    if not names and state.focus.ingredient is not None and state.recipe is not None:
        names = [state.recipe.ingredient(state.focus.ingredient).name]
    if not names:
        return say(phrase("which_ingredient", language))
    aliases = found.ingredients[0].aliases if found is not None and found.ingredients else ()
    said = substitute_for((names[0], *aliases), language)
    focus = Decision()
    if found is not None and found.ingredients:
        focus = happened(Focused(Focus(Intent.SUBSTITUTE, found.ingredients[0].id, state.focus.timer)))
        if not said and found.ingredients[0].optional:
            return focus + say(phrase("optional_leave_out", language, name=names[0]))
    if said:
        return focus + say(*said)
    return focus + say(phrase("no_substitute", language, name=names[0]))


def question(state: State, action: Action, now: float) -> Decision:
    """A free question: our tables first, then what the step says to look for, then the model."""
    if action.slots.query in emergencies.KINDS:
        return say(*emergencies.script(action.slots.query, action.language))
    if asking.asks_when(state, action):
        return asking.when(state, action)
    entry = answer_from_tables(action.text, action.language)
    if entry:
        return say(*entry)
    if state.step is not None and _DONENESS.search(action.text):
        untils = [phrase("until", action.language, until=cue.until) for cue in state.step.times if cue.until]
        if untils:
            return say(*untils)
    if state.recipe is not None and asks_servings(action.text):
        return say(_serves(state.recipe, state.place.scale, action.language))
    return _ask_model(action)


def _serves(recipe: Recipe, scale: Fraction, language: Language) -> str:
    if recipe.servings is None:
        return phrase("servings_unknown", language)
    return phrase("serves", language, servings=number_text(recipe.servings * scale))


_DONENESS = re.compile(
    r"다 익|익었|익은|다 됐는지|언제까지|\bdone\b|\bready\b|\bcooked\b|how do i know|can i tell", re.IGNORECASE
)


def _ask_model(action: Action) -> Decision:
    return do(AskModel(action.text))


def _named(state: State, action: Action) -> Mention | None:
    if state.recipe is None:
        return None
    return mentioned(state.recipe, action.text, action.slots.ingredient, here=state.step)
