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
    start: float = Field(description="Seconds from the beginning.")
    end: float = Field(description="Seconds from the beginning.")
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
    queue_ms: float = Field(default=0.0, description="Waiting for a turn.")
    decode_ms: float = Field(default=0.0, description="From the file to samples.")
    vad_ms: float = Field(default=0.0, description="Looking for speech.")
    infer_ms: float = Field(default=0.0, description="Recognising.")
    total_ms: float = 0.0


class Transcript(Reply):
    """`POST /transcribe`. Silence or noise is a success with `text: ""` and `no_speech: true`."""

    success: Literal[True] = True
    text: str = Field(description="Empty when nothing was said, or nothing that can be trusted.")
    language: str = Field(description="Of the speech: `ko` or `en`.")
    language_probability: float
    duration_s: float = Field(description="Of the sound.")
    no_speech: bool = Field(description="True: nobody spoke.")
    rejected: Rejected | None = Field(default=None, description="Why a transcript was withheld; null when it was not.")
    segments: list[Segment] = []
    words: list[Word] = []
    timings: Timings = Timings()
    duration_ms: float = Field(description="Inside the server.")
    engine: str = Field(description="Who heard it.")
    model: str = Field(description="With which model.")
    confidence: float | None = Field(default=None, description="0 to 1, when the engine can tell.")
    confirm_numbers: bool = Field(
        default=False, description="A number was heard but not surely: ask before acting on it."
    )


class TranscribeFields(Request):
    """What may be said beside the sound on `POST /transcribe`."""

    language: SpokenLanguage = Field(default="auto", description="`auto` decides between the allowed ones.")
    languages: list[Literal["ko", "en"]] = Field(default=[], max_length=2, description="With `auto`: only these.")
    keywords: list[Annotated[str, Field(max_length=100)]] = Field(
        default=[], max_length=200, description="Words to favour: the open recipe's ingredients."
    )
    prompt: str = Field(default="", max_length=1000, description="Words that came before, for Whisper.")
    words: bool = Field(default=False, description="Times of single words too.")
    vad: bool = Field(default=True, description="Look for speech first; without it noise may be taken for words.")


class StreamStart(Request):
    """The first message on `WS /stream`; binary PCM16 mono follows."""

    type: Literal["start"] = "start"
    language: SpokenLanguage = "auto"
    keywords: list[str] = Field(default=[], description="Words to favour: the open recipe's ingredients.")
    sample_rate: int = Field(default=16000, ge=8000, le=48000, description="Of the PCM16 mono that follows.")


class SpeechStarted(Reply):
    type: Literal["speech_started"] = "speech_started"
    at_s: float = Field(description="Seconds of sound since the start.")


class Partial(Reply):
    type: Literal["partial"] = "partial"
    text: str = Field(description="What was understood so far; may still change.")
    at_s: float = Field(description="Seconds of sound since the start.")


class SpeechEnded(Reply):
    type: Literal["speech_ended"] = "speech_ended"
    at_s: float = Field(description="Seconds of sound since the start.")


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
