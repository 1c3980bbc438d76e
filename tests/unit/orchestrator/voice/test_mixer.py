"""What the cook hears: speech in order, cut at once, never twice, with a ring and chimes around it."""

from dataclasses import dataclass, field

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orchestrator.voice.edges import RATE, Samples
from orchestrator.voice.mixer import DUCKED, FADE, JITTER, Mixer, Outcome

TEN_MS = RATE // 100


def loud(seconds: float, level: int = 10_000) -> Samples:
    return np.full(round(seconds * RATE), level, np.int16)


def counting(first: int, length: int) -> Samples:
    """Samples that can be told from each other."""
    return np.arange(first, first + length).astype(np.int16)


def pull_all(mixer: Mixer, seconds: float) -> Samples:
    return np.concatenate([mixer.pull(TEN_MS) for _ in range(round(seconds * 100))])


def outcomes(mixer: Mixer) -> list[tuple[int, Outcome, int]]:
    return [(one.stream, one.outcome, one.samples) for one in mixer.heard_out()]


def test_two_sentences_are_heard_one_after_the_other_without_a_seam() -> None:
    mixer = Mixer()
    mixer.speak(1, 1, counting(1, 1000))
    mixer.end(1)
    mixer.speak(1, 2, counting(2001, 1000))
    mixer.end(2)
    heard = pull_all(mixer, 0.2)
    assert heard[:1000].tolist() == counting(1, 1000).tolist()
    assert heard[1000:2000].tolist() == counting(2001, 1000).tolist()
    assert not heard[2000 + FADE :].any()
    assert outcomes(mixer) == [
        (1, Outcome.STARTED, 0),
        (1, Outcome.FINISHED, 1000),
        (2, Outcome.STARTED, 0),
        (2, Outcome.FINISHED, 1000),
    ]


def test_a_stream_begins_when_a_little_of_it_is_here_or_all_of_it() -> None:
    mixer = Mixer()
    mixer.speak(1, 1, loud(0.04))
    assert not mixer.pull(TEN_MS).any(), "the rest may come late: wait for a little more"
    mixer.speak(1, 1, loud(0.04))
    assert mixer.pull(TEN_MS).any()

    short = Mixer()
    short.speak(1, 1, loud(0.02))
    short.end(1)
    assert short.pull(TEN_MS).any(), "nothing more will come"


def test_a_stall_is_silence_and_goes_on_where_it_stopped() -> None:
    mixer = Mixer()
    mixer.speak(1, 1, counting(1, JITTER))
    first = pull_all(mixer, 0.2)
    mixer.speak(1, 1, counting(1 + JITTER, JITTER))
    mixer.end(1)
    second = pull_all(mixer, 0.2)
    assert first[:JITTER].tolist() == counting(1, JITTER).tolist()
    assert second[:JITTER].tolist() == counting(1 + JITTER, JITTER).tolist()
    assert mixer.stalls == 1
    assert outcomes(mixer) == [(1, Outcome.STARTED, 0), (1, Outcome.FINISHED, 2 * JITTER)]


def test_hush_is_silence_after_a_few_milliseconds_and_without_a_click() -> None:
    mixer = Mixer()
    mixer.speak(1, 1, loud(1))
    mixer.speak(1, 2, loud(1))
    before = mixer.pull(TEN_MS)
    mixer.hush(2)
    after = mixer.pull(10 * TEN_MS)
    steps = np.abs(np.diff(np.concatenate((before[-1:], after)).astype(np.int32)))
    assert not after[FADE:].any()
    assert steps.max() < 500, "10000 to 0 in one step would click"
    assert outcomes(mixer) == [
        (1, Outcome.STARTED, 0),
        (1, Outcome.HUSHED, TEN_MS),
        (2, Outcome.HUSHED, 0),
    ]


def test_what_still_comes_of_a_hushed_turn_is_refused_and_the_new_turn_is_heard() -> None:
    mixer = Mixer()
    assert mixer.speak(1, 1, loud(0.5))
    mixer.hush(2)
    pull_all(mixer, 0.02)
    assert not mixer.speak(1, 1, loud(0.5))
    assert not mixer.speak(1, 9, loud(0.5))
    mixer.end(1)
    assert mixer.speak(2, 3, loud(0.5, 7000))
    assert set(np.unique(pull_all(mixer, 0.5))) == {7000}


def test_hushing_again_or_an_older_generation_changes_nothing() -> None:
    mixer = Mixer()
    mixer.hush(3)
    mixer.speak(3, 1, loud(0.5))
    mixer.hush(3)
    mixer.hush(1)
    assert mixer.pull(TEN_MS).all()
    assert not mixer.speak(2, 2, loud(0.1))


