"""The cook speaks while we do: first we lower our voice, and only when it is meant for us we fall silent.

A pure state machine on the microphone's clock. A cough or a pan costs two syllables at half voice; a command silences
us while it is still being said. In `half` duplex (no echo cancelling, loud speaker) only stop words do.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from orchestrator.voice.edges import FRAME, RATE, Samples


class Manner(StrEnum):
    """How we are speaking."""

    SILENT = "silent"
    SPEAKING = "speaking"
    DUCKED = "ducked"
    CUT = "cut"
    """Told to stop; over when the last sample has gone."""


class Sign(StrEnum):
    BEGIN = "begin"
    END = "end"
    SPEECH = "speech"
    VOICED = "voiced"
    CONFIRMED = "confirmed"
    DENIED = "denied"
    LULL = "lull"
    STOP = "stop"


class Act(StrEnum):
    DUCK = "duck"
    RESTORE = "restore"
    CUT = "cut"


#: Every step there is; a sign that isn't here means nothing in that manner.
TRANSITIONS: Final[Mapping[tuple[Manner, Sign], tuple[Manner, Act | None]]] = {
    (Manner.SILENT, Sign.BEGIN): (Manner.SPEAKING, None),
    (Manner.SPEAKING, Sign.SPEECH): (Manner.DUCKED, Act.DUCK),
    (Manner.SPEAKING, Sign.CONFIRMED): (Manner.CUT, Act.CUT),
    (Manner.SPEAKING, Sign.STOP): (Manner.CUT, Act.CUT),
    (Manner.SPEAKING, Sign.END): (Manner.SILENT, None),
    (Manner.DUCKED, Sign.VOICED): (Manner.CUT, Act.CUT),
    (Manner.DUCKED, Sign.CONFIRMED): (Manner.CUT, Act.CUT),
    (Manner.DUCKED, Sign.STOP): (Manner.CUT, Act.CUT),
    (Manner.DUCKED, Sign.DENIED): (Manner.SPEAKING, Act.RESTORE),
    (Manner.DUCKED, Sign.LULL): (Manner.SPEAKING, Act.RESTORE),
    (Manner.DUCKED, Sign.END): (Manner.SILENT, Act.RESTORE),
    (Manner.CUT, Sign.END): (Manner.SILENT, Act.RESTORE),
}


@dataclass(frozen=True, slots=True)
class Firmness:
    """Milliseconds of the cook's voice."""

    duck_ms: int = 96
    cut_ms: int = 300  # of voiced sound since we lowered our voice, or since just before
    lull_ms: int = 500
    speech: float = 0.7


class BargeIn:
    def __init__(self, firmness: Firmness | None = None, *, half: bool = False) -> None:
        self._firmness = firmness or Firmness()
        self.half = half
        self.manner = Manner.SILENT
        self._speech = 0
        self._voiced = 0
        self._silent = 0

    def hear(
        self, probability: float, *, voiced: bool, speaking: bool, echo: Callable[[], bool] = lambda: False
    ) -> Act | None:
        """One frame, and whether we are speaking while it is heard. `echo`: asked whether a voice is our own."""
        if not speaking:
            return self._step(Sign.END)
        if self.manner is Manner.SILENT:
            self._forget()
            return self._step(Sign.BEGIN)
        if self.half:
            return None
        sounds = probability >= self._firmness.speech
        if sounds:
            self._silent = 0
            self._speech += FRAME
            self._voiced += FRAME if voiced else 0
        else:
            self._silent += FRAME
        return self._judged(echo)

    def _judged(self, echo: Callable[[], bool]) -> Act | None:
        if self.manner is Manner.SPEAKING:
            if _ms(self._silent) > 2 * _ms(FRAME):
                self._forget()
            if _ms(self._speech) >= self._firmness.duck_ms:
                return self.denied() if echo() else self._step(Sign.SPEECH)
        if self.manner is Manner.DUCKED:
            if _ms(self._voiced) >= self._firmness.cut_ms:
                return self.denied() if echo() else self._step(Sign.VOICED)
            if _ms(self._silent) >= self._firmness.lull_ms:
                self._forget()
                return self._step(Sign.LULL)
        return None

    def confirmed(self, *, stop: bool = False) -> Act | None:
        """There were words in it, and they were not ours."""
        if stop:
            return self._step(Sign.STOP)
        return None if self.half else self._step(Sign.CONFIRMED)

    def denied(self) -> Act | None:
        """No words, or our own."""
        self._forget()
        return self._step(Sign.DENIED)

    def _step(self, sign: Sign) -> Act | None:
        found = TRANSITIONS.get((self.manner, sign))
        if found is None:
            return None
        self.manner, act = found
        return act

    def _forget(self) -> None:
        self._speech = self._voiced = self._silent = 0


class EarconGate:
    """Recognisers hear "ah" in our own chimes: nothing is listened to until one is over, and a bit longer."""

    AFTER_MS: Final = 100

    def __init__(self) -> None:
        self._until = 0

    def shut(self, now: int, chime: Samples, latency_s: float = 0.0) -> None:
        length = len(chime) + round(latency_s * RATE) + self.AFTER_MS * RATE // 1000
        self._until = max(self._until, now + length)

    def open(self, at: int) -> bool:
        return at >= self._until


def _ms(samples: int) -> float:
    return samples * 1000 / RATE
