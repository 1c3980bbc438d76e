"""Wyoming's own client against the Wyoming door."""

import asyncio
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, suppress

import pytest
from wyoming.audio import AudioChunk, AudioStart, AudioStop
from wyoming.client import AsyncTcpClient
from wyoming.error import Error
from wyoming.event import Event
from wyoming.info import Describe, Info
from wyoming.ping import Ping, Pong
from wyoming.tts import (
    Synthesize,
    SynthesizeChunk,
    SynthesizeStart,
    SynthesizeStop,
    SynthesizeStopped,
    SynthesizeVoice,
)

from tests.conftest import RunningServer, run_server
from tests.integration.services.tts.conftest import EN, KO, Server
from tests.ports import free_port


@pytest.fixture(scope="module")
def satellite_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    port = free_port()
    settings = {"TTS_WYOMING_PORT": str(port), "TTS_CACHE_MB": "0", "SOUS_HOME": str(tmp_path_factory.mktemp("home"))}
    with run_server([sys.executable, "-m", "services.tts", "--wyoming"], port, settings) as server:
        asyncio.run(until_it_speaks(server))
        yield server
        assert server.stop() == 0


async def until_it_speaks(server: RunningServer) -> None:
    async with asyncio.timeout(30):
        while True:
            with suppress(OSError):
                async with satellite(server) as client:
                    await client.write_event(Synthesize("네").event())
                    if not Error.is_type((await next_event(client)).type):
                        return
            await asyncio.sleep(0.05)


@asynccontextmanager
async def satellite(server: RunningServer) -> AsyncIterator[AsyncTcpClient]:
    async with AsyncTcpClient("127.0.0.1", server.port) as client:
        yield client


async def next_event(client: AsyncTcpClient) -> Event:
    event = await asyncio.wait_for(client.read_event(), 20)
    assert event is not None, "the connection ended"
    return event


async def sound(client: AsyncTcpClient) -> tuple[int, bytes]:
    """One answer, from its start to its end."""
    start = AudioStart.from_event(await next_event(client))
    assert (start.width, start.channels) == (2, 1)
    said = b""
    while not AudioStop.is_type((event := await next_event(client)).type):
        said += AudioChunk.from_event(event).audio
    return start.rate, said


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        (KO, None),
        (EN, SynthesizeVoice(language="en-GB")),
        (EN, SynthesizeVoice(name="espeak-en-gb")),
    ],
)
async def test_a_satellite_hears_what_everybody_hears(
    satellite_server: RunningServer, forgetful: Server, text: str, voice: SynthesizeVoice | None
) -> None:
    async with satellite(satellite_server) as client:
        await client.write_event(Synthesize(text, voice).event())
        rate, said = await sound(client)
    elsewhere = forgetful.say(text, format="pcm", voice=voice.name if voice else None)
    assert rate == int(elsewhere.headers["x-sample-rate"])
    assert said == elsewhere.content


async def test_a_sentence_is_spoken_while_the_next_is_still_being_written(satellite_server: RunningServer) -> None:
    async with satellite(satellite_server) as client:
        await client.write_event(SynthesizeStart().event())
        for piece in ("양파를 ", "써세요. ", "🙂 그다음 ", "기름을"):
            await client.write_event(SynthesizeChunk(piece).event())
        assert AudioStart.is_type((await next_event(client)).type)
        early = AudioChunk.from_event(await next_event(client)).audio
        assert early
        await client.write_event(SynthesizeChunk(" 두르세요.").event())
        # Home Assistant sends all of it once more for servers that can't take it in pieces.
        await client.write_event(Synthesize("양파를 써세요. 그다음 기름을 두르세요.").event())
        await client.write_event(SynthesizeStop().event())
        said = early
        while not AudioStop.is_type((event := await next_event(client)).type):
            said += AudioChunk.from_event(event).audio
        assert SynthesizeStopped.is_type((await next_event(client)).type)
        await client.write_event(Synthesize("양파를 써세요.").event())
        _, first = await sound(client)
        await client.write_event(Synthesize("그다음 기름을 두르세요.").event())
        _, second = await sound(client)
    assert said == first + second


async def test_it_describes_itself(satellite_server: RunningServer) -> None:
    async with satellite(satellite_server) as client:
        await client.write_event(Describe().event())
        (program,) = Info.from_event(await next_event(client)).tts
        await client.write_event(Ping("still there?").event())
        assert Pong.from_event(await next_event(client)).text == "still there?"
    assert program.supports_synthesize_streaming
    assert {language for voice in program.voices for language in voice.languages} == {"ko", "en"}


@pytest.mark.parametrize(
    ("event", "code"),
    [
        (Synthesize(KO, SynthesizeVoice(name="nobody")).event(), "unknown_voice"),
        (Synthesize("   ").event(), "invalid_field"),
        (Synthesize("가" * 6000).event(), "text_too_long"),
        (SynthesizeChunk("가" * 6000).event(), "text_too_long"),
    ],
)
async def test_a_refusal_says_why_and_ends_the_waiting(
    satellite_server: RunningServer, event: Event, code: str
) -> None:
    async with satellite(satellite_server) as client:
        await client.write_event(event)
        assert Error.from_event(await next_event(client)).code == code
        assert await client.read_event() is None


async def test_nonsense_or_leaving_ends_one_connection_and_no_other(satellite_server: RunningServer) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", satellite_server.port)
    writer.write(b'{"type": "synthesize", "data": {"text": 7, "voice": []}}\n')
    with suppress(ConnectionError):
        await asyncio.wait_for(reader.read(), 5)
    writer.close()
    async with satellite(satellite_server) as gone:
        await gone.write_event(Synthesize(KO * 20).event())
        await next_event(gone)
    async with satellite(satellite_server) as client:
        await client.write_event(Synthesize(KO).event())
        assert (await sound(client))[1]
    assert "Traceback" not in satellite_server.log_text()
