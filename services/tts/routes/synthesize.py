"""`POST /synthesize` and `POST /prefetch`: text in, speech out, now or soon."""

import base64

from fastapi import APIRouter, Response

from services.tts.desk import Desk
from services.tts.order import Order, Wish, take
from services.tts.prefetch import Prefetch
from services.tts.routes.answers import audio_response
from services.tts.stage import Stage
from shared.contracts.tts import AudioFormat, MarkedSpeech, PrefetchReply, PrefetchRequest, SynthesizeRequest
from shared.service.json_body import JsonRoute

_AUDIO = {
    "content": {
        kind: {"schema": {"type": "string", "format": "binary"}}
        for kind in ("audio/wav", "audio/pcm", "audio/mpeg", "audio/ogg", "audio/flac")
    },
    "description": "Speech; with `speech_marks`, JSON that carries it.",
}


def routes(stage: Stage, desk: Desk, prefetch: Prefetch) -> APIRouter:
    router = APIRouter(route_class=JsonRoute, tags=["speech"])

    async def ordered(wish: Wish, param: str = "text") -> Order:
        return await take(wish, stage.kit, stage.choir, text_param=param)

    @router.post("/synthesize", response_class=Response, responses={200: _AUDIO})
    async def synthesize(asked: SynthesizeRequest) -> Response:
        """Speak. `stream: true` sends the first sound as soon as there is some."""
        order = await ordered(Wish(**asked.model_dump(exclude={"stream", "speech_marks"})))
        if asked.speech_marks:
            return await _marked(desk, order)
        answer = await (desk.stream(order) if asked.stream else desk.whole(order))
        return audio_response(answer, order.format)

    @router.post("/prefetch")
    async def prefetch_texts(asked: PrefetchRequest) -> PrefetchReply:
        """Speak these into the phrase cache while nobody is waiting."""
        common = asked.model_dump(exclude={"texts"})
        orders = [await ordered(Wish(text=text, **common), f"texts.{n}") for n, text in enumerate(asked.texts)]
        if not desk.keeps:
            return PrefetchReply(accepted=0, cached=0)
        new = [order for order in orders if not await desk.known(order)]
        prefetch.add(new)
        return PrefetchReply(accepted=len(new), cached=len(orders) - len(new))

    return router


async def _marked(desk: Desk, order: Order) -> Response:
    answer = await desk.marked(order)
    about = answer.about
    said = MarkedSpeech(
        audio=base64.b64encode(answer.audio).decode("ascii"),
        format=AudioFormat(order.format.name),
        sample_rate=about.rate,
        duration_s=about.duration_s or 0.0,
        marks=list(answer.marks),
        engine=about.engine,
        voice=about.voice,
    )
    return Response(said.model_dump_json(), media_type="application/json", headers=about.headers())
