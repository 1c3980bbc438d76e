"""Opening a recipe, listing what there is, asking "which one?". The shelf itself is looked at by the caller."""

from collections.abc import Sequence
from typing import Protocol

from orchestrator.recipes.model import Recipe
from orchestrator.recipes.native import content_hash, to_json
from orchestrator.session.action import Action, Slots
from orchestrator.session.decision import Decision, happened, say
from orchestrator.session.events import Asked, LanguageSet, RecipeOpened
from orchestrator.session.fold import apply
from orchestrator.session.moving import QUESTION_LASTS_S, read_step
from orchestrator.session.state import Expects, Option, Phase, Question, State
from orchestrator.wording import phrase
from orchestrator.wording.amounts import duration_text
from orchestrator.wording.amounts import listed as in_words
from shared.kitchen.intents import Intent
from shared.kitchen.language import Language


class Card(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def language(self) -> Language: ...


def opened(state: State, recipe: Recipe, *, keep_language: bool = False, read: bool = True) -> Decision:
    """The recipe is open at step 1. Read aloud at once, its first step needs no "start"."""
    language = state.language if keep_language else recipe.language
    events: tuple[RecipeOpened | LanguageSet, ...] = (RecipeOpened(recipe, content_hash(recipe)),)
    if language is not state.language:
        events = (*events, LanguageSet(language))
    if recipe.total_s:
        time = duration_text(recipe.total_s, None, language)
        intro = phrase("opened_time", language, title=recipe.title, last=len(recipe.steps), time=time)
    else:
        intro = phrase("opened", language, title=recipe.title, last=len(recipe.steps))
    if not read:
        return happened(*events) + say(intro)
    fresh = state
    for event in events:
        fresh = apply(fresh, event)
    return happened(*events) + say(intro) + read_step(fresh, recipe, 1)


def chosen(state: State, recipe: Recipe, language: Language, now: float, *, confirmed: bool) -> Decision:
    """A recipe asked for by name; in the middle of another one only after a yes."""
    current = state.recipe
    busy = current is not None and state.place.begun and state.place.phase is not Phase.FINISHED
    if busy and current is not None and not confirmed:
        if current.id == recipe.id:
            return say(phrase("already_cooking", language, title=current.title))
        again = Action(Intent.CHOOSE_RECIPE, Slots(query=recipe.id), "", language, confirmed=True)
        asked = Question("leave", Expects.CONFIRMATION, now + QUESTION_LASTS_S, yes=(again,))
        return happened(Asked(asked)) + say(
            phrase("leave_this_recipe", language, title=current.title, other=recipe.title)
        )
    decision = opened(state, recipe, keep_language=recipe.language is state.language, read=False)
    start = Action(Intent.START_COOKING, language=recipe.language, confirmed=True)
    begin = Question("begin", Expects.CONFIRMATION, now + QUESTION_LASTS_S, yes=(start,))
    return decision + happened(Asked(begin)) + say(phrase("shall_we_begin", recipe.language))


def unsure(state: State, query: str, found: Sequence[Card], language: Language, now: float) -> Decision:
    if not found:
        return say(phrase("recipe_unknown", language, name=query))
    options = tuple(
        Option(card.title, (Action(Intent.CHOOSE_RECIPE, Slots(query=card.id), "", language),)) for card in found[:5]
    )
    asked = Question("which_recipe", Expects.CHOICE, now + QUESTION_LASTS_S, options=options)
    names = in_words([card.title for card in found[:5]], language)
    return happened(Asked(asked)) + say(phrase("which_recipe", language, list=names))


def listed(state: State, cards: Sequence[Card], language: Language) -> Decision:
    mine = [card.title for card in cards if card.language is language] or [card.title for card in cards]
    threes = [mine[at : at + 3] for at in range(0, len(mine), 3)]
    said = [phrase("recipes", language, list=in_words(threes[0], language))] if threes else []
    return say(*said, *(in_words(three, language) + "." for three in threes[1:]))


def resumed(state: State, recipe: Recipe) -> Decision:
    """After a restart: the same step again, said with where we were."""
    if state.place.phase is Phase.FINISHED:
        return say(phrase("already_finished", state.language))
    where = phrase("resumed_session", state.language, title=recipe.title, n=state.place.step)
    return say(where) + read_step(state, recipe, state.place.step)


def as_context(state: State) -> dict[str, object] | None:
    """The recipe as the language service may quote from it, at today's scale."""
    if state.recipe is None:
        return None
    return to_json(state.recipe) | {"x-scale": str(state.place.scale)}
