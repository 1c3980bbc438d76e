"""How long each part of a spoken turn took, from the end of the cook's speech to the first sound of the answer.

The end of speech is where the silence that told it began. Only measures: nothing waits for it, nothing depends on it.
"""

from collections.abc import Callable
from dataclasses import dataclass

from orchestrator.session.view import Reply
from orchestrator.voice.edges import RATE
from orchestrator.voice.guessing import Guess
from orchestrator.voice.turn_taking import Committed

#: A reply, its stages in milliseconds, and where the speech ended in seconds of the microphone's clock.
Keep = Callable[[Reply, dict[str, float], float], None]


@dataclass(slots=True)
class _Open:
    reply: Reply
    stages: dict[str, float]
    ended: float  # the end of speech, on the loop's clock
    ended_s: float  # and on the microphone's
    done: float


class Stopwatch:
    def __init__(self) -> None:
        self._place = (0, 0.0)
        self._open: dict[int, _Open] = {}

    def mark(self, at: int, now: float) -> None:
        """The microphone has come this far on its clock at this moment of the loop's."""
        self._place = (at, now)

    def moment(self, at: int) -> float:
        """When something was heard, on the loop's clock."""
        place, now = self._place
        return now - (place - at) / RATE

    def committed(self, turn: Committed, guess: Guess, reply: Reply, now: float) -> None:
        ended = self.moment(turn.speech_end)
        known = guess.stages.get("stt", 0.0) + guess.stages.get("understand", 0.0)
        asked = (guess.known_at - ended) * 1000 - known
        decided = reply.timings.get("decide", 0.0) + reply.timings.get("remember", 0.0)
        stages: dict[str, float] = {
            "silence": max(0.0, asked),
            **guess.stages,
            "wait": max(0.0, (now - guess.known_at) * 1000 - decided),
            **{name: reply.timings[name] for name in ("decide", "remember") if name in reply.timings},
        }
        self._open[turn.turn] = _Open(reply, stages, ended, turn.speech_end / RATE, now)

    def sounded(self, turn: int, at: float, keep: Keep) -> None:
        """The first sample of the turn's answer was heard."""
        found = self._open.pop(turn, None)
        if found is not None:
            found.stages["speak"] = max(0.0, (at - found.done) * 1000)
            found.stages["total"] = (at - found.ended) * 1000
            keep(found.reply, found.stages, found.ended_s)

    def silent(self, turn: int, keep: Keep) -> None:
        """There is nothing to hear of this turn."""
        found = self._open.pop(turn, None)
        if found is not None:
            found.stages["total"] = (found.done - found.ended) * 1000
            keep(found.reply, found.stages, found.ended_s)

    def close(self, keep: Keep) -> None:
        for turn in list(self._open):
            self.silent(turn, keep)
