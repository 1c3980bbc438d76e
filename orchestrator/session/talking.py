"""Yes, no, stop, help, thank you: what only means something together with where we are."""

import re

from orchestrator.session.action import Action
from orchestrator.session.decision import Decision, Hush, do, happened, say
from orchestrator.session.events import Answered, Asked, Missed
from orchestrator.session.moving import QUESTION_LASTS_S, start
from orchestrator.session.state import Expects, Phase, Question, State
from orchestrator.session.timing import silence
from orchestrator.wording import phrase
from shared.kitchen.intents import Intent

_COURTESIES = (
    ("thanks", re.compile(r"고마|고맙|감사|땡큐|\bthank|\bcheers\b|\bta\b", re.IGNORECASE)),
    (
        "greeting",
        re.compile(r"안녕|하이\b|헬로|반가|\b(?:hi|hello|hey|good (?:morning|evening|afternoon))\b", re.IGNORECASE),
    ),
)
#: "그만 읽어", "stop talking": us, not the cook's cooking.
READING = re.compile(r"읽|말하|말해|말 ?그만|떠들|조용|\b(?:read|talk|speak|quiet|shush|hush)", re.IGNORECASE)


def stop(state: State, action: Action, now: float) -> Decision:
    """What rings is silenced; else we fall silent and ask whether the cook meant the whole cook."""
    if state.ringing:
        return do(Hush()) + silence(state, action, state.ringing)
    if state.place.phase is not Phase.COOKING or READING.search(action.text):
        return do(Hush()) + say(phrase("quiet", action.language))
    asked = Question(
        "finish",
        Expects.CONFIRMATION,
        now + QUESTION_LASTS_S,
        yes=(Action(Intent.FINISH, language=action.language, confirmed=True),),
    )
    return do(Hush()) + happened(Asked(asked)) + say(phrase("stop_cooking", action.language))


def no(state: State, action: Action, now: float) -> Decision:
    if state.question is not None:
        key = "left_as_it_is" if state.question.topic != "more_ingredients" else "fine"
        return happened(Answered()) + say(phrase(key, action.language))
    if state.ringing:
        return silence(state, action, state.ringing)
    return say(phrase("fine", action.language))


def yes(state: State, action: Action, now: float) -> Decision:
    """A yes to an open question never comes here (`hearing.py` makes it what was asked); "알았어" beside it does."""
    if state.ringing:
        return silence(state, action, state.ringing)
    if state.question is not None and now <= state.question.expires_at:
        return say(phrase("fine", action.language))
    if state.recipe is not None and not state.place.begun and not state.place.step_read:
        return start(state, action, now)
    return say(phrase("yes_heard", action.language))


def help_(state: State, action: Action, now: float) -> Decision:
    key = "help_no_recipe" if state.recipe is None else "help_ringing" if state.ringing else "help"
    return say(phrase(key, action.language))


def smalltalk(state: State, action: Action, now: float) -> Decision:
    key = next((key for key, words in _COURTESIES if words.search(action.text)), "smalltalk")
    return say(phrase(key, action.language))


def unclear(state: State, action: Action, now: float) -> Decision:
    """Not understood: the state stays as it is. The second time in a row a short help line follows."""
    said = [phrase("unclear", action.language)]
    if state.misses >= 1:
        said.append(phrase("help_short", action.language))
    return happened(Missed()) + say(*said)
