"""What the pass-through adds to a model server's own time: `make bench NAME=llm_proxy`.

An upstream double answers at once (asyncio, raw bytes), so that all that is measured is ours. One request at a time
and fifty; whole replies and the first byte of streams; direct and through :8013 by turns, in one run: compare those
of one run only, the machine may be busy. With `--litellm PYTHON` (the Python of an environment of its own:
`pip install "litellm[proxy]"`) its proxy stands beside ours.
"""

import argparse
import asyncio
import json
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import aiohttp

ROOT = Path(__file__).resolve().parents[1]
REPLY = json.dumps(
    {
        "id": "c1",
        "object": "chat.completion",
        "created": 1,
        "model": "double",
        "choices": [{"index": 0, "message": {"role": "assistant", "content": "네, 좋아요."}, "finish_reason": "stop"}],
        "usage": {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2},
    }
).encode()
MODELS = b'{"object":"list","data":[{"id":"double","object":"model","created":1,"owned_by":"bench"}]}'
PIECE = json.dumps(
    {"id": "c1", "object": "chat.completion.chunk", "created": 1, "model": "double",
     "choices": [{"index": 0, "delta": {"role": "assistant", "content": "네"}, "finish_reason": None}]}
).encode()  # fmt: skip
ASK = {"model": "double", "messages": [{"role": "user", "content": "안녕"}], "max_tokens": 16}


