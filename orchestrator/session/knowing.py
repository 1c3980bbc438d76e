"""What the tables know and the recipe doesn't: kitchen words, substitutes, safety, and free questions for the model.

No number begins here: it stands in a table with its source, or the language service has checked it against the recipe.
"""

import re
from fractions import Fraction

from orchestrator.recipes.model import Recipe
from orchestrator.session import adapting, emergencies, going_in
from orchestrator.session.action import Action
from orchestrator.session.decision import AskModel, Decision, do, happened, say
from orchestrator.session.events import Focused, Told
from orchestrator.session.mentions import Mention, mentioned
from orchestrator.session.reading import name_in, step_sentences
from orchestrator.session.state import Focus, State
from orchestrator.session.swaps import leaves_out, may_leave_out, offered_instead, some_ingredient
from orchestrator.tables import answer_from_tables
from orchestrator.wording import phrase, sentences
from orchestrator.wording.amounts import servings_text
from shared.curated.substitutions import Substitution, substitution
from shared.kitchen.glossary import ancestors, entries
from shared.kitchen.ingredient_concepts import concept_of
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
    told = going_in.how(state, action)
    if told:
        return say(*told)
    if step.tip:
        return say(*sentences(step.tip, recipe.language))
    return say(*step_sentences(recipe, step.number, state.place.scale))


def substitute(state: State, action: Action, now: float) -> Decision:
    """ "맛술 대신 뭐?", "설탕 대신 꿀은?", "두부는 뺄래": what the table says of it, and of what was offered."""
    language = action.language
    found = _named(state, action)
    one = found.ingredients[0] if found is not None and found.ingredients else None
    name = one.name if one is not None else action.slots.ingredient
    if name is None and leaves_out(action.text):
        name = some_ingredient(action.text)
    if name is None and state.focus.ingredient is not None and state.recipe is not None:
        one = state.recipe.ingredient(state.focus.ingredient)
        name = one.name
    if name is None:
        return say(phrase("which_ingredient", language))
    focus = Decision() if one is None else happened(Focused(Focus(Intent.SUBSTITUTE, one.id, state.focus.timer)))
    called = name if one is None else name_in(one, language)
    if leaves_out(action.text):
        missing = one is None and state.recipe is not None
        return focus + say(phrase("not_in_recipe" if missing else "left_out", language, name=called))
    known = substitution((name, *(one.aliases if one is not None else ())))
    if one is not None and one.optional and may_leave_out(action.text):
        return focus + say(phrase("optional_leave_out", language, name=called))
    offered = offered_instead(action.text)
    if offered is not None:
        kind = same_meat(concept_of(name), concept_of(offered))
        if kind is not None:
            return focus + say(phrase("same_meat", language, kind=_name_of(kind, language)))
        return focus + _whether(state, called, offered, known, language)
    if known is not None:
        return focus + _as_the_table_says(state, known, language)
    if one is not None and one.optional:
        return focus + say(phrase("optional_leave_out", language, name=called))
    key = "leave_out_unsaid" if one is not None and may_leave_out(action.text) else "no_substitute"
    return focus + say(phrase(key, language, name=called))


def _whether(state: State, name: str, offered: str, known: Substitution | None, language: Language) -> Decision:
    """Whether what the cook has will do."""
    concept = concept_of(offered)
    if known is not None and concept is not None and known.names(concept):
        return say(phrase("may_swap", language)) + _as_the_table_says(state, known, language)
    unknown = say(phrase("not_that_in_table", language, name=name, other=offered))
    return unknown if known is None else unknown + _as_the_table_says(state, known, language)


def _as_the_table_says(state: State, known: Substitution, language: Language) -> Decision:
    """What is allergic to it is said once a cook: nobody listens to it the third time."""
    said = say(*sentences(known.said(language), language))
    once = "check_label"
    if not known.check_label or once in state.told:
        return said
    return said + happened(Told(once)) + say(phrase(once, language))


def same_meat(one: str | None, other: str | None) -> str | None:
    """Two cuts of one animal: what it is."""
    if one is None or other is None:
        return None
    shared = [kind for kind in (one, *ancestors(one)) if kind in (other, *ancestors(other))]
    return next((kind for kind in shared if ancestors(kind)[:1] == ("meat",)), None)


def _name_of(concept: str, language: Language) -> str:
    entry = entries()[concept]
    return (entry.korean if language is Language.KO else entry.english)[0]


def asks_to_swap(state: State, action: Action) -> bool:
    """Whether words that were taken for something else leave an ingredient out or offer another for it."""
    gone = leaves_out(action.text)
    if action.intent is Intent.INGREDIENT_AMOUNT:
        return gone
    if action.intent is Intent.NEXT_STEP:  # "let's skip the vanilla" is no next step
        return gone and not _ON.search(action.text) and _named(state, action) is not None
    if gone and some_ingredient(action.text):
        return True
    return (gone or offered_instead(action.text) is not None) and _named(state, action) is not None


def question(state: State, action: Action, now: float) -> Decision:
    """A free question: our tables first, then what the step says to look for, then the model."""
    if action.slots.query in emergencies.KINDS:
        return say(*emergencies.script(action.slots.query, action.language))
    language = adapting.language_wanted(action.text)
    if language is not None:
        return adapting.speak(language)
    if going_in.asks_when(state, action):
        return going_in.when(state, action)
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
    return phrase("serves", language, servings=servings_text(recipe.servings * scale, language))


_ON = re.compile(r"다음|단계|\bnext\b|\bstep\b", re.IGNORECASE)
_DONENESS = re.compile(
    r"다 익|익었|익은|다 됐는지|언제까지|\bdone\b|\bready\b|\bcooked\b|how do i know|can i tell", re.IGNORECASE
)


def _ask_model(action: Action) -> Decision:
    return do(AskModel(action.text))


def _named(state: State, action: Action) -> Mention | None:
    """The ingredient it is about. The slot tells it from others in one breath ("물 넣었고 김치 국물은 없어")."""
    slot, recipe = action.slots.ingredient, state.recipe
    if recipe is None:
        return None
    found = mentioned(recipe, slot, None, here=state.step) if slot else None
    if found is not None or (slot and concept_of(slot)):
        return found
    return mentioned(recipe, action.text, None, here=state.step)