def test_a_chunk_for_a_finished_stream_is_a_mistake_of_ours_and_says_so() -> None:
    mixer = Mixer()
    mixer.speak(1, 1, loud(0.1))
    mixer.end(1)
    with pytest.raises(ValueError, match="has ended"):
        mixer.speak(1, 1, loud(0.1))


def test_an_empty_stream_is_finished_in_its_turn() -> None:
    mixer = Mixer()
    mixer.speak(1, 1, loud(0.1))
    mixer.end(1)
    mixer.speak(1, 2, np.zeros(0, np.int16))
    mixer.end(2)
    pull_all(mixer, 0.12)
    assert outcomes(mixer)[-1] == (2, Outcome.FINISHED, 0)


def test_the_buffer_that_was_handed_over_may_be_used_again() -> None:
    mixer = Mixer()
    buffer = loud(0.1)
    mixer.speak(1, 1, buffer)
    mixer.end(1)
    buffer[:] = 1
    assert set(np.unique(mixer.pull(TEN_MS))) == {10_000}


def test_ducking_glides_down_by_15_db_and_back() -> None:
    mixer = Mixer()
    mixer.speak(1, 1, loud(1))
    assert mixer.pull(TEN_MS)[-1] == 10_000
    mixer.duck(True)
    down = mixer.pull(10 * TEN_MS)
    assert down[-1] == round(10_000 * DUCKED)
    mixer.duck(False)
    up = mixer.pull(10 * TEN_MS)
    assert up[-1] == 10_000
    assert np.abs(np.diff(np.concatenate((down, up)).astype(np.int32))).max() < 50


@pytest.mark.parametrize(("asked", "heard"), [(0.5, 5_000), (1.0, 10_000), (2.0, 20_000), (9.0, 20_000), (-1.0, 0)])
def test_louder_and_quieter(asked: float, heard: int) -> None:
    mixer = Mixer()
    mixer.volume = asked
    mixer.speak(1, 1, loud(1))
    assert pull_all(mixer, 0.2)[-1] == heard


def test_a_ring_goes_on_until_it_is_told_to_stop_and_begins_anew() -> None:
    tone = counting(1, 4 * TEN_MS)
    mixer = Mixer(ring_tone=tone)
    mixer.ring(True)
    mixer.pull(4 * TEN_MS)
    again = mixer.pull(4 * TEN_MS)
    assert again.tolist() == tone.tolist(), "round and round"
    mixer.pull(TEN_MS)
    mixer.ring(False)
    mixer.pull(4 * TEN_MS)
    assert not mixer.pull(4 * TEN_MS).any()
    mixer.ring(True)
    mixer.pull(4 * TEN_MS)
    assert mixer.pull(1)[0] == tone[0]


def test_the_ring_is_lowered_under_a_voice_and_by_ducking_and_never_below_hearing() -> None:
    def level(**how: bool) -> float:
        mixer = Mixer(ring_tone=loud(0.1), volume=0.0 if how.get("mute") else 1.0)
        mixer.ring(True)
        mixer.duck(how.get("duck", False))
        if how.get("voice"):
            mixer.speak(1, 1, np.zeros(RATE, np.int16))
        return float(pull_all(mixer, 0.3)[-1])

    assert level() == 10_000
    assert level(voice=True) == pytest.approx(2_000, abs=10)
    assert level(duck=True) == pytest.approx(1_778, abs=10)
    assert level(mute=True) == pytest.approx(4_000, abs=10)


def test_chimes_lie_over_speech_and_go_with_it() -> None:
    mixer = Mixer()
    mixer.speak(1, 1, loud(1))
    mixer.earcon(loud(0.02, 500))
    mixer.earcon(loud(0.02, 700))
    heard = pull_all(mixer, 0.06)
    assert [int(heard[at * TEN_MS + 5]) for at in range(6)] == [10_500, 10_500, 10_700, 10_700, 10_000, 10_000]
    mixer.earcon(loud(0.5, 500))
    mixer.hush(2)
    assert not pull_all(mixer, 0.1)[FADE:].any()


def test_a_chime_alone_is_not_hushed_by_a_new_turn() -> None:
    mixer = Mixer()
    mixer.earcon(loud(0.1, 500))
    mixer.hush(7)
    assert mixer.pull(TEN_MS).all()


def test_too_much_at_once_is_bent_not_wrapped() -> None:
    mixer = Mixer(ring_tone=loud(0.1, 30_000))
    mixer.earcon(loud(0.3, 30_000))
    mixer.ring(True)
    heard = pull_all(mixer, 0.2)
    assert heard.min() >= 0
    assert heard.max() > 30_000


