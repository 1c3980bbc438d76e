"""Opening a recipe, listing what there is, asking "which one?". The shelf itself is looked at by the caller."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol

from orchestrator.recipes.model import Recipe
from orchestrator.recipes.native import content_hash, to_json
from orchestrator.session.action import Action, Slots, Utterance
from orchestrator.session.adapting import scale
from orchestrator.session.decision import Decision, LookUpRecipe, happened, say
from orchestrator.session.events import Asked, LanguageSet, RecipeOpened
from orchestrator.session.fold import apply
from orchestrator.session.moving import QUESTION_LASTS_S, read_step
from orchestrator.session.servings import servings_said
from orchestrator.session.state import Expects, Option, Phase, Question, State
from orchestrator.wording import phrase
from orchestrator.wording.amounts import duration_text
from orchestrator.wording.amounts import listed as in_words
from shared.kitchen.intents import Intent
from shared.kitchen.language import Language
from shared.kitchen.numbers import find_ordinals
from shared.kitchen.text import normalise, squeeze

#: What may have been the name of a dish, misunderstood.
_MAY_CHOOSE = frozenset(
    {
        Intent.OUT_OF_SCOPE,
        Intent.SCALE_SERVINGS,
        Intent.CHOOSE_RECIPE,
        Intent.GOTO_STEP,
        Intent.START_COOKING,
        Intent.QUESTION,
    }
)
#: In the middle of another recipe, only with one of these.
_CHANGES = frozenset({Intent.SCALE_SERVINGS, Intent.CHOOSE_RECIPE})
_NOT_THAT = re.compile(r"말고|싫|안\s*(?:할|해|먹)|\bnot\b|n't\b|\binstead of\b", re.IGNORECASE)


class Card(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def language(self) -> Language: ...
    @property
    def names(self) -> Sequence[str]: ...


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


def naming_a_dish(state: State, utterance: Utterance, shelf: Callable[[], Sequence[Card]]) -> Utterance:
    """ "된장찌개 4인분", "the roast chicken for six", "세 번째 거" after the list: what was taken for something
    else, or for nothing, chooses a recipe when it names one that is on the shelf."""
    cooking = state.recipe is not None and state.place.phase is not Phase.FINISHED
    intents = {action.intent for action in utterance.actions}
    if not intents <= _MAY_CHOOSE or (cooking and not intents & _CHANGES):
        return utterance
    text, cards = utterance.text, shelf()
    named = dishes_named(text, cards)
    if cooking and state.recipe is not None and any(card.id == state.recipe.id for card in named):
        return utterance
    if not named and not cooking:
        named = _by_place(state, text, cards)
    if not named or _NOT_THAT.search(text) or (Intent.QUESTION in intents and len(named) < 2):
        return utterance
    query = named[0].id if len(named) == 1 else text  # the shelf finds them all again, and asks which
    servings = next((action.slots.servings for action in utterance.actions if action.slots.servings), None)
    slots = Slots(query=query, servings=servings or servings_said(text))
    return replace(utterance, actions=(Action(Intent.CHOOSE_RECIPE, slots, text, utterance.language),))


def dishes_named(text: str, cards: Sequence[Card]) -> list[Card]:
    """The recipes that are named in the words; not the one whose name is only part of another's."""
    said = squeeze(normalise(text))
    names = {card.id: _longest_in(said, card) for card in cards}
    return [
        card
        for card in cards
        if (mine := names[card.id]) and not any(mine != other and mine in other for other in names.values())
    ]


def _longest_in(said: str, card: Card) -> str:
    keys = (squeeze(normalise(name)) for name in (*card.names, card.id))
    return max((name for name in keys if len(name) > 2 and name in said), key=len, default="")


def _by_place(state: State, text: str, cards: Sequence[Card]) -> list[Card]:
    """ "세 번째 거", when the list was the last thing said."""
    for language in Language:
        order = find_ordinals(text)
        if order and state.last_said == listed(state, cards, language).says:
            shown, place = _shown(cards, language), int(order[0].value)
            return [shown[-place if order[0].from_end else place - 1]] if 1 <= place <= len(shown) else []
    return []


def chosen(state: State, recipe: Recipe, language: Language, now: float, effect: LookUpRecipe) -> Decision:
    """A recipe asked for by name, perhaps for so many; in the middle of another one only after a yes."""
    current, confirmed = state.recipe, effect.confirmed
    wanted = Slots(servings=effect.servings, factor=effect.factor)
    busy = current is not None and state.place.begun and state.place.phase is not Phase.FINISHED
    if busy and current is not None and not confirmed:
        if current.id == recipe.id:
            return say(phrase("already_cooking", language, title=current.title))
        slots = replace(wanted, query=recipe.id)
        again = Action(Intent.CHOOSE_RECIPE, slots, "", language, confirmed=True)
        asked = Question("leave", Expects.CONFIRMATION, now + QUESTION_LASTS_S, yes=(again,))
        return happened(Asked(asked)) + say(
            phrase("leave_this_recipe", language, title=current.title, other=recipe.title)
        )
    decision = opened(state, recipe, keep_language=recipe.language is state.language, read=False)
    if wanted.said():
        fresh = state
        for event in decision.events:
            fresh = apply(fresh, event)
        decision += scale(fresh, Action(Intent.SCALE_SERVINGS, wanted, "", recipe.language), now)
    start = Action(Intent.START_COOKING, language=recipe.language, confirmed=True)
    begin = Question("begin", Expects.CONFIRMATION, now + QUESTION_LASTS_S, yes=(start,))
    return decision + happened(Asked(begin)) + say(phrase("shall_we_begin", recipe.language))


def unsure(state: State, effect: LookUpRecipe, found: Sequence[Card], language: Language, now: float) -> Decision:
    if not found:
        return say(phrase("recipe_unknown", language, name=effect.query))
    options = tuple(
        Option(
            card.title,
            (Action(Intent.CHOOSE_RECIPE, Slots(query=card.id, servings=effect.servings), "", language),),
        )
        for card in found[:5]
    )
    asked = Question("which_recipe", Expects.CHOICE, now + QUESTION_LASTS_S, options=options)
    names = in_words([card.title for card in found[:5]], language)
    return happened(Asked(asked)) + say(phrase("which_recipe", language, list=names))


def listed(state: State, cards: Sequence[Card], language: Language) -> Decision:
    mine = [card.title for card in _shown(cards, language)]
    threes = [mine[at : at + 3] for at in range(0, len(mine), 3)]
    said = [phrase("recipes", language, list=in_words(threes[0], language))] if threes else []
    return say(*said, *(in_words(three, language) + "." for three in threes[1:]))


def _shown(cards: Sequence[Card], language: Language) -> list[Card]:
    return [card for card in cards if card.language is language] or list(cards)


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
