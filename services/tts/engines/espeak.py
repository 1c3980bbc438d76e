"""espeak-ng in the process: the voice that always works, within a tenth of a millisecond, on anything.

It is trusted to make sound, so its sound goes out while it is still speaking. What it can't do is Korean sound change,
so it is given the sentence as it sounds (`text/korean`).
"""

import threading
from collections.abc import Sequence
from dataclasses import dataclass

from services.tts.engines import Emit, Sound, Utterance
from services.tts.engines.espeak_library import PITCH, RATE, EspeakLibrary, Event
from services.tts.engines.espeak_marks import marks
from services.tts.text.korean import pronounce
from shared.contracts.tts import SpeechMark
from shared.kitchen.language import Language
from shared.kitchen.latin import latin_read
from shared.service.ladder import EngineFailed, EngineUnavailable

SLOWEST, FASTEST = 80, 450  # words a minute: what the library itself allows

# The library is one global per process; whoever holds this lock owns it.
_only_one = threading.Lock()


@dataclass(frozen=True, slots=True)
class Reading:
    heard: str  # spelled as it sounds
    phonemes: str  # IPA


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
                said = as_heard(utterance.text, utterance.language)
                self._set_up(library, utterance)
                library.speak(said, hear)
            except OSError as error:
                raise EngineFailed(str(error)) from error
        return marks(events, said, utterance.text)

    def reading(self, text: str, language: Language, voice: str) -> "Reading":
        """What would be said, without saying it."""
        with _only_one:
            library = self._ready()
            said = as_heard(text, language)
            library.choose(voice)
            return Reading(said, library.phonemes(said))

    def _ready(self) -> EspeakLibrary:
        if self._library is None:
            raise EngineFailed("espeak-ng is not loaded")
        return self._library

    def _set_up(self, library: EspeakLibrary, utterance: Utterance) -> None:
        library.choose(utterance.voice)
        library.set(RATE, min(FASTEST, max(SLOWEST, round(self._base_rate * utterance.speed))))
        library.set(PITCH, min(100, max(0, round(50 * utterance.pitch))))


def as_heard(text: str, language: Language) -> str:
    """What the library is given to read: Korean with its sound changes, and nothing it would spell in English."""
    return pronounce(latin_read(text)) if language is Language.KO else text