class Double(asyncio.Protocol):
    """Just enough HTTP/1.1 to answer as fast as a socket can."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        self.seen = b""

    def data_received(self, data: bytes) -> None:
        self.seen += data
        while b"\r\n\r\n" in self.seen:
            head, _, rest = self.seen.partition(b"\r\n\r\n")
            length = 0
            for line in head.lower().split(b"\r\n"):
                if line.startswith(b"content-length:"):
                    length = int(line.split(b":")[1])
            if len(rest) < length:
                return
            body, self.seen = rest[:length], rest[length:]
            self.answer(head, body)

    def answer(self, head: bytes, body: bytes) -> None:
        if head.startswith(b"GET"):
            self.send(MODELS)
        elif b'"stream": true' in body or b'"stream":true' in body:
            chunk = b"data: " + PIECE + b"\n\n"
            done = b"data: [DONE]\n\n"
            framed = b"".join(b"%x\r\n%b\r\n" % (len(part), part) for part in (chunk, chunk, done)) + b"0\r\n\r\n"
            self.transport.write(
                b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n" + framed
            )
        else:
            self.send(REPLY)

    def send(self, body: bytes) -> None:
        head = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n" % len(body)
        self.transport.write(head + body)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def wait_for(http: aiohttp.ClientSession, url: str) -> None:
    end = time.monotonic() + 90
    while time.monotonic() < end:
        try:
            async with http.get(url) as reply:
                if reply.status == 200:
                    return
        except aiohttp.ClientError:
            pass
        await asyncio.sleep(0.1)
    raise SystemExit(f"{url} did not become ready")


async def ask(http: aiohttp.ClientSession, url: str, *, stream: bool = False) -> float:
    body = {**ASK, "stream": True} if stream else ASK
    before = time.perf_counter()
    async with http.post(f"{url}/v1/chat/completions", json=body) as reply:
        if stream:
            await reply.content.readany()
            took = time.perf_counter() - before
            await reply.read()
        else:
            await reply.read()
            took = time.perf_counter() - before
        if reply.status != 200:
            raise SystemExit(f"{url}: {reply.status} {await reply.text()}")
    return took * 1000


def at(values: list[float], percent: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * percent / 100))]


async def by_turns(http: aiohttp.ClientSession, targets: dict[str, str], count: int, *, stream: bool) -> None:
    times: dict[str, list[float]] = {name: [] for name in targets}
    for url in targets.values():
        for _ in range(30):
            await ask(http, url, stream=stream)
    for _ in range(count):
        for name, url in targets.items():
            times[name].append(await ask(http, url, stream=stream))
    what = "first byte of a stream" if stream else "whole reply"
    for name, measured in times.items():
        added = (
            ""
            if name == "direct"
            else (
                f"; added p50 {at(measured, 50) - at(times['direct'], 50):.2f}, "
                f"p99 {at(measured, 99) - at(times['direct'], 99):.2f} ms"
            )
        )
        print(f"{what}, one in flight, {name}: p50 {at(measured, 50):.2f} / p99 {at(measured, 99):.2f} ms{added}")


async def fifty(http: aiohttp.ClientSession, url: str, seconds: float) -> float:
    answered = 0
    end = time.perf_counter() + seconds

    async def client() -> None:
        nonlocal answered
        while time.perf_counter() < end:
            await ask(http, url)
            answered += 1

    began = time.perf_counter()
    await asyncio.gather(*(client() for _ in range(50)))
    return answered / (time.perf_counter() - began)


async def fifty_by_turns(http: aiohttp.ClientSession, targets: dict[str, str], rounds: int, seconds: float) -> None:
    """Short turns: whatever else this machine does falls on all alike. Medians: one bad turn says nothing."""
    rates: dict[str, list[float]] = {name: [] for name in targets}
    for _ in range(rounds):
        for name, url in targets.items():
            rates[name].append(await fifty(http, url, seconds))
    for name, measured in rates.items():
        print(f"fifty in flight, {name}: median {statistics.median(measured):.0f} req/s of {rounds} turns")
    if "litellm" in rates:
        ratios = [ours / theirs for ours, theirs in zip(rates["sous"], rates["litellm"], strict=True)]
        print(
            f"throughput at fifty: {statistics.median(ratios):.1f} times LiteLLM's"
            f" ({min(ratios):.1f} to {max(ratios):.1f} in {rounds} turns)"
        )


def begin(command: list[str], environment: dict[str, str] | None = None) -> subprocess.Popen[bytes]:
    quiet = subprocess.DEVNULL
    return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=quiet, stderr=quiet)


async def measure(arguments: argparse.Namespace) -> None:
    upstream_port, port = free_port(), free_port()
    upstream = begin([sys.executable, __file__, "--upstream", str(upstream_port)])
    clean = {name: value for name, value in os.environ.items() if not name.startswith("LLM_")}
    ours = begin(
        [sys.executable, "-m", "services.llm", "--port", str(port)],
        {**clean, "LLM_BASE_URL": f"http://127.0.0.1:{upstream_port}/v1", "LLM_LOG_LEVEL": "WARNING"},
    )
    running = [upstream, ours]
    targets = {"direct": f"http://127.0.0.1:{upstream_port}", "sous": f"http://127.0.0.1:{port}"}
    try:
        connector = aiohttp.TCPConnector(limit=100)
        headers = {"authorization": "Bearer sk-bench"}
        async with aiohttp.ClientSession(connector=connector, headers=headers) as http:
            await wait_for(http, f"{targets['direct']}/v1/models")
            await wait_for(http, f"{targets['sous']}/ready")
            if arguments.litellm:
                process, url = litellm(arguments.litellm, upstream_port)
                running.append(process)
                targets["litellm"] = url
                await wait_for(http, f"{url}/health/liveliness")
            await asyncio.sleep(1)
            await by_turns(http, targets, arguments.count, stream=False)
            await by_turns(http, targets, arguments.count // 2, stream=True)
            await fifty_by_turns(http, targets, arguments.rounds, arguments.seconds)
    finally:
        for process in running:
            process.terminate()
        for process in running:
            process.wait()


def litellm(python: str, upstream_port: int) -> tuple[subprocess.Popen[bytes], str]:
    port = free_port()
    config = Path(tempfile.mkdtemp()) / "litellm.yaml"
    config.write_text(
        "model_list:\n- model_name: double\n  litellm_params:\n    model: openai/double\n"
        f"    api_base: http://127.0.0.1:{upstream_port}/v1\n    api_key: none\n"
    )
    command = [
        str(Path(python).with_name("litellm")),
        "--config",
        str(config),
        "--port",
        str(port),
        "--host",
        "127.0.0.1",
    ]
    log = config.with_name("log").open("wb")
    environment = {**os.environ, "LITELLM_LOG": "ERROR", "LITELLM_LOCAL_MODEL_COST_MAP": "True"}
    environment["LITELLM_DANGEROUSLY_PERMIT_WEAK_OR_UNSET_MASTER_KEY"] = "true"  # nothing but this benchmark asks it
    return subprocess.Popen(command, stdout=log, stderr=log, env=environment), f"http://127.0.0.1:{port}"


async def serve_double(port: int) -> None:
    server = await asyncio.get_running_loop().create_server(Double, "127.0.0.1", port)
    await server.serve_forever()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--upstream", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--litellm", help="the Python of an environment with litellm[proxy]")
    parser.add_argument("--count", type=int, default=500, help="requests one at a time, of each")
    parser.add_argument("--rounds", type=int, default=7, help="turns at fifty in flight, of each")
    parser.add_argument("--seconds", type=float, default=1.5, help="how long one such turn takes")
    wanted = parser.parse_args()
    asyncio.run(serve_double(wanted.upstream) if wanted.upstream else measure(wanted))
