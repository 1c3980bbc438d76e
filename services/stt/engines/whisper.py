"""faster-whisper: free speech in Korean and English, with a model somebody has downloaded.

One thread owns the model (`batching.py`). Short clips, which commands are, go through `rows.py`: encoded once for the
language and the words, and on a GPU many callers' clips together (on a CPU batching was measured to gain nothing).
Clips longer than Whisper's 30 seconds, and times of words, are faster-whisper's own `transcribe`.
"""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from services.stt.audio import RATE, Samples
from services.stt.doubts import Evidence, compression, doubt, numbers_unsure
from services.stt.engines import Asking, Heard
from services.stt.engines.batching import Batcher, NobodyWaits
from services.stt.engines.rows import FULL_FRAMES, HOP, Row, RowDecoder, Written, hotter, most_likely
from services.stt.kitchen_ear.numbers import NUMBER_WORDS
from shared.contracts.stt import Segment, Word
from shared.kitchen.language import Language
from shared.service.ladder import EngineFailed, EngineUnavailable

if TYPE_CHECKING:
    from faster_whisper import WhisperModel
    from faster_whisper.transcribe import Segment as Piece

LONGEST_ROW_S: Final = 29.0
_SECOND_TRY: Final = 0.4  # temperature, for rows whose first writing loops or is unlikely


@dataclass(frozen=True, slots=True)
class WhisperOptions:
    folder: Path
    device: str
    compute_type: str
    threads: int = 0
    beam_size: int = 5
    batch: int = 1
    short_context: bool = False


#: What the owner thread runs: a row of a batch, or a whole call that runs alone.
_Alone = Callable[[], Heard]


