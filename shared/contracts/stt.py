"""Speech-to-text on :8011."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from shared.contracts.base import Reply, Request

SpokenLanguage = Literal["auto", "ko", "en"]


class Rejected(StrEnum):
    """Why a transcript was withheld: an empty answer is better than an invented one."""

    NO_SPEECH = "no_speech"
    HALLUCINATION = "hallucination"
    KEYWORD_ECHO = "keyword_echo"
    LOW_CONFIDENCE = "low_confidence"


class Word(Reply):
    word: str
    start: float
    end: float
    probability: float | None = None


class Segment(Reply):
    id: int
    start: float
    end: float
    text: str
    avg_logprob: float | None = None
    compression_ratio: float | None = None
    no_speech_prob: float | None = None


class Timings(Reply):
    queue_ms: float = 0.0
    decode_ms: float = 0.0
    vad_ms: float = 0.0
    infer_ms: float = 0.0
    total_ms: float = 0.0


class Transcript(Reply):
    """`POST /transcribe`. Silence or noise is a success with `text: ""` and `no_speech: true`."""

    success: Literal[True] = True
    text: str
    language: str
    language_probability: float
    duration_s: float
    no_speech: bool
    rejected: Rejected | None = None
    segments: list[Segment] = []
    words: list[Word] = []
    timings: Timings = Timings()
    duration_ms: float
    engine: str
    model: str
    confidence: float | None = None
    #: True when a number was heard but not surely: the orchestrator asks before acting on it.
    confirm_numbers: bool = False


class TranscribeFields(Request):
    """What may be said beside the sound on `POST /transcribe`."""

    language: SpokenLanguage = "auto"
    languages: list[Literal["ko", "en"]] = Field(default=[], max_length=2, description="With `auto`: only these.")
    keywords: list[Annotated[str, Field(max_length=100)]] = Field(
        default=[], max_length=200, description="Words to favour: the open recipe's ingredients."
    )
    prompt: str = Field(default="", max_length=1000)
    words: bool = Field(default=False, description="Times of single words too.")
    vad: bool = Field(default=True, description="Look for speech first; without it noise may be taken for words.")


class StreamStart(Request):
    """The first message on `WS /stream`; binary PCM16 mono follows."""

    type: Literal["start"] = "start"
    language: SpokenLanguage = "auto"
    keywords: list[str] = []
    sample_rate: int = Field(default=16000, ge=8000, le=48000)


class SpeechStarted(Reply):
    type: Literal["speech_started"] = "speech_started"
    at_s: float


class Partial(Reply):
    type: Literal["partial"] = "partial"
    text: str
    at_s: float


class SpeechEnded(Reply):
    type: Literal["speech_ended"] = "speech_ended"
    at_s: float


class Final(Reply):
    type: Literal["final"] = "final"
    transcript: Transcript
    text: str
    start_s: float
    end_s: float


class StreamError(Reply):
    type: Literal["error"] = "error"
    code: str
    message: str


StreamEvent = Annotated[SpeechStarted | Partial | SpeechEnded | Final | StreamError, Field(discriminator="type")]
