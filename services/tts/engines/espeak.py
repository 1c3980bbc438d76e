"""espeak-ng in the process: the voice that always works, within a tenth of a millisecond, on anything.

It is trusted to make sound, so its sound goes out while it is still speaking. What it can't do is Korean sound change
and sensible silence about symbols; the text it gets has been through `services/tts/text` for that.
"""

import threading
from collections.abc import Sequence
from typing import Literal

from services.tts.engines import Emit, Sound, Utterance
from services.tts.engines.espeak_library import (
    PHONEME_EVENT,
    PITCH,
    RATE,
    WORD_EVENT,
    EspeakLibrary,
    Event,
)
from shared.contracts.tts import SpeechMark
from shared.service.ladder import EngineFailed, EngineUnavailable

SLOWEST, FASTEST = 80, 450  # words a minute: what the library itself allows

# The library is one global per process; whoever holds this lock owns it.
_only_one = threading.Lock()


class Espeak:
    device = "cpu"

    def __init__(self, words_per_minute: int = 175) -> None:
        self._base_rate = words_per_minute
        self._library: EspeakLibrary | None = None

    @property
    def model(self) -> str:
        return f"espeak-ng {self._library.version}" if self._library is not None else "espeak-ng"

    def load(self) -> None:
        with _only_one:
            if self._library is not None:
                return
            try:
                self._library = EspeakLibrary()
            except (ImportError, OSError) as error:
                raise EngineUnavailable(str(error), "make up") from error

    def close(self) -> None:
        with _only_one:
            if self._library is not None:
                self._library.close()
                self._library = None

    def speak(self, utterance: Utterance, emit: Emit, hushed: threading.Event) -> Sequence[SpeechMark]:
        events: list[Event] = []
        with _only_one:
            library = self._ready()
            rate = library.rate

            def hear(pcm: bytes, heard: list[Event]) -> bool:
                events.extend(heard)
                if pcm:
                    emit(Sound(pcm, rate))
                return not hushed.is_set()

            try:
                self._set_up(library, utterance)
                library.speak(utterance.text, hear)
            except OSError as error:
                raise EngineFailed(str(error)) from error
        return _marks(utterance.text, events)

    def phonemes(self, text: str, voice: str) -> str:
        with _only_one:
            library = self._ready()
            library.choose(voice)
            return library.phonemes(text)

    def _ready(self) -> EspeakLibrary:
        if self._library is None:
            raise EngineFailed("espeak-ng is not loaded")
        return self._library

    def _set_up(self, library: EspeakLibrary, utterance: Utterance) -> None:
        library.choose(utterance.voice)
        library.set(RATE, min(FASTEST, max(SLOWEST, round(self._base_rate * utterance.speed))))
        library.set(PITCH, min(100, max(0, round(50 * utterance.pitch))))


def _marks(text: str, events: list[Event]) -> list[SpeechMark]:
    """Each word and phoneme lasts until the next one of its kind begins."""
    end = max((event.at_ms for event in events), default=0)
    marks: list[SpeechMark] = []
    kinds: tuple[tuple[Literal["word", "phoneme"], int], ...] = (("word", WORD_EVENT), ("phoneme", PHONEME_EVENT))
    for kind, number in kinds:
        own = [event for event in events if event.type == number]
        for event, following in zip(own, [*own[1:], None], strict=True):
            value = _word_at(text, event) if number == WORD_EVENT else event.phoneme
            if value:
                until = following.at_ms if following is not None else end
                marks.append(SpeechMark(type=kind, value=value, start_ms=event.at_ms, end_ms=until))
    return marks


def _word_at(text: str, event: Event) -> str:
    start = event.text_position - 1
    return text[start : start + event.length]
