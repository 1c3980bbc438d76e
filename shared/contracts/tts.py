"""Text-to-speech on :8012. Audio answers travel as bytes; what is said about them stands in headers."""

from enum import StrEnum
from typing import Literal

from pydantic import Field

from shared.contracts.base import LenientRequest, Reply, Request


class AudioFormat(StrEnum):
    WAV = "wav"
    PCM = "pcm"
    MP3 = "mp3"
    OPUS = "opus"
    FLAC = "flac"


class SynthesizeRequest(Request):
    text: str = Field(min_length=1, description="Up to `TTS_MAX_TEXT_CHARS` (5000) characters.")
    language: Literal["auto", "ko", "en"] = Field(default="auto", description="`auto` looks at the letters.")
    voice: str | None = Field(default=None, description="An id from `GET /voices`.")
    speed: float = Field(default=1.0, ge=0.5, le=2.0, allow_inf_nan=False, description="1 is normal.")
    pitch: float = Field(default=1.0, ge=0.5, le=2.0, allow_inf_nan=False, description="1 is normal; espeak-ng only.")
    format: AudioFormat = Field(
        default=AudioFormat.WAV, description="`pcm` is 16-bit little-endian mono; its rate stands in `Content-Type`."
    )
    sample_rate: int | None = Field(default=None, ge=8000, le=48000, description="Default: the engine's own.")
    stream: bool = Field(default=False, description="Send the first sound before the rest is spoken.")
    normalize: bool = Field(default=True, description="False: the text is written out already; read it as it is.")
    speech_marks: bool = Field(
        default=False, description="Answer with JSON instead: base64 audio beside the times of its words and phonemes."
    )


class AudioHeader(StrEnum):
    ENGINE = "X-Engine"
    VOICE = "X-Voice"
    SAMPLE_RATE = "X-Sample-Rate"
    DURATION = "X-Audio-Duration"
    CACHE = "X-Cache"
    FALLBACK_FROM = "X-Fallback-From"


class NormalizeRequest(Request):
    text: str = Field(min_length=1)
    language: Literal["auto", "ko", "en"] = "auto"


class NormalizeReply(Reply):
    success: Literal[True] = True
    spoken: str = Field(description="The text as it will be said: numbers, units and Latin words written out.")
    language: Literal["ko", "en"]
    pronounced: str | None = Field(
        default=None,
        description="As the Korean pronunciation rules spell it for an engine that needs them (espeak-ng).",
    )
    phonemes: str | None = Field(default=None, description="IPA, as espeak-ng would say it.")


class Voice(Reply):
    id: str
    name: str
    language: str  # the first of `languages`
    languages: list[str] = []
    engine: str
    default: bool = False


class VoicesReply(Reply):
    success: Literal[True] = True
    voices: list[Voice]


class PrefetchRequest(Request):
    """Texts that will probably be asked for soon; synthesised quietly, when nobody is waiting."""

    texts: list[str] = Field(min_length=1, max_length=64)
    language: Literal["auto", "ko", "en"] = "auto"
    voice: str | None = None
    speed: float = Field(default=1.0, ge=0.5, le=2.0, allow_inf_nan=False)
    pitch: float = Field(default=1.0, ge=0.5, le=2.0, allow_inf_nan=False)
    format: AudioFormat = AudioFormat.WAV
    sample_rate: int | None = Field(default=None, ge=8000, le=48000)
    normalize: bool = True


class PrefetchReply(Reply):
    success: Literal[True] = True
    accepted: int = Field(description="How many will be synthesised.")
    cached: int = Field(description="How many were there already.")


class SpeechMark(Reply):
    type: Literal["word", "phoneme", "sentence"]
    value: str
    start_ms: float
    end_ms: float


class MarkedSpeech(Reply):
    """The answer to `speech_marks: true`: audio as base64 beside its times."""

    success: Literal[True] = True
    audio: str = Field(description="Base64.")
    format: AudioFormat
    sample_rate: int
    duration_s: float
    marks: list[SpeechMark]
    engine: str
    voice: str


class SpeechRequest(LenientRequest):
    """OpenAI's `POST /v1/audio/speech`."""

    model: str = Field(min_length=1)
    input: str = Field(min_length=1, max_length=4096)
    voice: str | dict[str, str] = "alloy"
    instructions: str | None = None
    response_format: Literal["mp3", "opus", "aac", "flac", "wav", "pcm"] = "mp3"
    speed: float = Field(default=1.0, ge=0.25, le=4.0, allow_inf_nan=False)
    stream_format: Literal["audio", "sse"] = "audio"
