"""faster-whisper: free speech in Korean and English, with a model somebody has downloaded."""

import os
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from services.stt.audio import RATE, Samples
from services.stt.engines import Asking, Heard
from shared.contracts.stt import Segment, Word
from shared.kitchen.language import Language
from shared.service.ladder import EngineFailed, EngineUnavailable

if TYPE_CHECKING:
    from faster_whisper import WhisperModel


class WhisperEar:
    def __init__(self, folder: Path, device: str, compute_type: str, threads: int, beam_size: int) -> None:
        self.model = folder.name
        self.device = device
        self._folder = folder
        self._compute_type = compute_type
        self._threads = threads or min(4, os.cpu_count() or 1)
        self._beam_size = beam_size
        self._whisper: WhisperModel | None = None
        # One thread at a time: parallel calls leak memory and gain nothing on a CPU (SYSTRAN/faster-whisper#1055).
        self._owner = threading.Lock()

    def load(self) -> None:
        from faster_whisper import WhisperModel

        try:
            self._whisper = WhisperModel(
                str(self._folder),
                device=self.device,
                compute_type=self._compute_type,
                cpu_threads=self._threads,
                local_files_only=True,
            )
        except (RuntimeError, ValueError, OSError) as error:
            raise EngineUnavailable(f"{self.model} cannot be loaded on {self.device}: {error}.") from error

    def close(self) -> None:
        with self._owner:
            self._whisper = None

    def transcribe(self, samples: Samples, asking: Asking) -> Heard:
        with self._owner:
            if self._whisper is None:
                raise EngineFailed("the model has been unloaded")
            return self._transcribe(self._whisper, samples, asking)

    def _transcribe(self, whisper: "WhisperModel", samples: Samples, asking: Asking) -> Heard:
        language, probability = self._language(whisper, samples, asking)
        try:
            found, _ = whisper.transcribe(
                samples,
                language=language.value,
                beam_size=self._beam_size,
                temperature=[0.0, 0.2, 0.4] if asking.temperature is None else asking.temperature,
                condition_on_previous_text=False,
                initial_prompt=asking.prompt or None,
                hotwords=" ".join(asking.keywords) or None,
                word_timestamps=asking.words,
                vad_filter=False,
            )
            pieces = []
            for piece in found:
                pieces.append(piece)
                if asking.cancelled.is_set():
                    break
        except RuntimeError as error:
            raise EngineFailed(f"{type(error).__name__}: {error}") from error
        segments = tuple(
            Segment(
                id=index,
                start=round(piece.start, 3),
                end=round(min(piece.end, len(samples) / RATE), 3),
                text=piece.text.strip(),
                avg_logprob=piece.avg_logprob,
                compression_ratio=piece.compression_ratio,
                no_speech_prob=piece.no_speech_prob,
            )
            for index, piece in enumerate(pieces)
        )
        words = tuple(
            Word(word=word.word.strip(), start=word.start, end=word.end, probability=word.probability)
            for piece in pieces
            for word in piece.words or ()
        )
        text = "".join(piece.text for piece in pieces).strip()
        return Heard(text, language, probability, None, segments, words)

    def _language(self, whisper: "WhisperModel", samples: Samples, asking: Asking) -> tuple[Language, float]:
        """Only among the allowed ones: free detection takes short Korean for Latin (open-webui 30015)."""
        if len(asking.languages) == 1 or not whisper.model.is_multilingual:
            return asking.languages[0], 1.0
        _, _, everything = whisper.detect_language(samples)
        scores = dict(everything)
        allowed = {language: scores.get(language.value, 0.0) for language in asking.languages}
        best = max(allowed, key=lambda language: allowed[language])
        total = sum(allowed.values())
        return best, allowed[best] / total if total else 0.0
