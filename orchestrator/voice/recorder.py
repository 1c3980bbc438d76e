"""The last seconds from the microphone, by their place on its clock. Sound that was lost is silence."""

import numpy as np

from orchestrator.voice.edges import RATE, Samples

#: The longest turn, what comes before it, and room to spare.
KEPT = 20 * RATE


class Recorder:
    def __init__(self, kept: int = KEPT) -> None:
        self._ring = np.zeros(kept, np.int16)
        self.end = 0

    def add(self, at: int, samples: Samples) -> None:
        """The next samples. A jump forward is a gap; what lies behind what is known already is ignored."""
        if at < self.end:
            samples, at = samples[self.end - at :], self.end
        if at > self.end:
            gap = min(at - self.end, len(self._ring))
            self._put(at - gap, np.zeros(gap, np.int16))
        self._put(at, samples[-len(self._ring) :])
        self.end = at + len(samples)

    def between(self, start: int, end: int) -> Samples:
        """What was heard from `start` up to `end`, as far as it is still known."""
        start, end = max(start, self.end - len(self._ring), 0), min(end, self.end)
        if end <= start:
            return np.zeros(0, np.int16)
        return np.take(self._ring, np.arange(start, end), mode="wrap")

    def _put(self, at: int, samples: Samples) -> None:
        self._ring[np.arange(at, at + len(samples)) % len(self._ring)] = samples
