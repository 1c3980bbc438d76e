"""Wyoming's own client against the Wyoming door."""

import asyncio
from collections.abc import Iterator
from contextlib import suppress

import pytest
from wyoming.asr import Transcribe, Transcript
from wyoming.audio import AudioChunk, AudioStart, AudioStop
from wyoming.client import AsyncTcpClient
from wyoming.error import Error
from wyoming.info import Describe, Info

from benchmarks.stt_voices import Sound
from tests.integration.services.stt.conftest import Server, said, serving, silence


@pytest.fixture(scope="module")
def satellite_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("wyoming"), "--wyoming", STT_WYOMING_PORT="0") as server:
        yield server


async def ask(server: Server, sound: Sound, language: str | None = None) -> str:
    body = (sound * 32767).astype("<i2").tobytes()
    async with asyncio.timeout(60), AsyncTcpClient("127.0.0.1", server.port) as client:
        for _ in range(100):
            await client.write_event(Transcribe(language=language).event())
            await client.write_event(AudioStart(rate=16_000, width=2, channels=1).event())
            for at in range(0, len(body), 2048):
                await client.write_event(AudioChunk(16_000, 2, 1, body[at : at + 2048]).event())
            await client.write_event(AudioStop().event())
            event = await client.read_event()
            assert event is not None
            if Transcript.is_type(event.type):
                return Transcript.from_event(event).text
            assert Error.from_event(event).code == "loading"
            assert Transcript.is_type((await client.read_event() or event).type)
            await asyncio.sleep(0.1)
    raise AssertionError("it never became ready")


async def test_a_satellite_is_heard(satellite_server: Server) -> None:
    assert await ask(satellite_server, said("다음", "ko")) == "다음"
    assert await ask(satellite_server, said("previous step", "en-us"), "en") == "previous step"
    assert await ask(satellite_server, silence(1)) == ""


async def test_it_describes_itself(satellite_server: Server) -> None:
    await ask(satellite_server, silence(1))
    async with asyncio.timeout(10), AsyncTcpClient("127.0.0.1", satellite_server.port) as client:
        await client.write_event(Describe().event())
        event = await client.read_event()
    assert event is not None
    program = Info.from_event(event).asr[0]
    assert program.models[0].languages == ["ko", "en"]


async def test_nonsense_ends_one_connection_and_no_other(satellite_server: Server) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", satellite_server.port)
    writer.write(b"GET / HTTP/1.1\r\n\r\n")
    with suppress(ConnectionError):
        await asyncio.wait_for(reader.read(), 5)
    writer.close()
    assert await ask(satellite_server, said("다음", "ko")) == "다음"
