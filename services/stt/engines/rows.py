"""Many short clips through one Whisper model in one go: encode, find each one's language, write all of them.

CTranslate2 mixes languages in a batch, but only if `<|startoftranscript|>` stands at the same index in every row;
otherwise it raises for the whole batch. So the keyword prompt before it is filled up to one of a few lengths.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from itertools import cycle, islice
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

from services.stt.audio import RATE, Samples
from services.stt.engines import Asking
from shared.kitchen.language import Language

if TYPE_CHECKING:
    from faster_whisper import WhisperModel

HOP: Final = 160
FULL_FRAMES: Final = 3000
#: A shorter encoder context costs a fraction of the full one; there must be room behind the speech (voxtype 124).
CONTEXTS: Final = (500, 1000, 1500, FULL_FRAMES)
_ROOM_S: Final = 2.5
_PROMPTS: Final = (0, 16, 32, 64, 128, 223)
_TOKENS_PER_S: Final = 8


@dataclass(frozen=True, slots=True)
class Row:
    features: npt.NDArray[np.float32]
    languages: tuple[Language, ...]
    prompt: tuple[int, ...]
    most_tokens: int
    temperature: float = 0.0

    @property
    def key(self) -> Hashable:
        return len(self.prompt), self.features.shape[-1], self.temperature


@dataclass(frozen=True, slots=True)
class Written:
    text: str
    language: Language
    language_probability: float
    logprob: float
    no_speech: float


class RowDecoder:
    def __init__(self, whisper: "WhisperModel", beam_size: int) -> None:
        from faster_whisper.tokenizer import Tokenizer
        from faster_whisper.transcribe import get_suppressed_tokens

        self._whisper = whisper
        self._beam_size = beam_size
        multilingual = whisper.model.is_multilingual
        self._tokenizers: dict[Language, Tokenizer] = {
            language: Tokenizer(whisper.hf_tokenizer, multilingual, task="transcribe", language=language.value)
            for language in Language
        }
        self._any = self._tokenizers[Language.EN]
        self._suppressed = list(get_suppressed_tokens(self._any, [-1]))

    def row(self, samples: Samples, asking: Asking, *, short: bool) -> Row:
        """Made on the caller's thread: mel features cost 20 ms of CPU that must not delay the model."""
        features = np.asarray(self._whisper.feature_extractor(samples), np.float32)[..., :FULL_FRAMES]
        seconds = len(samples) / RATE
        wanted = (seconds + _ROOM_S) * RATE / HOP
        frames = next((context for context in CONTEXTS if context >= wanted), FULL_FRAMES) if short else FULL_FRAMES
        padded = np.pad(features, ((0, 0), (0, max(0, frames - features.shape[-1]))))
        most = int(seconds * _TOKENS_PER_S) + 16
        return Row(padded, asking.languages, self._prompt(asking), most, asking.temperature or 0.0)

    def _prompt(self, asking: Asking) -> tuple[int, ...]:
        before = " ".join([*asking.keywords, asking.prompt]).strip()
        tokens = self._any.encode(" " + before) if before else []
        length = next(size for size in _PROMPTS if size >= min(len(tokens), _PROMPTS[-1]))
        # Repeated keywords change nothing for the model; padding with anything else would.
        return tuple(islice(cycle(tokens), length)) if tokens else ()

    def decode(self, rows: Sequence[Row]) -> list[Written]:
        model = self._whisper.model
        heard = self._whisper.encode(np.stack([row.features for row in rows]))
        spoken = self._languages(heard, rows)
        prompts = [self._start(row, language) for row, (language, _) in zip(rows, spoken, strict=True)]
        temperature = rows[0].temperature
        results = model.generate(
            heard,
            prompts,
            beam_size=1 if temperature else self._beam_size,
            num_hypotheses=1,
            sampling_topk=0 if temperature else 1,
            sampling_temperature=temperature or 1.0,
            max_length=min(448, len(prompts[0]) + max(row.most_tokens for row in rows)),
            return_scores=True,
            return_no_speech_prob=True,
            suppress_blank=True,
            suppress_tokens=self._suppressed,
        )
        written = []
        for (language, probability), result in zip(spoken, results, strict=True):
            tokens = result.sequences_ids[0]
            logprob = result.scores[0] * len(tokens) / (len(tokens) + 1)
            text = self._tokenizers[language].decode(tokens).strip()
            written.append(Written(text, language, probability, logprob, result.no_speech_prob))
        return written

    def _start(self, row: Row, language: Language) -> list[int]:
        tokenizer = self._tokenizers[language]
        before = [tokenizer.sot_prev, *row.prompt] if row.prompt else []
        return [*before, *tokenizer.sot_sequence, tokenizer.no_timestamps]

    def _languages(self, heard: object, rows: Sequence[Row]) -> list[tuple[Language, float]]:
        if not self._whisper.model.is_multilingual or all(len(row.languages) == 1 for row in rows):
            return [(row.languages[0], 1.0) for row in rows]
        found = self._whisper.model.detect_language(heard)
        return [most_likely(dict(scores), row.languages) for scores, row in zip(found, rows, strict=True)]


def most_likely(scores: dict[str, float], allowed: tuple[Language, ...]) -> tuple[Language, float]:
    """The likeliest of the allowed languages; free detection takes short Korean for Latin (open-webui 30015).

    >>> most_likely({"<|la|>": 0.8, "<|ko|>": 0.15, "<|en|>": 0.05}, (Language.KO, Language.EN))
    (<Language.KO: 'ko'>, 0.75)
    """
    shares = {language: scores.get(f"<|{language.value}|>", 0.0) for language in allowed}
    total = sum(shares.values())
    best = max(shares, key=lambda language: shares[language])
    return best, shares[best] / total if total else 0.0


def hotter(row: Row, temperature: float) -> Row:
    return replace(row, temperature=temperature)
