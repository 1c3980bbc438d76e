# ruff: noqa: E501
"""One word, several meanings: what an utterance means here and now.

The classifier says what the words mean in general; this says what they mean to this session: while something rings,
after a question, right after another amount was asked for. Rules from how people talk in kitchens, in their order.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from orchestrator.session import emergencies
from orchestrator.session.action import Action, Slots, Utterance
from orchestrator.session.bell import silences, turns_all_off
from orchestrator.session.meaning import AMOUNT, COOKING, UNCLEAR, here
from orchestrator.session.mentions import mentioned, only_named
from orchestrator.session.naming import key
from orchestrator.session.pointing import only_asks
from orchestrator.session.reporting import (
    Extent,
    adds_to_it,
    denies,
    read_report,
    says_not_yet,
    unstarted,
)
from orchestrator.session.state import Expects, Place, Question, State
from orchestrator.session.talking import READING
from orchestrator.session.timer_talk import each_timer, put_right, retimed
from shared.kitchen.durations import find_durations
from shared.kitchen.intents import STATE_CHANGING, Intent
from shared.kitchen.numbers import find_numbers
from shared.kitchen.text import is_asked, normalise, squeeze

#: After another answer these only say that it was heard: "3분 남았어요" - "알았어".
_HEARD_YOU = frozenset(
    [
        "알았어",
        "알았어요",
        "알겠어",
        "알겠어요",
        "알겠습니다",
        "오케이",
        "오키",
        "확인",
        "ok",
        "okay",
        "gotit",
        "alright",
        "right",
        "isee",
        "thanks",
    ]
)
TAKEN_BACK_WITHIN_S = 60.0
_SEAMS = re.compile(r"\s*[,.;!]+\s*|\s+(?:근데|그런데|그리고|and|then|but)\s+", re.IGNORECASE)
_ALRIGHT = frozenset(
    ["됐어", "됐어요", "됐습니다", "괜찮아", "괜찮아요", "nothanks", "nothankyou", "imgood", "allgood", "nevermind"]
)
_FOLLOW_UP = re.compile(
    r"^(?:그럼|그러면|그리고|또|and|what about|how about)?\s*(?:the\s+)?(?P<what>.{1,30}?)\s*(?:은|는|도|요|은요|는요|then|too)?\s*\??$",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"\s*(?:계속|더|마저|이어서|다음\s*재료|go on|continue|more|keep going|next ingredients?)", re.IGNORECASE
)
#: To a question, "취소" means the question, not the turn before it.
_NEVER_MIND = re.compile(r"\s*(?:취소|아니|cancel|never\s?mind|forget it)[\s가-힣]{0,6}[.!]?$", re.IGNORECASE)
_THAT = re.compile(
    r"^\s*(?:근데\s*)?(?:그거|그건|그게|이거|이건|저거)\s*(?:는|은)?\s*얼마|^\s*how much (?:of )?(?:that|it)\b",
    re.IGNORECASE,
)
_TOPICS = frozenset({Intent.INGREDIENT_AMOUNT, Intent.SUBSTITUTE})

Rule = Callable[[State, Utterance, float], tuple[Action, ...] | None]


@dataclass(frozen=True, slots=True)
class Hearing:
    actions: tuple[Action, ...]  # never empty
    answered: bool = False  # it settles what we had asked


def hear(state: State, utterance: Utterance, now: float) -> Hearing:
    """The actions of an utterance as this session means them."""
    for rule in (_emergency, _all_timers, _ringing, _taken_back, _one_more, _answer, put_right, retimed, _follow_up):
        if (meant := rule(state, utterance, now)) is not None:
            return Hearing(meant, answered=rule is _answer and meant[0].intent not in (Intent.NO, Intent.YES))
    said = _timer_of_here(state, _each_its_words(utterance))
    actions = _one_move(tuple(here(state, action) for action in each_timer(said)))
    return Hearing(actions or (_unclear(utterance),))


def _one_move(actions: tuple[Action, ...]) -> tuple[Action, ...]:
    """ "다 했어, 다음": one wish, said twice, and the plainer one counts. One utterance never moves two steps."""
    moves = [action for action in actions if action.intent in (Intent.NEXT_STEP, Intent.STEP_DONE)]
    if len(moves) < 2:
        return actions
    plainest = next((action for action in moves if action.intent is Intent.NEXT_STEP), moves[0])
    first = actions.index(moves[0])
    rest = [action for action in actions if action not in moves]
    return (*rest[:first], plainest, *rest[first:])


def _each_its_words(utterance: Utterance) -> tuple[Action, ...]:
    """Of "done, and how much olive oil?" only "done" is the report: the oil is none of it."""
    actions = utterance.actions
    if len(actions) < 2:
        return actions
    parts = [part for part in _SEAMS.split(utterance.text) if part.strip()]
    words = parts if len(parts) == len(actions) else [""] * len(actions)
    return tuple(
        replace(action, text=part) if action.intent is Intent.STEP_DONE else action
        for action, part in zip(actions, words, strict=True)
    )


def _timer_of_here(state: State, actions: tuple[Action, ...]) -> tuple[Action, ...]:
    """ "고기 볶기 시작했어, 타이머 켜줘": the timer of the step where it is said, so that the step is not over."""
    intents = [action.intent for action in actions]
    if intents != [Intent.STEP_DONE, Intent.SET_TIMER] or actions[1].slots.duration_s is not None:
        return actions
    return actions[1:] if state.step is not None and unstarted(state, state.step) else actions


def _emergency(state: State, utterance: Utterance, now: float) -> tuple[Action, ...] | None:
    kind = emergencies.recognise(utterance.text)
    if kind is None:
        return None
    return (Action(Intent.QUESTION, Slots(query=kind), utterance.text, utterance.language),)


def _all_timers(state: State, utterance: Utterance, now: float) -> tuple[Action, ...] | None:
    if not turns_all_off(utterance.text) or not state.live_timers:
        return None
    if len(state.ringing) == len(state.live_timers):
        return (Action(Intent.STOP, text=utterance.text, language=utterance.language),)
    return (Action(Intent.CANCEL_TIMER, text="전부", language=utterance.language),)


def _before_the_report(state: State, now: float) -> Place | None:
    """Where the cook was, when the turn before this one was a report."""
    place = state.place
    if place.reported_at is None or now - place.reported_at > TAKEN_BACK_WITHIN_S or not state.history:
        return None
    before = state.history[-1].place
    same = (before.step, before.phase, before.reported) == (place.step, place.phase, place.reported)
    return None if same else before


def _one_more(state: State, utterance: Utterance, now: float) -> tuple[Action, ...] | None:
    """ "두부 넣었어" - "고추도": said of the same step, it is a report too."""
    if state.recipe is None or not adds_to_it(utterance.text) or is_asked(utterance.text):
        return None
    if any(action.intent in STATE_CHANGING for action in utterance.actions) or _before_the_report(state, now) is None:
        return None
    named = mentioned(state.recipe, utterance.text, None, state.step)
    uses = {use.ingredient for use in state.step.uses} if state.step is not None else set()
    if named is None or not any(one.id in uses for one in named.ingredients):
        return None
    return (Action(Intent.STEP_DONE, text=utterance.text, language=utterance.language),)


def _taken_back(state: State, utterance: Utterance, now: float) -> tuple[Action, ...] | None:
    """The report of the turn before was not so: that turn is undone."""
    before = _before_the_report(state, now)
    if before is None:
        return None
    first = utterance.actions[0].intent if utterance.actions else Intent.OUT_OF_SCOPE
    if is_asked(utterance.text) or (first in STATE_CHANGING and first not in (Intent.STEP_DONE, Intent.PAUSE)):
        return None
    # While we ask "5분 잴까요?", a mere "아직" only means the timer.
    if not (denies if state.question is not None else says_not_yet)(utterance.text):
        return None
    return (Action(Intent.UNDO, Slots(step=before.step), utterance.text, utterance.language),)


def _ringing(state: State, utterance: Utterance, now: float) -> tuple[Action, ...] | None:
    if not state.ringing:
        return None
    if silences(utterance.text):
        return (Action(Intent.STOP, text=utterance.text, language=utterance.language),)
    first = utterance.actions[0] if utterance.actions else None
    if first is not None and first.intent in (Intent.NEXT_STEP, Intent.STEP_DONE, Intent.GOTO_STEP):
        # Going on answers the bell too.
        quiet = Action(Intent.STOP, text="", language=utterance.language)
        return (quiet, *(here(state, action) for action in utterance.actions))
    return None


def _answer(state: State, utterance: Utterance, now: float) -> tuple[Action, ...] | None:
    """An answer to what we asked, while it is open."""
    question = state.question
    if question is None or now > question.expires_at:
        return None
    intents = [action.intent for action in utterance.actions]
    first = intents[0] if intents else Intent.OUT_OF_SCOPE
    if question.expects is Expects.CONFIRMATION:
        if squeeze(normalise(utterance.text)) in _ALRIGHT or first is Intent.NO or _NEVER_MIND.match(utterance.text):
            if question.topic == "time_it" and first is not Intent.UNDO and not says_not_yet(utterance.text):
                return (Action(Intent.STEP_DONE, text="", language=utterance.language, confirmed=True),)
            return (Action(Intent.NO, text=utterance.text, language=utterance.language), *utterance.actions[1:])
        if _heard_only(state, utterance.text):
            return (Action(Intent.YES, text=utterance.text, language=utterance.language),)
        repeated = question.topic == "advance" and _goes_on(state, utterance)
        more = question.topic == "more_ingredients" and (first is Intent.RESUME or bool(_MORE.match(utterance.text)))
        stops = first in (Intent.STOP, Intent.FINISH) and not READING.search(utterance.text)
        again = question.topic == "finish" and stops
        if first is Intent.YES or repeated or more or again:
            yes = tuple(replace(action, language=utterance.language) for action in question.yes)
            return (*yes, *(here(state, action) for action in utterance.actions[1:]))
        return None
    if first in (Intent.NO, Intent.UNDO) or squeeze(normalise(utterance.text)) in _ALRIGHT:
        return (Action(Intent.NO, text=utterance.text, language=utterance.language),)
    if question.completes is not None:
        return _completed(question, question.completes, utterance)
    picked = _picked(question, utterance)
    return None if picked is None else tuple(replace(a, language=utterance.language) for a in picked)


def _goes_on(state: State, utterance: Utterance) -> bool:
    """Said once more; a report of something else ("파 썰었어") is no answer."""
    first = utterance.actions[0].intent if utterance.actions else Intent.OUT_OF_SCOPE
    if first is not Intent.STEP_DONE or state.recipe is None or state.step is None:
        return first is Intent.NEXT_STEP and not only_asks(first, utterance.text)
    return read_report(state, state.recipe, state.step, utterance.text).extent is Extent.WHOLE


def _heard_only(state: State, text: str) -> bool:
    """ "알았어" to something else that was answered since we asked is no yes to the older question."""
    since = state.turns > state.asked_in and not state.misses
    return since and squeeze(normalise(text)) in _HEARD_YOU


def _completed(question: Question, action: Action, utterance: Utterance) -> tuple[Action, ...] | None:
    """ "몇 분이요?" - "십 분": the answer's number goes into what was wanted."""
    slots = next((one.slots for one in utterance.actions if one.slots.said()), Slots())
    number = next((one.value for one in find_numbers(utterance.text)), None)
    if question.topic in ("how_long", "add_time", "timer"):
        lengths = find_durations(utterance.text)
        if lengths:
            seconds = lengths[0].seconds
        elif slots.duration_s is not None:
            seconds = slots.duration_s
        elif number is not None and number.denominator == 1 and _is_bare_number(utterance.text):
            seconds = int(number) * 60  # "십." to "몇 분이요?" are minutes: we asked for minutes
        else:
            return None
        filled = replace(action.slots, duration_s=seconds)
    elif question.topic == "servings" and (number is not None or slots.servings or slots.factor):
        servings = slots.servings or (float(number) if number is not None and not slots.factor else None)
        filled = replace(action.slots, servings=servings, factor=slots.factor)
    elif question.topic == "step" and (number is not None or slots.step is not None):
        filled = replace(action.slots, step=slots.step if slots.step is not None else int(number or 0))
    else:
        return None
    return (replace(action, slots=filled, text=utterance.text, language=utterance.language),)


