"""Real servers for tests: each started as a user would start it, on a free port, stopped at the end."""

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import httpx
import pytest
from hypothesis import settings

from tests.ports import free_port

# What a script starts in the background ignores Ctrl-C, and so would every program that is started here to be ended by it.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# How long one example takes says how busy the machine is; tests of speed measure processor time themselves.
# The same examples in every run, so that a red run is about the change; `--hypothesis-profile=explore` looks for new ones.
settings.register_profile("kitchen", deadline=None, derandomize=True)
settings.register_profile("explore", deadline=None, derandomize=False, print_blob=True)
settings.load_profile("kitchen")

ROOT = Path(__file__).resolve().parent.parent


@dataclass
class RunningServer:
    """One server process and the places to look at it."""

    process: "subprocess.Popen[bytes]"
    port: int
    log: IO[bytes]

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def log_text(self) -> str:
        # Without moving the place in the file: the server, which shares it, would go on writing from there.
        descriptor = self.log.fileno()
        return os.pread(descriptor, os.fstat(descriptor).st_size, 0).decode(errors="replace")

    def wait_ready(self, within_s: float = 60) -> None:
        until = time.monotonic() + within_s
        while time.monotonic() < until:
            if self.process.poll() is not None:
                raise AssertionError(f"the server ended with {self.process.returncode}:\n{self.log_text()}")
            try:
                if httpx.get(f"{self.url}/ready", timeout=1, trust_env=False).status_code == 200:
                    return
            except httpx.HTTPError:
                pass
            time.sleep(0.03)
        raise AssertionError(f"not ready after {within_s} s:\n{self.log_text()}")

    def wait_until(self, what: Callable[[], bool], seconds: float) -> None:
        end = time.monotonic() + seconds
        while not what():
            if time.monotonic() > end:
                raise AssertionError("it did not happen in time; log:\n" + self.log_text()[-3000:])
            time.sleep(0.02)

    def stop(self, sign: int = signal.SIGTERM, within_s: float = 15) -> int:
        if self.process.poll() is None:
            self.process.send_signal(sign)
        try:
            return self.process.wait(within_s)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise


@contextmanager
def run_server(command: list[str], port: int, env: dict[str, str] | None = None) -> Iterator[RunningServer]:
    with tempfile.TemporaryFile() as log:
        inherited = {k: v for k, v in os.environ.items() if not k.startswith(("STT_", "TTS_", "LLM_", "SOUS_"))}
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env={**inherited, "PYTHONPATH": str(ROOT), **(env or {})},
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        server = RunningServer(process, port, log)
        try:
            yield server
        finally:
            if process.poll() is None:
                process.kill()
                process.wait(10)


@contextmanager
def watching(script: Path, *words: str) -> Iterator[list[float]]:
    """A process of its own watches until the block ends; then what it saw is filled in."""
    seen: list[float] = []
    watcher = subprocess.Popen(
        [sys.executable, str(script), *words], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert watcher.stdout is not None
    assert watcher.stdout.readline() == "watching\n"
    try:
        yield seen
    finally:
        seen.extend(json.loads(watcher.communicate(timeout=30)[0]))


def watched_health(port: int) -> AbstractContextManager[list[float]]:
    """Milliseconds of every /health answer while the block runs."""
    return watching(ROOT / "tests" / "health_watch.py", str(port))


StartService = Callable[..., RunningServer]


@pytest.fixture(scope="session")
def sous_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A state folder of the tests' own: nothing is read from or left in the user's."""
    return tmp_path_factory.mktemp("sous-home")


@pytest.fixture(scope="session")
def shared_services(sous_home: Path) -> Iterator[StartService]:
    """`shared_services("stt")`: one server a service for the whole run. For tests that leave it as they found it."""
    running: dict[str, RunningServer] = {}
    opened = []

    def get(name: str) -> RunningServer:
        if name not in running:
            port = free_port()
            command = [sys.executable, "-m", f"services.{name}", "--port", str(port)]
            context = run_server(command, port, {"SOUS_HOME": str(sous_home)})
            running[name] = context.__enter__()
            opened.append(context)
            running[name].wait_ready()
        return running[name]

    yield get
    for context in reversed(opened):
        context.__exit__(None, None, None)


@pytest.fixture
def start_service(tmp_path: Path) -> Iterator[StartService]:
    """`start_service("stt", STT_QUEUE_SIZE="8")`: a server of this test's own, to be killed and drained."""
    opened = []

    def start(name: str, *, wait: bool = True, **env: str) -> RunningServer:
        port = free_port()
        command = [sys.executable, "-m", f"services.{name}", "--port", str(port)]
        context = run_server(command, port, {"SOUS_HOME": str(tmp_path), **env})
        server = context.__enter__()
        opened.append(context)
        if wait:
            server.wait_ready()
        return server

    yield start
    for context in reversed(opened):
        context.__exit__(None, None, None)
