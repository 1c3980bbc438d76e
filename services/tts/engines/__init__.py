"""What every voice can do: one small Protocol, and the words it is spoken of with.

One module an engine beside this one. `voices.py` knows which voice belongs to which engine, `ladder.py` which engine
is tried first.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from threading import Event
from typing import Protocol

from shared.contracts.tts import SpeechMark
from shared.kitchen.language import Language


class EngineName(StrEnum):
    GPT_SOVITS = "gpt-sovits"
    SUPERTONIC = "supertonic"
    ESPEAK = "espeak-ng"


@dataclass(frozen=True, slots=True)
class Utterance:
    """One sentence or clause, written out as it is said."""

    text: str
    language: Language
    voice: str  # the engine's own name for it
    speed: float = 1.0
    pitch: float = 1.0


@dataclass(frozen=True, slots=True)
class Sound:
    """16-bit mono PCM, little endian."""

    pcm: bytes
    rate: int

    @property
    def seconds(self) -> float:
        return len(self.pcm) / 2 / self.rate


Emit = Callable[[Sound], None]


class Mouth(Protocol):
    """An engine that speaks. Every method blocks and is called from one thread at a time."""

    @property
    def model(self) -> str: ...
    @property
    def device(self) -> str: ...
    def load(self) -> None: ...

    def speak(self, utterance: Utterance, emit: Emit, hushed: Event) -> Sequence[SpeechMark]:
        """Speak, giving sound away as soon as there is some, all at one rate; stop early when `hushed`.

        An engine that may produce broken audio gives nothing away before it has looked at all of it. Raises
        `EngineFailed`. The marks are in milliseconds from the beginning of this utterance.
        """
        ...

    def close(self) -> None: ...
