"""When the cook has finished: told frame by frame, Korean and English side by side, without a clock or a sound."""

from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orchestrator.voice.edges import FRAME, RATE
from orchestrator.voice.turn_taking import (
    TRANSITIONS,
    Began,
    Committed,
    Dropped,
    Outcome,
    Phase,
    Recognise,
    Signal,
    Stale,
    Tempo,
    TurnTaking,
    Verdict,
)

MS = RATE / 1000


@dataclass
class Telling:
    """Frames told to a `TurnTaking`; what came of it, with the moment in milliseconds at which it came."""

    turns: TurnTaking = field(default_factory=TurnTaking)
    at: int = 0
    came: list[tuple[float, Outcome]] = field(default_factory=list)

    def speech(self, ms: float, probability: float = 0.95, *, over_ours: bool = False) -> "Telling":
        for _ in range(round(ms * MS / FRAME)):
            outcomes = self.turns.hear(self.at, probability, over_ours=over_ours)
            self.at += FRAME
            self.came += [(self.at / MS, outcome) for outcome in outcomes]
        return self

    def silence(self, ms: float) -> "Telling":
        return self.speech(ms, 0.02)

    def words(self, verdict: Verdict) -> "Telling":
        """The latest recognition has come back."""
        outcomes = self.turns.answered(self.turns.turn, self.turns.revision, verdict)
        self.came += [(self.at / MS, outcome) for outcome in outcomes]
        return self

    def all(self, kind: type[Outcome]) -> list[Outcome]:
        return [outcome for _, outcome in self.came if isinstance(outcome, kind)]

    def when(self, kind: type[Outcome]) -> float:
        return next(ms for ms, outcome in self.came if isinstance(outcome, kind))


def test_the_table_of_transitions_is_this_one() -> None:
    """Nothing leads from a phase to itself, every phase can be left, and only an end leads back to quiet."""
    assert {phase for phase, _ in TRANSITIONS} == set(Phase)
    assert set(TRANSITIONS.values()) == set(Phase)
    assert all(before is not after for (before, _), after in TRANSITIONS.items())
    ends = {signal for (_, signal), after in TRANSITIONS.items() if after is Phase.QUIET}
    assert ends == {Signal.FADED, Signal.TOO_SHORT, Signal.TOO_LONG, Signal.COMMIT, Signal.DROP}
    assert len(TRANSITIONS) == 13


@pytest.mark.parametrize(
    ("verdict", "after_ms"),
    [
        (Verdict.COMPLETE, 200),  # "그만", "stop"
        (Verdict.MAY_GO_ON, 350),  # "다음", "next"
        (Verdict.UNDERSTOOD, 500),  # "간장 얼마나 넣어?", "how much salt goes in?"
        (Verdict.OPEN, 1000),  # "그러니까 그게", "well I was going to"
    ],
)
def test_how_long_a_silence_ends_a_turn(verdict: Verdict, after_ms: float) -> None:
    told = Telling().silence(500).speech(480).silence(96).words(verdict).silence(1500)
    ended_at = 500 - 500 % 32 + 480
    commit = told.all(Committed)[0]
    assert isinstance(commit, Committed)
    assert told.when(Committed) - commit.speech_end / MS == pytest.approx(after_ms, abs=16)
    assert commit.speech_end / MS == pytest.approx(ended_at, abs=32)
    assert told.turns.phase is Phase.QUIET


def test_words_that_come_late_commit_at_once_when_they_are_an_exact_command() -> None:
    told = Telling().speech(400).silence(320)
    assert not told.all(Committed)
    told.words(Verdict.COMPLETE)
    assert len(told.all(Committed)) == 1


def test_without_any_words_the_turn_still_ends_so_that_a_slow_server_is_noticed() -> None:
    told = Telling().speech(400).silence(1100)
    assert [type(one) for _, one in told.came] == [Began, Recognise, Committed]


def test_recognition_gets_the_first_syllable_too() -> None:
    told = Telling().silence(2000).speech(400).silence(200)
    ask = told.all(Recognise)[0]
    assert isinstance(ask, Recognise)
    begun = round(2000 * MS / FRAME) * FRAME
    assert ask.start == begun - 400 * RATE // 1000
    assert ask.end / MS >= (begun + 400 * MS) / MS


def test_speech_that_goes_on_makes_what_was_recognised_stale() -> None:
    """ "다음" ... "단계 재료 뭐야?", "next" ... "step, what do I need?" """
    told = Telling().speech(400).silence(256).words(Verdict.MAY_GO_ON).speech(600)
    assert told.all(Stale) == [Stale(1, 1)]
    told.silence(96).words(Verdict.UNDERSTOOD).silence(600)
    assert [(one.turn, one.revision) for one in told.all(Committed) if isinstance(one, Committed)] == [(1, 2)]
    ask = told.all(Recognise)[1]
    assert isinstance(ask, Recognise)
    assert ask.start == 0  # both halves


