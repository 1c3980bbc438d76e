"""Was it the cook, or our own voice come back? Told by the sound, whatever words a recogniser made of it."""

import numpy as np
import pytest

from orchestrator.voice.echo_share import LATEST, OURS, echo_share
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
