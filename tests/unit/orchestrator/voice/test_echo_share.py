"""Was it the cook, or our own voice come back? Told by the sound, whatever words a recogniser made of it."""

import numpy as np
import pytest

from orchestrator.voice.echo_share import EARLIEST, LATEST, OURS, echo_share, is_our_voice
from orchestrator.voice.edges import RATE, Samples

Sound = np.ndarray[tuple[int], np.dtype[np.float64]]


def voice(seed: int, seconds: float = 2.0) -> Sound:
    """Speech-like: a wandering pitch with overtones, syllables and breath."""
    generator = np.random.default_rng(seed)
    length = round(seconds * RATE)
    at = np.arange(length) / RATE
    pitch = 120 + 60 * generator.random() + 25 * np.sin(2 * np.pi * generator.uniform(0.5, 2) * at + seed)
    phase = 2 * np.pi * np.cumsum(pitch) / RATE
    tone = sum(np.sin(k * phase) * generator.uniform(0.2, 1) / k for k in range(1, 18))
    syllables = np.interp(
        at, np.arange(0, seconds + 0.2, 0.12), generator.random(len(np.arange(0, seconds + 0.2, 0.12)))
    )
    sound = (tone + 0.3 * generator.normal(size=length)) * syllables**2
    return np.asarray(sound / np.sqrt(np.mean(sound**2)) * 1500)


def room(sound: Sound, lag_s: float, reverberation_s: float, seed: int = 1) -> Sound:
    generator = np.random.default_rng(seed)
    length = round(reverberation_s * RATE)
    answer = generator.normal(size=length) * np.exp(-6.9 * np.arange(length) / length) * 0.2
    answer[0] = 1
    later = np.convolve(sound, answer / np.sqrt((answer**2).sum()))[: len(sound)]
    return np.concatenate((np.zeros(round(lag_s * RATE)), later))[: len(sound)]


def share(heard: Sound, played: Sound) -> float:
    return echo_share(as_samples(heard), as_samples(np.concatenate((np.zeros(LATEST), played))))


def is_ours(heard: Sound, microphone: Sound, played: Sound) -> bool:
    before = as_samples(np.concatenate((np.zeros(LATEST), played)))
    return is_our_voice(as_samples(heard), as_samples(microphone), before)


def shreds(sound: Sound, seed: int) -> Sound:
    """What a canceller that has lost track of an echo leaves: now this, now that band of it, and something of its own."""
    generator = np.random.default_rng(seed)
    left = np.zeros(len(sound))
    hop = 256
    for at in range(0, len(sound) - 2 * hop, hop):
        bands = np.fft.rfft(sound[at : at + 2 * hop] * np.hanning(2 * hop))
        gates = np.repeat(generator.random(17) ** 2, 16)[: len(bands)]
        left[at : at + 2 * hop] += np.fft.irfft(bands * gates * np.exp(1j * generator.normal(0, 0.8, len(bands))))
    return left


def as_samples(sound: Sound) -> Samples:
    return np.clip(sound, -32_768, 32_767).astype(np.int16)


@pytest.mark.parametrize("lag_s", [0.0, 0.03, 0.15, 0.4])
@pytest.mark.parametrize("reverberation_s", [0.001, 0.2])
def test_our_own_voice_is_ours(lag_s: float, reverberation_s: float) -> None:
    ours = voice(1)
    assert share(0.3 * room(ours, lag_s, reverberation_s), ours) > OURS


@pytest.mark.parametrize("seed", range(5))
def test_the_cook_is_not_us_even_while_we_speak(seed: int) -> None:
    ours, cook = voice(1), voice(10 + seed)
    assert share(cook, ours) < OURS / 2
    assert share(cook + 0.5 * room(ours, 0.1, 0.2), ours) < OURS


def test_our_voice_is_ours_when_the_sound_stumbles_in_the_middle_of_it() -> None:
    ours = voice(1)
    stumbled = np.concatenate((room(ours, 0.05, 0.1)[: RATE // 2], room(ours, 0.21, 0.1)[RATE // 2 :]))
    assert share(stumbled, ours) > OURS


def test_it_is_ours_when_what_was_played_is_known_a_bit_too_late() -> None:
    ours = voice(1, 2.5)
    late = round(0.1 * RATE)
    assert late < EARLIEST
    assert share(room(ours, 0.0, 0.1)[late:], ours[:-late]) > OURS


@pytest.mark.parametrize("seed", range(5))
def test_what_a_canceller_leaves_over_of_us_is_ours(seed: int) -> None:
    ours = voice(seed)
    echo = room(ours, 0.1, 0.1)
    left = shreds(echo, seed)
    assert share(left, ours) < OURS, "hardly to be recognised"
    assert is_ours(left, echo, ours)


@pytest.mark.parametrize("seed", range(5))
def test_the_cook_is_heard_over_a_loud_echo_that_is_taken_out(seed: int) -> None:
    ours, cook = voice(1), voice(10 + seed)
    assert not is_ours(cook, cook + 3 * room(ours, 0.1, 0.2), ours)


def test_a_fan_under_the_echo_does_not_hide_it() -> None:
    ours = voice(1)
    fan = np.random.default_rng(4).normal(0, 300, len(ours))
    assert share(room(ours, 0.1, 0.1) + fan, ours) > OURS


def test_when_we_were_silent_it_was_not_us() -> None:
    assert share(voice(2), np.zeros(2 * RATE)) == 0.0


@pytest.mark.parametrize("seconds", [0.0, 0.05, 0.2])
def test_too_short_to_tell_is_the_cooks(seconds: float) -> None:
    ours = voice(1)[: round(seconds * RATE)]
    assert share(ours, ours) == 0.0
