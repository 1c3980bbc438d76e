"""Where an order becomes an answer: from the phrase cache, or spoken and put into the client's format, whole or as it
comes."""

import asyncio
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from prometheus_client import Counter

from services.tts.audio.formats import Encoder, Format, streaming, whole
from services.tts.audio.rates import Converter
from services.tts.engines import Sound
from services.tts.order import Order
from services.tts.phrase_cache import Phrase, PhraseCache
from services.tts.speaking import Speech
from services.tts.stage import Stage
from services.tts.voices import Speaker
from shared.contracts.tts import AudioHeader, SpeechMark
from shared.service.admission import Priority
from shared.span import current_span

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
    stop: Callable[[], None]  # in any case, also when the client is gone before the first byte


class Desk:
    def __init__(self, stage: Stage, cache: PhraseCache) -> None:
        self._stage = stage
        self._cache = cache
        self._asked = Counter(
            "sous_tts_phrases",
            "Answers, by whether the phrase cache had them.",
            ["cache"],
            registry=stage.kit.metrics.registry,
        )
        # Compressing and resampling cost more than speaking does; they must neither hold up the voice nor the loop.
        self._threads = ThreadPoolExecutor(2, thread_name_prefix="tts-desk")

    @property
    def keeps(self) -> bool:
        """Whether anything is remembered at all."""
        return self._cache.on

    async def known(self, order: Order) -> bool:
        """Whether the wanted voice has said this before."""
        key = self._key(order, self._stage.speakers(order.language, order.speaker)[0])
        return await self._in_thread(lambda: self._cache.has(key))

    async def whole(self, order: Order, priority: Priority = Priority.INTERACTIVE) -> Whole:
        if (known := await self._remembered(order)) is not None:
            return known
        speech, about, pcm = await self._spoken(order, priority)
        with current_span().stage("encode"):
            audio = await self._encode(order.format, lambda: whole(order.format, about.rate, pcm))
        self._remember(order, speech, about, pcm, audio)
        return Whole(_with_duration(about, len(pcm)), audio)

    async def marked(self, order: Order) -> Whole:
        """With the times of what is said; always spoken anew, for the times are not kept."""
        speech, about, pcm = await self._spoken(order, Priority.INTERACTIVE)
        audio = await self._encode(order.format, lambda: whole(order.format, about.rate, pcm))
        return Whole(_with_duration(about, len(pcm)), audio, tuple(speech.marks()))

    async def stream(self, order: Order) -> "Whole | Stream":
        """All at once when it is known already."""
        if (known := await self._remembered(order)) is not None:
            return known
        speech = Speech(self._stage, order)
        try:
            about = _about(speech, order, await speech.begin())
            encoder = await self._encode(order.format, lambda: streaming(order.format, about.rate))
        except BaseException:
            speech.stop()
            raise
        return Stream(about, self._streamed(speech, order, about, encoder), speech.stop)

    def close(self) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)

    async def _spoken(self, order: Order, priority: Priority) -> tuple[Speech, About, bytes]:
        speech = Speech(self._stage, order, priority)
        try:
            about = _about(speech, order, await speech.begin())
            return speech, about, b"".join([part async for part in self._converted(speech, about.rate)])
        finally:
            speech.stop()

    async def _streamed(self, speech: Speech, order: Order, about: About, encoder: Encoder) -> AsyncIterator[bytes]:
        said: list[bytes] = []
        try:
            async for pcm in self._converted(speech, about.rate):
                said.append(pcm)
                if data := await self._encode(order.format, partial(encoder.feed, pcm)):
                    yield data
            if data := await self._encode(order.format, encoder.finish):
                yield data
        finally:
            speech.stop()
        # What was sent could not say how long it would be; what is kept can.
        self._remember(order, speech, about, b"".join(said))

    def _key(self, order: Order, speaker: Speaker) -> str:
        return PhraseCache.key(
            speaker.engine, speaker.id, speaker.tint, order.language, order.speed, order.pitch,
            order.format.name, order.rate, order.text,
        )  # fmt: skip

    async def _remembered(self, order: Order) -> Whole | None:
        if not self._cache.on:
            return None
        speakers = self._stage.speakers(order.language, order.speaker)
        keys = [self._key(order, speaker) for speaker in speakers]
        with current_span().stage("cache"):
            found = next(filter(None, map(self._cache.recall, keys)), None)
            if found is None:
                found = await self._in_thread(lambda: next(filter(None, map(self._cache.read, keys)), None))
        self._asked.labels("hit" if found is not None else "miss").inc()
        if found is None:
            return None
        wanted = speakers[0].engine.value
        return Whole(
            About(
                engine=found.engine,
                voice=found.voice,
                rate=found.rate,
                cached=True,
                fallback_from=wanted if found.engine != wanted else None,
                duration_s=found.duration_s,
            ),
            found.audio,
        )

    def _remember(self, order: Order, speech: Speech, about: About, pcm: bytes, audio: bytes | None = None) -> None:
        if not self._cache.on or speech.speaker is None or not speech.pure:
            return  # two voices in one answer: good enough once, not for ever
        key = self._key(order, speech.speaker)

        def keep() -> None:
            file = whole(order.format, about.rate, pcm) if audio is None else audio
            self._cache.write(key, Phrase(file, about.engine, about.voice, about.rate, len(pcm) / 2 / about.rate))

        self._threads.submit(keep)  # nobody waits for it

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


def _with_duration(about: About, pcm_bytes: int) -> About:
    return replace(about, duration_s=pcm_bytes / 2 / about.rate)


def _about(speech: Speech, order: Order, first: Sound) -> About:
    assert speech.speaker is not None
    return About(
        engine=speech.engine.value,
        voice=speech.speaker.id,
        rate=order.rate or order.format.rate_for(first.rate),
        cached=False,
        fallback_from=speech.fallback_from.value if speech.fallback_from is not None else None,
    )
