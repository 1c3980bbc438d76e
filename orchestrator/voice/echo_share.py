"""How much of what was heard is only what we played, come back through the room. Pure arithmetic on two recordings.

The guard that compares words is blind where a recogniser knows a hundred commands and hears one of them in our own
voice. This one compares sound: what in a stretch of the microphone can be foretold from what was played about then.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from orchestrator.voice.edges import RATE, Samples

#: From this share on it was us.
OURS: Final = 0.4
#: Or from this share of what the microphone itself got, when so much of it is in what a canceller left over: one that
#: has lost track of the echo leaves it in shreds, and shreds are hardly like anything. Found by trying: of 330 shreds
#: that were taken for words 15 are believed, of 124 words of the cook over our voice 4 are refused
#: (`benchmarks/voice_echo.py`).
OURS_AT_FIRST: Final = 0.6
LEFT_OVER: Final = 0.15
#: An echo comes this much after what was played, at most: the device's lag and a room.
LATEST: Final = round(0.5 * RATE)
#: And so much before it: what was played when is only known as well as a busy machine tells.
EARLIEST: Final = round(0.15 * RATE)
#: The lag is found anew for each piece, because a busy machine stutters,
PIECE: Final = round(0.5 * RATE)
#: and of the lags found so many are thought possible in the whole stretch: chance finds more.
LAGS: Final = 2
WINDOW: Final = 2048  # a kitchen's reverberation, and no longer
SHAPE: Final = np.hanning(WINDOW)
#: Voices have nothing below this; hums, which are all alike, have.
LOWEST: Final = 120 * WINDOW // RATE
#: Quieter than this, nothing was played worth an echo.
SILENT: Final = 30.0

_Sound = NDArray[np.float64]
_Spectra = NDArray[np.complex128]


def is_our_voice(heard: Samples, microphone: Samples, played: Samples) -> bool:
    """`microphone`: the same stretch before a canceller; without one it is what was heard. `played`: as below."""
    left = echo_share(heard, played)
    return left >= OURS or (left >= LEFT_OVER and echo_share(microphone, played) >= OURS_AT_FIRST)


def echo_share(heard: Samples, played: Samples) -> float:
    """0 to 1 of the energy of `heard`. `played` is the same stretch of the clock, with LATEST more before it."""
    near, far = heard.astype(np.float64), played.astype(np.float64)
    if len(near) < 2 * WINDOW or np.sqrt(np.mean(far**2)) < SILENT:  # too short to tell chance from likeness
        return 0.0
    far = np.concatenate((far, np.zeros(EARLIEST)))
    starts = range(0, len(near) - WINDOW + 1, WINDOW // 4)
    ours = [_spectra(far, [start + lag for start in starts]) for lag in _lags(near, far)]
    return _foretold(_spectra(near, starts), ours)


def _lags(near: _Sound, far: _Sound) -> list[int]:
    """How far on in `far` pieces of `near` are found: LATEST for what came back without delay, 0 for the latest."""
    reach = len(far) - len(near)
    found = []
    for at in range(0, max(1, len(near) - PIECE // 2), PIECE):
        piece = near[at : at + PIECE]
        played = far[at : at + len(piece) + reach]
        size = 1 << (len(piece) + len(played)).bit_length()
        together = np.fft.irfft(np.fft.rfft(played, size) * np.conj(np.fft.rfft(piece, size)), size)[: reach + 1]
        lag = int(np.argmax(np.abs(together)))
        energy = float((played[lag : lag + len(piece)] ** 2).sum())
        found.append((float(together[lag] ** 2) / (energy + SILENT**2 * len(piece)), lag))
    lags: list[int] = []
    for _, lag in sorted(found, reverse=True):
        if len(lags) < LAGS and all(abs(lag - other) > RATE // 1000 for other in lags):
            lags.append(lag)
    return lags


def _spectra(sound: _Sound, starts: Sequence[int]) -> _Spectra:
    return np.fft.rfft([sound[at : at + WINDOW] * SHAPE for at in starts], axis=1)


def _foretold(near: _Spectra, played: list[_Spectra]) -> float:
    """The share that a fixed filter makes of what was played, each window at the lag that explains most of it: their
    coherence, weighted by where the energy is."""
    whole = float((np.abs(near) ** 2).sum())
    near, played = near[:, LOWEST:], [one[:, LOWEST:] for one in played]
    if float((np.abs(near) ** 2).sum()) <= 0.1 * whole:  # silence, or nothing but a hum
        return 0.0
    alike = [np.abs((near * np.conj(one)).sum(axis=1)) ** 2 / ((np.abs(one) ** 2).sum(axis=1) + 1e-9) for one in played]
    best = np.argmax(alike, axis=0)
    far = np.stack([played[lag][at] for at, lag in enumerate(best)])
    across = np.abs((near * np.conj(far)).mean(axis=0)) ** 2
    near_power, far_power = (np.abs(near) ** 2).mean(axis=0), (np.abs(far) ** 2).mean(axis=0)
    # Few windows agree by chance; what chance alone would give is taken off.
    chance = 4 / (len(near) + 3)
    share = float((across / np.maximum(far_power, 1e-9)).sum()) / float(near_power.sum())
    return max(0.0, (share - chance) / (1 - chance))
