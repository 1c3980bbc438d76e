"""From a device's or a file's rate to ours and back, without a seam between blocks. Knows no device and no file."""

import numpy as np
import soxr

from orchestrator.voice.edges import RATE, Samples


class Resampler:
    """One direction of one stream. Keeps what it needs of the past, so blocks of any size join without a click."""

    def __init__(self, from_rate: float, to_rate: float) -> None:
        self._same = from_rate == to_rate
        # The variable-rate engine at a steady rate: the other one works in batches and is up to 60 ms late now and
        # then (48 kHz: 6 to 37 ms measured); this one always 13 to 15 ms.
        self._soxr = None if self._same else soxr.ResampleStream(from_rate, to_rate, 1, dtype="int16", vr=True)

    def go(self, samples: Samples, *, last: bool = False) -> Samples:
        if self._soxr is None:
            return samples
        return np.asarray(self._soxr.resample_chunk(samples, last=last), dtype=np.int16)


def at_once(samples: Samples, from_rate: float) -> Samples:
    """A whole recording at our rate."""
    if from_rate == RATE:
        return samples
    return np.asarray(soxr.resample(samples, from_rate, RATE), dtype=np.int16)


def to_mono(block: Samples) -> Samples:
    """One channel of several. Two are a stereo microphone; of more, the first is what an array made of all."""
    if block.ndim == 1:
        return block
    if block.shape[1] == 2:
        return np.asarray(block.astype(np.int32).sum(axis=1) // 2, dtype=np.int16)
    return np.ascontiguousarray(block[:, 0])
