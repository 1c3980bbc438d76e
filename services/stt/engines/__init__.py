"""What a recogniser is to the rest of the service: four methods, one question, one answer."""

from dataclasses import dataclass, field
from typing import Protocol

from services.stt.audio import Samples
from shared.contracts.stt import Rejected, Segment, Word
from shared.kitchen.language import Language
from shared.service.admission import Cancelled

KITCHEN: tuple[Language, ...] = (Language.KO, Language.EN)


@dataclass(frozen=True, slots=True)
class Asking:
    """What the caller knows about the sound."""

    languages: tuple[Language, ...] = KITCHEN
    keywords: tuple[str, ...] = ()
    prompt: str = ""
    words: bool = False
    vad: bool = True
    temperature: float | None = None
    priority: int = 0
    cancelled: Cancelled = field(default_factory=Cancelled)


@dataclass(frozen=True, slots=True)
class Heard:
    text: str
    language: Language
    language_probability: float
    confidence: float | None = None
    segments: tuple[Segment, ...] = ()
    words: tuple[Word, ...] = ()
    rejected: Rejected | None = None
    confirm_numbers: bool = False


class Ear(Protocol):
    @property
    def model(self) -> str: ...
    @property
    def device(self) -> str: ...
    def load(self) -> None: ...
    def transcribe(self, samples: Samples, asking: Asking) -> Heard: ...
    def close(self) -> None: ...
