"""What the caller said about the kitchen, and what we made of an utterance in it. Plain values, no rules."""

from dataclasses import dataclass
from typing import Literal

from shared.contracts.llm import Action, Alternative, ClassifyRequest, Source
from shared.kitchen.language import Language


@dataclass(frozen=True, slots=True)
class Situation:
    """None means that the caller didn't say, which is not the same as "no timers" or "not paused"."""

    current_step: str = ""
    step: int | None = None
    total_steps: int | None = None
    language: Language | None = None
    ingredients: tuple[str, ...] = ()
    timers: tuple[str, ...] | None = None
    ringing: bool | None = None
    paused: bool | None = None

    @classmethod
    def of(cls, request: ClassifyRequest) -> "Situation":
        return cls(
            current_step=request.current_step,
            step=request.step,
            total_steps=request.total_steps,
            language=None if request.language == "auto" else Language(request.language),
            ingredients=tuple(request.ingredients),
            timers=None if request.timers is None else tuple(request.timers),
            ringing=request.ringing,
            paused=request.paused,
        )


@dataclass(frozen=True, slots=True)
class Understanding:
    """`actions` in the order they were spoken; never empty."""

    actions: tuple[Action, ...]
    confidence: float
    language: Literal["ko", "en"]
    source: Source
    alternatives: tuple[Alternative, ...] = ()
    degraded: bool = False
