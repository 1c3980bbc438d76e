"""When the cook begins and when the cook has finished: a pure state machine on the microphone's clock of samples.

It gets one probability of speech a frame, and what the recognised words look like (`Verdict`); it answers with what to
do. It knows no wall clock, no audio and no words. What was recognised before the end is sure is a guess, numbered by
turn and revision: nothing may come of it until its `Committed`, and nothing ever of one that a `Stale` took back.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from orchestrator.voice.edges import FRAME, RATE


class Phase(StrEnum):
    QUIET = "quiet"
    """Nobody speaks."""
    STIRRING = "stirring"
    """Something like speech, too short yet to be sure."""
    TALKING = "talking"
    TRAILING = "trailing"
    """A silence too short to mean the end. Recognition may be under way already."""
    DECIDING = "deciding"
    """The silence is long enough for an end; whether it is one depends on the words."""
    RESUMING = "resuming"
    """Something like speech after a silence, too short yet to be sure."""


class Signal(StrEnum):
    SOUND = "sound"
    SILENCE = "silence"
    ENOUGH = "enough"
    """The stirring is speech."""
    FADED = "faded"
    """The stirring came to nothing."""
    SOFT_END = "soft_end"
    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    COMMIT = "commit"
    DROP = "drop"


#: Every step there is. Anything else is a bug, and raises.
TRANSITIONS: Final[Mapping[tuple[Phase, Signal], Phase]] = {
    (Phase.QUIET, Signal.SOUND): Phase.STIRRING,
    (Phase.STIRRING, Signal.ENOUGH): Phase.TALKING,
    (Phase.STIRRING, Signal.FADED): Phase.QUIET,
    (Phase.TALKING, Signal.SILENCE): Phase.TRAILING,
    (Phase.TALKING, Signal.TOO_LONG): Phase.QUIET,
    (Phase.TRAILING, Signal.SOUND): Phase.RESUMING,
    (Phase.TRAILING, Signal.SOFT_END): Phase.DECIDING,
    (Phase.TRAILING, Signal.TOO_SHORT): Phase.QUIET,
    (Phase.DECIDING, Signal.SOUND): Phase.RESUMING,
    (Phase.DECIDING, Signal.COMMIT): Phase.QUIET,
    (Phase.DECIDING, Signal.DROP): Phase.QUIET,
    (Phase.RESUMING, Signal.ENOUGH): Phase.TALKING,
    (Phase.RESUMING, Signal.SILENCE): Phase.TRAILING,
}


class Verdict(StrEnum):
    """What the words recognised so far look like."""

    COMPLETE = "complete"
    """An exact command that no other one begins with: "stop", "next"."""
    MAY_GO_ON = "may_go_on"
    """An exact command that may become another one: "go back" ... "to step 2"."""
    UNDERSTOOD = "understood"
    """Surely understood, but free speech: people stop in the middle of it."""
    OPEN = "open"
    """Not surely understood: it may be half of something."""
    REST = "rest"
    """The rest of a command that was obeyed already: "다음" ... "단계"."""
    NOTHING = "nothing"
    """No words, or our own voice."""

    @property
    def asks_for_something(self) -> bool:
        return self not in (Verdict.REST, Verdict.NOTHING)


@dataclass(frozen=True, slots=True)
class Tempo:
    """Milliseconds and probabilities. The silences are counted from where the speech ended."""

    speech: float = 0.5  # begins at this probability of speech
    over_ours: float = 0.2  # so much more while we speak ourselves: our echo is speech too
    lasting: float = 0.15  # so much less is enough to go on
    begin_ms: int = 96
    begin_over_ours_ms: int = 128
    resume_ms: int = 64  # a single frame in a pause is a spoon, not a word
    shortest_ms: int = 120  # of sounding frames in a turn: "응", "stop"
    preroll_ms: int = 400  # the first syllable begins before it is noticed
    hangover_ms: int = 32  # the detector goes on so long after the sound (median of 100 words: 27 ms)
    look_over_ours_ms: int = 64  # while we speak: it may be "stop"
    look_ms: int = 96  # recognise what there is: the answer is there when the pause turns out to be the end
    soft_end_ms: int = 200
    hold_ms: int = 150  # after the soft end, for a command that may go on
    settled_ms: int = 500
    open_ms: int = 1000
    longest_ms: int = 15_000


@dataclass(frozen=True, slots=True)
class Began:
    turn: int


@dataclass(frozen=True, slots=True)
class Recognise:
    """Send the sound between two points of the clock; the answer belongs to this turn and revision."""

    turn: int
    revision: int
    begun: int
    """The first sounding frame; the sound sent begins a bit earlier."""
    start: int
    end: int
    speech_end: int


@dataclass(frozen=True, slots=True)
class Stale:
    """The cook went on talking: what this revision was understood as must never be acted on."""

    turn: int
    revision: int


@dataclass(frozen=True, slots=True)
class Committed:
    """The cook has finished: act on this revision, as soon as it is understood."""

    turn: int
    revision: int
    speech_end: int
    """Where the speech ended: the end of the silence that told it, minus that silence."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """It was nothing."""

    turn: int


Outcome = Began | Recognise | Stale | Committed | Dropped


class TurnTaking:
    def __init__(self, tempo: Tempo | None = None) -> None:
        self._tempo = tempo or Tempo()
        self.phase = Phase.QUIET
        self.turn = 0
        self.revision = 0
        self._now = 0
        self._over_ours = False
        self._begun_at = 0  # the first sounding frame of the turn
        self._acted_on = 0  # up to here it has been heard and acted on: no word of it belongs to another turn
        self._sounding = 0  # samples of speech in the turn, or in the stirring
        self._run = 0  # sounding samples without a break
        self._speech_end = 0
        self._pending_end = 0  # where a resumed speech would end
        self._asked = False
        self._verdict: Verdict | None = None

    @property
    def live(self) -> bool:
        """The cook is talking, or may not have finished."""
        return self.phase not in (Phase.QUIET, Phase.STIRRING)

    @property
    def undecided(self) -> bool:
        """The cook may be talking to us: not the moment to begin a sentence."""
        return self.live and (self._verdict is None or self._verdict.asks_for_something)

    def hear(self, at: int, probability: float, *, over_ours: bool = False) -> list[Outcome]:
        """One frame that begins at `at`. A jump in `at` is lost sound, which counts as silence."""
        tempo = self._tempo
        self._now = at + FRAME
        self._over_ours = over_ours
        threshold = tempo.speech + (tempo.over_ours if over_ours else 0.0)
        if self.phase is not Phase.QUIET:
            threshold -= tempo.lasting
        sounds = probability >= threshold
        self._run = self._run + FRAME if sounds else 0
        match self.phase:
            case Phase.QUIET | Phase.STIRRING:
                return self._stirring(at, sounds, tempo.begin_over_ours_ms if over_ours else tempo.begin_ms)
            case Phase.TALKING:
                return self._talking(sounds)
            case Phase.RESUMING:
                return self._resuming(sounds)
            case _:
                return self._silence(sounds)

    def answered(self, turn: int, revision: int, verdict: Verdict) -> list[Outcome]:
        """What the words of a revision look like. One that is stale says nothing any more."""
        if (turn, revision) != (self.turn, self.revision) or not self._asked:
            return []
        self._verdict = verdict
        return self._decide() if self.phase is Phase.DECIDING else []

    def forget(self) -> None:
        """Whatever was going on is over: the microphone was away, or nobody is to be heard now."""
        self.phase, self._asked, self._verdict, self._run = Phase.QUIET, False, None, 0

    # -- one phase each ---------------------------------------------------------------------------------------------

    def _stirring(self, at: int, sounds: bool, begin_ms: int) -> list[Outcome]:
        if self.phase is Phase.QUIET:
            if not sounds:
                return []
            self._go(Signal.SOUND)
            self._begun_at, self._sounding = at, 0
        elif not sounds:
            if _reached(at + FRAME - self._speech_end, 2 * FRAME * 1000 // RATE):  # one frame may be missing
                self._go(Signal.FADED)
            return []
        self._sounding += FRAME
        self._speech_end = at + FRAME
        if not _reached(self._sounding, begin_ms):
            return []
        self._go(Signal.ENOUGH)
        self.turn += 1
        self.revision = 0
        self._asked, self._verdict = False, None
        return [Began(self.turn)]

    def _talking(self, sounds: bool) -> list[Outcome]:
        if not sounds:
            self._go(Signal.SILENCE)
            return self._look()
        self._sounding += FRAME
        self._speech_end = self._now
        if not _reached(self._now - self._begun_at, self._tempo.longest_ms):
            return []
        ask = self._recognise()
        self._go(Signal.TOO_LONG)
        return [ask, Committed(self.turn, self.revision, self._speech_end)]

    def _resuming(self, sounds: bool) -> list[Outcome]:
        if not sounds:
            self._go(Signal.SILENCE)
            return self._look()
        if not _reached(self._run, self._tempo.resume_ms):
            return []
        self._go(Signal.ENOUGH)
        self._sounding += self._run
        self._speech_end = self._now
        if not self._asked:
            return []
        self._asked, self._verdict = False, None
        return [Stale(self.turn, self.revision)]

    def _silence(self, sounds: bool) -> list[Outcome]:
        if sounds:
            self._go(Signal.SOUND)
            return []
        return self._look()

    def _look(self) -> list[Outcome]:
        """A frame of silence within a turn: time to recognise, to think of an end, or to end."""
        out: list[Outcome] = []
        silent = self._silent
        look_ms = self._tempo.look_over_ours_ms if self._over_ours else self._tempo.look_ms
        if not self._asked and _reached(silent, look_ms) and self._long_enough:
            out.append(self._recognise())
        if self.phase is Phase.TRAILING and _reached(silent, self._tempo.soft_end_ms):
            if not self._long_enough:
                self._go(Signal.TOO_SHORT)
                return [*out, Dropped(self.turn)]
            self._go(Signal.SOFT_END)
        return out + self._decide() if self.phase is Phase.DECIDING else out

    @property
    def _long_enough(self) -> bool:
        return self._sounding * 1000 >= self._tempo.shortest_ms * RATE

    def _recognise(self) -> Recognise:
        self.revision += 1
        self._asked, self._verdict = True, None
        start = max(self._acted_on, self._begun_at - self._tempo.preroll_ms * RATE // 1000)
        return Recognise(self.turn, self.revision, self._begun_at, start, self._now, self._speech_end)

    def _decide(self) -> list[Outcome]:
        if not _reached(self._silent, self._patience()):
            return []
        if self._verdict is not None and not self._verdict.asks_for_something:
            self._go(Signal.DROP)
            return [Dropped(self.turn)]
        self._go(Signal.COMMIT)
        self._acted_on = self._speech_end
        return [Committed(self.turn, self.revision, self._speech_end - self._hangover)]

    @property
    def _hangover(self) -> int:
        return self._tempo.hangover_ms * RATE // 1000

    @property
    def _silent(self) -> int:
        """For how long nobody has spoken."""
        return self._now - self._speech_end + self._hangover

    def _patience(self) -> int:
        tempo = self._tempo
        match self._verdict:
            case Verdict.COMPLETE | Verdict.REST:
                return tempo.soft_end_ms
            case Verdict.MAY_GO_ON:
                return tempo.soft_end_ms + tempo.hold_ms
            case Verdict.UNDERSTOOD:
                return tempo.settled_ms
            case _:  # not understood, or not yet: a slow server ends no turn early
                return tempo.open_ms

    def _go(self, signal: Signal) -> None:
        self.phase = TRANSITIONS[self.phase, signal]


def _reached(samples: int, ms: int) -> bool:
    """To the nearest frame: nothing can be told apart that is shorter than one."""
    return samples + FRAME // 2 >= ms * RATE // 1000
