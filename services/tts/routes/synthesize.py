"""`POST /synthesize`: text in, speech out."""

import base64

from fastapi import APIRouter, Response
from fastapi.responses import StreamingResponse

from services.tts.desk import Desk
from services.tts.order import Order, Wish, take
from services.tts.stage import Stage
from shared.contracts.tts import MarkedSpeech, SynthesizeRequest
from shared.service.json_body import JsonRoute

AUDIO = {
    "content": {
        kind: {"schema": {"type": "string", "format": "binary"}}
        for kind in ("audio/wav", "audio/pcm", "audio/mpeg", "audio/ogg", "audio/flac")
    },
    "description": "Speech; with `speech_marks`, JSON that carries it.",
}


def routes(stage: Stage, desk: Desk) -> APIRouter:
    router = APIRouter(route_class=JsonRoute, tags=["speech"])

    @router.post("/synthesize", response_class=Response, responses={200: AUDIO})
    async def synthesize(asked: SynthesizeRequest) -> Response:
        """Speak. `stream: true` sends the first sound as soon as there is some."""
        order = take(
            Wish(
                asked.text, asked.language, asked.voice, asked.speed, asked.pitch, asked.format, asked.sample_rate,
                asked.normalize,
            ),
            stage.kit,
            stage.choir,
        )  # fmt: skip
        if asked.speech_marks:
            return await _marked(desk, order)
        if asked.stream:
            stream = await desk.stream(order)
            return StreamingResponse(
                stream.audio, media_type=media_type(order, stream.about.rate), headers=stream.about.headers()
            )
        answer = await desk.whole(order)
        return Response(answer.audio, media_type=media_type(order, answer.about.rate), headers=answer.about.headers())

    return router


def media_type(order: Order, rate: int) -> str:
    # Headerless PCM says its rate here, as RFC 2586 has it for L16.
    return f"audio/pcm;rate={rate};channels=1" if order.format.name == "pcm" else order.format.media_type


async def _marked(desk: Desk, order: Order) -> Response:
    answer = await desk.whole(order)
    about = answer.about
    said = MarkedSpeech(
        audio=base64.b64encode(answer.audio).decode("ascii"),
        format=order.format.name,
        sample_rate=about.rate,
        duration_s=about.duration_s or 0.0,
        marks=list(answer.marks),
        engine=about.engine,
        voice=about.voice,
    )
    return Response(said.model_dump_json(), media_type="application/json", headers=about.headers())
