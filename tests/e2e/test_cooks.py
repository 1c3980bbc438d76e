"""Whole cooks as conversations, in virtual time: two hours at the stove pass in milliseconds. One file a cook."""

from pathlib import Path

import pytest

from orchestrator.memory import LOG, read_log
from orchestrator.session.fold import replay
from tests.e2e.cook import FOLDER, Kitchen, read

COOKS = sorted(FOLDER.glob("*.cook.txt"))


def test_there_are_at_least_sixty_cooks() -> None:
    assert len(COOKS) >= 60


@pytest.mark.parametrize("path", COOKS, ids=lambda path: path.name.removesuffix(".cook.txt"))
async def test_cook(path: Path, tmp_path: Path) -> None:
    kitchen = Kitchen(tmp_path)
    lines = read(path)
    assert any(line.text.startswith(">") for line in lines)
    for line in lines:
        await kitchen.play(line)
    assert kitchen.session is not None
    ended = kitchen.session.state
    await kitchen.session.aclose()
    written, _, damage = read_log(tmp_path / "sessions" / "cook" / LOG)
    assert not damage
    assert replay(event for line in written for event in line.events) == ended
