"""A device's rate is nobody's business but its edge's."""

import numpy as np
import pytest

from orchestrator.voice.edges import RATE
from orchestrator.voice.resampling import Resampler, at_once, to_mono


def tone(rate: float, seconds: float = 2.0, hertz: float = 440.0) -> np.ndarray[tuple[int], np.dtype[np.int16]]:
    return (10_000 * np.sin(2 * np.pi * hertz * np.arange(round(rate * seconds)) / rate)).astype(np.int16)


@pytest.mark.parametrize("rate", [8_000, 11_025, 16_000, 22_050, 44_100, 48_000, 96_000])
@pytest.mark.parametrize("block", [64, 441, 1024])
def test_blocks_of_any_size_join_without_a_seam(rate: int, block: int) -> None:
    resampler = Resampler(rate, RATE)
    sound = tone(rate)
    out = np.concatenate([resampler.go(sound[at : at + block]) for at in range(0, len(sound), block)])
    assert len(out) == pytest.approx(2 * RATE, abs=0.031 * RATE + block * RATE / rate), "a little is still inside"
    steady = out[RATE // 4 : len(out) - RATE // 10].astype(float)
    assert np.abs(steady).max() == pytest.approx(10_000, rel=0.02)
    # A seam would be a step: a 440 Hz tone of this height never moves faster than this.
    assert np.abs(np.diff(steady)).max() < 10_000 * 2 * np.pi * 440 / RATE * 1.05


@pytest.mark.parametrize("rate", [8_000, 44_100, 48_000])
def test_there_and_back_again(rate: int) -> None:
    there, back = Resampler(RATE, rate), Resampler(rate, RATE)
    sound = tone(RATE)
    out = np.concatenate([back.go(there.go(sound[at : at + 512])) for at in range(0, len(sound), 512)])
    assert np.abs(out[RATE // 2 : RATE]).max() == pytest.approx(10_000, rel=0.02)


def test_a_whole_recording_keeps_its_length() -> None:
    assert len(at_once(tone(44_100), 44_100)) == 2 * RATE
    same = tone(RATE)
    assert at_once(same, RATE) is same


def test_one_channel_of_several() -> None:
    assert to_mono(np.array([[100, 300], [-100, -300]], np.int16)).tolist() == [200, -200]
    assert to_mono(np.array([[32_767, 32_767]], np.int16)).tolist() == [32_767], "no overflow"
    assert to_mono(np.array([[1, 2, 3, 4]], np.int16)).tolist() == [1]
    assert to_mono(np.array([[7]], np.int16)).tolist() == [7]
    assert to_mono(np.array([7], np.int16)).tolist() == [7]


@pytest.mark.parametrize(("from_rate", "to_rate"), [(48_000, RATE), (RATE, 48_000), (44_100, RATE), (RATE, 44_100)])
def test_sound_is_always_equally_late_and_never_by_much(from_rate: int, to_rate: int) -> None:
    resampler = Resampler(from_rate, to_rate)
    sound, block, given = tone(from_rate), from_rate // 100, 0
    lags = []
    for number in range(200):
        given += len(resampler.go(sound[number * block : (number + 1) * block]))
        lags.append((number + 1) * 0.01 - given / to_rate)
    assert max(lags[20:]) < 0.016
    assert max(lags[20:]) - min(lags[20:]) < 0.001
