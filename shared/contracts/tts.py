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
    text: str = Field(min_length=1)
    language: Literal["auto", "ko", "en"] = "auto"
    voice: str | None = None
    speed: float = Field(default=1.0, ge=0.5, le=2.0, allow_inf_nan=False)
    pitch: float = Field(default=1.0, ge=0.5, le=2.0, allow_inf_nan=False)
    format: AudioFormat = AudioFormat.WAV
    sample_rate: int | None = Field(default=None, ge=8000, le=48000)
    stream: bool = False
    normalize: bool = True
    #: Answer with JSON instead (`MarkedSpeech`): the audio in base64 beside the times of its words and phonemes.
    speech_marks: bool = False


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
    spoken: str
    language: Literal["ko", "en"]
    #: What the Korean pronunciation rules made of it for an engine that needs them (espeak-ng).
    pronounced: str | None = None
    phonemes: str | None = None  # IPA, as espeak-ng would say it


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
    accepted: int
    cached: int


class SpeechMark(Reply):
    type: Literal["word", "phoneme", "sentence"]
    value: str
    start_ms: float
    end_ms: float


class MarkedSpeech(Reply):
    """The answer to `speech_marks: true`: audio as base64 beside its times."""

    success: Literal[True] = True
    audio: str
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
