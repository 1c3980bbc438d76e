"""What happens between two prompts, without a terminal."""

import asyncio
import io
from pathlib import Path

import pytest
from rich.console import Console

from orchestrator.clock import VirtualClock
from orchestrator.cooking_session import CookingSession
from orchestrator.memory import MemoryTrouble, SessionLog
from orchestrator.settings import OrchestratorSettings
from orchestrator.text_mode.screen import TICK_S, _ring_between_prompts
from shared.kitchen.language import Language
from tests.e2e.cook import ScriptedUnderstanding
from tests.unit.orchestrator.voice import virtual_time


@pytest.mark.parametrize(
    ("language", "start", "up"),
    [
        (Language.KO, "20초 타이머", "20초 타이머가 끝났어요"),
        (Language.EN, "timer for 20 seconds", "20-second timer is up"),
    ],
)
def test_a_full_disk_is_said_once_and_a_timer_rings_as_soon_as_there_is_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: Language, start: str, up: str
) -> None:
    def full(*_: object) -> None:
        raise MemoryTrouble("The session can't be saved: No space left on device.")

    async def story() -> None:
        shown = io.StringIO()
        clock = VirtualClock()
        settings = OrchestratorSettings(home=tmp_path)
        session = CookingSession(settings, clock=clock, understanding=ScriptedUnderstanding(), language=language)
        await session.handle_text(start)
        ringing = asyncio.create_task(_ring_between_prompts(session, Console(file=shown)))
        clock.set(clock.now() + 21)
        with monkeypatch.context() as disk:
            disk.setattr(SessionLog, "append", full)
            await asyncio.sleep(6 * TICK_S)
            assert shown.getvalue().count("No space left") == 1
        await asyncio.sleep(2 * TICK_S)
        assert shown.getvalue().count(up) == 1
        ringing.cancel()
        await session.aclose()

    virtual_time.run(story())