def _is_bare_number(text: str) -> bool:
    return len(squeeze(normalise(text))) <= 6


def _picked(question: Question, utterance: Utterance) -> tuple[Action, ...] | None:
    said = key(utterance.text)
    hits = [o for o in question.options if key(o.label) in said or (len(said) > 1 and said in key(o.label))]
    if len(hits) == 1:
        return hits[0].actions
    seconds = {length.seconds for length in find_durations(utterance.text)}
    timed = [o for o in question.options if any(action.slots.duration_s in seconds for action in o.actions)]
    if len(timed) == 1:
        return timed[0].actions
    for number in find_numbers(utterance.text):
        place = int(number.value)
        if (number.ordinal or _is_bare_number(utterance.text)) and 1 <= place <= len(question.options):
            return question.options[-place if number.from_end else place - 1].actions
    if re.search(r"마지막|\blast\b", utterance.text, re.IGNORECASE):
        return question.options[-1].actions
    words = [word for word in normalise(utterance.text).split() if len(word) > 1]
    partly = [o for o in question.options if any(key(word) in key(o.label) for word in words)]
    return partly[0].actions if len(partly) == 1 else None


def _follow_up(state: State, utterance: Utterance, now: float) -> tuple[Action, ...] | None:
    """ "그럼 설탕은?", "and the butter?": the last question again, about something else."""
    if state.recipe is None or state.focus.topic not in _TOPICS or len(utterance.actions) != 1:
        return None
    intent = utterance.actions[0].intent
    if _THAT.match(utterance.text) and state.focus.ingredient is not None and not COOKING.search(utterance.text):
        return (Action(Intent.INGREDIENT_AMOUNT, text=utterance.text, language=utterance.language),)
    # "대파는?" alone asks for an amount; right after "두부 대신 뭐 써?" it asks for the same again.
    bare = intent is Intent.INGREDIENT_AMOUNT and not AMOUNT.search(utterance.text)
    if intent not in UNCLEAR and not bare:
        return None
    match = _FOLLOW_UP.match(utterance.text.strip())
    if match is None:
        return None
    found = only_named(state.recipe, match["what"], state.step)
    if found is None:
        return None
    topic = state.focus.topic
    assert topic is not None
    slots = Slots(ingredient=found.ingredients[0].name)
    return (Action(topic, slots, found.ingredients[0].name, utterance.language),)


def _unclear(utterance: Utterance) -> Action:
    return Action(Intent.OUT_OF_SCOPE, text=utterance.text, language=utterance.language)
