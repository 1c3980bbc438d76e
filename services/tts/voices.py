"""Which voices there are, which engine each belongs to, and which one a text gets when nobody asks for one.

Only what is known without loading anything: an engine that is down keeps its voices on the list.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from services.tts.engines import EngineName
from shared.contracts.errors import ErrorCode
from shared.kitchen.language import Language
from shared.service.errors import ServiceError

KO, EN = Language.KO, Language.EN


@dataclass(frozen=True, slots=True)
class Speaker:
    """A voice under the name that clients use."""

    id: str
    name: str
    languages: tuple[Language, ...]
    engine: EngineName
    inner: str  # the engine's own name for it
    tint: str = ""  # whatever else colours its sound: what was spoken with another tint is not the same phrase


ESPEAK_SPEAKERS = (
    Speaker("espeak-ko", "Korean", (KO,), EngineName.ESPEAK, "ko+steady"),
    Speaker("espeak-ko-high", "Korean, higher", (KO,), EngineName.ESPEAK, "ko+high"),
    Speaker("espeak-en", "English (America)", (EN,), EngineName.ESPEAK, "en-us+steady"),
    Speaker("espeak-en-high", "English (America), higher", (EN,), EngineName.ESPEAK, "en-us+high"),
    Speaker("espeak-en-gb", "English (Britain)", (EN,), EngineName.ESPEAK, "gmw/en+steady"),
)
#: espeak-ng's own names, for whoever knows them.
_ALIASES = {"ko": "espeak-ko", "en": "espeak-en", "en-us": "espeak-en", "en-gb": "espeak-en-gb"}


class Choir:
    def __init__(self, speakers: Iterable[Speaker]) -> None:
        self.speakers = tuple(speakers)
        self._by_id = {speaker.id: speaker for speaker in self.speakers}

    def find(self, wanted: str) -> Speaker:
        name = wanted.strip()
        speaker = self._by_id.get(name) or self._by_id.get(_ALIASES.get(name.lower(), ""))
        if speaker is None:
            raise ServiceError(
                ErrorCode.UNKNOWN_VOICE, "There is no voice of that name; GET /voices lists them.", param="voice"
            )
        return speaker

    def of_engine(self, engine: EngineName, language: Language, wanted: Speaker | None) -> Speaker:
        """The wanted voice if `engine` has it and it speaks `language`; else the first of `engine` that does.

        A Korean voice asked to say an English sentence gives way rather than staying silent: X-Voice tells.
        """
        if wanted is not None and wanted.engine is engine and language in wanted.languages:
            return wanted
        return next(s for s in self.speakers if s.engine is engine and language in s.languages)

    def speaks(self, engine: EngineName, language: Language) -> bool:
        return any(s.engine is engine and language in s.languages for s in self.speakers)
