"""From words to actions: the language service, or exact commands in this process while that service is away."""

import re
from dataclasses import dataclass
from typing import Protocol

from orchestrator.session.action import Action, Slots, Utterance, from_wire
from orchestrator.session.mentions import mentioned
from orchestrator.session.state import Phase, State
from shared.client.llm import LlmClient
from shared.client.problems import ServiceProblem
from shared.contracts import llm
from shared.contracts.errors import ErrorCode
from shared.contracts.llm import ClassifyRequest
from shared.kitchen.commands import find_command
from shared.kitchen.intents import Intent
from shared.kitchen.language import Language, language_of


@dataclass(frozen=True, slots=True)
class Understood:
    """What was meant, before anything is done about it."""

    utterance: Utterance
    whole: bool  # understood with everything we have (False: the language service is away)
    at_step: int  # where the cook stood when it was said: a "next" counts from there
    took_ms: float = 0.0


class Understands(Protocol):
    async def understand(self, text: str, state: State) -> tuple[Utterance, bool]:
        """The utterance, and whether it was understood with everything we have (False: the service is away)."""
        ...


#: "Next" doesn't wait for a slow service: the same grammar is here.
EXACT_S = 0.5


class ServiceUnderstanding:
    """`/classify` first; whatever goes wrong there, the cook is still understood for short commands."""

    def __init__(self, llm: LlmClient, *, timeout_s: float = 2.0) -> None:
        self._llm = llm
        self._timeout_s = timeout_s

    async def understand(self, text: str, state: State) -> tuple[Utterance, bool]:
        language = spoken_language(text, state)
        command = _command(text, language)
        exact = bool(command)
        patience = min(self._timeout_s, EXACT_S) if exact else self._timeout_s
        try:
            reply = await self._llm.classify(_request(text, state), total_s=patience)
        except ServiceProblem as problem:
            # A service that is only slow would say the same about an exact command.
            return locally(text, state), exact and problem.code is ErrorCode.DEADLINE_EXCEEDED
        if exact and _impossible_now(reply):
            return Utterance(text, command, language), True  # the session says why it cannot be
        actions = tuple(from_wire(action, text, language) for action in reply.actions)
        return Utterance(text, actions, language), True


def _impossible_now(reply: llm.ClassifyReply) -> bool:
    """Understood for certain, and yet out of scope: no timer to cancel, nothing paused, no step 40 of 6."""
    return reply.intent is Intent.OUT_OF_SCOPE and any(one.confidence == 1.0 for one in reply.alternatives)


def locally(text: str, state: State) -> Utterance:
    """Exact commands by the grammar that the language service tries first too, and amounts of the open recipe."""
    language = spoken_language(text, state)
    actions = _command(text, language) or _several(text, language) or _about_the_recipe(text, state, language)
    return Utterance(text, actions or (Action(Intent.OUT_OF_SCOPE, Slots(), text, language),), language)


def _command(text: str, language: Language) -> tuple[Action, ...]:
    command = find_command(text)
    if command is None:
        return ()
    slots = llm.Slots.model_validate(dict(command.slots))  # what the wire has no slot for ("all") stays in the text
    return (from_wire(llm.Action(intent=command.intent, slots=slots), text, language),)


def _several(text: str, language: Language) -> tuple[Action, ...]:
    """ "다 했어, 타이머 5분": only when every part is a command of its own."""
    parts = [part for part in _SEAMS.split(text) if part.strip()]
    found = [_command(part, language) for part in parts]
    return tuple(action for one in found for action in one) if len(parts) > 1 and all(found) else ()


def _about_the_recipe(text: str, state: State, language: Language) -> tuple[Action, ...]:
    if state.recipe is None or mentioned(state.recipe, text, None, here=state.step) is None:
        return ()
    for intent, sign in _QUESTIONS:
        if sign.search(text):
            return (Action(intent, Slots(), text, language),)
    return ()


_SEAMS = re.compile(r"[,.;!]+\s*|\s+(?:그리고|근데|그런데|and then|then|and)\s+", re.IGNORECASE)
_QUESTIONS = (
    (Intent.SUBSTITUTE, re.compile(r"대신|없는데|없으면|instead|substitute|out of|don'?t have", re.IGNORECASE)),
    (Intent.INGREDIENT_AMOUNT, re.compile(r"얼마|몇|how (?:much|many)", re.IGNORECASE)),
)


def _request(text: str, state: State) -> ClassifyRequest:
    recipe, step = state.recipe, state.step
    return ClassifyRequest(
        text=text,
        current_step=step.text if step is not None else "",
        step=state.place.step if recipe is not None else None,
        total_steps=len(recipe.steps) if recipe is not None else None,
        language="auto",
        ingredients=[one.name for one in recipe.ingredients][:200] if recipe is not None else [],
        timers=[timer.name for timer in state.live_timers][:50],
        ringing=bool(state.ringing),
        paused=state.place.phase is Phase.PAUSED,
    )


def spoken_language(text: str, state: State) -> Language:
    """What the cook spoke. A word both languages share ("ok") and a sentence in both ("too much, 3인분") are answered
    in the language of the session; but Korean that only names English things ("olive oil 얼마나") stays Korean."""
    if text.isascii():
        return language_of(text, state.language) if len(text) > 3 else state.language
    mixed = re.search(r"[가-힣]", text) and re.search(r"[A-Za-z]{2}", text)
    if mixed and (state.language is Language.KO or _SAYS_EN.search(text)):
        return state.language
    return language_of(text, state.language)


#: What only somebody speaking English says.
_SAYS_EN = re.compile(
    r"\b(?:how|what|when|which|where|is|are|do|does|can|the|of|i|for|please|add|set|make)\b", re.IGNORECASE
)
