"""Who stands nearer: with a radio or a family talking all the time, only the louder voice is the cook's. Pure.

A voice detector is right to call all of it speech, and then no turn ever ends. Where speech has hardly paused for some
seconds, its quieter part is the background, and what isn't clearly louder than that is treated as silence. Noise that
the detector does not take for speech plays no part: a hood fan as loud as the cook must not drown the cook here.
"""

from collections import deque
from typing import Final

import numpy as np

from orchestrator.voice.edges import FRAME, RATE, Samples

SPEECH: Final = 0.35
WINDOW: Final = 5 * RATE // FRAME
#: A person who talks to us pauses; a radio or a table of guests hardly does.
UNBROKEN: Final = 0.75
#: The background is as loud as the quieter part of what was called speech. Found by trying on four people talking at
#: once: of 24 commands 23 are cut out rightly where the cook is 20 and 10 dB louder, 13 at 5 dB.
BACKGROUND: Final = 50
BEGIN_DB: Final = 6.0
GO_ON_DB: Final = 2.0
#: A syllable that fades is still the same voice: loudness falls this slowly, a frame.
FALLING: Final = 0.7


class Foreground:
    def __init__(self) -> None:
        self._levels: deque[tuple[float, bool]] = deque(maxlen=WINDOW)
        self._near = False
        self._level = -100.0

    def probability(self, samples: Samples, probability: float) -> float:
        """The detector's own, or 0 where the voice is one of the background's."""
        now = loudness_db(samples)
        level = self._level = now if now > self._level else FALLING * self._level + (1 - FALLING) * now
        background = self.background_db()
        self._levels.append((level, probability >= SPEECH))
        if background is None:
            self._near = probability >= SPEECH
            return probability
        self._near = level >= background + (GO_ON_DB if self._near else BEGIN_DB)
        return probability if self._near else 0.0

    def background_db(self) -> float | None:
        """How loud the others are; None where nobody talks without a pause."""
        if len(self._levels) < WINDOW:
            return None
        speech = [level for level, sounds in self._levels if sounds]
        if len(speech) < UNBROKEN * WINDOW:
            return None
        return float(np.percentile(speech, BACKGROUND))

    def reset(self) -> None:
        self._levels.clear()
        self._near = False
        self._level = -100.0


def loudness_db(samples: Samples) -> float:
    """Of full scale."""
    power = float(np.mean(samples.astype(np.float64) ** 2)) / 32_768**2
    return float(10 * np.log10(power + 1e-10))
