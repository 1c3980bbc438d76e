"""Piped in, piped out: what happens while nobody types."""

import asyncio
import io
import os
from pathlib import Path

import pytest

from orchestrator.cooking_session import CookingSession
from orchestrator.programs import plain
from orchestrator.settings import OrchestratorSettings
from shared.kitchen.language import Language
from tests.e2e.cook import ScriptedUnderstanding
from tests.unit.orchestrator.voice import virtual_time


class Wall:
    """The wall's clock goes on while the machine sleeps; the one that the loop waits by does not."""

    asleep_s = 0.0

    def now(self) -> float:
        return 1_767_225_600.0 + asyncio.get_running_loop().time() + self.asleep_s

    def jumped(self) -> float:
        return 0.0


@pytest.mark.parametrize(
    ("language", "start", "up"),
    [
        (Language.KO, "10분 타이머", "10분 타이머가 끝났어요"),
        (Language.EN, "timer for 10 minutes", "10-minute timer is up"),
    ],
)
def test_a_timer_that_came_due_while_the_machine_slept_rings_when_it_wakes(
    tmp_path: Path, language: Language, start: str, up: str
) -> None:
    async def story() -> None:
        clock, out = Wall(), io.StringIO()
        settings = OrchestratorSettings(home=tmp_path)
        session = CookingSession(settings, clock=clock, understanding=ScriptedUnderstanding(), language=language)
        await session.handle_text(start)
        source, sink = os.pipe()
        with os.fdopen(source, encoding="utf-8") as lines, os.fdopen(sink, "w"):
            talking = asyncio.create_task(plain.converse(session, [], lines, out))
            await asyncio.sleep(3)
            clock.asleep_s = 600
            await asyncio.sleep(2)
            assert up in out.getvalue()
            talking.cancel()
        await session.aclose()

    virtual_time.run(story())
