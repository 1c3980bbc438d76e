"""Kitchens for the tests: opened when asked for, and swept clean afterwards whatever happened in them."""

import shutil
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from deploy.local import processes
from deploy.local.house import House
from tests.integration.deploy.kitchen import Kitchen, furnish
from tests.ports import free_port


@pytest.fixture
def kitchens(tmp_path: Path) -> Iterator[Callable[..., Kitchen]]:
    opened: list[Kitchen] = []

    def another(under: str = "") -> Kitchen:
        root = tmp_path / f"kitchen-{len(opened)}" / under
        root.mkdir(parents=True)
        made = Kitchen(furnish(root), {name: free_port() for name in ("stt", "tts", "llm")})
        opened.append(made)
        return made

    yield another
    for kitchen in opened:
        house = House.at(kitchen.root, {})
        processes.send(processes.ours(house), signal.SIGKILL)
        shutil.rmtree(house.private, ignore_errors=True)


@pytest.fixture
def kitchen(kitchens: Callable[..., Kitchen]) -> Kitchen:
    return kitchens()
