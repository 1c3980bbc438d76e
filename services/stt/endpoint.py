"""When an utterance in a stream begins, pauses and ends, told from the speech probability of every 32 ms.

Pure: numbers in, events out. Where the probabilities come from is `vad.py`; the socket is `routes/stream.py`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from services.stt.audio import RATE
from services.stt.vad import SILENCE, SPEECH, WINDOW

WINDOW_S: Final = WINDOW / RATE
BEGINS_AFTER: Final = 2  # windows of speech: a click is shorter
PAUSES_AFTER: Final = 7  # 0.22 s of silence: worth a first look at what was said
ENDS_AFTER: Final = 16  # 0.51 s
LONGEST: Final = round(20 / WINDOW_S)  # cut here whatever is being said


class Turn(StrEnum):
    BEGAN = "began"
    PAUSED = "paused"
    WENT_ON = "went_on"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Moment:
    turn: Turn
    window: int  # where in the stream speech began or last was, in windows


class Endpointer:
    def __init__(self) -> None:
        self._at = 0
        self._run = 0
        self._silent = 0
        self._began: int | None = None

    @property
    def speaking(self) -> bool:
        return self._began is not None

    def feed(self, probabilities: Iterable[float]) -> Iterator[Moment]:
        for probability in probabilities:
            self._at += 1
            if self._began is None:
                yield from self._waiting(probability)
            else:
                yield from self._listening(probability, self._began)

    def finish(self) -> Iterator[Moment]:
        """The stream is over; so is what is being said."""
        if self._began is not None:
            yield self._end()

    def _waiting(self, probability: float) -> Iterator[Moment]:
        self._run = self._run + 1 if probability >= SPEECH else 0
        if self._run >= BEGINS_AFTER:
            self._began, self._silent = self._at - self._run, 0
            yield Moment(Turn.BEGAN, self._began)

    def _listening(self, probability: float, began: int) -> Iterator[Moment]:
        if probability >= SPEECH:
            if self._silent >= PAUSES_AFTER:
                yield Moment(Turn.WENT_ON, self._at - 1)
            self._silent = 0
        elif probability < SILENCE or self._silent:
            self._silent += 1
            if self._silent == PAUSES_AFTER:
                yield Moment(Turn.PAUSED, self._at - self._silent)
        if self._silent >= ENDS_AFTER or self._at - began >= LONGEST:
            yield self._end()

    def _end(self) -> Moment:
        ended = Moment(Turn.ENDED, self._at - self._silent)
        self._began, self._run, self._silent = None, 0, 0
        return ended
