# ruff: noqa: E501
"""What one action means to this session: by its verb, by the step or the dish it names, after a pause.

What a whole utterance means after a question or under a bell is in `hearing.py`.
"""

import re
from dataclasses import replace

from orchestrator.session.action import Action, Slots
from orchestrator.session.mentions import mentioned
from orchestrator.session.pointing import described, only_asks
from orchestrator.session.reporting import made_something_else
from orchestrator.session.state import Phase, State, TimerState
from orchestrator.tables import answer_from_tables
from shared.kitchen.intents import Intent
from shared.kitchen.steps import find_step
from shared.kitchen.text import is_asked

#: "다시 왔어", "내가 뭐하고 있었지": read where we are.
_BACK_AGAIN = re.compile(
    r"(?:다시|이제|나) ?왔|돌아왔|뭐 ?(?:하고|하던|하다) ?(?:있었|중|말았)|어디까지 ?했|다시 ?(?:켜|시작|해 ?보)"
    r"|\b(?:i'?m|we'?re) back\b|\bwhat was i (?:doing|up to)\b|\bwhere was i\b|\bback again\b",
    re.IGNORECASE,
)
_IS_IT_READY = re.compile(
    r"다\s*됐(?:어|나|니|어요|나요)\??$|\bis it (?:done|ready)\b|\bare (?:they|we) (?:done|ready)\b", re.IGNORECASE
)
_PUTTING_IN = re.compile(
    r"넣|들어가|필요|써야|쓰(?:지|면|나)|부어|뿌려|\bhow much\b|\bhow many\b|\bput in\b|\badd\b", re.IGNORECASE
)
COOKING = re.compile(
    r"끓|굽|구워|볶|재워|재우|재울|익히|익혀|삶|찌|쪄|데치|데쳐|튀기|튀겨|졸이|졸여|식히|식혀|불리|불려|기다|지어|뜸|"
    r"\bhow long\b|\bsimmer|\bboil|\bbake|\bfry|\broast|\bcook\b|\bmarinate|\brest\b",
    re.IGNORECASE,
)
_LEFT = re.compile(r"남았|남은|남지|\bleft\b|remaining", re.IGNORECASE)
AMOUNT = re.compile(r"얼마|몇|\bhow (?:much|many|long)\b", re.IGNORECASE)
#: "된장찌개로 바꿔", "switch to pancakes": a dish, unless it is a number of people or a unit.
_SWITCH = re.compile(
    r"^(?:그냥|우리|이제|the recipe\s)?\s*(?P<ko>[가-힣A-Za-z ]{2,20}?)(?:으로|로)\s*(?:바꿔|바꾸|변경|갈아|할래|하자|만들)"
    r"|^(?:can we |let'?s |please )?(?:switch|change)(?: the recipe)? to (?:the )?(?P<en>[a-z' -]{3,40}?)"
    r"(?: instead| please)?[.!]?$",
    re.IGNORECASE,
)
_NO_DISH = re.compile(
    r"인분|단계|타이머|\bserving|\bstep\b|\btimer|\bpeople\b|\bminute|영어|한국어|\benglish\b|\bkorean\b|\d"
)
UNCLEAR = frozenset({Intent.OUT_OF_SCOPE, Intent.QUESTION, Intent.SMALLTALK, Intent.EXPLAIN})
_ASKING = UNCLEAR | {Intent.PROGRESS, Intent.REPEAT_STEP}
_POINTING = _ASKING | {Intent.NEXT_STEP, Intent.PREVIOUS_STEP, Intent.GOTO_STEP}


