"""GPT-SoVITS over HTTP: upstream's `api_v2.py`, running in its own environment or container.

It has no health check, answers 400 for everything, mixes up concurrent requests, and when inference throws it answers
200 with a second of zeros at 16 kHz. So: one request at a time, everything is listened to before it is passed on, and
reference audio comes from a table on this server, never from a client.
"""

import json
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, Field, TypeAdapter, ValidationError

from services.tts.audio import wav
from services.tts.audio.soundness import fault
from services.tts.engines import Emit, Sound, Utterance
from services.tts.settings import GptSovitsSettings
from shared.contracts.tts import SpeechMark
from shared.kitchen.language import Language
from shared.service.ladder import EngineFailed, EngineUnavailable

_MOST_BYTES = 64 * 1024 * 1024
_RATES = frozenset({24_000, 32_000, 48_000})  # of the models v3, v2 and v2Pro, v4
_STAND_IN_RATE = 16_000  # of the zeros that stand for an exception


class Reference(BaseModel):
    """One voice: a few seconds of somebody speaking, and what they say. Paths are upstream's."""

    ref_audio_path: str = Field(min_length=1)
    prompt_lang: str = "ko"
    prompt_text: str = ""
    aux_ref_audio_paths: list[str] = []
    name: str = ""
    languages: list[Language] = [Language.KO, Language.EN]


_TABLE = TypeAdapter(dict[str, Reference])


def read_voices(path: Path) -> dict[str, Reference]:
    try:
        table = _TABLE.validate_json(path.read_bytes())
    except OSError as error:
        raise EngineUnavailable(f"The voice table {path.name} can't be read.", "TTS_GPT_SOVITS__VOICES") from error
    except ValidationError as error:
        where = ".".join(map(str, error.errors()[0]["loc"]))
        raise EngineUnavailable(f"The voice table {path.name} is wrong at {where!r}.", f"edit {path.name}") from error
    if not table:
        raise EngineUnavailable(f"The voice table {path.name} is empty.", f"add a voice to {path.name}")
    return table


@dataclass(slots=True)
class Upstream:
    """The one server; whoever holds the lock is the only one it is talking to."""

    url: str
    lock: threading.Lock


class GptSovits:
    device = "remote"

    def __init__(
        self, upstream: Upstream, voices: dict[str, Reference], settings: GptSovitsSettings, patience_s: float
    ):
        self._upstream = upstream
        self._voices = voices
        self._settings = settings
        self._patience_s = patience_s
        self._client: Any = None

    @property
    def model(self) -> str:
        return "GPT-SoVITS"

    def load(self) -> None:
        import httpx

        timeout = httpx.Timeout(self._patience_s, connect=min(2.0, self._patience_s))
        self._client = httpx.Client(timeout=timeout, trust_env=False)

    def close(self) -> None:
        if self._client is not None:
            self._client.close()

    def speak(self, utterance: Utterance, emit: Emit, hushed: threading.Event) -> Sequence[SpeechMark]:
        reference = self._voices.get(utterance.voice)
        if reference is None:
            raise EngineFailed(f"no voice {utterance.voice!r}")
        until = time.monotonic() + self._patience_s
        if not self._upstream.lock.acquire(timeout=self._patience_s):
            raise EngineFailed("an earlier request still holds it up")
        try:
            raw = self._ask(self._request(utterance, reference), until, hushed)
        finally:
            self._upstream.lock.release()
        if raw is None:
            return []
        rate, pcm = self._decoded(raw)
        wrong = fault(pcm, rate, utterance.text, utterance.speed * self._settings.speed_factor)
        if wrong is None and rate not in _RATES:
            wrong = f"a rate of {rate} Hz"
        if wrong is not None:
            stood_in = " (its stand-in for an exception)" if rate == _STAND_IN_RATE else ""
            raise EngineFailed(wrong + stood_in)
        emit(Sound(pcm, rate))
        return []

    def _request(self, utterance: Utterance, reference: Reference) -> dict[str, object]:
        said = self._settings.model_dump(exclude={"url", "voices", "raw_rate"})
        said["speed_factor"] = round(self._settings.speed_factor * utterance.speed, 3)
        return {
            "text": utterance.text,
            "text_lang": said[f"text_lang_{utterance.language}"],
            "ref_audio_path": reference.ref_audio_path,
            "prompt_lang": reference.prompt_lang,
            "prompt_text": reference.prompt_text,
            "aux_ref_audio_paths": reference.aux_ref_audio_paths,
            **{name: value for name, value in said.items() if not name.startswith("text_lang")},
        }

    def _ask(self, request: dict[str, object], until: float, hushed: threading.Event) -> bytes | None:
        import httpx

        received = bytearray()
        try:
            with self._client.stream("POST", f"{self._upstream.url}/tts", json=request) as response:
                if response.status_code != 200:
                    raise EngineFailed(f"it answered {response.status_code}")
                for part in response.iter_bytes():
                    received += part
                    if hushed.is_set():
                        return None
                    if time.monotonic() > until:
                        raise EngineFailed(f"not finished within {self._patience_s:g} s")
                    if len(received) > _MOST_BYTES:
                        raise EngineFailed("it would not stop")
        except httpx.TimeoutException as error:
            raise EngineFailed(f"no answer within {self._patience_s:g} s") from error
        except httpx.ConnectError as error:
            raise EngineFailed("nothing answers there: is api_v2.py running?") from error
        except (httpx.HTTPError, RuntimeError) as error:  # RuntimeError: closed under us by the ladder
            raise EngineFailed(f"the connection broke ({type(error).__name__})") from error
        return bytes(received)

    def _decoded(self, raw: bytes) -> tuple[int, bytes]:
        if self._settings.media_type == "raw":
            return self._settings.raw_rate, raw[: len(raw) // 2 * 2]
        if self._settings.media_type == "wav":
            try:
                return wav.read(raw)
            except wav.NotWav as error:
                raise EngineFailed(f"its answer is no WAV: {error}") from error
        return _through_av(raw)


def _through_av(raw: bytes) -> tuple[int, bytes]:
    import io

    import av

    try:
        with av.open(io.BytesIO(raw), "r") as container:
            stream = container.streams.audio[0]
            converter = av.AudioResampler("s16", "mono", stream.rate)
            frames = [out for frame in container.decode(stream) for out in converter.resample(frame)]
            return stream.rate, b"".join(frame.to_ndarray().tobytes() for frame in frames)
    except (av.FFmpegError, IndexError, ValueError) as error:
        raise EngineFailed(f"its answer can't be decoded ({type(error).__name__})") from error


def tint(reference: Reference, settings: GptSovitsSettings) -> str:
    return json.dumps([reference.model_dump(mode="json"), settings.model_dump(mode="json", exclude={"url"})])
