"""The few sounds that are not words, made of sine waves when needed: no files to ship, no licences to ask about.

Low, rounded and short, so that nobody mistakes them for the smoke alarm; the ring is told from them by its rhythm.
"""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from orchestrator.voice.edges import RATE, Samples

#: Of full scale. Loud enough for the next room through a phone-sized speaker, far from painful through a good one.
CHIME_LEVEL = 0.22
RING_LEVEL = 0.38

_A4, _C5, _E5, _A5 = 440.0, 523.25, 659.25, 880.0


@cache
def listening() -> Samples:
    """The wake word was heard: go on. Two notes up."""
    return _whole(_join(_note(_E5, 0.07, CHIME_LEVEL), _note(_A5, 0.11, CHIME_LEVEL)))


@cache
def thinking() -> Samples:
    """A moment please: a service is slow. Two soft notes down, once."""
    return _whole(_join(_note(_C5, 0.12, CHIME_LEVEL * 0.7), _note(_A4, 0.2, CHIME_LEVEL * 0.7)))


@cache
def unheard() -> Samples:
    """Something was said and not understood, or the microphone sleeps now. One note."""
    return _whole(_note(_A4, 0.16, CHIME_LEVEL))  # an octave lower a voice detector takes it for a hum


@cache
def ring() -> Samples:
    """One round of a timer's ring, to be repeated: three double beats, then a pause in which to say "stop"."""
    beat = _join(_bell(_A5, 0.14), _bell(_E5 * 2, 0.2))
    return _whole(_join(beat, _quiet(0.1), beat, _quiet(0.1), beat, _quiet(1.3)))


def _note(hertz: float, seconds: float, level: float) -> NDArray[np.float64]:
    """A sine that begins and ends at zero, without a click."""
    at = _times(seconds)
    rise = np.minimum(1.0, at / 0.008)
    fall = np.minimum(1.0, (seconds - at) / (seconds * 0.6))
    return np.asarray(level * np.sin(2 * np.pi * hertz * at) * rise * fall, dtype=np.float64)


def _bell(hertz: float, seconds: float) -> NDArray[np.float64]:
    """A struck note: overtones make it carry over a fan without being loud."""
    body = _note(hertz, seconds, RING_LEVEL * 0.6)
    for times, share in ((2.0, 0.25), (3.0, 0.15)):
        body += _note(hertz * times, seconds, RING_LEVEL * share)
    return body


def _quiet(seconds: float) -> NDArray[np.float64]:
    return np.zeros(round(seconds * RATE))


def _times(seconds: float) -> NDArray[np.float64]:
    return np.arange(round(seconds * RATE)) / RATE


def _join(*parts: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.concatenate(parts)


def _whole(sound: NDArray[np.float64]) -> Samples:
    samples = np.round(np.clip(sound, -1, 1) * 32_767).astype(np.int16)
    samples.flags.writeable = False
    return samples
