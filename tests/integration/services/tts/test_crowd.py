"""Many at once: each gets exactly its own sound, nobody is lost, the loop stays awake, the last stream is finished."""

import asyncio
import hashlib
import signal
import socket
import time
from collections import Counter

import httpx

from tests.integration.services.tts.conftest import KO, Server, Start


def texts(count: int) -> list[str]:
    things = ["양파", "마늘", "당근", "감자", "두부", "고기", "대파", "간장"]
    return [
        f"{things[n % 8]} {n + 1}개를 썰어서 냄비에 넣고, {n + 3}분 동안 끓이세요. {n}번째 손님." for n in range(count)
    ]


def fingerprint(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()


async def all_at_once(server: Server, bodies: list[dict[str, object]]) -> list[httpx.Response]:
    limits = httpx.Limits(max_connections=None)
    async with httpx.AsyncClient(base_url=server.url, timeout=60, limits=limits) as client:
        return await asyncio.gather(*(client.post("/synthesize", json=body) for body in bodies))


def test_64_clients_each_get_their_own_words(forgetful: Server) -> None:
    said = texts(64)
    alone = {text: fingerprint(forgetful.say(text, format="pcm").content) for text in said}
    assert len(set(alone.values())) == 64
    bodies: list[dict[str, object]] = [{"text": t, "format": "pcm", "stream": n % 2 == 0} for n, t in enumerate(said)]
    answers = asyncio.run(all_at_once(forgetful, bodies))
    assert [answer.status_code for answer in answers] == [200] * 64
    assert [fingerprint(answer.content) for answer in answers] == [alone[text] for text in said]


def test_beyond_the_queue_is_refused_and_nobody_is_lost(start: Start) -> None:
    server = start(cache_mb=0, queue_size=4, max_answers=12)
    said = texts(80)
    bodies: list[dict[str, object]] = [{"text": text * 3, "format": "pcm"} for text in said]
    answers = asyncio.run(all_at_once(server, bodies))
    statuses = Counter(answer.status_code for answer in answers)
    assert set(statuses) == {200, 429}
    assert sum(statuses.values()) == 80
    assert statuses[200] >= 4
    refused = next(answer for answer in answers if answer.status_code == 429)
    assert int(refused.headers["retry-after"]) >= 1
    assert refused.json()["error"]["code"] == "busy"
    for text, answer in zip(said, answers, strict=True):
        if answer.status_code == 200:
            assert answer.content == server.say(text * 3, format="pcm").content


def test_health_stays_quick_while_everyone_speaks(forgetful: Server) -> None:
    async def crowd() -> list[float]:
        took: list[float] = []
        async with httpx.AsyncClient(base_url=forgetful.url, timeout=60) as client:
            await client.get("/health")

            async def ask(text: str) -> None:
                body = {"text": text * 2, "format": "mp3", "sample_rate": 48_000}
                assert (await client.post("/synthesize", json=body)).status_code == 200

            speaking = asyncio.gather(*(ask(text) for text in texts(16)))
            while not speaking.done():
                began = time.perf_counter()
                assert (await client.get("/health")).status_code == 200
                took.append(time.perf_counter() - began)
                await asyncio.sleep(0.01)
            await speaking
        return took

    took = sorted(asyncio.run(crowd()))
    assert len(took) > 10
    assert took[len(took) // 2] < 0.05


def test_whoever_hangs_up_is_forgotten(forgetful: Server) -> None:
    before = forgetful.metric("sous_hang_ups_total")
    body = b'{"text":"' + (KO * 60).encode() + b'","format":"pcm","stream":true,"sample_rate":48000}'
    host, port = forgetful.url.removeprefix("http://").split(":")
    for _ in range(5):
        with socket.create_connection((host, int(port))) as client:
            client.sendall(b"POST /synthesize HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n")
            client.sendall(b"Content-Length: %d\r\n\r\n" % len(body) + body)
            assert client.recv(1000).startswith(b"HTTP/1.1 200")
    forgetful.wait_until(lambda: forgetful.metric("sous_hang_ups_total") == before + 5)
    forgetful.wait_until(lambda: forgetful.metric("sous_in_flight ") == 0)
    assert forgetful.say("그래도 잘 들립니다.").status_code == 200


def test_a_slow_reader_holds_nobody_up(forgetful: Server) -> None:
    body = b'{"text":"' + (KO * 60).encode() + b'","format":"pcm","stream":true}'
    host, port = forgetful.url.removeprefix("http://").split(":")
    readers = [socket.create_connection((host, int(port))) for _ in range(8)]
    try:
        for reader in readers:
            reader.sendall(b"POST /synthesize HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n")
            reader.sendall(b"Content-Length: %d\r\n\r\n" % len(body) + body)
            assert reader.recv(100)
        began = time.monotonic()
        assert forgetful.say("빨리 대답해 주세요.").status_code == 200
        assert time.monotonic() - began < 2
    finally:
        for reader in readers:
            reader.close()


def test_sigterm_lets_a_stream_finish(start: Start) -> None:
    server = start(cache_mb=0)
    text = KO * 40
    whole = len(server.say(text, format="pcm").content)
    body = {"text": text, "format": "pcm", "stream": True}
    received = 0
    with httpx.stream("POST", server.url + "/synthesize", json=body, timeout=30) as answer:
        for chunk in answer.iter_raw():
            if received == 0:
                server.process.send_signal(signal.SIGTERM)
                time.sleep(0.2)
                assert httpx.get(server.url + "/ready").status_code == 503
            received += len(chunk)
    assert received == whole
    assert server.process.wait(10) == 0


def test_a_deadline_is_for_the_first_sound(forgetful: Server) -> None:
    late = forgetful.post("/synthesize", text=KO * 70, format="mp3", headers={"X-Timeout-Ms": "1"})
    assert (late.status_code, late.json()["error"]["code"]) == (504, "deadline_exceeded")
    good = forgetful.post("/synthesize", text=KO, headers={"X-Timeout-Ms": "5000"})
    assert good.status_code == 200
