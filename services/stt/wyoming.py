"""The Wyoming protocol, for Home Assistant and its voice satellites: `python -m services.stt --wyoming`.

A second door to the same pipeline: the same engines, limits and refusals, other wire. Home Assistant finds where speech
ends, so there are no partials here.
"""

import asyncio
import contextlib

from wyoming.asr import Transcribe, Transcript
from wyoming.audio import AudioChunk, AudioStart, AudioStop
from wyoming.event import Event
from wyoming.info import AsrModel, AsrProgram, Info

from services.stt import app
from services.stt.audio import RATE, RawPcm, too_long
from services.stt.engines import KITCHEN, Asking
from services.stt.listening import Listener, Sound
from services.stt.settings import SttSettings
from shared.contracts.errors import ErrorCode
from shared.kitchen.language import Language
from shared.service import wyoming as door
from shared.service.errors import ServiceError
from shared.service.kit import VERSION
from shared.service.logs import configure_logging


class Listening(door.Visitor):
    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, listener: Listener) -> None:
        super().__init__(reader, writer)
        self._listener = listener
        self._clear()

    def _clear(self) -> None:
        self._sound = bytearray()
        self._pcm = RawPcm(RATE, 1)
        self._asking = Asking()
        self._too_long = False

    async def asked(self, event: Event) -> bool:
        if Transcribe.is_type(event.type):
            self._asking = asking_of(Transcribe.from_event(event))
        elif AudioStart.is_type(event.type):
            self._begin(AudioStart.from_event(event))
        elif AudioChunk.is_type(event.type):
            self._add(AudioChunk.from_event(event))
        elif AudioStop.is_type(event.type):
            await self._answer()
        return True

    def _begin(self, start: AudioStart) -> None:
        if start.width != 2:
            raise ValueError("only 16-bit samples")
        self._pcm = RawPcm(start.rate, start.channels)
        self._sound.clear()
        self._too_long = False

    def _add(self, chunk: AudioChunk) -> None:
        most = self._listener.settings.max_audio_s * chunk.rate * chunk.width * chunk.channels
        if len(self._sound) + len(chunk.audio) > most:
            self._too_long = True
        else:
            self._sound += chunk.audio

    async def _answer(self) -> None:
        try:
            if self._too_long:
                raise too_long(self._listener.settings.max_audio_s)
            if not self._sound:
                transcript = Transcript(text="")
            else:
                heard = await self._listener.hear(Sound(bytes(self._sound), self._pcm), self._asking)
                transcript = Transcript(text=heard.text, language=heard.language)
            await self.write_event(transcript.event())
        except ServiceError as error:
            await self.refuse(error)
            if error.code is not ErrorCode.BUSY:
                await self.write_event(Transcript(text="").event())
        finally:
            self._clear()

    def info(self) -> Info:
        with contextlib.suppress(ServiceError):
            rung, ear = self._listener.serving()
            model = AsrModel(
                name=ear.model,
                attribution=door.OURS,
                installed=True,
                description=f"{rung.name} on {ear.device}",
                version=VERSION,
                languages=[language.value for language in Language],
            )
            return Info(asr=[_program([model])])
        return Info(asr=[_program([])])


def _program(models: list[AsrModel]) -> AsrProgram:
    return AsrProgram(
        name="sous",
        attribution=door.OURS,
        installed=True,
        description="Korean and English for a kitchen",
        version=VERSION,
        models=models,
    )


def asking_of(request: Transcribe) -> Asking:
    code = (request.language or "").partition("-")[0].lower()
    languages = (Language(code),) if code in ("ko", "en") else KITCHEN
    return Asking(languages, (*(request.transcript_names or ()), *(request.transcript_terms or ())))


def serve(settings: SttSettings) -> int:
    configure_logging(settings.log_level, settings.log_format, service="stt")
    return asyncio.run(_serve(settings))


async def _serve(settings: SttSettings) -> int:
    kit, ladder, listener = app.parts(settings)
    return await door.serve(
        kit, ladder, settings.wyoming_port, lambda reader, writer: Listening(reader, writer, listener)
    )
