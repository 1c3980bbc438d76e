"""An answer on the wire: bytes with a length, or bytes as they come, under the same headers."""

from fastapi import Response
from fastapi.responses import StreamingResponse

from services.tts.audio.formats import Format
from services.tts.desk import Stream, Whole


def audio_response(answer: Whole | Stream, format_: Format) -> Response:
    media_type = _media_type(format_, answer.about.rate)
    if isinstance(answer, Whole):
        return Response(answer.audio, media_type=media_type, headers=answer.about.headers())
    return StreamingResponse(answer.audio, media_type=media_type, headers=answer.about.headers())


def _media_type(format_: Format, rate: int) -> str:
    # PCM has no header of its own to say its rate in.
    return f"audio/pcm;rate={rate};channels=1" if format_.name == "pcm" else format_.media_type
