"""An answer on the wire: bytes with a length, or bytes as they come, under the same headers."""

from collections.abc import AsyncIterator, Callable

from fastapi import Response
from fastapi.responses import StreamingResponse
from starlette.types import Receive, Scope, Send

from services.tts.audio.formats import Format
from services.tts.desk import About, Stream, Whole


def audio_response(answer: Whole | Stream, format_: Format) -> Response:
    media_type = _media_type(format_, answer.about.rate)
    if isinstance(answer, Whole):
        return Response(answer.audio, media_type=media_type, headers=answer.about.headers())
    return SpokenResponse(answer.audio, answer.about, media_type, answer.stop)


class SpokenResponse(StreamingResponse):
    """A stream that falls silent with its reader: a generator nobody has begun to read would never notice."""

    def __init__(self, parts: AsyncIterator[bytes], about: About, media_type: str, stop: Callable[[], None]) -> None:
        super().__init__(parts, media_type=media_type, headers=about.headers())
        self._stop = stop

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await super().__call__(scope, receive, send)
        finally:
            self._stop()


def _media_type(format_: Format, rate: int) -> str:
    # PCM has no header of its own to say its rate in.
    return f"audio/pcm;rate={rate};channels=1" if format_.name == "pcm" else format_.media_type
