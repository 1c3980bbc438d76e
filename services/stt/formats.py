"""OpenAI's ways to write a transcript down: json, text, srt, vtt, verbose_json, and the events of a streamed answer."""

import json
from collections.abc import Iterator
from typing import Any, Final

from shared.contracts.stt import Segment, Transcript

_NAMES: Final = {"ko": "korean", "en": "english"}


def usage(transcript: Transcript) -> dict[str, Any]:
    return {"type": "duration", "seconds": round(transcript.duration_s, 3)}


def plain(transcript: Transcript) -> dict[str, Any]:
    return {"text": transcript.text, "usage": usage(transcript)}


def verbose(transcript: Transcript, *, words: bool, segments: bool) -> dict[str, Any]:
    said: dict[str, Any] = {
        "task": "transcribe",
        "language": _NAMES.get(transcript.language, transcript.language),
        "duration": transcript.duration_s,
        "text": transcript.text,
        "usage": usage(transcript),
    }
    if words:
        said["words"] = [{"word": word.word, "start": word.start, "end": word.end} for word in transcript.words]
    if segments:
        said["segments"] = [
            {
                "id": segment.id,
                "seek": 0,
                "start": segment.start,
                "end": segment.end,
                "text": segment.text,
                "tokens": [],
                "temperature": 0.0,
                "avg_logprob": segment.avg_logprob or 0.0,
                "compression_ratio": segment.compression_ratio or 0.0,
                "no_speech_prob": segment.no_speech_prob or 0.0,
            }
            for segment in transcript.segments
        ]
    return said


def srt(segments: list[Segment]) -> str:
    blocks = (
        f"{number}\n{_clock(segment.start, ',')} --> {_clock(segment.end, ',')}\n{segment.text}\n"
        for number, segment in enumerate(segments, 1)
    )
    return "\n".join(blocks)


def vtt(segments: list[Segment]) -> str:
    blocks = (f"{_clock(segment.start, '.')} --> {_clock(segment.end, '.')}\n{segment.text}\n" for segment in segments)
    return "\n".join(["WEBVTT\n", *blocks])


def _clock(seconds: float, point: str) -> str:
    """>>> _clock(3723.5, ",")
    '01:02:03,500'
    """
    whole, thousandths = divmod(round(seconds * 1000), 1000)
    minutes, second = divmod(whole, 60)
    hour, minute = divmod(minutes, 60)
    return f"{hour:02}:{minute:02}:{second:02}{point}{thousandths:03}"


def events(transcript: Transcript) -> Iterator[str]:
    """Server-sent events, as OpenAI's clients expect them: no `event:` line, the end of the body is the end."""
    for number, segment in enumerate(transcript.segments):
        delta = segment.text if number == 0 else f" {segment.text}"
        yield _event({"type": "transcript.text.delta", "delta": delta})
    yield _event({"type": "transcript.text.done", "text": transcript.text, "usage": usage(transcript)})


def _event(data: dict[str, Any]) -> str:
    return f"data: {json.dumps(data, ensure_ascii=False)}\n\n"
