"""A real language server in its own process on a free port, and a model server's double behind it."""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.conftest import RunningServer, run_server
from tests.integration.services.llm.model_double import ModelDouble
from tests.ports import free_port

ROOT = Path(__file__).parents[4]


@dataclass(frozen=True)
class Server:
    """A running language server, and the ways the tests talk to it."""

    running: RunningServer

    @property
    def url(self) -> str:
        return self.running.url

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

    def wait_until(self, what: Callable[[], bool], seconds: float = 30.0) -> None:
        self.running.wait_until(what, seconds)


@contextmanager
def started(home: Path, python: str = sys.executable, **settings: object) -> Iterator[Server]:
    """With `LLM_` settings in lower case: `base_url=...`."""
    port = free_port()
    environment = {"SOUS_HOME": str(home), **{f"LLM_{name.upper()}": str(value) for name, value in settings.items()}}
    with run_server([python, "-m", "services.llm", "--port", str(port)], port, environment) as running:
        running.wait_ready(240)  # a second, but for a crowded machine
        yield Server(running)


Start = Callable[..., Server]


@pytest.fixture(scope="module")
def llm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """With its defaults: no model server, no network."""
    with started(tmp_path_factory.mktemp("llm")) as server:
        yield server


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
    with ExitStack() as running:
        yield lambda **settings: running.enter_context(started(tmp_path, **settings))


@pytest.fixture(scope="module")
def behind_double(double: ModelDouble, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    settings = {"base_url": double.url, "deadline_ms": 400, "first_byte_ms": 600, "climb_every_s": 0.3, "cache_size": 0}
    with started(tmp_path_factory.mktemp("llm"), **settings) as server:
        yield server


@pytest.fixture
def with_model(behind_double: Server, model: ModelDouble) -> Server:
    """A server whose model has passed its self-test, again if need be; it remembers no utterance."""
    behind_double.wait_until(lambda: bool(behind_double.health()["engine"] == "openai"))
    model.reset()
    return behind_double
