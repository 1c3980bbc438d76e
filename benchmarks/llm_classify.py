"""How fast and how right /classify is: `make bench NAME=llm_classify`.

Starts the real service, sends it every utterance that is not in the training data (see
docs/understanding.md) over HTTP, and reports latency as the server itself measured it, throughput on one core, start
to ready, size, and the shares the issue asks for. `--pictures` also draws docs/llm-*.svg.
"""

import argparse
import asyncio
import os
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import aiohttp  # noqa: E402

from benchmarks.llm_unseen import HELD_OUT, SETS, Row, Tally, rows  # noqa: E402
from services.llm.classifier.model import MODEL_FILE  # noqa: E402


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--pictures", action="store_true")
    wanted = parser.parse_args()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    clean = {name: value for name, value in os.environ.items() if not name.startswith("LLM_")}
    command = [sys.executable, "-m", "services.llm", "--port", str(port)]
    began = time.perf_counter()
    server = subprocess.Popen(
        command,
        cwd=ROOT,
        env={**clean, "LLM_LOG_LEVEL": "WARNING", "LLM_CACHE_SIZE": "0"},
        stderr=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )
    try:
        asyncio.run(measure(f"http://127.0.0.1:{port}", began, server.pid))
    finally:
        server.terminate()
        server.wait()
    if wanted.pictures:
        from benchmarks.llm_pictures import draw

        draw(ROOT / "docs")
    return 0


async def measure(url: str, began: float, pid: int) -> None:
    async with aiohttp.ClientSession() as http:
        while True:
            try:
                async with http.get(f"{url}/ready") as reply:
                    if reply.status == 200:
                        break
            except aiohttp.ClientError:
                pass
            await asyncio.sleep(0.01)
        print(
            f"start to ready: {time.perf_counter() - began:.2f} s; model file {MODEL_FILE.stat().st_size / 1e6:.1f} MB"
        )
        names = (*SETS, *HELD_OUT)
        every = [row for name in names for row in rows(name)]
        for row in every[:100]:
            await classify(http, url, row)
        server_ms, wire_ms = [], []
        answers: list[Mapping[str, Any]] = []
        for row in every:
            before = time.perf_counter()
            answer = await classify(http, url, row)
            wire_ms.append((time.perf_counter() - before) * 1000)
            server_ms.append(answer["duration_ms"])
            answers.append(answer)
        print(f"server side: {spread(server_ms)}; over HTTP, one at a time: {spread(wire_ms)}")
        await throughput(http, url, every, pid)
        start = 0
        for name in names:
            count = len(rows(name))
            report(name, rows(name), answers[start : start + count])
            start += count


async def classify(http: aiohttp.ClientSession, url: str, row: Row) -> dict[str, Any]:
    async with http.post(f"{url}/classify", json=row.request) as reply:
        answer: dict[str, Any] = await reply.json()
        return answer


async def throughput(http: aiohttp.ClientSession, url: str, asked_for: list[Row], pid: int) -> None:
    """Ten clients, no cache: every request is understood anew. The server's CPU seconds tell one core's worth."""
    used = cpu_seconds(pid)
    began = time.perf_counter()

    async def client(mine: list[Row]) -> None:
        for row in mine:
            await classify(http, url, row)

    await asyncio.gather(*(client(asked_for[place::10] * 2) for place in range(10)))
    took, burnt = time.perf_counter() - began, cpu_seconds(pid) - used
    asked = len(asked_for) * 2
    print(f"throughput: {asked / took:.0f} req/s seen, {asked / burnt:.0f} req/s per core of the server")


def cpu_seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def spread(values: list[float]) -> str:
    ordered = sorted(values)
    at = {p: ordered[min(len(ordered) - 1, int(len(ordered) * p / 100))] for p in (50, 95, 99)}
    return f"p50 {at[50]:.2f} / p95 {at[95]:.2f} / p99 {at[99]:.2f} ms (mean {statistics.mean(values):.2f})"


def report(name: str, expected: list[Row], answers: list[Mapping[str, Any]]) -> None:
    tally = Tally()
    for row, answer in zip(expected, answers, strict=True):
        tally.add(row, answer)
    kind = "held out" if name in HELD_OUT else "its kinds of error were learned from"
    print(f"{name} ({len(expected)} utterances, {kind}):")
    for line in tally.lines():
        print(f"  {line}")


if __name__ == "__main__":
    sys.exit(main())
