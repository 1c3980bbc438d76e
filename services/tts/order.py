"""An order: what is to be said, checked and written out, before any engine is asked.

Everything a client can get wrong is found here, so that the first byte of sound is a promise.
"""

import asyncio
from dataclasses import dataclass

from services.tts.audio.formats import FORMATS, Format
from services.tts.text.pieces import pieces
from services.tts.text.spoken import spoken
from services.tts.voices import Choir, Speaker
from shared.contracts.errors import ErrorCode
from shared.kitchen.language import Language, language_of
from shared.service.errors import ServiceError
from shared.service.kit import Kit
from shared.span import current_span

_SHORT = 400  # characters written out faster than a thread is woken
_MOST_GROWTH = 2  # how much longer than allowed a text may become by being read out: "%" is one character


@dataclass(frozen=True, slots=True)
class Order:
    text: str  # as it is said
    pieces: tuple[str, ...]
    language: Language
    speaker: Speaker | None  # asked for by name
    speed: float
    pitch: float
    format: Format
    rate: int | None  # None: whatever suits the engine and the format


@dataclass(frozen=True, slots=True)
class Wish:
    """The same, as the client put it."""

    text: str
    language: str = "auto"
    voice: str | None = None
    speed: float = 1.0
    pitch: float = 1.0
    format: str = "wav"
    sample_rate: int | None = None
    normalize: bool = True


async def take(wish: Wish, kit: Kit, choir: Choir, *, text_param: str = "text") -> Order:
    speaker = choir.find(wish.voice) if wish.voice is not None else None
    format_ = FORMATS[wish.format]
    rate = wish.sample_rate
    if rate is not None and format_.rates and rate not in format_.rates:
        can = ", ".join(map(str, format_.rates))
        raise ServiceError(
            ErrorCode.INVALID_FIELD, f"{wish.format} can't carry {rate} Hz; it can carry {can}.", param="sample_rate"
        )
    written = kit.check_text(wish.text, text_param)
    language = language_of(written) if wish.language == "auto" else Language(wish.language)
    with current_span().stage("normalize"):
        text = await written_out(written, language, wish.normalize)
        parts = tuple(pieces(text))
    if not parts:
        raise ServiceError(
            ErrorCode.INVALID_FIELD,
            "There is nothing in this text that could be said in Korean or English.",
            param=text_param,
        )
    if len(text) > _MOST_GROWTH * kit.settings.max_text_chars:
        raise ServiceError(
            ErrorCode.TEXT_TOO_LONG, f"Read out, this text has {len(text)} characters: too many.", param=text_param
        )
    return Order(text, parts, language, speaker, wish.speed, wish.pitch, format_, rate)


async def written_out(text: str, language: Language, normalize: bool = True) -> str:
    if len(text) <= _SHORT:
        return spoken(text, language, normalize=normalize)
    return await asyncio.to_thread(spoken, text, language, normalize=normalize)
