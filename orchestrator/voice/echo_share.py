"""How much of what was heard is only what we played, come back through the room. Pure arithmetic on two recordings.

The guard that compares words is blind where a recogniser knows a hundred commands and hears one of them in our own
voice. This one compares sound: what in a stretch of the microphone can be foretold from what was played just before it.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from orchestrator.voice.edges import RATE, Samples

#: From this share on it was us.
OURS: Final = 0.5
#: An echo comes this much after what was played, at most: the device's lag and a room.
LATEST: Final = round(0.5 * RATE)
#: The lag is found anew for each stretch: a busy machine stutters.
STRETCH: Final = round(0.5 * RATE)
WINDOW: Final = 2048  # a kitchen's reverberation, and no longer
#: Voices have nothing below this; hums, which are all alike, have.
LOWEST: Final = 120 * WINDOW // RATE
#: Quieter than this, nothing was played worth an echo.
SILENT: Final = 30.0


def echo_share(heard: Samples, played: Samples) -> float:
    """0 to 1 of the energy of `heard`. `played` is the same stretch of the clock, with LATEST more before it."""
    before = len(played) - len(heard)
    ours = energy = 0.0
    for at in range(0, len(heard) - WINDOW + 1, STRETCH):
        near = heard[at : at + STRETCH].astype(np.float64)
        if len(near) < 2 * WINDOW:  # too short to tell chance from likeness
            break
        far = played[at : at + before + len(near)].astype(np.float64)
        power = float(near @ near)
        energy += power
        ours += power * _share(near, far)
    return ours / energy if energy else 0.0


def _share(near: NDArray[np.float64], far: NDArray[np.float64]) -> float:
    """Of one stretch, at the lag that explains most."""
    if len(far) < len(near) or np.sqrt(np.mean(far**2)) < SILENT:
        return 0.0
    size = 1 << (len(near) + len(far)).bit_length()
    together = np.fft.irfft(np.fft.rfft(far, size) * np.conj(np.fft.rfft(near, size)), size)
    lag = int(np.argmax(np.abs(together[: len(far) - len(near) + 1])))
    return _foretold(near, far[lag : lag + len(near)])


def _foretold(near: NDArray[np.float64], far: NDArray[np.float64]) -> float:
    """The share of `near` that a fixed filter makes of `far`: their coherence, weighted by where the energy is."""
    hop, window = WINDOW // 4, np.hanning(WINDOW)
    starts = range(0, len(near) - WINDOW + 1, hop)
    a = np.fft.rfft([near[at : at + WINDOW] * window for at in starts], axis=1)
    b = np.fft.rfft([far[at : at + WINDOW] * window for at in starts], axis=1)
    whole = float((np.abs(a) ** 2).sum())
    a, b = a[:, LOWEST:], b[:, LOWEST:]
    if float((np.abs(a) ** 2).sum()) <= 0.1 * whole:  # silence, or nothing but a hum
        return 0.0
    across = np.abs((a * np.conj(b)).mean(axis=0)) ** 2
    near_power, far_power = (np.abs(a) ** 2).mean(axis=0), (np.abs(b) ** 2).mean(axis=0)
    # Few windows agree by chance; what chance alone would give is taken off.
    chance = WINDOW / len(near)
    share = float((across / np.maximum(far_power, 1e-9)).sum()) / float(near_power.sum())
    return max(0.0, (share - chance) / (1 - chance))
