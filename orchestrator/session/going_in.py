"""When and how an ingredient goes in: "대파는 언제 넣어?", "which step is the garlic in?", "두부는 어떻게 썰어?".

Only the recipe's own steps and sentences. How much of it is in `asking.py`, how long it takes in `lasting.py`.
"""

import re

from orchestrator.recipes.model import Ingredient, Recipe, Share
from orchestrator.session.action import Action
from orchestrator.session.asking import PREPARING
from orchestrator.session.decision import Decision, happened, say
from orchestrator.session.events import Focused
from orchestrator.session.mentions import Mention, mentioned
from orchestrator.session.reading import name_in, parts_text, step_text, uses_of
from orchestrator.session.state import Focus, State
from orchestrator.wording import phrase, sentences
from shared.kitchen.ingredient_concepts import concept_of
from shared.kitchen.intents import Intent
from shared.kitchen.language import Language

_WHEN = re.compile(
    r"언제(?!\s*까지|\s*부터)|어느\s*(?:단계|때|시점|순서)|몇\s*(?:번째\s*)?단계|어디(?:서|에서|에다?)?\s*(?=넣|들어|쓰|써|부|붓|뿌)"
    r"|\bwhen\b|\bwhere (?:do|does|should)\b|\b(?:which|what) step\b|\bat what point\b",
    re.IGNORECASE,
)
#: "how much salt do I add when it boils?": the amount is what is asked.
_HOW_MUCH = re.compile(r"얼마|몇\s*(?!번째|단계)[가-힣]|\bhow (?:much|many)\b", re.IGNORECASE)
_GOING_IN = re.compile(
    r"넣|들어가|들어갑|쓰[지노나냐는]|써[요?]?|부어|붓|뿌려|뿌리|올려|올리|두르|둘러|섞"
    r"|\b(?:add|put|go(?:es)? in|go(?:es)? into|used?|pour|stir in|throw)\b|\bstep\b.*\bin\b",
    re.IGNORECASE,
)
#: In a step's own text: it goes into the pot here, and is not only made ready.
_PUT_IN = re.compile(
    r"넣|붓|부어|두르|둘러|올리|올려|뿌리|뿌려|안쳐|풀어|풀고|밑간|섞"
    r"|\b(?:add|stir|pour|toss|whisk|beat|fold|rub|squeeze|sprinkle|warm|heat|put|boil|fry|cook)\b",
    re.IGNORECASE,
)
_ASKED_ABOUT = re.compile(
    r"^\s*(?P<ko>[가-힣 ]{1,15}?)(?:은|는|을|를|이|가)?\s*(?:언제|어느|몇|어디)"
    r"|\b(?:the|add|put|does|use)\s+(?:the\s+)?(?P<en>[a-z]+(?: [a-z]+)?)(?:\s+(?:go|in|to|into)\b.*)?\s*[?.!]*$",
    re.IGNORECASE,
)
#: What is done to an ingredient: asked with one of these, a sentence with the same tells it.
_HANDLING = tuple(
    re.compile(verb, re.IGNORECASE)
    for verb in (
        r"썰|자르|잘라|\b(?:cut|chop|slice|dice)",
        r"다지|다져|다진|\b(?:mince|chop)",
        r"씻|헹|\b(?:wash|rinse)",
        r"벗기|벗겨|(?<![가-힣])까|\bpeel",
        r"불리|불려|불린|\bsoak",
        r"데치|데쳐|\bblanch",
        r"재우|재워|밑간|\bmarinate",
        r"삶|\b(?:boil|cook)\b",
        r"볶|\b(?:fry|saut[eé])\b",
        r"굽|구워|\b(?:roast|bake|grill)\b",
        r"손질|다듬|\b(?:trim|prepare)",
    )
)


def asks_when(state: State, action: Action) -> bool:
    """ "대파는 언제 넣어?", "which step is the garlic in?": where in the recipe something goes in."""
    text = action.text
    if state.recipe is None or not _WHEN.search(text) or _HOW_MUCH.search(text):
        return False
    return bool(_GOING_IN.search(text)) or any(verb.search(text) for verb in _HANDLING)


def when(state: State, action: Action) -> Decision:
    """The step that takes it; of an ingredient that is divided, each step with its part."""
    recipe, language = state.recipe, action.language
    assert recipe is not None
    found = _mention(state, action)
    verb = None if _GOING_IN.search(action.text) else _verb(action.text)
    if found is None and verb is not None and (told := _told(state, recipe, verb, None, language)):
        return say(told)
    if found is None:
        asked = _ASKED_ABOUT.search(action.text)
        name = action.slots.ingredient or ((asked["ko"] or asked["en"]).strip() if asked else "")
        if name and concept_of(name):
            return say(phrase("not_in_recipe", language, name=name))
        return say(phrase("not_found", language))
    focus = happened(Focused(Focus(Intent.INGREDIENT_AMOUNT, found.ingredients[0].id, state.focus.timer)))
    if verb is not None:
        return focus + say(*how(state, action))
    return focus + say(*(_goes_in(state, recipe, one, language) for one in found.ingredients[:3]))


def _goes_in(state: State, recipe: Recipe, one: Ingredient, language: Language) -> str:
    taking = uses_of(recipe, one.id)
    name = name_in(one, language)
    if parts := parts_text(taking, state.place.scale, language):
        return phrase("amount_parts", language, name=name, list=parts)
    if not taking:
        return phrase("use_unsaid", language, name=name)
    put_in = [(step, use) for step, use in taking if _PUT_IN.search(step.text)]
    so_much = [(step, use) for step, use in put_in if use.share is not Share.UNSAID]
    cooked = [(step, use) for step, use in taking if not PREPARING.search(step.text)]
    number = next(iter(so_much or put_in or cooked or taking))[0].number
    return phrase("goes_in_now" if number == state.place.step else "goes_in", language, name=name, n=number)


def how(state: State, action: Action) -> tuple[str, ...]:
    """ "두부는 어떻게 썰어?": the recipe's sentence that does that to it. Nothing: no such thing was asked."""
    recipe = state.recipe
    found = _mention(state, action)
    if recipe is None or found is None:
        return ()
    verb, one = _verb(action.text), found.ingredients[0]
    if verb is None:
        return ()
    if told := _told(state, recipe, verb, one, action.language):
        return (told,)
    if one.prep and verb.search(one.prep):
        return (f"{one.name[:1].upper()}{one.name[1:]}, {one.prep}.",)
    return (phrase("how_unsaid", action.language, name=name_in(one, action.language)),)


def _verb(text: str) -> re.Pattern[str] | None:
    return next((verb for verb in _HANDLING if verb.search(text)), None)


def _told(state: State, recipe: Recipe, verb: re.Pattern[str], one: Ingredient | None, language: Language) -> str:
    """The first sentence that does that, to this ingredient or to anything."""
    for step in recipe.steps:
        for sentence in sentences(step_text(step, recipe, state.place.scale), recipe.language):
            if not verb.search(sentence):
                continue
            named = mentioned(recipe, sentence, None) if one is not None else None
            if one is None or (named is not None and one in named.ingredients):
                return phrase("step_says", language, n=step.number, text=sentence)
    return ""


def _mention(state: State, action: Action) -> Mention | None:
    if state.recipe is None:
        return None
    return mentioned(state.recipe, action.text, action.slots.ingredient, here=state.step)
