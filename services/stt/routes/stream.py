"""`WS /stream`: sound in, events out. The server finds where an utterance begins and ends.

At a short pause what was said so far is recognised at once and sent as `partial`; when the pause turns out to be the
end, that answer is already there and becomes `final`. A socket that sends nothing costs nothing; one that sends faster
than the engine can follow is read more slowly.
"""

import asyncio
from collections.abc import Callable, Coroutine, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Final, TypeVar

import numpy as np
from fastapi import APIRouter, WebSocket, WebSocketDisconnect
from pydantic import ValidationError

from services.stt.audio import RATE, Samples
from services.stt.endpoint import WINDOW_S, Endpointer, Moment, Turn
from services.stt.engines import KITCHEN, Asking
from services.stt.listening import Listener, Sound
from services.stt.vad import WINDOW, Silero
from shared.contracts.errors import ErrorCode
from shared.contracts.stt import Final as FinalEvent
from shared.contracts.stt import (
    Partial,
    SpeechEnded,
    SpeechStarted,
    StreamError,
    StreamEvent,
    StreamStart,
    Transcript,
)
from shared.kitchen.language import Language
from shared.service.errors import ServiceError

if TYPE_CHECKING:
    import soxr

_BEFORE_S: Final = 0.3  # sound kept from before speech was noticed
_AFTER_S: Final = 0.2
_MESSAGE_BYTES: Final = 1 << 20
_UNANSWERED: Final = 4  # utterances waiting for the engine before the socket is read no further

T = TypeVar("T")


def routes(listener: Listener) -> APIRouter:
    router = APIRouter(tags=["speech to text"])
    # Finding speech is quick but not free, and must not run on the event loop.
    finder = ThreadPoolExecutor(2, thread_name_prefix="stream-vad")

    @router.websocket("/stream")
    async def stream(socket: WebSocket) -> None:
        await socket.accept()
        await _Conversation(socket, listener, finder).run()

    return router


@dataclass(slots=True)
class _Utterance:
    """One utterance being answered: its sound so far, and the answer to it."""

    start: int  # samples from the start of the stream
    end: int
    answer: "asyncio.Task[Transcript]"


class _Refused(Exception):
    def __init__(self, code: ErrorCode, message: str) -> None:
        super().__init__(message)
        self.event = StreamError(code=code.value, message=message)


