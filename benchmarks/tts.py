"""How quickly speech comes out of :8012, beside the `espeak-ng` command line.

    python -m benchmarks.tts [--json FILE]

Starts a server of its own on a free port with the default engine and an empty phrase cache, asks it over HTTP, and
prints medians and 95th percentiles in milliseconds with the goal beside them. The command line is measured in the same
run when it is installed (`apt-get install espeak-ng`); piper has no Korean voice and is not part of the comparison.
"""

import argparse
import asyncio
import http.client
import json
import os
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
FOUR_SECONDS = "양파를 얇게 썰어서 프라이팬에 넣고 십 분 동안 볶아 주세요."
THINGS = ["양파", "마늘", "당근", "감자", "두부", "고기", "대파", "간장", "버섯", "호박"]


@dataclass(frozen=True)
class Row:
    what: str
    p50_ms: float
    p95_ms: float
    goal_ms: float | None
    runs: int


def row(what: str, took_s: list[float], goal_ms: float | None) -> Row:
    ordered = sorted(took_s)
    p95 = ordered[min(len(ordered) - 1, round(0.95 * len(ordered)))]
    return Row(what, round(statistics.median(ordered) * 1000, 2), round(p95 * 1000, 2), goal_ms, len(ordered))


def sentence(n: int) -> str:
    return f"{THINGS[n % 10]} {n + 1}개를 썰어서 냄비에 넣고, {n % 50 + 3}분 동안 끓이세요."


@contextmanager
def server(**settings: object) -> Iterator[tuple[int, float]]:
    """Its port, and how long it took from nothing to ready."""
    python = ROOT / ".venvs" / "tts" / "bin" / "python"
    with tempfile.TemporaryDirectory() as home, socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
        probe.close()
        environment = {**os.environ, "SOUS_HOME": home, "TTS_LOG_LEVEL": "WARNING"}
        environment.update({f"TTS_{name.upper()}": str(value) for name, value in settings.items()})
        command = [str(python if python.exists() else sys.executable), "-m", "services.tts", "--port", str(port)]
        began = time.perf_counter()
        process = subprocess.Popen(command, cwd=ROOT, env=environment)
        try:
            while not ready(port):
                if process.poll() is not None:
                    raise SystemExit("the server died")
                time.sleep(0.005)
            yield port, time.perf_counter() - began
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(15)


def ready(port: int) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=2)
    try:
        connection.request("GET", "/ready")
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()


def ask(connection: http.client.HTTPConnection, **body: object) -> tuple[float, float, int]:
    """Seconds to the first byte of sound, seconds to the last, and how many bytes."""
    raw = json.dumps(body).encode()
    began = time.perf_counter()
    connection.request("POST", "/synthesize", raw, {"Content-Type": "application/json"})
    answer = connection.getresponse()
    first = answer.read(45)  # past the header: the first sample
    at_first = time.perf_counter() - began
    rest = answer.read()
    if answer.status != 200:
        raise SystemExit(f"{answer.status}: {rest[:200]!r}")
    return at_first, time.perf_counter() - began, len(first) + len(rest)


async def first_sound(port: int, text: str) -> float:
    body = json.dumps({"text": text, "stream": True, "format": "pcm"}).encode()
    began = time.perf_counter()
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"POST /synthesize HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n")
    writer.write(b"Content-Length: %d\r\nConnection: close\r\n\r\n" % len(body) + body)
    head = await reader.readuntil(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 200"), head[:100]
    await reader.readline()  # the length of the first chunk
    await reader.readexactly(2)
    took = time.perf_counter() - began
    while await reader.read(65_536):
        pass
    writer.close()
    return took


def measure_server() -> list[Row]:
    rows = [row("start to ready", [_start_once() for _ in range(5)], 1500)]
    with server(cache_mb=0) as (port, _):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        for n in range(20):
            ask(connection, text=sentence(n), stream=True)
        streamed = [ask(connection, text=sentence(n), stream=True)[0] for n in range(300)]
        rows.append(row("first sound, espeak-ng through HTTP", streamed, 15))
        full = [ask(connection, text=FOUR_SECONDS) for _ in range(100)]
        seconds = (full[0][2] - 44) / 2 / 22_050
        rows.append(row(f"a {seconds:.1f} s sentence in full (wav)", [whole for _, whole, _ in full], 40))
        for format_ in ("opus", "mp3", "flac"):
            took = [ask(connection, text=FOUR_SECONDS, format=format_)[1] for _ in range(60)]
            rows.append(row(f"the same in full ({format_})", took, None))

        async def crowd() -> list[float]:
            took: list[float] = []
            for turn in range(10):
                took += await asyncio.gather(*(first_sound(port, sentence(turn * 32 + n)) for n in range(32)))
            return took

        rows.append(row("first sound, 32 clients at once", asyncio.run(crowd()), 250))
    with server() as (port, _):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        for n in range(40):
            ask(connection, text=sentence(n))
        time.sleep(0.5)
        cached = [ask(connection, text=sentence(n % 40), stream=True)[0] for n in range(300)]
        rows.append(row("first sound of a cached phrase", cached, 5))
        whole = [ask(connection, text=sentence(n % 40))[1] for n in range(300)]
        rows.append(row("a cached phrase in full", whole, None))
    return rows


def _start_once() -> float:
    with server() as (_, took):
        return took


def measure_command_line() -> list[Row]:
    """The library's own program: a process for each sentence, no Korean sound changes, no numbers in our sense."""
    if shutil.which("espeak-ng") is None:
        print("espeak-ng is not installed; the command line is left out.", file=sys.stderr)
        return []
    firsts, wholes = [], []
    for _ in range(100):
        began = time.perf_counter()
        with subprocess.Popen(["espeak-ng", "-v", "ko", "--stdout", FOUR_SECONDS], stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            process.stdout.read(45)
            firsts.append(time.perf_counter() - began)
            process.stdout.read()
        wholes.append(time.perf_counter() - began)
    return [
        row("espeak-ng command line: first sound", firsts, None),
        row("espeak-ng command line: the same sentence in full", wholes, None),
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--json", type=Path, help="write the figures here as well")
    wanted = parser.parse_args()
    rows = [*measure_server(), *measure_command_line()]
    print(f"{'':52}{'p50':>9}{'p95':>9}{'goal p95':>10}   ms")
    for one in rows:
        goal = f"{one.goal_ms:g}" if one.goal_ms is not None else ""
        print(f"{one.what:52}{one.p50_ms:9.1f}{one.p95_ms:9.1f}{goal:>10}   n={one.runs}")
    if wanted.json is not None:
        wanted.json.write_text(json.dumps([asdict(one) for one in rows], ensure_ascii=False, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
