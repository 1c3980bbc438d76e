"""The Wyoming protocol, for Home Assistant and its voice satellites: `python -m services.tts --wyoming`.

Text comes whole, or piece by piece while a language model is still writing it: then every sentence is spoken as soon as
the next one has begun.
"""

import asyncio

from wyoming.audio import AudioChunk, AudioStart, AudioStop
from wyoming.event import Event
from wyoming.info import Info, TtsProgram, TtsVoice
from wyoming.tts import (
    Synthesize,
    SynthesizeChunk,
    SynthesizeStart,
    SynthesizeStop,
    SynthesizeStopped,
    SynthesizeVoice,
)

from services.tts import app
from services.tts.desk import Desk, Stream, Whole
from services.tts.order import Wish, take
from services.tts.settings import TtsSettings
from services.tts.stage import Stage
from services.tts.text.pieces import says_something
from services.tts.voices import Speaker
from shared.contracts.errors import ErrorCode
from shared.kitchen.sentences import split_sentences
from shared.service import wyoming as door
from shared.service.errors import ServiceError
from shared.service.kit import VERSION
from shared.service.logs import configure_logging

_WIDTH = 2
_CHUNK = 2048 * _WIDTH


class Speaking(door.Visitor):
    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, stage: Stage, desk: Desk) -> None:
        super().__init__(reader, writer)
        self._stage = stage
        self._desk = desk
        self._clear()

    def _clear(self) -> None:
        self._coming = False
        self._unsaid = ""
        self._came = 0
        self._voice: SynthesizeVoice | None = None
        self._rate: int | None = None

    async def asked(self, event: Event) -> bool:
        """A client that waits for sound would wait for ever after an error, so then the connection ends."""
        try:
            if SynthesizeStart.is_type(event.type):
                self._clear()
                self._coming, self._voice = True, SynthesizeStart.from_event(event).voice
            elif SynthesizeChunk.is_type(event.type):
                await self._more(SynthesizeChunk.from_event(event).text)
            elif SynthesizeStop.is_type(event.type):
                await self._to_the_end(self._unsaid)
                await self.write_event(SynthesizeStopped().event())
            elif Synthesize.is_type(event.type) and not self._coming:  # else it repeats what came in pieces
                whole = Synthesize.from_event(event)
                self._voice = whole.voice
                await self._to_the_end(whole.text)
        except ServiceError as error:
            await self.refuse(error)
            return False
        return True

    async def _more(self, text: str) -> None:
        self._came += len(text)
        if self._came > self._stage.kit.settings.max_text_chars:
            raise ServiceError(ErrorCode.TEXT_TOO_LONG, "This text is too long.", param="text")
        self._unsaid += text
        *finished, begun = split_sentences(self._unsaid) or [""]
        if finished:
            self._unsaid = self._unsaid[self._unsaid.rindex(begun) :]
            for sentence in filter(says_something, finished):
                await self._say(sentence)

    async def _to_the_end(self, text: str) -> None:
        if says_something(text) or self._rate is None:
            await self._say(text)
        await self.write_event(AudioStop().event())
        self._clear()

    async def _say(self, text: str) -> None:
        order = await take(self._wish(text), self._stage.kit, self._stage.choir)
        answer = await self._desk.stream(order)
        try:
            if self._rate is None:
                self._rate = answer.about.rate
                await self.write_event(AudioStart(rate=self._rate, width=_WIDTH, channels=1).event())
            if isinstance(answer, Whole):
                await self._send(answer.audio)
            else:
                async for sound in answer.audio:
                    await self._send(sound)
        finally:
            if isinstance(answer, Stream):
                answer.stop()

    def _wish(self, text: str) -> Wish:
        voice = self._voice or SynthesizeVoice()
        code = (voice.language or "").partition("-")[0].lower()
        return Wish(
            text=text,
            language=code if code in ("ko", "en") else "auto",
            voice=voice.name,
            format="pcm",
            sample_rate=self._rate,  # all of an answer in the rate it began with
        )

    async def _send(self, sound: bytes) -> None:
        assert self._rate is not None
        for at in range(0, len(sound), _CHUNK):
            await self.write_event(AudioChunk(self._rate, _WIDTH, 1, sound[at : at + _CHUNK]).event())

    def info(self) -> Info:
        program = TtsProgram(
            name="sous",
            attribution=door.OURS,
            installed=True,
            description="Korean and English for a kitchen",
            version=VERSION,
            voices=[_voice(speaker) for speaker in self._stage.choir.speakers],
            supports_synthesize_streaming=True,
        )
        return Info(tts=[program])


def _voice(speaker: Speaker) -> TtsVoice:
    return TtsVoice(
        name=speaker.id,
        attribution=door.OURS,
        installed=True,
        description=speaker.name,
        version=VERSION,
        languages=[language.value for language in speaker.languages],
    )


def serve(settings: TtsSettings) -> int:
    configure_logging(settings.log_level, settings.log_format, service="tts")
    return asyncio.run(_serve(settings))


async def _serve(settings: TtsSettings) -> int:
    of = app.parts(settings)
    return await door.serve(
        of.kit, of.stage, settings.wyoming_port, lambda reader, writer: Speaking(reader, writer, of.stage, of.desk)
    )
