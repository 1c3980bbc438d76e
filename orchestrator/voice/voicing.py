"""Is it a voice or a noise? A voiced sound repeats itself 70 to 400 times a second; a fan, a tap and a sizzle don't.

A voice detector may take an extractor fan for speech; this is asked before a sound may silence us. Pure arithmetic on
one or two frames.
"""

from typing import Final

import numpy as np

from orchestrator.voice.edges import RATE, Samples

LOWEST_HZ, HIGHEST_HZ = 70, 400
OVERTONES_HZ = 1000
#: How much of the sound must come back one period later.
PERIODIC: Final = 0.6
#: Below this (of full scale) it is the room.
FAINT: Final = 0.003


def voiced(samples: Samples) -> bool:
    """Whether these 30 to 70 ms are periodic at a pitch that people have."""
    return periodicity(samples) >= PERIODIC


def periodicity(samples: Samples) -> float:
    """From 0 (noise, silence) to 1 (a pure tone of a speaker's pitch)."""
    sound = samples.astype(np.float64) / 32_768
    if len(sound) < 2 * RATE // HIGHEST_HZ:
        return 0.0
    # Pitch and its first overtones: above them hiss and sizzle drown a voice, below them everything rumbles.
    spectrum = np.fft.rfft(sound)
    hertz = np.fft.rfftfreq(len(sound), 1 / RATE)
    spectrum[(hertz < LOWEST_HZ) | (hertz > OVERTONES_HZ)] = 0
    sound = np.fft.irfft(spectrum, len(sound))
    if float(sound @ sound) / len(sound) < FAINT**2:
        return 0.0
    alike = np.fft.irfft(np.abs(np.fft.rfft(sound, 2 * len(sound))) ** 2)[: len(sound)]
    shortest, longest = RATE // HIGHEST_HZ, min(RATE // LOWEST_HZ, len(sound) - len(sound) // 4)
    # What is left to compare shrinks with the lag: each lag is measured by what it compared.
    before = np.cumsum(sound**2)
    lags = np.arange(shortest, longest)
    head, tail = before[len(sound) - 1 - lags], before[-1] - before[lags - 1]
    scores = alike[lags] / np.sqrt(np.maximum(head * tail, 1e-12))
    inner = scores[1:-1]
    peaks = inner[(inner > scores[:-2]) & (inner >= scores[2:])]
    return float(max(0.0, peaks.max())) if len(peaks) else 0.0
