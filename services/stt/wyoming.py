"""The Wyoming protocol, for Home Assistant and its voice satellites: `python -m services.stt --wyoming`.

A second door to the same pipeline: the same engines, limits and refusals, other wire. Home Assistant finds where speech
ends, so there are no partials here.
"""

import asyncio
import contextlib
import signal
from typing import Final

from wyoming.asr import Transcribe, Transcript
from wyoming.audio import AudioChunk, AudioStart, AudioStop
from wyoming.error import Error
from wyoming.event import Event
from wyoming.info import AsrModel, AsrProgram, Attribution, Describe, Info
from wyoming.ping import Ping, Pong
from wyoming.server import AsyncEventHandler, AsyncTcpServer

from services.stt import app
from services.stt.audio import RATE, RawPcm, too_long
from services.stt.engines import KITCHEN, Asking
from services.stt.listening import Listener, Sound
from services.stt.settings import SttSettings
from shared.contracts.errors import ErrorCode
from shared.kitchen.language import Language
from shared.service.errors import ServiceError
from shared.service.kit import VERSION
from shared.service.logs import configure_logging, get_logger

log = get_logger(__name__)

_OURS: Final = Attribution(name="Sous", url="")


class Visitor(AsyncEventHandler):
    """One connection; it may ask many times, one after the other."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, listener: Listener) -> None:
        super().__init__(reader, writer)
        self._listener = listener
        self._clear()

    def _clear(self) -> None:
        self._sound = bytearray()
        self._pcm = RawPcm(RATE, 1)
        self._asking = Asking()
        self._too_long = False

    async def run(self) -> None:
        try:
            await super().run()
        except (ValueError, KeyError, TypeError, OSError, asyncio.IncompleteReadError) as error:
            # What arrived is no Wyoming event, or nobody is there any more: this connection ends, the others go on.
            log.info("wyoming_connection_ended", error=type(error).__name__)

    async def handle_event(self, event: Event) -> bool:
        if Describe.is_type(event.type):
            await self.write_event(self._info().event())
        elif Ping.is_type(event.type):
            await self.write_event(Pong(text=Ping.from_event(event).text).event())
        elif Transcribe.is_type(event.type):
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
            await self.write_event(Error(text=error.message, code=error.code.value).event())
            if error.code is not ErrorCode.BUSY:
                await self.write_event(Transcript(text="").event())
        finally:
            self._clear()

    def _info(self) -> Info:
        with contextlib.suppress(ServiceError):
            rung, ear = self._listener.serving()
            model = AsrModel(
                name=ear.model,
                attribution=_OURS,
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
        attribution=_OURS,
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
    server = AsyncTcpServer(settings.host, settings.wyoming_port)
    stopped = asyncio.Event()
    for sign in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(sign, stopped.set)
    await server.start(lambda reader, writer: Visitor(reader, writer, listener))
    log.info("wyoming_listening", host=settings.host, port=_port_of(server, settings))
    try:
        await ladder.start()
        await stopped.wait()
    finally:
        await server.stop()
        await ladder.close()
        kit.admission.close()
    return 0


def _port_of(server: AsyncTcpServer, settings: SttSettings) -> int:
    """The port really taken: 0 in the settings means any free one."""
    listening = getattr(server, "_server", None)
    return int(listening.sockets[0].getsockname()[1]) if listening is not None else settings.wyoming_port
