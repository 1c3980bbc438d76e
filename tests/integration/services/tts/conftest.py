"""A real text-to-speech server in its own process on a free port, and the doubles of what lies beyond it."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from tests.integration.services.tts.doubles import GptSovitsDouble

ROOT = Path(__file__).parents[4]
KO = "양파를 썰어서 프라이팬에 넣고, 약한 불에서 천천히 볶아 주세요."
EN = "Chop the onion, put it into the pan, and fry it slowly."


@dataclass
class Server:
    url: str
    process: subprocess.Popen[bytes]
    log: Path
    home: Path

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
        end = time.monotonic() + seconds
        while not what():
            if time.monotonic() > end:
                raise AssertionError("it did not happen in time; log:\n" + self.log.read_text()[-3000:])
            time.sleep(0.02)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def started(home: Path, **settings: object) -> Iterator[Server]:
    port = free_port()
    home.mkdir(parents=True, exist_ok=True)
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("TTS_", "SOUS_"))}
    environment = {**clean, "SOUS_HOME": str(home), **{f"TTS_{k.upper()}": str(v) for k, v in settings.items()}}
    log = home / "log"
    with log.open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "services.tts", "--port", str(port)],
            cwd=ROOT,
            env=environment,
            stdout=out,
            stderr=out,
        )
        server = Server(f"http://127.0.0.1:{port}", process, log, home)
        try:
            server.wait_until(lambda: _ready(server), 30)
            yield server
        finally:
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
                try:
                    process.wait(10)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()


def _ready(server: Server) -> bool:
    if server.process.poll() is not None:
        raise AssertionError("the server died:\n" + server.log.read_text()[-3000:])
    try:
        return httpx.get(server.url + "/ready").status_code == 200
    except httpx.TransportError:
        return False


Start = Callable[..., Server]


@pytest.fixture(scope="session")
def tts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """With its defaults: espeak-ng."""
    yield from started(tmp_path_factory.mktemp("tts"))


@pytest.fixture(scope="session")
def forgetful(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The same without a phrase cache: everything is spoken anew."""
    yield from started(tmp_path_factory.mktemp("tts"), cache_mb=0)


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Servers with settings of their own."""
    running: list[Iterator[Server]] = []

    def begin(**settings: object) -> Server:
        life = started(tmp_path / f"home{len(running)}", **settings)
        running.append(life)
        return next(life)

    yield begin
    for life in running:
        next(life, None)


@pytest.fixture
def sovits() -> Iterator[GptSovitsDouble]:
    with GptSovitsDouble() as double:
        yield double
