"""What reaches the recogniser: noise taken out, pauses cut, and the room told as noisy or quiet."""

import numpy as np
import pytest

from benchmarks.stt_voices import espeak, fan, mixed, with_silence
from services.stt.kitchen_ear.front_end import analysed, in_a_room, mel, spectrum
from services.stt.kitchen_ear.mask import near_gains, wide_gains

SAID = [("next step", "en-us"), ("다음 단계", "ko")]


@pytest.mark.parametrize(("said", "voice"), SAID)
def test_a_fan_is_noise_and_a_quiet_room_is_not(said: str, voice: str) -> None:
    spoken = with_silence(espeak().say(said, voice))
    assert not analysed(spoken).noisy
    assert analysed(mixed(spoken, fan(3, 1), 10)).noisy


@pytest.mark.parametrize(("said", "voice"), SAID)
def test_the_mask_keeps_the_speech_and_drops_the_fan(said: str, voice: str) -> None:
    noisy = in_a_room(mixed(with_silence(espeak().say(said, voice)), fan(3, 1), 10))
    power = spectrum(noisy)
    bands = mel(power)
    kept = (bands * np.sqrt(near_gains(bands) * wide_gains(power, bands))).mean(axis=1)
    pauses = np.r_[0:25, len(kept) - 25 : len(kept)]
    assert kept.max() > 0.5 * bands.mean(axis=1).max()
    assert kept[pauses].mean() < 0.05 * bands[pauses].mean()


@pytest.mark.parametrize(("said", "voice"), SAID)
def test_long_pauses_around_a_command_are_not_searched(said: str, voice: str) -> None:
    spoken = espeak().say(said, voice)
    short, long = (analysed(with_silence(spoken, pause, pause)) for pause in (0.3, 1.5))
    assert abs(len(long.cepstra) - len(short.cepstra)) <= 10
    assert long.starts - short.starts == pytest.approx(120, abs=10)
    assert len(long.cepstra) == len(long.loud) < len(spoken) / 160 + 40


def test_a_clip_cut_to_the_word_gets_quiet_around_it_and_tells_nothing_about_the_room() -> None:
    spoken = espeak().say("next", "en-us")[800:6000]
    sound = analysed(spoken)
    assert sound.starts < 0
    assert not sound.noisy


def test_a_moment_too_short_to_analyse_is_nothing() -> None:
    assert len(analysed(np.zeros(300, np.float32)).cepstra) == 0
