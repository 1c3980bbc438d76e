"""Understanding and answering on :8013."""

from enum import StrEnum
from typing import Any, Literal

from pydantic import Field, SerializerFunctionWrapHandler, model_serializer

from shared.contracts.base import LenientRequest, Reply, Request
from shared.kitchen.intents import Intent

MAX_UTTERANCE = 500


class Slots(Reply):
    """Only what was said. A slot that wasn't said is absent, on the wire too."""

    step: int | None = Field(default=None, description="1-based; negative counts from the end: -1 is the last step.")
    offset: int | None = Field(default=None, description="Steps forward (positive) or back (negative) from here.")
    duration_s: int | None = Field(default=None, description="Whole seconds, of a timer or to add to one.")
    name: str | None = Field(default=None, description="A timer's name as spoken, without particles.")
    ingredient: str | None = Field(default=None, description="An ingredient as spoken, without particles.")
    query: str | None = Field(default=None, description="What to look for among the recipes.")
    servings: float | None = Field(default=None, description="How many people it is for.")
    factor: float | None = Field(default=None, description="How many times the recipe: 2, 0.5.")
    amount: float | None = Field(default=None, description="With `unit` and `to`: what to convert.")
    unit: str | None = Field(default=None, description="The unit it is in.")
    to: str | None = Field(default=None, description="The unit it should be in.")

    @model_serializer(mode="wrap")
    def _only_what_was_said(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        return {key: value for key, value in handler(self).items() if value is not None}


class Action(Reply):
    intent: Intent
    slots: Slots = Slots()


class Alternative(Reply):
    intent: Intent
    confidence: float = Field(description="0 to 1.")


class Source(StrEnum):
    """Which stage of the cascade answered."""

    COMMAND = "command"
    CLASSIFIER = "classifier"
    LLM = "llm"
    FALLBACK = "fallback"


class ClassifyRequest(Request):
    text: str = Field(min_length=1, description="What the cook said, up to 500 characters.")
    current_step: str = Field(default="", description="The text of the step being cooked.")
    step: int | None = Field(default=None, ge=1, le=1000, description="Its number, from 1.")
    total_steps: int | None = Field(
        default=None, ge=1, le=1000, description="How many steps there are: step 40 of 6 is then refused."
    )
    language: Literal["auto", "ko", "en"] = Field(default="auto", description="`auto` looks at the words.")
    ingredients: list[str] = Field(
        default=[], max_length=200, description="The open recipe's ingredients, so that they are recognised by name."
    )
    timers: list[str] | None = Field(
        default=None, max_length=50, description="Names of the live timers; leave it out when you don't know."
    )
    ringing: bool | None = Field(default=None, description='Whether a timer rings: "ok" then means silence it.')
    paused: bool | None = Field(
        default=None, description="Whether cooking is paused; `resume` is impossible when it is not."
    )
    allow_llm: bool = Field(
        default=True, description="False: never ask the language model, answer within milliseconds."
    )


class ClassifyReply(Reply):
    success: Literal[True] = True
    intent: Intent = Field(description="The first of `actions`.")
    response: str = Field(default="", description="Always empty here; answers come from `/chat`.")
    duration_ms: float = Field(description="Inside the server.")
    confidence: float = Field(description="Calibrated: of answers at 0.9, nine in ten are right.")
    slots: Slots = Field(default=Slots(), description="Those of the first action.")
    actions: list[Action] = Field(description="Every action of the utterance, in spoken order.")
    alternatives: list[Alternative] = Field(default=[], description="What else it may have been.")
    language: Literal["ko", "en"]
    source: Source = Field(description="Which stage answered.")
    degraded: bool = Field(default=False, description="A language model was wanted and could not help in time.")


class ClassifyBatchRequest(Request):
    items: list[ClassifyRequest] = Field(min_length=1, max_length=64)


class ClassifyBatchReply(Reply):
    success: Literal[True] = True
    results: list[ClassifyReply]
    duration_ms: float


class IntentInfo(Reply):
    intent: Intent
    group: str = Field(description="moving, asking, timers, adapting, control or talking.")
    changes_state: bool = Field(
        description="Whether it moves the place, a timer or the amounts; understood more strictly."
    )
    slots: list[str] = Field(description="The slots it may carry.")
    examples: dict[Literal["ko", "en"], list[str]]


class IntentsReply(Reply):
    success: Literal[True] = True
    version: str
    intents: list[IntentInfo]


class ChatMessage(LenientRequest):
    role: Literal["system", "user", "assistant"]
    content: str


class ChatRequest(Request):
    """Exactly one of `messages` and `text`. The recipe is data to answer from, never instructions."""

    messages: list[ChatMessage] | None = Field(
        default=None, min_length=1, max_length=50, description="A conversation; the last message is answered."
    )
    text: str | None = Field(default=None, min_length=1, description="One question.")
    recipe: dict[str, Any] | None = Field(
        default=None, description="The open recipe, as schema.org JSON or as the orchestrator sends it."
    )
    step: int | None = Field(default=None, ge=1, le=1000, description="The step being cooked, from 1.")
    language: Literal["auto", "ko", "en"] = "auto"
    stream: bool = Field(
        default=True,
        description="True: Server-Sent Events `delta`, `sentence`, `done`, `error`; false: one JSON object.",
    )


class ChatDone(Reply):
    success: Literal[True] = True
    text: str = Field(description="The whole answer.")
    source: Literal["recipe", "table", "llm", "fallback"] = Field(description="Where the answer comes from.")
    degraded: bool = Field(default=False, description="A language model was wanted and could not help.")
    withheld: bool = Field(default=False, description="A number that stands in no source was kept back.")
    duration_ms: float = 0.0
