"""The sounds that are not words: heard, not painful, and without a click."""

import numpy as np
import pytest

from orchestrator.voice import earcons
from orchestrator.voice.edges import RATE, Samples
from orchestrator.voice.vad import SileroVad

ALL = {name: getattr(earcons, name)() for name in ("listening", "thinking", "unheard", "ring")}


@pytest.mark.parametrize("sound", ALL.values(), ids=ALL)
def test_neither_faint_nor_painful(sound: Samples) -> None:
    loudest = np.abs(sound.astype(int)).max() / 32_768
    assert 0.1 < loudest < 0.45


@pytest.mark.parametrize("sound", ALL.values(), ids=ALL)
def test_begins_and_ends_at_rest(sound: Samples) -> None:
    assert abs(int(sound[0])) < 200
    assert abs(int(sound[-1])) < 400


@pytest.mark.parametrize("name", ["listening", "thinking", "unheard"])
def test_chimes_are_over_before_anybody_waits_for_them(name: str) -> None:
    assert len(ALL[name]) / RATE < 0.4


def test_the_ring_leaves_a_pause_to_say_stop_in() -> None:
    ring = ALL["ring"]
    quiet = np.abs(ring[-RATE:].astype(int)).max()
    assert quiet == 0
    assert 2 < len(ring) / RATE < 4


def test_nobody_can_change_them() -> None:
    with pytest.raises(ValueError, match="read-only"):
        earcons.ring()[0] = 1


@pytest.mark.parametrize("name", ALL)
def test_a_voice_detector_does_not_take_them_for_speech(name: str) -> None:
    """Or the assistant would be interrupted by its own ring."""
    vad = SileroVad()
    sound = np.concatenate((ALL[name], np.zeros(RATE, np.int16), ALL[name]))
    frames = [sound[at : at + 512] for at in range(0, len(sound) - 511, 512)]
    sure = [vad.probability(frame) > 0.5 for frame in frames]
    runs = "".join("x" if one else "." for one in sure)
    assert "xxx" not in runs, runs
