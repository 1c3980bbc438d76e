"""The rungs of this service, best first: faster-whisper on the GPU, on the CPU, and the embedded engine."""

from typing import Final

import numpy as np

from services.stt import models, vad
from services.stt.audio import RATE
from services.stt.engines import Asking, Ear
from services.stt.settings import GPU_BATCH, SttSettings
from shared.service.ladder import Rung

WHISPER: Final = "faster-whisper"
EMBEDDED: Final = "pocketsphinx"


def rungs(settings: SttSettings) -> list[Rung[Ear]]:
    def whisper_on(device: str) -> Ear:
        folder = models.find(settings, device)
        if device == "cuda":
            from services.stt.engines import cuda

            cuda.check(settings.device)
        from services.stt.engines.whisper import WhisperEar, WhisperOptions

        compute = settings.compute_type
        if compute == "auto":
            compute = "float16" if device == "cuda" else "int8"
        options = WhisperOptions(
            folder,
            device,
            compute,
            threads=settings.cpu_threads,
            beam_size=settings.beam_size,
            batch=settings.batch or (GPU_BATCH if device == "cuda" else 1),
            short_context=settings.short_context,
        )
        return WhisperEar(options)

    def embedded() -> Ear:
        from services.stt.engines.pocketsphinx import PocketSphinxEar

        return PocketSphinxEar()

    ladder: list[Rung[Ear]] = [Rung(EMBEDDED, embedded, smoke, note=EMBEDDED_NOTE)]
    if settings.device != "cuda":
        ladder.insert(0, Rung(WHISPER, lambda: whisper_on("cpu"), smoke))
    if settings.device != "cpu":
        ladder.insert(0, Rung(WHISPER, lambda: whisper_on("cuda"), smoke))
    return ladder


EMBEDDED_NOTE: Final = "hears kitchen commands only; for free speech run: make models"


def smoke(ear: Ear) -> None:
    """One real inference: CUDA libraries load at the first one, so a model that loads may still not work."""
    vad.find(np.zeros(RATE, np.float32))
    noise = np.random.default_rng(1).normal(0, 0.01, RATE).astype(np.float32)
    ear.transcribe(noise, Asking())
