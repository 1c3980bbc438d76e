"""`POST /transcribe`: a clip in, a transcript out."""

from typing import Any, Final

from fastapi import APIRouter, Request

from services.stt.engines import KITCHEN, Asking
from services.stt.listening import Listener
from services.stt.routes import body
from shared.contracts.stt import TranscribeFields, Transcript
from shared.kitchen.language import Language

_BINARY: Final = {"schema": {"type": "string", "format": "binary"}}


def _request_body() -> dict[str, Any]:
    fields = TranscribeFields.model_json_schema()["properties"]
    form = {
        "type": "object",
        "required": ["file"],
        "properties": {"file": {"type": "string", "format": "binary"}, **fields},
    }
    kinds = ("audio/wav", "audio/pcm", "audio/webm", "audio/ogg", "audio/mpeg", "audio/mp4", "audio/flac")
    content = {"multipart/form-data": {"schema": form}, **dict.fromkeys(kinds, _BINARY)}
    return {"requestBody": {"required": True, "content": content}}


def routes(listener: Listener) -> APIRouter:
    router = APIRouter(tags=["speech to text"])

    @router.post("/transcribe", openapi_extra=_request_body())
    async def transcribe(request: Request) -> Transcript:
        """What was said in a clip. Silence or noise is a success with an empty `text` and `no_speech: true`.

        Send multipart with a `file`, or the sound as the body (`Content-Type: audio/wav`, `audio/pcm;rate=16000`,
        `audio/webm` ...) with the other fields in the query. `X-Priority: batch` lets everybody else go first.
        """
        priority = body.priority(request)
        sent = await body.read(request)
        fields = body.checked(TranscribeFields, body.gathered(sent.fields, ("languages", "keywords")))
        return await listener.hear(sent.sound, asking_of(fields), priority=priority)

    return router


def asking_of(fields: TranscribeFields) -> Asking:
    languages = KITCHEN
    if fields.languages:
        languages = tuple(dict.fromkeys(Language(language) for language in fields.languages))
    if fields.language != "auto":
        languages = (Language(fields.language),)
    return Asking(
        languages=languages, keywords=tuple(fields.keywords), prompt=fields.prompt, words=fields.words, vad=fields.vad
    )
