"""Why the client kit puts aiohttp under httpx: the same calls through both transports, in one run.

    python benchmarks/http_client.py

One upstream process answering a constant JSON body; 1, 16 and 50 calls in flight. Ratios matter, not milliseconds:
upstream and client share this machine's cores.
"""

import asyncio
import subprocess
import sys
import time
from collections.abc import Callable

import httpx
from httpx_aiohttp import AiohttpTransport

UPSTREAM = """
import asyncio, sys
BODY = b'{"success":true}'
HEAD = b"HTTP/1.1 200 OK\\r\\ncontent-type: application/json\\r\\ncontent-length: %d\\r\\n\\r\\n" % len(BODY)
class Answer(asyncio.Protocol):
    def connection_made(self, transport): self.transport = transport
    def data_received(self, data):
        for _ in range(data.count(b"\\r\\n\\r\\n")): self.transport.write(HEAD + BODY)
async def main():
    server = await asyncio.get_running_loop().create_server(Answer, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()
asyncio.run(main())
"""


async def measure(
    make: Callable[[], httpx.AsyncClient], in_flight: int, calls: int = 3000
) -> tuple[float, float, float]:
    took: list[float] = []
    left = calls
    async with make() as client:

        async def one_after_another() -> None:
            nonlocal left
            while left > 0:
                left -= 1
                began = time.perf_counter()
                (await client.get("/")).raise_for_status()
                took.append((time.perf_counter() - began) * 1000)

        began = time.perf_counter()
        await asyncio.gather(*(one_after_another() for _ in range(in_flight)))
        rate = len(took) / (time.perf_counter() - began)
    took.sort()
    return took[len(took) // 2], took[int(len(took) * 0.99)], rate


def main() -> None:
    upstream = subprocess.Popen([sys.executable, "-c", UPSTREAM], stdout=subprocess.PIPE, text=True)
    assert upstream.stdout is not None
    url = f"http://127.0.0.1:{upstream.stdout.readline().strip()}"
    transports: dict[str, Callable[[], httpx.AsyncClient]] = {
        "httpx": lambda: httpx.AsyncClient(base_url=url, trust_env=False),
        "httpx over aiohttp": lambda: httpx.AsyncClient(
            base_url=url, transport=AiohttpTransport(verify=False), trust_env=False
        ),
    }
    try:
        print(f"{'transport':<20} {'in flight':>9} {'p50 ms':>8} {'p99 ms':>8} {'calls/s':>8}")
        for in_flight in (1, 16, 50):
            for name, make in transports.items():
                middle, tail, rate = asyncio.run(measure(make, in_flight))
                print(f"{name:<20} {in_flight:>9} {middle:>8.2f} {tail:>8.2f} {rate:>8.0f}")
    finally:
        upstream.kill()


if __name__ == "__main__":
    main()
