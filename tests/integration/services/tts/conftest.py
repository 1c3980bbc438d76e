"""A real text-to-speech server in its own process on a free port, and the doubles of what lies beyond it."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import httpx
import pytest

from tests.conftest import RunningServer, run_server
from tests.integration.services.tts.doubles import GptSovitsDouble
from tests.ports import free_port

KO = "양파를 썰어서 프라이팬에 넣고, 약한 불에서 천천히 볶아 주세요."
EN = "Chop the onion, put it into the pan, and fry it slowly."


@dataclass
class Server:
    running: RunningServer
    home: Path

    @property
    def url(self) -> str:
        return self.running.url

    @property
    def process(self) -> "subprocess.Popen[bytes]":
        return self.running.process

    def post(
        self, path: str, timeout: float = 30.0, headers: dict[str, str] | None = None, **body: object
    ) -> httpx.Response:
        return httpx.post(self.url + path, json=body, timeout=timeout, headers=headers)

    def say(self, text: str, **wishes: object) -> httpx.Response:
        return self.post("/synthesize", text=text, **wishes)

    def health(self) -> dict[str, object]:
        return httpx.get(self.url + "/health").json()

    def metric(self, line: str) -> float:
        """The value of the metrics line that begins with `line`; 0 when there is none."""
        for row in httpx.get(self.url + "/metrics").text.splitlines():
            if row.startswith(line):
                return float(row.rpartition(" ")[2])
        return 0.0

    def wait_until(self, what: Callable[[], bool], seconds: float = 10.0) -> None:
        self.running.wait_until(what, seconds)


@contextmanager
def started(home: Path, **settings: object) -> Iterator[Server]:
    port = free_port()
    environment = {"SOUS_HOME": str(home), **{f"TTS_{name.upper()}": str(value) for name, value in settings.items()}}
    with run_server([sys.executable, "-m", "services.tts", "--port", str(port)], port, environment) as running:
        running.wait_ready()
        yield Server(running, home)


Start = Callable[..., Server]


@pytest.fixture(scope="session")
def tts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """With its defaults: espeak-ng."""
    with started(tmp_path_factory.mktemp("tts")) as server:
        yield server


@pytest.fixture(scope="session")
def forgetful(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The same without a phrase cache: everything is spoken anew."""
    with started(tmp_path_factory.mktemp("tts"), cache_mb=0) as server:
        yield server


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Servers with settings of their own."""
    with ExitStack() as opened:
        numbers = count()

        def begin(**settings: object) -> Server:
            home = tmp_path / f"home{next(numbers)}"
            home.mkdir(exist_ok=True)
            return opened.enter_context(started(home, **settings))

        yield begin


@pytest.fixture
def sovits() -> Iterator[GptSovitsDouble]:
    with GptSovitsDouble() as double:
        yield double