class WhisperEar:
    def __init__(self, options: WhisperOptions) -> None:
        self.model = options.folder.name
        self.device = options.device
        self._options = options
        self._whisper: WhisperModel | None = None
        self._rows: RowDecoder | None = None
        self._owner: Batcher[Row | _Alone, Written | Heard] | None = None

    def load(self) -> None:
        from faster_whisper import WhisperModel

        try:
            self._whisper = WhisperModel(
                str(self._options.folder),
                device=self.device,
                compute_type=self._options.compute_type,
                cpu_threads=self._options.threads or min(4, os.cpu_count() or 1),
                local_files_only=True,
            )
        except (RuntimeError, ValueError, OSError) as error:
            raise EngineUnavailable(f"{self.model} cannot be loaded on {self.device}: {error}.") from error
        self._rows = RowDecoder(self._whisper, self._options.beam_size)
        self._owner = Batcher(self._run, most=self._options.batch, name="whisper-owner")

    def close(self) -> None:
        if self._owner is not None:
            self._owner.close()
        self._owner = self._rows = self._whisper = None

    def transcribe(self, samples: Samples, asking: Asking) -> Heard:
        if not asking.words and len(samples) <= LONGEST_ROW_S * RATE:
            return self._as_row(samples, asking)
        alone = self._ask(lambda: self._whole(samples, asking), object(), asking)
        assert isinstance(alone, Heard)
        return alone

    def _ask(self, work: "Row | _Alone", key: object, asking: Asking) -> "Written | Heard":
        if self._owner is None:
            raise EngineFailed("the model has been unloaded")
        try:
            return self._owner.ask(work, key, priority=asking.priority, gone=asking.cancelled.is_set)
        except NobodyWaits as error:
            if asking.cancelled.is_set():
                return Heard("", asking.languages[0], 0.0)
            raise EngineFailed(str(error)) from error
        except (RuntimeError, MemoryError) as error:
            # Out of memory, or a GPU context that will never work again: the ladder takes the next engine.
            raise EngineFailed(f"{type(error).__name__}: {error}") from error

    def _run(self, work: "Sequence[Row | _Alone]") -> "Sequence[Written | Heard]":
        assert self._rows is not None
        rows = [one for one in work if isinstance(one, Row)]
        return self._rows.decode(rows) if rows else [one() for one in work if not isinstance(one, Row)]

    # ---------------------------------------------------------------- a row of a batch

    def _as_row(self, samples: Samples, asking: Asking) -> Heard:
        assert self._rows is not None
        row = self._rows.row(samples, asking, short=self._options.short_context)
        heard = self._one_row(row, samples, asking)
        if heard.rejected and row.features.shape[-1] < FULL_FRAMES:
            full = self._rows.row(samples, asking, short=False)
            heard = self._one_row(full, samples, asking)
        if heard.rejected and asking.temperature is None:
            again = self._one_row(hotter(row, _SECOND_TRY), samples, asking)
            heard = again if again.rejected is None else heard
        return heard

    def _one_row(self, row: Row, samples: Samples, asking: Asking) -> Heard:
        written = self._ask(row, row.key, asking)
        if isinstance(written, Heard):
            return written
        end = min(len(samples), row.features.shape[-1] * HOP) / RATE
        segment = Segment(
            id=0,
            start=0.0,
            end=round(end, 3),
            text=written.text,
            avg_logprob=written.logprob,
            compression_ratio=compression(written.text),
            no_speech_prob=written.no_speech,
        )
        heard = Heard(written.text, written.language, written.language_probability, segments=(segment,))
        return judged(heard, len(samples) / RATE, asking)

    # ---------------------------------------------------------------- faster-whisper's own way

    def _whole(self, samples: Samples, asking: Asking) -> Heard:
        assert self._whisper is not None
        language, probability = self._language(samples, asking)
        found, _ = self._whisper.transcribe(
            samples,
            language=language.value,
            beam_size=self._options.beam_size,
            temperature=[0.0, 0.2, 0.4] if asking.temperature is None else asking.temperature,
            condition_on_previous_text=False,
            initial_prompt=asking.prompt or None,
            hotwords=" ".join(asking.keywords) or None,
            word_timestamps=asking.words,
            vad_filter=False,
        )
        pieces: list[Piece] = []
        for piece in found:
            pieces.append(piece)
            if asking.cancelled.is_set():
                break
        heard = Heard(
            "".join(piece.text for piece in pieces).strip(),
            language,
            probability,
            segments=tuple(_segment(piece, index, len(samples) / RATE) for index, piece in enumerate(pieces)),
            words=tuple(
                Word(
                    word=word.word.strip(),
                    start=float(word.start),
                    end=float(word.end),
                    probability=float(word.probability),
                )
                for piece in pieces
                for word in piece.words or ()
            ),
        )
        return judged(heard, len(samples) / RATE, asking)

    def _language(self, samples: Samples, asking: Asking) -> tuple[Language, float]:
        assert self._whisper is not None
        if len(asking.languages) == 1 or not self._whisper.model.is_multilingual:
            return asking.languages[0], 1.0
        _, _, everything = self._whisper.detect_language(samples)
        return most_likely({f"<|{code}|>": share for code, share in everything}, asking.languages)


def _segment(piece: "Piece", index: int, clip_s: float) -> Segment:
    return Segment(
        id=index,
        start=round(float(piece.start), 3),
        end=round(min(float(piece.end), clip_s), 3),
        text=piece.text.strip(),
        avg_logprob=float(piece.avg_logprob),
        compression_ratio=float(piece.compression_ratio),
        no_speech_prob=float(piece.no_speech_prob),
    )


def judged(heard: Heard, speech_s: float, asking: Asking) -> Heard:
    """With confidence, and with a reason to reject where there is one."""
    if not heard.segments:
        return replace(heard, rejected=doubt("", Evidence(speech_s, 0.0)))
    weights = [max(1, len(segment.text)) for segment in heard.segments]

    def average(values: list[float | None]) -> float:
        return sum(w * (v or 0.0) for w, v in zip(weights, values, strict=True)) / sum(weights)

    logprob = average([segment.avg_logprob for segment in heard.segments])
    no_speech = average([segment.no_speech_prob for segment in heard.segments])
    from math import exp

    return replace(
        heard,
        confidence=round(exp(min(0.0, logprob)), 4),
        rejected=doubt(heard.text, Evidence(speech_s, logprob, no_speech, asking.keywords)),
        confirm_numbers=numbers_unsure(heard.text, logprob, NUMBER_WORDS),
    )
