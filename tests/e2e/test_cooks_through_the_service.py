"""The same cooks without their brackets: every word goes to a real language service over HTTP and comes back right."""

import asyncio
from pathlib import Path

import pytest

from orchestrator.session.action import Utterance
from orchestrator.session.state import State
from orchestrator.understanding import ServiceUnderstanding, locally
from shared.client.llm import LlmClient
from tests.conftest import StartService
from tests.e2e.cook import FOLDER, Kitchen, ScriptedUnderstanding, read

COOKS = sorted(FOLDER.glob("*.cook.txt"))


class RealUnderstanding(ScriptedUnderstanding):
    """The brackets stay unread."""

    def __init__(self, llm: LlmClient) -> None:
        super().__init__()
        self._service = ServiceUnderstanding(llm)

    async def understand(self, text: str, state: State) -> tuple[Utterance, bool]:
        if self.away:
            return locally(text, state), False
        self.meant = "heard"
        return await self._service.understand(text, state)


@pytest.mark.parametrize("path", COOKS, ids=lambda path: path.name.removesuffix(".cook.txt"))
def test_cook(path: Path, tmp_path: Path, shared_services: StartService) -> None:
    async def play() -> None:
        llm = LlmClient(shared_services("llm").url)
        kitchen = Kitchen(tmp_path, understanding=RealUnderstanding(llm))
        try:
            for line in read(path):
                await kitchen.play(line)
        finally:
            await llm.aclose()
            if kitchen.session is not None:
                await kitchen.session.aclose()

    asyncio.run(play())
