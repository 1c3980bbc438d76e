"""A real language server in its own process on a free port, and a model server's double behind it."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.integration.services.llm.model_double import ModelDouble

ROOT = Path(__file__).parents[4]


@dataclass
class Server:
    url: str
    process: subprocess.Popen[bytes]
    log: Path

    def post(
        self, path: str, timeout: float = 20.0, headers: dict[str, str] | None = None, **body: object
    ) -> httpx.Response:
        return httpx.post(self.url + path, json=body, timeout=timeout, headers=headers)

    def classify(self, text: str, timeout: float = 20.0, **situation: object) -> dict[str, Any]:
        reply = self.post("/classify", timeout, text=text, **situation)
        assert reply.status_code == 200, reply.text
        return dict(reply.json())

    def health(self) -> dict[str, Any]:
        return dict(httpx.get(self.url + "/health").json())

    def wait_until(self, what: Callable[[], bool], seconds: float = 10.0) -> None:
        end = time.monotonic() + seconds
        while not what():
            if time.monotonic() > end:
                raise AssertionError("it did not happen in time; log:\n" + self.log.read_text()[-3000:])
            time.sleep(0.02)


def started(home: Path, python: str = sys.executable, ready_s: float = 30, **settings: object) -> Iterator[Server]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    home.mkdir(parents=True, exist_ok=True)
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("LLM_", "SOUS_"))}
    environment = {**clean, "SOUS_HOME": str(home), **{f"LLM_{k.upper()}": str(v) for k, v in settings.items()}}
    log = home / "log"
    with log.open("wb") as out:
        process = subprocess.Popen(
            [python, "-m", "services.llm", "--port", str(port)], cwd=ROOT, env=environment, stdout=out, stderr=out
        )
        server = Server(f"http://127.0.0.1:{port}", process, log)
        try:
            server.wait_until(lambda: _ready(server), ready_s)
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


@pytest.fixture(scope="module")
def llm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """With its defaults: no model server, no network."""
    yield from started(tmp_path_factory.mktemp("llm"))


@pytest.fixture(scope="module")
def double() -> Iterator[ModelDouble]:
    with ModelDouble() as double:
        yield double


@pytest.fixture
def model(double: ModelDouble) -> ModelDouble:
    """As new: no fault, nothing asked yet."""
    double.reset()
    return double


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Servers with settings of their own."""
    running: list[Iterator[Server]] = []

    def begin(**settings: Any) -> Server:
        life = started(tmp_path / f"home{len(running)}", **settings)
        running.append(life)
        return next(life)

    yield begin
    for life in running:
        next(life, None)


@pytest.fixture(scope="module")
def behind_double(double: ModelDouble, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    settings = {"base_url": double.url, "deadline_ms": 400, "first_byte_ms": 600, "climb_every_s": 0.3, "cache_size": 0}
    yield from started(tmp_path_factory.mktemp("llm"), **settings)


@pytest.fixture
def with_model(behind_double: Server, model: ModelDouble) -> Server:
    """A server whose model has passed its self-test, again if need be; it remembers no utterance."""
    behind_double.wait_until(lambda: bool(behind_double.health()["engine"] == "openai"))
    model.reset()
    return behind_double
