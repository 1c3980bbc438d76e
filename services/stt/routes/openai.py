"""OpenAI's `POST /v1/audio/transcriptions` and `GET /v1/models`: its official clients work unchanged.

Whatever model they name, the one loaded here answers. `languages` and `keywords` are its newer fields for "only Korean
or English" and "these words are likely".
"""

from typing import Any, Final, Literal

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse, PlainTextResponse, StreamingResponse
from pydantic import Field

from services.stt import formats
from services.stt.engines import KITCHEN, Asking
from services.stt.listening import Listener
from services.stt.routes import body
from shared.contracts.base import LenientRequest
from shared.contracts.errors import ErrorCode
from shared.contracts.stt import Transcript
from shared.kitchen.language import Language
from shared.service.errors import ServiceError

_LISTS: Final = ("languages", "keywords", "timestamp_granularities", "include", "known_speaker_names")


class TranscriptionFields(LenientRequest):
    model: str = Field(default="whisper-1", min_length=1, max_length=200)
    language: str | None = Field(default=None, max_length=20)
    languages: list[str] = Field(default=[], max_length=100)
    keywords: list[str] = Field(default=[], max_length=200)
    prompt: str = Field(default="", max_length=5000)
    response_format: Literal["json", "text", "srt", "verbose_json", "vtt"] = "json"
    temperature: float | None = Field(default=None, ge=0, le=1, allow_inf_nan=False)
    timestamp_granularities: list[Literal["word", "segment"]] = Field(default=["segment"])
    stream: bool = False
    chunking_strategy: str | None = Field(
        default=None,
        max_length=2000,
        description="Accepted for the sake of clients that send it: speech is always found by the server here.",
    )


def _request_body() -> dict[str, Any]:
    fields = TranscriptionFields.model_json_schema()["properties"]
    file = {"type": "string", "format": "binary"}
    form = {"type": "object", "required": ["file"], "properties": {"file": file, **fields}}
    return {"requestBody": {"required": True, "content": {"multipart/form-data": {"schema": form}}}}


def routes(listener: Listener) -> APIRouter:
    router = APIRouter(tags=["openai"])

    @router.post("/v1/audio/transcriptions", openapi_extra=_request_body(), response_model=None)
    async def transcriptions(request: Request) -> Response:
        """OpenAI's transcription endpoint: json, text, srt, verbose_json, vtt, and `stream` as server-sent events."""
        priority = body.priority(request)
        sent = await body.read(request)
        fields = body.checked(TranscriptionFields, body.gathered(sent.fields, _LISTS))
        transcript = await listener.hear(sent.sound, asking_of(fields), priority=priority)
        if fields.stream and fields.response_format in ("json", "text"):
            return StreamingResponse(formats.events(transcript), media_type="text/event-stream")
        return written(transcript, fields)

    @router.get("/v1/models")
    async def models() -> dict[str, Any]:
        """The one model that answers, whatever name a request says."""
        _, ear = listener.serving()
        return {"object": "list", "data": [{"id": ear.model, "object": "model", "created": 0, "owned_by": "sous"}]}

    return router


def asking_of(fields: TranscriptionFields) -> Asking:
    return Asking(
        languages=_languages(fields),
        keywords=tuple(fields.keywords),
        prompt=fields.prompt,
        words="word" in fields.timestamp_granularities and fields.response_format == "verbose_json",
        temperature=fields.temperature or None,
    )


def _languages(fields: TranscriptionFields) -> tuple[Language, ...]:
    """`ko`, `ko-KR` and `Korean` are Korean; what is neither of ours is refused, not guessed at."""
    names = {"korean": "ko", "english": "en"}
    asked = [fields.language] if fields.language else fields.languages
    found: dict[Language, None] = {}
    for name in asked:
        code = name.strip().lower()
        code = names.get(code, code.partition("-")[0])
        if code in ("ko", "en"):
            found[Language(code)] = None
    if asked and not found:
        raise ServiceError(
            ErrorCode.INVALID_FIELD,
            "Only Korean ('ko') and English ('en') are understood here.",
            param="language" if fields.language else "languages",
        )
    return tuple(found) or KITCHEN


def written(transcript: Transcript, fields: TranscriptionFields) -> Response:
    match fields.response_format:
        case "text":
            return PlainTextResponse(transcript.text + "\n")
        case "srt":
            return PlainTextResponse(formats.srt(transcript.segments), media_type="application/x-subrip")
        case "vtt":
            return PlainTextResponse(formats.vtt(transcript.segments), media_type="text/vtt")
        case "verbose_json":
            wanted = fields.timestamp_granularities
            return JSONResponse(formats.verbose(transcript, words="word" in wanted, segments="segment" in wanted))
        case "json":
            return JSONResponse(formats.plain(transcript))
