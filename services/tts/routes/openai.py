"""OpenAI's `POST /v1/audio/speech` and `GET /v1/models`, so that its clients work unchanged."""

import base64
import json
from collections.abc import AsyncIterator

from fastapi import APIRouter, Response

from services.tts.desk import Desk, Stream, Whole
from services.tts.engines import EngineName
from services.tts.order import Order, Wish, take
from services.tts.routes.answers import SpokenResponse, audio_response
from services.tts.stage import Stage
from shared.contracts.errors import ErrorCode
from shared.contracts.tts import SpeechRequest
from shared.service.errors import ServiceError
from shared.service.json_body import JsonRoute

#: Names their users send. We speak with the voice we have.
_MODELS = ("tts-1", "tts-1-hd", "gpt-4o-mini-tts", "sous", *EngineName)
_VOICES = frozenset(
    ("alloy", "ash", "ballad", "cedar", "coral", "echo", "fable", "marin", "nova", "onyx", "sage", "shimmer", "verse")
)
_PCM_RATE = 24_000  # theirs is headerless and always this


def routes(stage: Stage, desk: Desk) -> APIRouter:
    router = APIRouter(prefix="/v1", route_class=JsonRoute, tags=["openai"])

    @router.post("/audio/speech", response_class=Response)
    async def speech(asked: SpeechRequest) -> Response:
        """Speak, in OpenAI's words. `stream_format: sse` wraps the sound in events."""
        if not asked.model.startswith(_MODELS):
            raise ServiceError(
                ErrorCode.UNKNOWN_MODEL, "There is no model of that name; GET /v1/models lists them.", param="model"
            )
        voice = asked.voice if isinstance(asked.voice, str) else asked.voice.get("id", "")
        order = await take(
            Wish(
                text=asked.input,
                voice=None if voice in _VOICES else voice,
                speed=asked.speed,
                format=asked.response_format,
                sample_rate=_PCM_RATE if asked.response_format == "pcm" else None,
            ),
            stage.kit,
            stage.choir,
            text_param="input",
        )
        answer = await desk.stream(order)
        if asked.stream_format == "sse":
            stop = answer.stop if isinstance(answer, Stream) else _nothing
            return SpokenResponse(_events(answer, order), answer.about, "text/event-stream", stop)
        return audio_response(answer, order.format)

    @router.get("/models")
    async def models() -> dict[str, object]:
        """What `model` may be."""
        known = [{"id": str(name), "object": "model", "created": 0, "owned_by": "sous"} for name in _MODELS]
        return {"object": "list", "data": known}

    return router


async def _events(answer: Whole | Stream, order: Order) -> AsyncIterator[bytes]:
    sent = 0
    async for part in _parts(answer):
        sent += len(part)
        yield _event({"type": "speech.audio.delta", "audio": base64.b64encode(part).decode("ascii")})
    # They count tokens; what we have that grows the same way is characters in and kilobytes out.
    tokens_in, tokens_out = len(order.text), sent // 1024
    usage = {"input_tokens": tokens_in, "output_tokens": tokens_out, "total_tokens": tokens_in + tokens_out}
    yield _event({"type": "speech.audio.done", "usage": usage})


async def _parts(answer: Whole | Stream) -> AsyncIterator[bytes]:
    if isinstance(answer, Whole):
        yield answer.audio
        return
    async for part in answer.audio:
        yield part


def _nothing() -> None: ...


def _event(data: dict[str, object]) -> bytes:
    return b"data: " + json.dumps(data).encode() + b"\n\n"
