"""What the voice loop needs of the world: a microphone, a speaker, and what they carry. No device is opened here.

All sound inside the loop is 16 kHz, mono, 16 bit. Devices and files with other habits convert at their own edge.
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from orchestrator.voice.mixer import Mixer

RATE = 16_000
FRAME = 512  # 32 ms: the window that Silero's voice detector was trained on

Samples: TypeAlias = NDArray[np.int16]


@dataclass(frozen=True, slots=True)
class Heard:
    """One frame from the microphone."""

    samples: Samples
    """Exactly FRAME of them; the very last frame of a file is filled up with silence."""
    at: int
    """Where its first sample stands on the microphone's clock. A jump between two frames is sound that was lost."""
    played: Samples
    """What the speaker played meanwhile, as far as this machine knows: the reference of an echo canceller."""

    @property
    def ends_at(self) -> int:
        return self.at + len(self.samples)


class Microphone(Protocol):
    name: str
    """As a person would recognise it."""

    def frames(self) -> AsyncIterator[Heard]:
        """Every frame in order. Ends when there is no more (a file); a device that is pulled out is waited for."""

    async def aclose(self) -> None: ...


class Speaker(Protocol):
    name: str

    @property
    def latency_s(self) -> float:
        """From a sample leaving the mixer to a sample being heard, as far as the device tells."""

    async def start(self, mixer: "Mixer") -> None:
        """Begin to pull. From now on the mixer decides what is heard, silence included."""

    async def aclose(self) -> None:
        """Stop pulling. What was pulled is played out first."""


class SoundMissing(Exception):
    """There is no sound to be had here until somebody does something. Raised at the start, never in mid-cooking."""

    def __init__(self, what: str, how_to_fix: str) -> None:
        super().__init__(f"{what} {how_to_fix}")
        self.what = what
        self.how_to_fix = how_to_fix
