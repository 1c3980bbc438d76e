"""`handle_audio` with a real listener and a real voice: spoken commands move the cook, silence moves nothing."""

import asyncio
import io
import wave
from pathlib import Path

import pytest

from orchestrator.cooking_session import CookingSession
from orchestrator.settings import OrchestratorSettings
from shared.client.tts import TtsClient
from shared.contracts.tts import SynthesizeRequest
from tests.conftest import StartService


def silence(seconds: float) -> bytes:
    buffer = io.BytesIO()
    with wave.open(buffer, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(16_000)
        file.writeframes(b"\x00\x00" * int(16_000 * seconds))
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("recipe", "said", "language"), [("tomato-pasta", "next step", "en"), ("kimchi-jjigae", "다 했어", "ko")]
)
def test_a_spoken_command(recipe: str, said: str, language: str, shared_services: StartService, tmp_path: Path) -> None:
    async def cook() -> None:
        settings = OrchestratorSettings(
            home=tmp_path, **{f"{name}_url": shared_services(name).url for name in ("stt", "tts", "llm")}
        )
        session = CookingSession(settings)
        async with TtsClient(settings.tts_url) as voice:
            speech = await voice.synthesize(SynthesizeRequest.model_validate({"text": said, "language": language}))
        try:
            session.open(session.recipe(recipe))
            quiet = await session.handle_audio(silence(1.0))
            assert (quiet.text, quiet.speech, quiet.state.place.step) == ("", (), 1)
            reply = await session.handle_audio(speech.audio)
            assert reply.intent in ("next_step", "step_done"), reply.text
            assert reply.state.place.step == 2
            assert {"stt", "understand", "decide", "remember"} <= set(reply.timings)
        finally:
            await session.aclose()

    asyncio.run(cook())


def test_without_a_listener_it_says_so_and_keeps_the_place(tmp_path: Path) -> None:
    async def cook() -> None:
        session = CookingSession(OrchestratorSettings(home=tmp_path, stt_url="http://127.0.0.1:9"))
        try:
            session.open(session.recipe("kimchi-jjigae"))
            reply = await session.handle_audio(silence(0.5))
            assert "연결이 안 돼요" in reply.speech[0]
            assert reply.degraded == ("stt",)
            assert reply.state.place.step == 1
        finally:
            await session.aclose()

    asyncio.run(cook())
