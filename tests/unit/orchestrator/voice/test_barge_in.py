"""The cook speaks while we do: duck, cut or go on. Frame by frame, without sound."""

from dataclasses import dataclass, field

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestrator.voice.barge_in import TRANSITIONS, Act, BargeIn, EarconGate, Manner, Sign
from orchestrator.voice.edges import RATE


@dataclass
class Scene:
    barge: BargeIn = field(default_factory=BargeIn)
    ms: float = 0.0
    acts: list[tuple[float, Act]] = field(default_factory=list)

    def sound(
        self, ms: float, probability: float, *, voiced: bool, speaking: bool = True, echo: bool = False
    ) -> "Scene":
        for _ in range(round(ms / 32)):
            self.ms += 32
            act = self.barge.hear(probability, voiced=voiced, speaking=speaking, echo=lambda: echo)
            if act is not None:
                self.acts.append((self.ms, act))
        return self

    def voice(self, ms: float) -> "Scene":
        return self.sound(ms, 0.95, voiced=True)

    def fan(self, ms: float, probability: float = 0.9) -> "Scene":
        """A noise that the voice detector falls for."""
        return self.sound(ms, probability, voiced=False)

    def quiet(self, ms: float) -> "Scene":
        return self.sound(ms, 0.02, voiced=False)

    def note(self, act: Act | None) -> "Scene":
        if act is not None:
            self.acts.append((self.ms, act))
        return self

    @property
    def what(self) -> list[Act]:
        return [act for _, act in self.acts]


def speaking() -> Scene:
    return Scene().quiet(320)


def test_the_table() -> None:
    assert {manner for manner, _ in TRANSITIONS} == set(Manner)
    cuts = {manner for (manner, _), (_, act) in TRANSITIONS.items() if act is Act.CUT}
    assert cuts == {Manner.SPEAKING, Manner.DUCKED}
    assert {sign for (_, sign), (_, act) in TRANSITIONS.items() if act is Act.CUT} == {
        Sign.VOICED,
        Sign.CONFIRMED,
        Sign.STOP,
    }
    for (manner, sign), (after, _) in TRANSITIONS.items():
        if sign is Sign.END:
            assert after is Manner.SILENT, manner


def test_first_lower_then_silent() -> None:
    scene = speaking().voice(480)
    assert scene.what == [Act.DUCK, Act.CUT]
    began = 320
    assert scene.acts[0][0] - began == pytest.approx(100, abs=32)
    assert scene.acts[1][0] - began == pytest.approx(300, abs=32)


def test_a_cough_costs_two_syllables() -> None:
    scene = speaking().voice(160).quiet(600)
    assert scene.what == [Act.DUCK, Act.RESTORE]


def test_a_pan_or_a_fan_lowers_us_at_most() -> None:
    scene = speaking().fan(10_000).quiet(600)
    assert scene.what == [Act.DUCK, Act.RESTORE]


def test_ten_minutes_of_fan_never_silence_us() -> None:
    scene = speaking()
    for _ in range(300):
        scene.fan(1500).quiet(500)
    assert Act.CUT not in scene.what


def test_our_own_voice_changes_nothing_and_the_cooks_in_the_midst_of_it_does() -> None:
    scene = speaking().sound(5_000, 0.95, voiced=True, echo=True)
    assert scene.what == []
    scene.voice(480)
    assert scene.what == [Act.DUCK, Act.CUT]


def test_a_voice_that_turns_out_to_be_ours_only_lowered_us() -> None:
    scene = speaking().voice(128).sound(400, 0.95, voiced=True, echo=True)
    assert scene.what == [Act.DUCK, Act.RESTORE]


def test_words_that_were_not_ours_silence_us_before_the_voice_does() -> None:
    scene = speaking().voice(192)
    scene.note(scene.barge.confirmed())
    assert scene.what == [Act.DUCK, Act.CUT]


def test_no_words_or_our_own_restore_us_at_once() -> None:
    scene = speaking().voice(192)
    scene.note(scene.barge.denied())
    assert scene.what == [Act.DUCK, Act.RESTORE]


def test_stop_needs_no_lowering_first() -> None:
    scene = speaking()
    scene.note(scene.barge.confirmed(stop=True))
    assert scene.what == [Act.CUT]


def test_half_duplex_listens_to_stop_and_to_nothing_else() -> None:
    scene = Scene(BargeIn(half=True)).quiet(320).voice(2000)
    scene.note(scene.barge.confirmed())
    assert scene.what == []
    scene.note(scene.barge.confirmed(stop=True))
    assert scene.what == [Act.CUT]


def test_cut_once_is_cut_until_the_next_time_we_speak() -> None:
    scene = speaking().voice(2000)
    assert scene.what == [Act.DUCK, Act.CUT]
    scene.sound(64, 0.95, voiced=True, speaking=False)
    assert scene.what[-1] is Act.RESTORE
    scene.quiet(64).voice(480)
    assert scene.what[-2:] == [Act.DUCK, Act.CUT]


def test_while_we_are_silent_nothing_happens() -> None:
    scene = Scene().sound(3000, 0.95, voiced=True, speaking=False)
    scene.note(scene.barge.confirmed()).note(scene.barge.denied())
    assert scene.what == []


def test_nothing_is_heard_during_a_chime_and_a_tenth_of_a_second_after() -> None:
    gate = EarconGate()
    gate.shut(RATE, np.zeros(RATE // 2, np.int16), latency_s=0.05)
    assert not gate.open(RATE)
    assert not gate.open(RATE + round(0.64 * RATE))
    assert gate.open(RATE + round(0.65 * RATE))


frames = st.tuples(st.floats(0, 1), st.booleans(), st.booleans())


@given(st.lists(st.one_of(frames, st.sampled_from(["confirmed", "denied", "stop"])), max_size=300), st.booleans())
def test_whatever_happens_we_never_stay_lowered_in_silence(story: list[object], half: bool) -> None:
    barge = BargeIn(half=half)
    low = False
    for moment in story:
        if moment == "denied":
            act = barge.denied()
        elif isinstance(moment, str):
            act = barge.confirmed(stop=moment == "stop")
        else:
            assert isinstance(moment, tuple)
            act = barge.hear(moment[0], voiced=moment[1], speaking=moment[2])
        low = ((low or act is Act.DUCK) and act is None) or act is Act.DUCK
        if half:
            assert act is not Act.DUCK
    for _ in range(40):
        act = barge.hear(0.0, voiced=False, speaking=True)
        low = low and act is None
    assert not low
