"""The containers' health check against real sockets: 200 is healthy, everything else is not."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.ports import free_port

SCRIPT = Path(__file__).resolve().parents[4] / "deploy" / "containers" / "ready.py"
ANSWERS = {"/ready": 200, "/health": 503, "/v1/models": 200}


class Answering(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(ANSWERS[self.path])
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Answering) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_address[1]
        server.shutdown()


def check(*words: str) -> int:
    return subprocess.run([sys.executable, "-IS", str(SCRIPT), *words], check=False).returncode


def test_ready_is_what_is_asked_unless_said_otherwise(port: int) -> None:
    assert check(f"{port}") == 0
    assert check(f"{port}/v1/models") == 0
    assert check(f"{port}/health") == 1


def test_all_that_are_named_must_be_ready(port: int) -> None:
    assert check(f"{port}", f"{port}/v1/models") == 0
    assert check(f"{port}", f"{port}/health") == 1
    assert check(f"{port}", f"{free_port()}") == 1


def test_nobody_there_and_nobody_named() -> None:
    assert check(f"{free_port()}") == 1
    assert check() == 1