def test_a_spoon_in_the_pause_does_not_make_the_cook_wait() -> None:
    told = Telling().speech(400).silence(128).words(Verdict.COMPLETE).speech(32).silence(64)
    assert not told.all(Stale)
    assert len(told.all(Committed)) == 1


def test_words_of_a_stale_revision_end_nothing() -> None:
    told = Telling().speech(400).silence(128).speech(320)
    assert told.turns.answered(1, 1, Verdict.COMPLETE) == []
    told.silence(128)
    assert told.turns.answered(1, 1, Verdict.COMPLETE) == []
    assert not told.all(Committed)


@pytest.mark.parametrize("ms", [32, 64])
def test_a_knock_is_no_speech(ms: float) -> None:
    assert Telling().silence(300).speech(ms).silence(500).came == []


def test_a_short_noise_is_dropped_without_asking_anybody() -> None:
    told = Telling().speech(96).silence(500)
    assert [type(one) for _, one in told.came] == [Began, Dropped]


@pytest.mark.parametrize("ms", [128, 160])  # "응", "no"
def test_the_shortest_word_is_a_turn(ms: float) -> None:
    assert Telling().speech(ms).silence(128).all(Recognise)


def test_nothing_recognised_is_dropped() -> None:
    told = Telling().speech(400).silence(128).words(Verdict.NOTHING).silence(1000)
    assert told.all(Dropped) == [Dropped(1)]
    assert not told.all(Committed)


def test_while_it_is_known_to_be_nothing_we_may_speak() -> None:
    told = Telling().speech(400)
    assert told.turns.undecided
    told.silence(128).words(Verdict.NOTHING)
    assert told.turns.live
    assert not told.turns.undecided


def test_over_our_own_voice_speech_must_be_surer_and_longer() -> None:
    assert not Telling().speech(500, 0.6, over_ours=True).all(Began)
    assert not Telling().speech(96, 0.95, over_ours=True).all(Began)
    assert Telling().speech(128, 0.95, over_ours=True).all(Began)
    assert Telling().speech(96, 0.6).all(Began)


def test_whoever_talks_for_ever_is_heard_in_parts() -> None:
    told = Telling().speech(16_000)
    assert isinstance(told.all(Committed)[0], Committed)
    assert told.when(Committed) == pytest.approx(15_000, abs=32)
    assert told.all(Began) == [Began(1), Began(2)]


def test_lost_sound_is_silence() -> None:
    told = Telling().speech(400)
    told.at += RATE * 2
    told.silence(32)
    assert told.all(Recognise)
    told.words(Verdict.COMPLETE)
    assert told.all(Committed)


def test_a_microphone_that_was_away_leaves_nothing_behind() -> None:
    told = Telling().speech(400).silence(128)
    told.turns.forget()
    assert told.turns.answered(1, 1, Verdict.COMPLETE) == []
    assert not told.silence(2000).all(Committed)


frames = st.sampled_from([0.0, 0.3, 0.45, 0.6, 0.95])
moments = st.one_of(
    st.tuples(st.just("frames"), frames, st.integers(1, 40)),
    st.tuples(st.just("answer"), st.sampled_from(Verdict), st.integers(0, 3)),
    st.tuples(st.just("gap"), st.just(0.0), st.integers(1, 40)),
)


@settings(max_examples=300, deadline=None)
@given(st.lists(moments, max_size=60), st.booleans())
def test_any_order_of_events_keeps_to_the_table(story: list[tuple[str, object, int]], over_ours: bool) -> None:
    """Forbidden transitions raise. One turn ends once, and never on a revision that was taken back."""
    turns, at, came = TurnTaking(Tempo()), 0, list[Outcome]()
    for kind, what, number in story:
        if kind == "frames":
            for _ in range(number):
                came += turns.hear(at, float(what), over_ours=over_ours)  # type: ignore[arg-type]
                at += FRAME
        elif kind == "answer":
            assert isinstance(what, Verdict)
            came += turns.answered(turns.turn, turns.revision - number, what)
        else:
            at += number * FRAME
    ends = [one.turn for one in came if isinstance(one, Committed | Dropped)]
    assert len(ends) == len(set(ends))
    assert ends == sorted(ends)
    stale = {(one.turn, one.revision) for one in came if isinstance(one, Stale)}
    asked = [(one.turn, one.revision) for one in came if isinstance(one, Recognise)]
    assert len(asked) == len(set(asked))
    assert stale <= set(asked)
    for one in came:
        if isinstance(one, Committed):
            assert (one.turn, one.revision) in asked
            assert (one.turn, one.revision) not in stale
            assert one.revision == max(revision for turn, revision in asked if turn == one.turn)