def here(state: State, action: Action) -> Action:
    """One action, read in the light of the state and of the verb that was said."""
    intent = action.intent
    if state.place.phase is Phase.PAUSED and intent is Intent.START_COOKING:
        return replace(action, intent=Intent.RESUME)
    if _back_again(state, action):
        return replace(action, intent=Intent.RESUME)
    if (pointed := _pointed_at(state, action)) is not None:
        return pointed
    if intent is Intent.FINISH and state.recipe is not None and made_something_else(state.recipe, action.text):
        return replace(action, intent=Intent.STEP_DONE)
    if intent is Intent.OUT_OF_SCOPE and (target := _beyond(state, action.text)) is not None:
        return replace(action, intent=Intent.GOTO_STEP, slots=Slots(step=target))
    if intent is Intent.OUT_OF_SCOPE and (dish := _another_dish(state, action.text)) is not None:
        return replace(action, intent=Intent.CHOOSE_RECIPE, slots=Slots(query=dish))
    if intent is Intent.OUT_OF_SCOPE and answer_from_tables(action.text, action.language):
        return replace(action, intent=Intent.QUESTION)
    if _IS_IT_READY.search(action.text.strip()) and (is_asked(action.text) or intent is not Intent.STEP_DONE):
        running = any(timer.state is TimerState.RUNNING for timer in state.timers)
        return replace(action, intent=Intent.TIMER_STATUS if running else Intent.HOW_LONG if state.recipe else intent)
    if intent in (Intent.INGREDIENT_AMOUNT, Intent.HOW_LONG, Intent.TIMER_STATUS) and AMOUNT.search(action.text):
        return _how_much_of_what(state, action)
    if intent is Intent.UNDO and state.place.phase is Phase.PAUSED:
        return action
    return action


def _back_again(state: State, action: Action) -> bool:
    if state.recipe is None or not _BACK_AGAIN.search(action.text):
        return False
    return action.intent is Intent.OUT_OF_SCOPE or state.place.phase is Phase.PAUSED


def _pointed_at(state: State, action: Action) -> Action | None:
    """A step named by what is done in it, or only asked about; whatever move the words were taken for."""
    if state.recipe is None or action.intent not in _POINTING or action.slots.step is not None:
        return None
    query = described(action.text)
    if query is not None:
        return replace(action, intent=Intent.GOTO_STEP, slots=Slots(query=query))
    if action.intent in _ASKING and only_asks(Intent.GOTO_STEP, action.text):
        target = find_step(action.text)
        if target is not None and target.step is not None:
            return replace(action, intent=Intent.GOTO_STEP, slots=Slots(step=target.step))
    return None


def _beyond(state: State, text: str) -> int | None:
    """A step this recipe doesn't have: understood well enough to say so, which moves nothing."""
    target = find_step(text) if state.recipe is not None else None
    if target is None or target.step is None or state.recipe is None:
        return None
    return target.step if target.step > len(state.recipe.steps) else None


def _another_dish(state: State, text: str) -> str | None:
    """The dish somebody wants to change to. Ingredients are exchanged otherwise; whether we have it, the shelf knows."""
    match = _SWITCH.match(text.strip())
    if match is None:
        return None
    dish = (match["ko"] or match["en"]).strip()
    known = state.recipe is not None and mentioned(state.recipe, dish, None) is not None
    return None if known or _NO_DISH.search(dish) else dish


def _how_much_of_what(state: State, action: Action) -> Action:
    """얼마나 by its verb: 넣 an amount, 끓이 a time, 남 what is left."""
    text = action.text
    named = state.recipe is not None and mentioned(state.recipe, text, action.slots.ingredient) is not None
    if _LEFT.search(text):
        if state.live_timers:
            return replace(action, intent=Intent.TIMER_STATUS)
        return replace(action, intent=Intent.PROGRESS) if state.recipe is not None else action
    if action.intent is Intent.HOW_LONG and _PUTTING_IN.search(text) and named and not COOKING.search(text):
        return replace(action, intent=Intent.INGREDIENT_AMOUNT)
    putting_in = re.search(r"넣|들어가|필요|\bhow (?:much|many)\b", text, re.IGNORECASE)
    if action.intent is Intent.INGREDIENT_AMOUNT and COOKING.search(text) and not putting_in:
        return replace(action, intent=Intent.HOW_LONG)
    return action
