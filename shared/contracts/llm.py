"""Understanding and answering on :8013."""

from enum import StrEnum
from typing import Any, Literal

from pydantic import Field, SerializerFunctionWrapHandler, model_serializer

from shared.contracts.base import LenientRequest, Reply, Request
from shared.kitchen.intents import Intent

MAX_UTTERANCE = 500


class Slots(Reply):
    """Only what was said. A slot that wasn't said is absent, on the wire too."""

    step: int | None = None  # 1-based; negative counts from the end: -1 is the last step
    offset: int | None = None
    duration_s: int | None = None
    name: str | None = None
    ingredient: str | None = None
    query: str | None = None
    servings: float | None = None
    factor: float | None = None
    amount: float | None = None
    unit: str | None = None
    to: str | None = None

    @model_serializer(mode="wrap")
    def _only_what_was_said(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        return {key: value for key, value in handler(self).items() if value is not None}


class Action(Reply):
    intent: Intent
    slots: Slots = Slots()


class Alternative(Reply):
    intent: Intent
    confidence: float


class Source(StrEnum):
    """Which stage of the cascade answered."""

    COMMAND = "command"
    CLASSIFIER = "classifier"
    LLM = "llm"
    FALLBACK = "fallback"


class ClassifyRequest(Request):
    text: str = Field(min_length=1)
    current_step: str = ""
    step: int | None = Field(default=None, ge=1, le=1000)
    total_steps: int | None = Field(default=None, ge=1, le=1000)
    language: Literal["auto", "ko", "en"] = "auto"
    ingredients: list[str] = Field(default=[], max_length=200)
    timers: list[str] | None = Field(default=None, max_length=50)  # None: the caller didn't say
    ringing: bool | None = None
    paused: bool | None = None
    allow_llm: bool = True


class ClassifyReply(Reply):
    success: Literal[True] = True
    intent: Intent
    response: str = ""
    duration_ms: float
    confidence: float
    slots: Slots = Slots()
    actions: list[Action]
    alternatives: list[Alternative] = []
    language: Literal["ko", "en"]
    source: Source
    degraded: bool = False


class ClassifyBatchRequest(Request):
    items: list[ClassifyRequest] = Field(min_length=1, max_length=64)


class ClassifyBatchReply(Reply):
    success: Literal[True] = True
    results: list[ClassifyReply]
    duration_ms: float


class IntentInfo(Reply):
    intent: Intent
    group: str
    changes_state: bool
    slots: list[str]
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

    messages: list[ChatMessage] | None = Field(default=None, min_length=1, max_length=50)
    text: str | None = Field(default=None, min_length=1)
    recipe: dict[str, Any] | None = None
    step: int | None = Field(default=None, ge=1, le=1000)
    language: Literal["auto", "ko", "en"] = "auto"
    stream: bool = True


class ChatDone(Reply):
    success: Literal[True] = True
    text: str
    source: Literal["recipe", "table", "llm", "fallback"]
    degraded: bool = False
    withheld: bool = False  # a number that stands in no source was kept back
    duration_ms: float = 0.0
