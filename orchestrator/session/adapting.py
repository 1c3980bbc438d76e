"""Another number of servings, another recipe, another way of speaking."""

import re
from fractions import Fraction

from orchestrator.recipes.model import Recipe
from orchestrator.session.action import Action
from orchestrator.session.decision import Decision, ListRecipes, LookUpRecipe, SetVoice, do, happened, say
from orchestrator.session.events import Asked, LanguageSet, Scaled, Told, VoiceSet
from orchestrator.session.moving import QUESTION_LASTS_S
from orchestrator.session.servings import part_of_one, wanted
from orchestrator.session.state import Expects, Question, State
from orchestrator.wording import phrase
from orchestrator.wording.amounts import number_text, servings_text
from shared.kitchen.intents import Intent
from shared.kitchen.language import Language

MOST, LEAST = Fraction(50), Fraction(1, 10)
LOUDEST, QUIETEST = 3, -3


def scale(state: State, action: Action, now: float) -> Decision:
    """ "4인분으로", "세 배로": as the recipe is written. "반으로", "두 명 더": from what it is now."""
    recipe, language = state.recipe, action.language
    assert recipe is not None
    factor = part_of_one(state, action) or wanted(state, action, now)
    if isinstance(factor, Decision):
        return factor
    if factor is None:
        asked = Question("servings", Expects.CHOICE, now + QUESTION_LASTS_S, completes=action)
        return happened(Asked(asked)) + say(phrase("how_many_servings", language))
    if not LEAST <= factor <= MOST:
        return say(phrase("scale_bounds", language))
    if factor == state.place.scale:
        return say(scale_text(recipe, factor, language, already=True))
    said = scale_text(recipe, factor, language)
    once = "times_dont_scale"
    if factor != 1 and once not in state.told:
        return happened(Scaled(factor), Told(once)) + say(said, phrase(once, language))
    return happened(Scaled(factor)) + say(said)


def scale_text(recipe: Recipe, factor: Fraction, language: Language, *, already: bool = False) -> str:
    if recipe.servings is not None:
        servings = servings_text(recipe.servings * factor, language)
        return phrase("already_servings" if already else "scaled_servings", language, servings=servings)
    key = "already_scaled" if already else "scaled_factor" if factor != 1 else "scaled_back"
    return phrase(key, language, factor=number_text(factor))


def choose_recipe(state: State, action: Action, now: float) -> Decision:
    slots = action.slots
    if not slots.query:
        return do(ListRecipes())
    return do(LookUpRecipe(slots.query, action.confirmed, slots.servings, slots.factor))


#: "한국어로 말해줘", "speak Korean".
_SAY_IT_KO = r"로\s*(?:말|얘기|이야기|대답|답|해|바꿔|바꾸)"
_SAY_IT_EN = r"\b(?:speak|talk|answer|reply|switch)(?: to| in)?"
_SPEAK = {
    Language.KO: re.compile(rf"(?:한국어|한국말|우리말){_SAY_IT_KO}|{_SAY_IT_EN} korean\b|^in korean\b", re.IGNORECASE),
    Language.EN: re.compile(rf"영어{_SAY_IT_KO}|{_SAY_IT_EN} english\b|^in english\b", re.IGNORECASE),
}


def language_wanted(text: str) -> Language | None:
    return next((language for language, sign in _SPEAK.items() if sign.search(text)), None)


def asks_language(state: State, action: Action) -> bool:
    return language_wanted(action.text) is not None


def speak(language: Language) -> Decision:
    """The language of the session: a recipe is read as it is written, and who speaks the other is answered in it."""
    return happened(LanguageSet(language)) + say(phrase("language_set", language))


def list_recipes(state: State, action: Action, now: float) -> Decision:
    return do(ListRecipes())


def voice(state: State, action: Action, now: float) -> Decision:
    faster = {Intent.FASTER: 1, Intent.SLOWER: -1}.get(action.intent, 0)
    louder = {Intent.LOUDER: 1, Intent.QUIETER: -1}.get(action.intent, 0)
    speed = max(QUIETEST, min(LOUDEST, state.speed + faster))
    volume = max(QUIETEST, min(LOUDEST, state.volume + louder))
    if (speed, volume) == (state.speed, state.volume):
        return say(phrase(f"{action.intent.value}_no_more", action.language))
    return (
        happened(VoiceSet(speed, volume))
        + do(SetVoice(speed, volume))
        + say(phrase(action.intent.value, action.language))
    )
