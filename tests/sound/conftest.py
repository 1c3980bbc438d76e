"""The sound stack, the three services, and the real program between them."""

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.conftest import StartService
from tests.sound.kitchen import Assistant, assistant
from tests.sound.pulse import Pulse, Recording, sound_stack

StartAssistant = Callable[..., Assistant]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.sound)


@pytest.fixture(scope="session")
def pulse() -> Iterator[Pulse]:
    # A socket's path may have about 100 characters: not in pytest's own folders.
    with tempfile.TemporaryDirectory(prefix="sous-sound-") as folder, sound_stack(Path(folder)) as stack:
        # This process, too: PortAudio is used in it directly.
        own = {name: value for name, value in stack.environment.items() if name.startswith(("PULSE_", "XDG_"))}
        before = {name: os.environ.get(name) for name in own}
        os.environ.update(own)
        yield stack
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


@pytest.fixture
def room(pulse: Pulse) -> Pulse:
    """The stack, both devices plugged in whatever the test before did."""
    pulse.furnish()
    return pulse


@pytest.fixture
def heard(room: Pulse) -> Iterator[Recording]:
    """What comes out of the speaker."""
    with room.record("speaker.monitor") as recording:
        yield recording


@pytest.fixture(scope="session")
def urls(shared_services: StartService) -> dict[str, str]:
    return {name: shared_services(name).url for name in ("stt", "tts", "llm")}


@pytest.fixture
def start(room: Pulse, heard: Recording, urls: dict[str, str], tmp_path: Path) -> Iterator[StartAssistant]:
    """`start("--lang", "ko")`: the program, listening. `extras=True`: in the environment of `make voice`.
    `home`: another one than the test's own, for somebody who begins anew."""
    with ExitStack() as running:

        def begin(*words: str, extras: bool = False, home: str = "") -> Assistant:
            name = "voice" if extras else "dev"
            return running.enter_context(assistant(room, heard, urls, tmp_path / home, *words, environment_name=name))

        yield begin
