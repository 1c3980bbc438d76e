"""Where an order becomes an answer: sound in the client's format, whole or as it comes, and what is said about it."""

import asyncio
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from services.tts.audio.formats import Encoder, Format, streaming, whole
from services.tts.audio.rates import Converter
from services.tts.engines import Sound
from services.tts.order import Order
from services.tts.speaking import Speech
from services.tts.stage import Stage
from shared.contracts.tts import AudioHeader, SpeechMark
from shared.service.admission import Priority
from shared.service.span import current_span

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class About:
    """What is known about an answer besides its sound."""

    engine: str
    voice: str
    rate: int
    cached: bool
    fallback_from: str | None = None
    duration_s: float | None = None  # not known yet while streaming

    def headers(self) -> dict[str, str]:
        headers = {
            AudioHeader.ENGINE: self.engine,
            AudioHeader.VOICE: self.voice,
            AudioHeader.SAMPLE_RATE: str(self.rate),
            AudioHeader.CACHE: "hit" if self.cached else "miss",
        }
        if self.fallback_from is not None:
            headers[AudioHeader.FALLBACK_FROM] = self.fallback_from
        if self.duration_s is not None:
            headers[AudioHeader.DURATION] = f"{self.duration_s:.3f}"
        return {str(name): value for name, value in headers.items()}


@dataclass(frozen=True, slots=True)
class Whole:
    about: About
    audio: bytes
    marks: tuple[SpeechMark, ...] = ()


@dataclass(frozen=True, slots=True)
class Stream:
    about: About
    audio: AsyncIterator[bytes]


class Desk:
    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        # Compressing and resampling cost more than speaking does; they must neither hold up the voice nor the loop.
        self._threads = ThreadPoolExecutor(2, thread_name_prefix="tts-encode")

    async def whole(self, order: Order, priority: Priority = Priority.INTERACTIVE) -> Whole:
        speech = Speech(self._stage, order, priority)
        try:
            about = _about(speech, order, await speech.begin())
            pcm = b"".join([part async for part in self._converted(speech, about.rate)])
        finally:
            speech.stop()
        with current_span().stage("encode"):
            audio = await self._encode(order.format, lambda: whole(order.format, about.rate, pcm))
        return Whole(replace(about, duration_s=len(pcm) / 2 / about.rate), audio, tuple(speech.marks))

    async def stream(self, order: Order) -> Stream:
        speech = Speech(self._stage, order)
        try:
            about = _about(speech, order, await speech.begin())
            encoder = await self._encode(order.format, lambda: streaming(order.format, about.rate))
        except BaseException:
            speech.stop()
            raise
        return Stream(about, self._streamed(speech, order.format, about.rate, encoder))

    def close(self) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)

    async def _streamed(self, speech: Speech, format_: Format, rate: int, encoder: Encoder) -> AsyncIterator[bytes]:
        try:
            async for pcm in self._converted(speech, rate):
                if data := await self._encode(format_, partial(encoder.feed, pcm)):
                    yield data
            if data := await self._encode(format_, encoder.finish):
                yield data
        finally:
            speech.stop()

    async def _converted(self, speech: Speech, rate: int) -> AsyncIterator[bytes]:
        converter = Converter(rate)
        async for sound in speech.sounds():
            if converter.idle and sound.rate == rate:
                yield sound.pcm
            else:
                yield await self._in_thread(partial(converter.feed, sound))
        if not converter.idle:
            yield await self._in_thread(converter.finish)

    async def _encode(self, format_: Format, work: Callable[[], T]) -> T:
        return await self._in_thread(work) if format_.codec else work()

    async def _in_thread(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._threads, work)


def _about(speech: Speech, order: Order, first: Sound) -> About:
    assert speech.speaker is not None
    return About(
        engine=speech.engine.value,
        voice=speech.speaker.id,
        rate=order.rate or order.format.rate_for(first.rate),
        cached=False,
        fallback_from=speech.fallback_from.value if speech.fallback_from is not None else None,
    )
