"""Supertonic: a small neural voice for Korean and English on a CPU, four ONNX models in a row.

Reads the published weights as they are (`make models` fetches them): how long will it be, what does it say, from noise
to speech in a few steps, and into a waveform. No package of theirs is needed. Pitch is the voice's own.
"""

import json
import os
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any

from services.tts.audio.soundness import fault
from services.tts.engines import Emit, Sound, Utterance
from shared.contracts.tts import SpeechMark
from shared.service.ladder import EngineFailed, EngineUnavailable

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_PARTS = ("duration_predictor", "text_encoder", "vector_estimator", "vocoder")
_SLOWEST, _FASTEST = 0.7, 2.0  # what the model was made for
_FIX = "make models"


class Supertonic:
    def __init__(self, folder: Path, *, steps: int, base_speed: float, device: str, threads: int) -> None:
        self._folder = folder
        self._steps = steps
        self._base_speed = base_speed
        self._wanted_device = device
        self._threads = threads or min(4, os.cpu_count() or 1)
        self._models: dict[str, Any] = {}
        self._indexer: list[int] = []
        self._styles: dict[str, tuple[NDArray[np.float32], NDArray[np.float32]]] = {}
        self._rate = self._chunk = self._latent_dim = 0
        self.device = "cpu"

    @property
    def model(self) -> str:
        return self._folder.name

    def load(self) -> None:
        try:
            import onnxruntime
        except ImportError as error:
            raise EngineUnavailable("onnxruntime is not installed.", "make up") from error
        try:
            self._read_configuration()
            self._styles = {path.stem: _style(path) for path in style_files(self._folder)}
            self._open_models(onnxruntime)
        except FileNotFoundError as error:
            raise EngineUnavailable(f"{Path(str(error.filename)).name} is missing in {self.model}.", _FIX) from error
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise EngineUnavailable(f"{self.model} can't be read ({type(error).__name__}).", _FIX) from error
        if not self._styles:
            raise EngineUnavailable(f"{self.model} has no voices.", _FIX)

    def close(self) -> None:
        self._models.clear()

    def speak(self, utterance: Utterance, emit: Emit, hushed: Event) -> Sequence[SpeechMark]:
        style = self._styles.get(utterance.voice)
        if style is None:
            raise EngineFailed(f"no voice {utterance.voice!r}")
        speed = min(_FASTEST, max(_SLOWEST, self._base_speed * utterance.speed))
        try:
            wave = self._infer(self._ids(utterance), *style, speed, hushed)
        except (ValueError, RuntimeError, KeyError) as error:  # onnxruntime's own errors are RuntimeErrors
            raise EngineFailed(f"inference failed ({type(error).__name__})") from error
        if wave is None:
            return []
        pcm = _as_pcm(wave)
        if (wrong := fault(pcm, self._rate, utterance.text, speed)) is not None:
            raise EngineFailed(wrong)
        emit(Sound(pcm, self._rate))
        return []

    def _read_configuration(self) -> None:
        onnx = self._folder / "onnx"
        configuration = json.loads((onnx / "tts.json").read_text("utf-8"))
        self._rate = int(configuration["ae"]["sample_rate"])
        compress = int(configuration["ttl"]["chunk_compress_factor"])
        self._chunk = int(configuration["ae"]["base_chunk_size"]) * compress
        self._latent_dim = int(configuration["ttl"]["latent_dim"]) * compress
        self._indexer = [int(number) for number in json.loads((onnx / "unicode_indexer.json").read_text("utf-8"))]

    def _open_models(self, onnxruntime: Any) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = self._threads
        providers = ["CPUExecutionProvider"]
        if self._wanted_device != "cpu" and "CUDAExecutionProvider" in onnxruntime.get_available_providers():
            providers.insert(0, "CUDAExecutionProvider")
        elif self._wanted_device == "cuda":
            raise EngineUnavailable("onnxruntime has no CUDA here.", "TTS_DEVICE=cpu, or install onnxruntime-gpu")
        for part in _PARTS:
            path = self._folder / "onnx" / f"{part}.onnx"
            if not path.exists():
                raise FileNotFoundError(2, "missing", str(path))
            try:
                self._models[part] = onnxruntime.InferenceSession(path, sess_options=options, providers=providers)
            except Exception as error:
                # A torn download raises one of a dozen classes of theirs that share no base.
                raise EngineUnavailable(f"{path.name} in {self.model} can't be loaded.", _FIX) from error
        self.device = "cuda" if self._models["vocoder"].get_providers()[0].startswith("CUDA") else "cpu"

    def _ids(self, utterance: Utterance) -> "NDArray[np.int64]":
        """The sentence in the model's own alphabet, wrapped in its language; what it has no letter for is left out."""
        import numpy as np

        text = unicodedata.normalize("NFKD", utterance.text).replace("\n", " ").strip()
        if text and text[-1] not in ".!?":
            text += "."
        wrapped = f"<{utterance.language}>{text}</{utterance.language}>"
        known = (self._indexer[ord(char)] for char in wrapped if ord(char) < len(self._indexer))
        return np.array([[number for number in known if number >= 0]], dtype=np.int64)

    def _infer(
        self,
        ids: "NDArray[np.int64]",
        how: "NDArray[np.float32]",
        how_long: "NDArray[np.float32]",
        speed: float,
        hushed: Event,
    ) -> "NDArray[np.float32] | None":
        import numpy as np

        mask = np.ones((1, 1, ids.shape[1]), dtype=np.float32)
        seconds = self._run("duration_predictor", text_ids=ids, style_dp=how_long, text_mask=mask) / speed
        meaning = self._run("text_encoder", text_ids=ids, style_ttl=how, text_mask=mask)
        samples = int(float(seconds.max()) * self._rate)
        if not 0 < samples < self._rate * 120:
            raise EngineFailed("it planned an impossible length")
        frames = -(-samples // self._chunk)
        # The same noise every time: the same sentence sounds the same, streamed or not.
        latent = np.random.default_rng(0).standard_normal((1, self._latent_dim, frames)).astype(np.float32)
        latent_mask = np.ones((1, 1, frames), dtype=np.float32)
        for step in range(self._steps):
            if hushed.is_set():
                return None
            latent = self._run(
                "vector_estimator",
                noisy_latent=latent, text_emb=meaning, style_ttl=how, text_mask=mask, latent_mask=latent_mask,
                current_step=np.array([step], dtype=np.float32), total_step=np.array([self._steps], dtype=np.float32),
            )  # fmt: skip
        wave: NDArray[np.float32] = self._run("vocoder", latent=latent).reshape(-1)[:samples]
        return wave

    def _run(self, part: str, **inputs: Any) -> Any:
        return self._models[part].run(None, inputs)[0]


def style_files(folder: Path) -> list[Path]:
    return sorted((folder / "voice_styles").glob("*.json"))


def _style(path: Path) -> "tuple[NDArray[np.float32], NDArray[np.float32]]":
    """How the voice sounds, and how it paces itself."""
    import numpy as np

    said = json.loads(path.read_text("utf-8"))
    how, how_long = (np.array(said[k]["data"], dtype=np.float32).reshape(said[k]["dims"]) for k in _STYLE_KEYS)
    return how, how_long


_STYLE_KEYS = ("style_ttl", "style_dp")


def _as_pcm(wave: "NDArray[np.float32]") -> bytes:
    import numpy as np

    if not np.isfinite(wave).all():
        raise EngineFailed("the sound has holes (NaN)")
    return (np.clip(wave, -1.0, 1.0) * 32767).astype("<i2").tobytes()
