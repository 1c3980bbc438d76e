"""Real speech-to-text servers in their own processes on free ports, and speech to send them."""

import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import httpx
import numpy as np
import pytest

from benchmarks.stt_voices import Sound, espeak, wav, with_silence
from tests.conftest import RunningServer, run_server

FIXTURE = Path(__file__).with_name("whisper-fixture")


@dataclass
class Server(RunningServer):
    def health(self) -> dict[str, Any]:
        return dict(httpx.get(self.url + "/health", timeout=5).json())

    def hear(self, sound: Sound | bytes, **fields: str) -> dict[str, Any]:
        answer = self.send(sound, **fields)
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    def send(self, sound: Sound | bytes, name: str = "said.wav", **fields: str) -> httpx.Response:
        body = sound if isinstance(sound, bytes) else wav(sound)
        return httpx.post(self.url + "/transcribe", files={"file": (name, body)}, data=fields, timeout=60)

    def raw(self, body: bytes, kind: str, **query: str) -> httpx.Response:
        return httpx.post(
            self.url + "/transcribe", content=body, headers={"content-type": kind}, params=query, timeout=60
        )

    def until(self, what: Callable[["Server"], bool], seconds: float = 30) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            with suppress(httpx.TransportError):
                if what(self):
                    return
            time.sleep(0.03)
        raise AssertionError("it did not happen in time:\n" + self.log_text()[-3000:])

    def find_port(self) -> bool:
        """The port it chose, from its own log line: no port is taken between asking and using."""
        assert self.process.poll() is None, self.log_text()[-3000:]
        for line in self.log_text().splitlines():
            if '"listening"' in line or '"wyoming_listening"' in line:
                self.port = int(json.loads(line)["port"])
        return self.port != 0


@contextmanager
def serving(home: Path, *arguments: str, **environment: str) -> Iterator[Server]:
    """A server until the end of the block, where it must leave cleanly if it is still there."""
    command = [sys.executable, "-m", "services.stt", "--port", "0", *arguments]
    with run_server(command, 0, {"STT_LOG_LEVEL": "INFO", "SOUS_HOME": str(home), **environment}) as running:
        server = Server(running.process, 0, running.log)
        server.until(Server.find_port)
        if not arguments:
            server.wait_ready()
        yield server
        if server.process.poll() is None:
            assert server.stop() == 0


@lru_cache(maxsize=256)
def said(text: str, voice: str, speed: int = 160) -> Sound:
    return with_silence(espeak().say(text, voice, speed))


def silence(seconds: float) -> Sound:
    return np.zeros(int(seconds * 16_000), np.float32)


@pytest.fixture(scope="session")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("embedded")) as server:
        yield server


@pytest.fixture(scope="session")
def whisper(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Unmodified faster-whisper on the tiny trained model."""
    home = tmp_path_factory.mktemp("whisper")
    with serving(home, STT_MODEL=str(FIXTURE), STT_BEAM_SIZE="1", STT_QUEUE_SIZE="100") as server:
        yield server