def test_heard_means_heard_by_the_cook_not_taken_by_the_card() -> None:
    mixer = Mixer()
    mixer.lag(0.1)
    mixer.speak(1, 1, loud(0.05))
    mixer.end(1)
    pull_all(mixer, 0.09)
    assert mixer.heard_out() == ()
    assert mixer.speaking
    pull_all(mixer, 0.01)
    assert [one.outcome for one in mixer.heard_out()] == [Outcome.STARTED]
    pull_all(mixer, 0.05)
    (finished,) = mixer.heard_out()
    assert (finished.outcome, finished.at) == (Outcome.FINISHED, round(0.05 * RATE))
    assert not mixer.speaking


def test_what_was_played_can_be_asked_for_by_its_place_on_the_clock() -> None:
    mixer = Mixer()
    mixer.speak(1, 1, counting(1, 3200))
    mixer.end(1)
    pull_all(mixer, 0.5)
    assert mixer.played(1000, 512).tolist() == counting(1001, 512).tolist()
    assert not mixer.played(-512, 512).any(), "before the beginning"
    ahead = mixer.played(mixer.pulled - 100, 512)
    assert len(ahead) == 512, "what isn't played yet is silence"
    assert not mixer.played(10**9, 512).any()


# -- whatever happens in whatever order --------------------------------------------------------------------------------

steps = st.lists(
    st.one_of(
        st.tuples(st.just("speak"), st.integers(0, 6), st.integers(0, 700)),
        st.tuples(st.just("more"), st.integers(0, 5), st.integers(0, 700)),
        st.tuples(st.just("end"), st.integers(0, 5), st.just(0)),
        st.tuples(st.just("hush"), st.integers(0, 6), st.just(0)),
        st.tuples(st.just("pull"), st.integers(1, 900), st.just(0)),
    ),
    max_size=40,
)


@dataclass
class Kitchen:
    """The mixer, and beside it what must be true. Every sample of a story has a value of its own, so it has a name."""

    mixer: Mixer = field(default_factory=lambda: Mixer(jitter=200))
    floor: int = 0
    samples: int = 0
    given: dict[int, list[int]] = field(default_factory=dict)
    heard: dict[int, list[int]] = field(default_factory=dict)
    generation: dict[int, int] = field(default_factory=dict)
    stream_of: dict[int, int] = field(default_factory=dict)
    ended: set[int] = field(default_factory=set)
    told: list[tuple[int, Outcome, int]] = field(default_factory=list)

    def speak(self, stream: int, generation: int, length: int) -> None:
        values = counting(1 + self.samples, length)
        self.samples += length
        accepted = self.mixer.speak(generation, stream, values)
        assert accepted == (generation >= self.floor)
        if accepted:
            self.given.setdefault(stream, []).extend(values.tolist())
            self.heard.setdefault(stream, [])
            self.generation[stream] = generation
            self.stream_of.update(dict.fromkeys(values.tolist(), stream))

    def pull(self, length: int) -> None:
        for value in filter(None, self.mixer.pull(length).tolist()):
            stream = self.stream_of[value]
            assert self.generation[stream] >= self.floor, "hushed, and heard all the same"
            assert value == self.given[stream][len(self.heard[stream])], "lost, doubled or out of order"
            self.heard[stream].append(value)
        self.told += outcomes(self.mixer)

    def end(self, stream: int) -> None:
        self.ended.add(stream)
        self.mixer.end(stream)


@settings(max_examples=300, deadline=None)
@given(steps)
def test_nothing_is_lost_nothing_is_doubled_and_nothing_hushed_is_played(story: list[tuple[str, int, int]]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("orchestrator.voice.mixer.FADE", 0)  # so that whatever is heard was said by somebody
        kitchen = Kitchen()
        for number, (verb, which, length) in enumerate(story):
            known = list(kitchen.given)
            stream = known[which % len(known)] if known else None
            if verb == "speak":
                kitchen.speak(number, which, length)
            elif verb == "more" and stream is not None and stream not in kitchen.ended:
                kitchen.speak(stream, kitchen.generation[stream], length)
            elif verb == "end" and stream is not None:
                kitchen.end(stream)
            elif verb == "hush":
                kitchen.floor = max(kitchen.floor, which)
                kitchen.mixer.hush(which)
            elif verb == "pull":
                kitchen.pull(which)
        for stream in kitchen.given:
            kitchen.end(stream)
        kitchen.pull(kitchen.samples + 1)

    ends = [(stream, outcome, samples) for stream, outcome, samples in kitchen.told if outcome is not Outcome.STARTED]
    assert sorted(stream for stream, _, _ in ends) == sorted(kitchen.given), "every stream's end is told, once"
    for stream, outcome, samples in ends:
        assert samples == len(kitchen.heard[stream])
        if outcome is Outcome.FINISHED:
            assert kitchen.heard[stream] == kitchen.given[stream]
        else:
            assert kitchen.generation[stream] < kitchen.floor