class _Conversation:
    def __init__(self, socket: WebSocket, listener: Listener, finder: ThreadPoolExecutor) -> None:
        self._socket = socket
        self._listener = listener
        self._finder = finder
        self._asking = Asking(vad=False)
        self._endpointer = Endpointer()
        self._heard = _Tape()
        self._silero: Silero | None = None
        self._resampler: soxr.ResampleStream | None = None
        self._began = 0
        self._guess: _Utterance | None = None
        self._finals: set[asyncio.Task[None]] = set()
        self._in_order = asyncio.Lock()
        self._sending = asyncio.Lock()

    async def run(self) -> None:
        try:
            await self._start()
            await self._listen()
            await self._hear(self._endpointer.finish())
            await asyncio.gather(*self._finals)
            await self._socket.close(1012 if self._listener.kit.closing.begun else 1000)
        except _Refused as refused:
            await self._send(refused.event)
            await self._socket.close(1008, str(refused)[:100])
        except (WebSocketDisconnect, RuntimeError):
            pass  # the other side has gone; there is nobody to tell
        finally:
            for task in [*self._finals, *([self._guess.answer] if self._guess else [])]:
                task.cancel()

    async def _start(self) -> None:
        message = await self._receive()
        if message is None:
            raise WebSocketDisconnect
        if isinstance(message, bytes):
            raise _Refused(ErrorCode.MALFORMED_REQUEST, "The first message must be the JSON start message.")
        try:
            start = StreamStart.model_validate_json(message)
        except ValidationError as error:
            problem = error.errors()[0]
            where = ".".join(map(str, problem["loc"])) or "start message"
            raise _Refused(ErrorCode.INVALID_FIELD, f"{where}: {problem['msg']}.") from error
        languages = KITCHEN if start.language == "auto" else (Language(start.language),)
        self._asking = Asking(languages=languages, keywords=tuple(start.keywords), vad=False)
        self._silero = await self._on_finder(Silero)
        if start.sample_rate != RATE:
            import soxr

            self._resampler = soxr.ResampleStream(start.sample_rate, RATE, 1, dtype="float32")

    async def _receive(self) -> bytes | str | None:
        """The next message; None at the end of the stream, or when the server is shutting down."""
        closing = self._listener.kit.closing
        arriving = asyncio.ensure_future(self._socket.receive())
        leaving = asyncio.ensure_future(closing.draining.wait())
        try:
            await asyncio.wait({arriving, leaving}, return_when=asyncio.FIRST_COMPLETED)
            # An utterance being spoken is heard to its end, even while shutting down.
            message = await arriving if arriving.done() or self._endpointer.speaking else None
        finally:
            arriving.cancel()
            leaving.cancel()
        if message is None:
            return None
        if message["type"] == "websocket.disconnect":
            raise WebSocketDisconnect(message.get("code", 1000))
        if message.get("bytes") is not None:
            return bytes(message["bytes"])
        return str(message.get("text") or "")

    async def _listen(self) -> None:
        while (message := await self._receive()) is not None:
            if isinstance(message, str):
                if '"end"' in message:
                    return
                raise _Refused(
                    ErrorCode.MALFORMED_REQUEST, 'After the start message send binary PCM16, or {"type":"end"}.'
                )
            if len(message) > _MESSAGE_BYTES:
                raise _Refused(ErrorCode.BODY_TOO_LARGE, f"A message may hold at most {_MESSAGE_BYTES} bytes.")
            if len(message) % 2:
                raise _Refused(ErrorCode.NOT_AUDIO, "PCM16 has two bytes a sample; this message has an odd number.")
            await self._hear(await self._on_finder(partial(self._find, message)))

    def _find(self, message: bytes) -> list[Moment]:
        assert self._silero is not None
        samples = np.frombuffer(message, "<i2") * np.float32(1 / 32_768)
        if self._resampler is not None:
            samples = np.asarray(self._resampler.resample_chunk(samples), np.float32)
        whole = self._heard.add(samples)
        if not len(whole):
            return []
        moments = list(self._endpointer.feed(self._silero.probabilities(whole)))
        if not moments and not self._endpointer.speaking:
            self._heard.forget(self._heard.length - int(2 * _BEFORE_S * RATE))
        return moments

    async def _hear(self, moments: Iterable[Moment]) -> None:
        for moment in moments:
            at_s = round(moment.window * WINDOW_S, 3)
            match moment.turn:
                case Turn.BEGAN:
                    self._began = moment.window
                    await self._send(SpeechStarted(at_s=at_s))
                case Turn.PAUSED:
                    self._guess = self._utterance(moment)
                    self._later(self._tell_partial(self._guess, at_s))
                case Turn.WENT_ON:
                    self._drop_guess()
                case Turn.ENDED:
                    await self._send(SpeechEnded(at_s=at_s))
                    utterance, self._guess = self._guess or self._utterance(moment), None
                    self._later(self._tell_final(utterance))
                    while len(self._finals) > _UNANSWERED:
                        await asyncio.wait(self._finals, return_when=asyncio.FIRST_COMPLETED)

    def _utterance(self, moment: Moment) -> _Utterance:
        start = max(0, self._began * WINDOW - int(_BEFORE_S * RATE))
        end = moment.window * WINDOW + int(_AFTER_S * RATE)
        kept = self._heard.between(start, end)
        # The stream may end on the last syllable; recognisers want to hear that nothing follows.
        sound = Sound(samples=np.pad(kept, (0, end - start - len(kept))))
        answer = asyncio.create_task(self._listener.hear(sound, self._asking))
        return _Utterance(start, end, answer)

    def _drop_guess(self) -> None:
        if self._guess is not None:
            self._guess.answer.cancel()
            self._guess = None

    def _later(self, telling: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(telling)
        self._finals.add(task)
        task.add_done_callback(self._finals.discard)

    async def _tell_partial(self, guess: _Utterance, at_s: float) -> None:
        try:
            transcript = await asyncio.shield(guess.answer)
        except (ServiceError, asyncio.CancelledError):
            return  # the final answer will say what is wrong
        if transcript.text and self._guess is guess:
            await self._send(Partial(text=transcript.text, at_s=at_s))

    async def _tell_final(self, utterance: _Utterance) -> None:
        async with self._in_order:
            try:
                transcript = await utterance.answer
            except ServiceError as error:
                await self._send(StreamError(code=error.code.value, message=error.message))
                return
            start_s, end_s = round(utterance.start / RATE, 3), round(utterance.end / RATE, 3)
            await self._send(FinalEvent(transcript=transcript, text=transcript.text, start_s=start_s, end_s=end_s))

    async def _send(self, event: StreamEvent) -> None:
        async with self._sending:
            await self._socket.send_text(event.model_dump_json())

    async def _on_finder(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._finder, work)


@dataclass(slots=True)
class _Tape:
    """The stream's last seconds, addressed by samples from its start."""

    kept: Samples = field(default_factory=lambda: np.zeros(0, np.float32))
    gone: int = 0  # samples forgotten at the front
    examined: int = 0

    @property
    def length(self) -> int:
        return self.gone + len(self.kept)

    def add(self, samples: Samples) -> Samples:
        """Keep `samples`; returns the whole windows that have not been examined yet."""
        self.kept = np.concatenate([self.kept, samples])
        start = self.examined - self.gone
        whole = (len(self.kept) - start) // WINDOW * WINDOW
        self.examined += whole
        return self.kept[start : start + whole]

    def between(self, start: int, end: int) -> Samples:
        return self.kept[max(0, start - self.gone) : max(0, end - self.gone)]

    def forget(self, before: int) -> None:
        cut = min(max(0, before - self.gone), self.examined - self.gone)
        if cut > 0:
            self.kept = self.kept[cut:].copy()
            self.gone += cut
