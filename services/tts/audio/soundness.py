"""Is this speech at all? Neural engines can answer with silence, noise or an endless drone and call it success."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_FRAME_S = 0.02
_SILENT_RMS = 33.0  # -60 dB
_MOST_SILENCE = 0.95
_MOST_CLIPPED = 0.05
#: Speech comes and goes, and its spectrum has peaks; noise does neither.
_STEADY = 0.25
_FLAT = 0.3
#: Seconds of sound for one written letter or syllable, at speed 1; and what an engine may add at the edges.
_SHORTEST, _LONGEST, _EDGES_S = 0.03, 0.4, 1.0


def fault(pcm: bytes, rate: int, text: str, speed: float = 1.0) -> str | None:
    """What is wrong with this sound as a reading of `text`; None when it may be heard."""
    import numpy as np

    samples = np.frombuffer(pcm, np.int16).astype(np.float64)
    if not samples.any():
        return "nothing but zeros"
    seconds = len(samples) / rate
    letters = sum(map(str.isalnum, text))
    if seconds < _SHORTEST * letters / speed:
        return f"{seconds:.2f} s is too short for {letters} characters"
    if seconds > _LONGEST * letters / speed + _EDGES_S:
        return f"{seconds:.2f} s is too long for {letters} characters"
    if np.mean(np.abs(samples) >= 32767) > _MOST_CLIPPED:
        return "clipped"
    loudness = _loudness(samples, rate)
    if np.mean(loudness < _SILENT_RMS) > _MOST_SILENCE:
        return "silent"
    if _is_noise(samples, loudness, rate):
        return "noise"
    return None


def _loudness(samples: "NDArray[np.float64]", rate: int) -> "NDArray[np.float64]":
    import numpy as np

    frame = max(1, int(rate * _FRAME_S))
    whole = samples[: len(samples) // frame * frame] if len(samples) >= frame else samples
    loudness: NDArray[np.float64] = np.sqrt(np.mean(whole.reshape(-1, min(frame, len(whole))) ** 2, axis=1))
    return loudness


def _is_noise(samples: "NDArray[np.float64]", loudness: "NDArray[np.float64]", rate: int) -> bool:
    import numpy as np

    heard = loudness[loudness >= _SILENT_RMS]
    if len(heard) < 10 or heard.std() / heard.mean() > _STEADY:
        return False
    frame = int(rate * _FRAME_S)
    frames = samples[: len(samples) // frame * frame].reshape(-1, frame)
    power = np.abs(np.fft.rfft(frames * np.hanning(frame), axis=1))[:, 1:] ** 2 + 1e-9
    flatness = np.exp(np.log(power).mean(axis=1)) / power.mean(axis=1)
    return bool(flatness.mean() > _FLAT)
