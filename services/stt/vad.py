"""Where in the sound somebody speaks. Nothing that is not speech reaches a recogniser: they invent words for it.

The Silero model inside the faster-whisper wheel, run on the CPU; about 2 ms for each second of sound.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final, cast

import numpy as np
import numpy.typing as npt

from services.stt.audio import RATE, Samples

WINDOW: Final = 512  # samples, 32 ms: what the model was trained on
_CONTEXT: Final = 64

SPEECH: Final = 0.5
SILENCE: Final = 0.35
_PAD_S: Final = 0.2  # a plosive at the start is quieter than the threshold
_JOIN_S: Final = 0.4  # a pause inside an utterance
_LEAST_S: Final = 0.06  # "네" takes 0.15 s; a click takes 0.03


@dataclass(frozen=True, slots=True)
class Stretch:
    """Speech from one sample to another."""

    start: int
    end: int

    @property
    def seconds(self) -> float:
        return (self.end - self.start) / RATE


@dataclass(frozen=True, slots=True)
class Speech:
    """The speech in a clip, with the silence between cut out, and the way back to the clip's own time."""

    stretches: tuple[Stretch, ...]

    def __bool__(self) -> bool:
        return bool(self.stretches)

    @property
    def seconds(self) -> float:
        return sum(stretch.seconds for stretch in self.stretches)

    def joined(self, samples: Samples) -> Samples:
        if len(self.stretches) == 1:
            return samples[self.stretches[0].start : self.stretches[0].end]
        return np.concatenate([samples[s.start : s.end] for s in self.stretches])

    def original_s(self, joined_s: float) -> float:
        """A time in the joined samples as a time in the clip."""
        left = joined_s
        for stretch in self.stretches:
            if left <= stretch.seconds:
                return stretch.start / RATE + left
            left -= stretch.seconds
        return self.stretches[-1].end / RATE if self.stretches else joined_s


def everything(samples: Samples) -> Speech:
    """For callers that have found the speech themselves."""
    return Speech((Stretch(0, len(samples)),))


def find(samples: Samples) -> Speech:
    return stretches_of(Silero().probabilities(samples), len(samples))


def stretches_of(probabilities: Sequence[float] | npt.NDArray[np.float32], length: int) -> Speech:
    """Thresholds with hysteresis, short pauses joined, clicks dropped, a little room on both sides."""
    runs: list[list[int]] = []
    speaking = False
    for index, probability in enumerate(probabilities):
        if probability >= SPEECH and not speaking:
            speaking = True
            runs.append([index, index + 1])
        elif speaking and probability < SILENCE:
            speaking = False
        elif speaking:
            runs[-1][1] = index + 1
    spoken = [(a * WINDOW, b * WINDOW) for a, b in runs if (b - a) * WINDOW >= _LEAST_S * RATE]
    pad, join = int(_PAD_S * RATE), int(_JOIN_S * RATE)
    found: list[Stretch] = []
    for start, end in spoken:
        padded = Stretch(max(0, start - pad), min(length, end + pad))
        if found and padded.start - found[-1].end < join:
            found[-1] = Stretch(found[-1].start, padded.end)
        else:
            found.append(padded)
    return Speech(tuple(found))


@lru_cache(maxsize=1)
def _session() -> "onnxruntime.InferenceSession":  # type: ignore[name-defined]  # noqa: F821
    """The file out of the wheel, without importing the wheel: that would load ctranslate2, 150 MB nobody asked for."""
    import onnxruntime

    wheel = find_spec("faster_whisper")
    folders = wheel.submodule_search_locations if wheel is not None else None
    if not folders:
        raise ModuleNotFoundError("faster_whisper is not installed; the model that finds speech comes with it.")
    model = Path(folders[0]) / "assets" / "silero_vad_v6.onnx"
    options = onnxruntime.SessionOptions()
    options.inter_op_num_threads = options.intra_op_num_threads = 1
    options.enable_cpu_mem_arena = False
    options.log_severity_level = 4
    return onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])


class Silero:
    """One stream's ear for speech: feed it sound in order, get a probability for every 32 ms."""

    def __init__(self) -> None:
        self._session = _session()
        self._hidden = np.zeros((1, 1, 128), np.float32)
        self._cell = np.zeros((1, 1, 128), np.float32)
        self._before = np.zeros(_CONTEXT, np.float32)

    def probabilities(self, samples: Samples) -> npt.NDArray[np.float32]:
        """For a length that is no multiple of the window the end is filled with silence."""
        missing = -len(samples) % WINDOW
        windows = np.pad(samples, (0, missing)).reshape(-1, WINDOW).astype(np.float32, copy=False)
        if not len(windows):
            return np.zeros(0, np.float32)
        before = np.vstack([self._before, windows[:-1, -_CONTEXT:]])
        self._before = windows[-1, -_CONTEXT:].copy()
        inputs = {"input": np.hstack([before, windows]), "h": self._hidden, "c": self._cell}
        found, self._hidden, self._cell = self._session.run(None, inputs)
        return cast(npt.NDArray[np.float32], np.asarray(found, np.float32).reshape(-1))
