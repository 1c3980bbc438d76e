"""Whether a language model's proposal may count. It is believed only where our own rules agree that it could be so.

Anything odd fails closed: not JSON, an intent outside the list, evidence that was not said, a question turned into an
action, something impossible now. Slots are read from the cook's words, never from the model.
"""

from typing import Final

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from services.llm.classifier.guards import objection
from services.llm.classifier.possible import possible
from services.llm.classifier.slots import read_slots
from services.llm.situation import Situation, Understanding
from shared.contracts.llm import Action, Source
from shared.kitchen.intents import STATE_CHANGING, Intent
from shared.kitchen.text import normalise, squeeze

LEAST: Final = 0.5
LEAST_TO_ACT: Final = 0.8


class Refused(Exception):
    """Why the proposal does not count."""


class Proposal(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True, strict=True)

    intent: Intent = Field(strict=False)
    confidence: float = Field(ge=0.0, le=1.0, strict=False)
    evidence: str = Field(min_length=1, max_length=500)


def judged(raw: str, text: str, situation: Situation, embedded: Understanding) -> Understanding:
    proposal = _parsed(raw)
    said, quoted = squeeze(normalise(text)), squeeze(normalise(proposal.evidence))
    if not quoted or quoted not in said:
        raise Refused("its evidence was not said")
    acts = proposal.intent in STATE_CHANGING
    if proposal.confidence < (LEAST_TO_ACT if acts else LEAST):
        raise Refused("it is not sure enough")
    against = objection(proposal.intent, text)
    if against is not None:
        raise Refused(f"the sentence is {against.value}")
    action = Action(intent=proposal.intent, slots=read_slots(proposal.intent, text, situation))
    if not possible(action, situation):
        raise Refused("that is impossible now")
    if proposal.intent is Intent.GOTO_STEP and action.slots.step is None and action.slots.offset is None:
        raise Refused("no step was named")
    return Understanding(
        actions=(action,),
        confidence=proposal.confidence,
        language=embedded.language,
        source=Source.LLM,
        alternatives=embedded.alternatives,
    )


def _parsed(raw: str) -> Proposal:
    # A server that ignores the schema likes to wrap its JSON in prose or a code fence.
    start, end = raw.find("{"), raw.rfind("}")
    if start < 0 or end < start or len(raw) > 20_000:
        raise Refused("it is not JSON")
    try:
        return Proposal.model_validate_json(raw[start : end + 1])
    except ValidationError as error:
        raise Refused(f"it does not fit the schema: {error.errors()[0]['type']}") from error
