"""How much of what each mel band holds is speech: two small learnt masks that take steady kitchen noise out.

One looks at the bands over a sixth of a second, the other at the bands and at single harmonics over two thirds of one.
They were learnt from different sounds and err differently: in noise their geometric mean is better than either, while
in a quiet room the first alone takes less of the speech. Trained by
`benchmarks/stt_mask.py` and `benchmarks/stt_mask_wide.py`. What is done with the mask stands in `front_end.py`.
"""

from functools import lru_cache
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

Frames = npt.NDArray[np.float64]
Weights = dict[str, npt.NDArray[np.float32]]

CONTEXT: Final = 7  # frames on either side that the first mask looks at
DILATIONS: Final = (1, 2, 4, 8, 16)  # of the second one's layers, three frames each
HARMONICS: Final = slice(4, 100)  # bins of 31 Hz in which a voice's harmonics stand apart


def near_gains(bands: Frames) -> npt.NDArray[np.float32]:
    """The share of each mel band's power that is speech, between 0 and 1."""
    return _near(near_input(bands))


def wide_gains(power: Frames, bands: Frames) -> npt.NDArray[np.float32]:
    """The same by the second mask, from the power spectrum and its mel bands."""
    return _wide(wide_input(power, bands))


def loudness(bands: Frames) -> float:
    """The power in one band (or of one sample), averaged over the loudest fifth of the clip: speech, not the pauses."""
    power = np.sort(bands.mean(axis=1))
    return float(power[-max(3, len(power) // 5) :].mean())


def near_input(bands: Frames) -> npt.NDArray[np.float32]:
    """Of each frame: every band over its own quiet level, with the neighbouring frames."""
    logs = np.log(bands)
    over = logs - np.percentile(logs, 10, axis=0)
    padded = np.pad(over / 4, ((CONTEXT, CONTEXT), (0, 0)), mode="edge")
    windows = np.lib.stride_tricks.sliding_window_view(padded, 2 * CONTEXT + 1, axis=0)
    return np.asarray(windows.reshape(len(bands), -1), np.float32)


def wide_input(power: Frames, bands: Frames) -> npt.NDArray[np.float32]:
    """Of each frame: every band over its own quiet level and under the clip's loud parts, and the harmonics."""
    logs, harmonics = np.log(bands), np.log(power[:, HARMONICS] + 1)
    over = (logs - np.percentile(logs, 10, axis=0)) / 4
    under = (logs - np.log(loudness(bands))) / 4 + 1
    ripples = (harmonics - np.percentile(harmonics, 20, axis=0)) / 4
    return np.asarray(np.hstack([over, under, ripples]), np.float32)


def _near(x: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    stored = _stored("mask.npz")
    last = len(stored) // 2 - 1
    for layer in range(last):
        x = np.maximum(x @ stored[f"w{layer}"] + stored[f"b{layer}"], 0)
    return _sigmoid(x @ stored[f"w{last}"] + stored[f"b{last}"])


def _wide(x: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    stored = _stored("mask_wide.npz")
    x = np.maximum(_across_time(x, stored["w0"], 1) + stored["b0"], 0)
    for layer, dilation in enumerate(DILATIONS, 1):
        x = x + np.maximum(_across_time(x, stored[f"w{layer}"], dilation) + stored[f"b{layer}"], 0)
    last = len(DILATIONS) + 1
    return _sigmoid(x @ stored[f"w{last}"] + stored[f"b{last}"])


def _across_time(
    x: npt.NDArray[np.float32], weights: npt.NDArray[np.float32], dilation: int
) -> npt.NDArray[np.float32]:
    """A convolution over three frames, `dilation` apart; `weights` are (3, in, out)."""
    padded = np.pad(x, ((dilation, dilation), (0, 0)))
    before, now, after = (padded[k * dilation : k * dilation + len(x)] @ weights[k] for k in range(3))
    return np.asarray(before + now + after)


def _sigmoid(x: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    return np.asarray(1 / (1 + np.exp(-x)), np.float32)


@lru_cache(maxsize=2)
def _stored(name: str) -> Weights:
    with np.load(Path(__file__).with_name(name)) as stored:
        return {key: stored[key].astype(np.float32) for key in stored.files}
