"""From words to actions: the language service, or exact commands in this process while that service is away."""

from typing import Protocol

from orchestrator.session.action import Action, Slots, Utterance, from_wire
from orchestrator.session.state import Phase, State
from shared.client import LlmClient, ServiceProblem
from shared.contracts.llm import MAX_UTTERANCE, ClassifyRequest
from shared.kitchen.intents import Intent
from shared.kitchen.language import Language, language_of
from shared.kitchen.steps import find_step
from shared.kitchen.text import normalise, squeeze


class Understands(Protocol):
    async def understand(self, text: str, state: State) -> tuple[Utterance, bool]:
        """The utterance, and whether it was understood with everything we have (False: the service is away)."""
        ...


class ServiceUnderstanding:
    """`/classify` first; whatever goes wrong there, the cook is still understood for short commands."""

    def __init__(self, llm: LlmClient, *, timeout_s: float = 2.0) -> None:
        self._llm = llm
        self._timeout_s = timeout_s

    async def understand(self, text: str, state: State) -> tuple[Utterance, bool]:
        try:
            reply = await self._llm.classify(_request(text, state), total_s=self._timeout_s)
        except ServiceProblem:
            return locally(text, state), False
        language = _language(text, state)
        actions = tuple(from_wire(action, text, language) for action in reply.actions)
        return Utterance(text, actions, language), True


def locally(text: str, state: State) -> Utterance:
    """Exact commands only, by the same grammar that the language service tries first."""
    language = _language(text, state)
    target = find_step(text)
    if target is not None:
        action = Action(Intent.GOTO_STEP, Slots(step=target.step, offset=target.offset), text, language)
    else:
        action = Action(_WORDS.get(squeeze(normalise(text)), Intent.OUT_OF_SCOPE), Slots(), text, language)
    return Utterance(text, (action,), language)


_WORDS = {
    squeeze(normalise(word)): intent
    for intent, words in {
        Intent.NEXT_STEP: "다음,다음 단계,next,next step",
        Intent.STEP_DONE: "다 했어,done",
        Intent.PREVIOUS_STEP: "이전,이전 단계,previous,back,go back",
        Intent.REPEAT_STEP: "다시,repeat,again",
        Intent.LIST_INGREDIENTS: "재료,ingredients",
        Intent.SET_TIMER: "타이머 시작,start the timer",
        Intent.STOP: "그만,stop",
        Intent.UNDO: "되돌려,undo",
        Intent.YES: "응,네,yes",
        Intent.NO: "아니,no",
    }.items()
    for word in words.split(",")
}


def _request(text: str, state: State) -> ClassifyRequest:
    recipe, step = state.recipe, state.step
    return ClassifyRequest(
        text=text[:MAX_UTTERANCE],
        current_step=step.text if step is not None else "",
        step=state.place.step if recipe is not None else None,
        total_steps=len(recipe.steps) if recipe is not None else None,
        language="auto",
        ingredients=[one.name for one in recipe.ingredients][:200] if recipe is not None else [],
        timers=[timer.name for timer in state.live_timers][:50],
        ringing=bool(state.ringing),
        paused=state.place.phase is Phase.PAUSED,
    )


def _language(text: str, state: State) -> Language:
    """What the cook spoke; a word both languages share ("ok") is answered in the language of the session."""
    return language_of(text, state.language) if len(text) > 3 or not text.isascii() else state.language
