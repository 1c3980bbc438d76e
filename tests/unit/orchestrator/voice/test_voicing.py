"""A voice repeats itself, a fan doesn't: told on synthetic sounds, each with a seed of its own."""

import numpy as np
import pytest
from numpy.typing import NDArray

from orchestrator.voice.edges import FRAME, RATE, Samples
from orchestrator.voice.voicing import periodicity, voiced

WINDOW = 2 * FRAME


def sounding(sound: NDArray[np.float64], level: float = 0.1) -> Samples:
    return np.round(sound / np.max(np.abs(sound)) * level * 32_767).astype(np.int16)


def glottal(hertz: float, seconds: float = 0.064) -> NDArray[np.float64]:
    """Pulses through two formants: roughly an open vowel."""
    at = np.arange(round(seconds * RATE)) / RATE
    strengths = [
        (k, 1 / (1 + ((k * hertz - 600) / 300) ** 2) + 1 / (1 + ((k * hertz - 1200) / 400) ** 2)) for k in range(1, 30)
    ]
    return np.asarray(sum(strength * np.sin(2 * np.pi * hertz * k * at) for k, strength in strengths))


def coloured(slope: float, seed: int, seconds: float = 4.0) -> NDArray[np.float64]:
    """Noise that falls towards the high notes, as fans and hoods do."""
    spectrum = np.fft.rfft(np.random.default_rng(seed).normal(size=round(seconds * RATE)))
    return np.fft.irfft(spectrum / np.maximum(np.arange(len(spectrum)), 1) ** slope)


@pytest.mark.parametrize("hertz", [85, 120, 180, 240, 330])
def test_voices_of_every_pitch(hertz: float) -> None:
    assert voiced(sounding(glottal(hertz)))


@pytest.mark.parametrize("hertz", [90, 140, 220])
def test_a_voice_over_a_fan_as_loud_as_half_of_it(hertz: float) -> None:
    fan = coloured(0.5, 3)[:WINDOW]
    voice = glottal(hertz)
    assert voiced(sounding(voice / np.std(voice) + 0.5 * fan / np.std(fan)))


@pytest.mark.parametrize(("name", "slope"), [("tap and sizzle", 0.0), ("extractor hood", 0.5), ("rumble", 1.0)])
def test_noises_hardly_ever(name: str, slope: float) -> None:
    noise = sounding(coloured(slope, 7), 0.3)
    windows = [noise[at : at + WINDOW] for at in range(0, len(noise) - WINDOW, FRAME)]
    assert sum(map(voiced, windows)) <= 0.1 * len(windows), name


def test_silence_and_scraps_are_no_voice() -> None:
    assert periodicity(np.zeros(WINDOW, np.int16)) == 0.0
    assert periodicity(np.zeros(10, np.int16)) == 0.0
    assert not voiced(sounding(glottal(150), level=0.0005))
