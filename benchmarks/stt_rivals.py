"""Other speech-to-text servers, each in an environment of its own, for `stt_server` to stand beside.

`wyoming-faster-whisper` and `whisper-live` from PyPI, on the CPU, with a model folder instead of a name, so that
nothing is asked of a model hub. The environments are made under `.venvs/bench-*` on first use and are no part of the
tests. WhisperLive is installed without most of what it names: PyAudio (for its client), OpenVINO, CUDA, diarisation.
"""

import asyncio
import contextlib
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import httpx
import numpy as np

from benchmarks.stt_voices import RATE, Sound

ROOT: Final = Path(__file__).parents[1]

#: Ask for one clip (samples, and the same as a WAV file); the HTTP status, or 200 where there is none.
Ask = Callable[[Sound, bytes], Awaitable[int]]


@dataclass(frozen=True, slots=True)
class Rival:
    name: str
    version: str
    installs: tuple[tuple[str, ...], ...]  # arguments of pip, one call after the other


WYOMING: Final = Rival("wyoming-faster-whisper", "3.8.1", (("wyoming-faster-whisper==3.8.1",),))
WHISPER_LIVE: Final = Rival(
    "whisper-live",
    "0.10.0",
    (
        ("--no-deps", "whisper-live==0.10.0"),
        ("torch==2.13.0", "faster-whisper==1.2.0", "websockets", "websocket-client", "onnxruntime", "numpy"),
        ("fastapi", "uvicorn", "python-multipart", "scipy", "soundfile", "requests"),
    ),
)


def environment(rival: Rival) -> Path:
    """The Python of the rival's own environment."""
    home = ROOT / ".venvs" / f"bench-{rival.name}"
    python = home / "bin" / "python"
    done = home / f"installed-{rival.version}"
    if not done.exists():
        print(f"installing {rival.name} {rival.version} into {home.relative_to(ROOT)} ...", flush=True)
        subprocess.run([sys.executable, "-m", "venv", str(home)], check=True)
        for arguments in rival.installs:
            subprocess.run([str(python), "-m", "pip", "install", "-q", *arguments], check=True)
        done.touch()
    return python


@contextmanager
def wyoming_faster_whisper(model: Path, beam: int) -> Iterator[Ask]:
    port = free_port()
    with tempfile.TemporaryDirectory() as data:
        arguments = ["--uri", f"tcp://127.0.0.1:{port}", "--model", str(model), "--data-dir", data, "--device", "cpu"]
        arguments += ["--compute-type", "int8", "--beam-size", str(beam), "--language", "ko", "--local-files-only"]
        arguments += ["--cpu-threads", str(min(4, os.cpu_count() or 1)), "--stt-library", "faster-whisper"]
        with running([str(environment(WYOMING)), "-m", "wyoming_faster_whisper", *arguments], port):
            yield lambda sound, _: _ask_wyoming(port, sound)


async def _ask_wyoming(port: int, sound: Sound) -> int:
    from wyoming.asr import Transcribe, Transcript
    from wyoming.audio import AudioChunk, AudioStart, AudioStop
    from wyoming.client import AsyncTcpClient

    pcm = (np.clip(sound, -1, 1) * 32767).astype("<i2").tobytes()
    async with AsyncTcpClient("127.0.0.1", port) as client:
        await client.write_event(Transcribe(language="ko").event())
        await client.write_event(AudioStart(rate=RATE, width=2, channels=1).event())
        await client.write_event(AudioChunk(rate=RATE, width=2, channels=1, audio=pcm).event())
        await client.write_event(AudioStop().event())
        while (event := await client.read_event()) is not None:
            if Transcript.is_type(event.type):
                return 200
    return 500


_WHISPER_LIVE: Final = """
import sys
from whisper_live.server import TranscriptionServer
port, rest_port, model = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
TranscriptionServer().run("127.0.0.1", port, backend="faster_whisper", faster_whisper_custom_model_path=model,
    rest_port=rest_port, enable_rest=True, max_clients=64, default_model=model)
"""


@contextmanager
def whisper_live(model: Path) -> Iterator[Ask]:
    """Its OpenAI endpoint: a clip in, a text out, as here. Its beam is always 5."""
    port, rest_port = free_port(), free_port()
    command = [str(environment(WHISPER_LIVE)), "-c", _WHISPER_LIVE, str(port), str(rest_port), str(model)]
    with running(command, rest_port):
        client = httpx.AsyncClient(timeout=120, limits=httpx.Limits(max_connections=200))

        async def ask(_: Sound, body: bytes) -> int:
            answer = await client.post(
                f"http://127.0.0.1:{rest_port}/v1/audio/transcriptions",
                files={"file": ("said.wav", body)},
                data={"language": "ko", "model": str(model)},
            )
            return answer.status_code

        yield ask


@contextmanager
def running(command: list[str], port: int, within_s: float = 120) -> Iterator[None]:
    """A server process that listens on `port`; its log is shown when it does not."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("STT_", "PYTHONPATH"))}
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(
            command, stdout=log, stderr=subprocess.STDOUT, env={**kept, "HF_HUB_OFFLINE": "1", "OMP_NUM_THREADS": "2"}
        )
        try:
            end = time.monotonic() + within_s
            while not _listens(port):
                if process.poll() is not None or time.monotonic() > end:
                    log.seek(0)
                    raise RuntimeError(log.read().decode(errors="replace")[-3000:])
                time.sleep(0.1)
            yield
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _listens(port: int) -> bool:
    with socket.socket() as probe, contextlib.suppress(OSError):
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0
    return False


def asked_once(ask: Ask, sound: Sound, body: bytes) -> int:
    """For a first try: whether the server answers at all."""

    async def once() -> int:
        return await ask(sound, body)

    return asyncio.run(once())
