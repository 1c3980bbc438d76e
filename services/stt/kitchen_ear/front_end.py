"""Sound becomes the cepstra PocketSphinx was trained on, with steady kitchen noise taken out on the way.

The filterbank, cosine transform and lifter follow the acoustic model's own parameters (25 mel bands, 130-6800 Hz). Two
things differ from the recogniser's built-in front end, both measured in `docs/speech-to-text.md`: noise is removed by
the learnt masks of `mask.py` over the mel bands, and a quiet floor is added, because what is digitally silent in a
synthetic or gated recording never was in the model's training. Nothing here is specific to a language.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt

from services.stt.audio import RATE, Samples
from services.stt.kitchen_ear.mask import Frames, loudness, near_gains, wide_gains

BANDS: Final = 25
_QUIET: Final = 20  # frames added on both sides of every clip
#: Frames without speech that the recogniser gets before and after it. Clips come with half a second of pauses around
#: a command, and searching them cost more than the command.
_BEFORE, _AFTER = 15, 20
HOP: Final = 160
_WINDOW: Final = 410
_FFT: Final = 512
_LOWEST, _HIGHEST = 130.0, 6800.0
_CEPSTRA, _LIFTER = 13, 22
_PRE_EMPHASIS: Final = 0.97
_FLOOR_DB: Final = -38.0  # of what is added everywhere, below the loud parts
_ROOM_DB: Final = -34.0  # of the noise that is added, below the loud parts
_LOUD_DB: Final = -18.0  # frames quieter than this, below the loud parts, are no speech
_LEAST_GAIN: Final = 0.01
_LOUDNESS: Final = 1e6  # what loud speech is scaled to, so that a quiet microphone looks like a close one
#: The mean that is taken away is made of so much speech, however short the word between the pauses is: the model was
#: trained on sentences. In a one-syllable word the pauses were most of the mean, and the vowel the rest of it.
_SPEECH_SHARE: Final = 0.7
#: The cepstral mean of the people in the model's training (`cmninit` of its makers) counts as so many frames of speech.
#: Measured with the share, on voices and noise left out of the building: 4-5 % more commands at 10 dB, 2 % in quiet.
_USUAL_FRAMES: Final = 60
_USUAL: Final = (-5.29, -0.12, 5.09, 2.48, -4.07, -1.37, -1.78, -5.08, -2.05, -6.45, -1.42, 1.17)


@dataclass(frozen=True, slots=True)
class Analysed:
    """A clip as the recogniser takes it."""

    cepstra: npt.NDArray[np.float32]  # 13 numbers for every 10 ms, their mean over the clip removed
    loud: npt.NDArray[np.bool_]  # the frames with speech in them
    starts: int  # the frame of the clip that is the first one here; negative where quiet was added before it
    noisy: bool


#: With less than this between speech and the clip's quiet moments it is noisy: quiet rooms had 27 dB and more.
_NOISY_DB: Final = 25.0
#: Of a clip, at least, before it says how noisy the room is: 0.25 s.
_QUIET_FRAMES: Final = 25


def analysed(samples: Samples) -> Analysed:
    power = spectrum(in_a_room(samples))
    if not len(power):
        return Analysed(np.zeros((0, _CEPSTRA), np.float32), np.zeros(0, bool), 0, noisy=False)
    bands = mel(power)
    peak = loudness(bands)
    share = near_gains(bands)
    over_noise_db = _over_noise_db(bands, _loud(bands * share))
    if over_noise_db is None or over_noise_db < _NOISY_DB:
        share = np.sqrt(share * wide_gains(power, bands))
    speech = bands * np.maximum(share, _LEAST_GAIN)
    # Quiet on both sides, for clips cut to the word. Added here and not to the sound: the mask learns the noise from
    # the clip's own quiet moments, and these are quieter than any kitchen.
    speech = np.pad(speech, ((_QUIET, _QUIET), (0, 0)))
    rows = np.log((speech + peak * 10 ** (_FLOOR_DB / 10)) * (_LOUDNESS / peak)) @ _transform().T
    loud = _loud(speech)
    cepstra = np.asarray(rows - _mean(rows, loud), np.float32)
    spoken = np.flatnonzero(loud)
    first, last = max(0, int(spoken[0]) - _BEFORE), int(spoken[-1]) + 1 + _AFTER
    noisy = over_noise_db is not None and over_noise_db < _NOISY_DB
    return Analysed(cepstra[first:last], loud[first:last], first - _QUIET, noisy)


def _loud(speech: Frames) -> npt.NDArray[np.bool_]:
    return np.asarray(speech.mean(axis=1) > loudness(speech) * 10 ** (_LOUD_DB / 10))


def _over_noise_db(bands: Frames, loud: npt.NDArray[np.bool_]) -> float | None:
    """How far the loud parts stand above the quiet moments; None for a clip cut to the word, which has none."""
    quiet = bands.mean(axis=1)[~loud]
    return 10 * float(np.log10(loudness(bands) / np.percentile(quiet, 20))) if len(quiet) >= _QUIET_FRAMES else None


def _mean(rows: Frames, loud: npt.NDArray[np.bool_]) -> Frames:
    """The mean of the recording channel and the speaker, as far as so short a clip tells it."""
    count = int(loud.sum())
    if not count or count == len(loud):
        return np.asarray(rows.mean(axis=0))
    mean = _SPEECH_SHARE * rows[loud].mean(axis=0) + (1 - _SPEECH_SHARE) * rows[~loud].mean(axis=0)
    mean[1:] = (count * mean[1:] + _USUAL_FRAMES * np.array(_USUAL)) / (count + _USUAL_FRAMES)
    return np.asarray(mean)


def in_a_room(samples: Samples) -> Samples:
    """With the faint noise every room has. Digital silence has no logarithm, and neither model has ever met it."""
    if len(samples) < _WINDOW:
        return samples
    frames = samples[: len(samples) // HOP * HOP].reshape(-1, HOP)
    loud = loudness(np.square(frames))
    noise = np.random.default_rng(7).normal(0, 1, len(samples)).astype(np.float32)
    return np.asarray(samples + noise * np.sqrt(loud * 10 ** (_ROOM_DB / 10) + 1e-12), np.float32)


def spectrum(samples: Samples) -> Frames:
    """Power in each bin of the spectrum, frame by frame."""
    if len(samples) < _WINDOW:
        return np.zeros((0, _FFT // 2 + 1))
    sound = samples.astype(np.float64) * 32768
    sound = np.append(sound[0] * (1 - _PRE_EMPHASIS), sound[1:] - _PRE_EMPHASIS * sound[:-1])
    frames = np.lib.stride_tricks.sliding_window_view(sound, _WINDOW)[::HOP] * np.hamming(_WINDOW)
    return np.asarray(np.abs(np.fft.rfft(frames, _FFT)) ** 2)


def mel(power: Frames) -> Frames:
    """Power in each mel band, frame by frame."""
    # Less than the last bit of a 16-bit recording: silence must have a logarithm.
    return np.asarray(power @ _filters().T + 1.0)


@lru_cache(maxsize=1)
def _filters() -> Frames:
    def to_mel(hertz: float) -> float:
        return float(2595 * np.log10(1 + hertz / 700))

    bin_hz = RATE / _FFT
    edges = 700 * (10 ** (np.linspace(to_mel(_LOWEST), to_mel(_HIGHEST), BANDS + 2) / 2595) - 1)
    edges = np.floor(edges / bin_hz + 0.5) * bin_hz
    hertz = np.arange(_FFT // 2 + 1) * bin_hz
    low, middle, high = edges[:-2, None], edges[1:-1, None], edges[2:, None]
    slopes = np.minimum((hertz - low) / (middle - low), (high - hertz) / (high - middle))
    return np.asarray(np.maximum(slopes, 0) * 2 / (high - low))


@lru_cache(maxsize=1)
def _transform() -> Frames:
    """The cosine transform of the log spectrum, and the lifter, in one matrix."""
    order, band = np.arange(_CEPSTRA)[:, None], np.arange(BANDS)[None]
    cosines = np.cos(order * np.pi / BANDS * (band + 0.5)) * np.where(
        order == 0, np.sqrt(1 / BANDS), np.sqrt(2 / BANDS)
    )
    lifter = 1 + _LIFTER / 2 * np.sin(np.arange(_CEPSTRA) * np.pi / _LIFTER)
    return np.asarray(cosines * lifter[:, None])
