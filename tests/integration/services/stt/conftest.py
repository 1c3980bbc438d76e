"""Real speech-to-text servers in their own processes on free ports, and speech to send them."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import httpx
import numpy as np
import pytest

from benchmarks.stt_voices import Sound, espeak, wav, with_silence

ROOT = Path(__file__).parents[4]
FIXTURE = Path(__file__).with_name("whisper-fixture")


@dataclass
class Server:
    port: int
    process: subprocess.Popen[bytes]
    log: Path

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

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

    def stop(self) -> int:
        self.process.send_signal(signal.SIGTERM)
        try:
            return self.process.wait(15)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise


def start(log: Path, *arguments: str, wait: bool = True, **environment: str) -> Server:
    with log.open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "services.stt", "--port", "0", *arguments],
            cwd=ROOT,
            env={**os.environ, "STT_LOG_LEVEL": "INFO", "SOUS_HOME": str(log.parent / "home"), **environment},
            stdout=out,
            stderr=subprocess.STDOUT,
        )
    with ExitStack() as unless_started:
        unless_started.callback(process.wait)
        unless_started.callback(process.kill)
        server = Server(port_of(log, process), process, log)
        if wait:
            until(lambda: httpx.get(server.url + "/ready", timeout=5).status_code == 200, server)
        unless_started.pop_all()
    return server


def port_of(log: Path, process: subprocess.Popen[bytes], seconds: float = 20) -> int:
    """The port it chose, from its own log line: no port is taken between asking and using."""
    import json

    end = time.monotonic() + seconds
    while time.monotonic() < end and process.poll() is None:
        for line in log.read_text().splitlines():
            if '"listening"' in line or '"wyoming_listening"' in line:
                return int(json.loads(line)["port"])
        time.sleep(0.02)
    raise AssertionError("the server did not start:\n" + log.read_text()[-3000:])


def until(what: Callable[[], bool], server: Server, seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with suppress(httpx.TransportError):
            if what():
                return
        time.sleep(0.03)
    raise AssertionError("it did not happen in time:\n" + server.log.read_text()[-3000:])


@lru_cache(maxsize=256)
def said(text: str, voice: str, speed: int = 160) -> Sound:
    return with_silence(espeak().say(text, voice, speed))


def silence(seconds: float) -> Sound:
    return np.zeros(int(seconds * 16_000), np.float32)


@pytest.fixture(scope="session")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = start(tmp_path_factory.mktemp("embedded") / "log")
    yield server
    server.stop()


@pytest.fixture(scope="session")
def whisper(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Unmodified faster-whisper on the tiny trained model."""
    folder = tmp_path_factory.mktemp("whisper")
    server = start(folder / "log", STT_MODEL=str(FIXTURE), STT_BEAM_SIZE="1", STT_QUEUE_SIZE="100")
    yield server
    server.stop()
