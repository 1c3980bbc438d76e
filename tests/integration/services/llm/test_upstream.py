"""The connections behind the pass-through, against model servers that answer oddly, late, in pieces or not at all."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest

from services.llm import upstream as lines
from services.llm.upstream import Connection, Upstream, UpstreamBusy, UpstreamFailed

ASK = b"GET /v1/models HTTP/1.1\r\nhost: x\r\n\r\n"
OK = b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok"
Answer = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@asynccontextmanager
async def serving(answer: Answer) -> AsyncIterator[Upstream]:
    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await answer(reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass
        finally:
            writer.close()

    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    upstream = Upstream(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/v1")
    try:
        yield upstream
    finally:
        upstream.close()
        server.close()


def saying(*pieces: bytes, then_hang_up: bool = True) -> Answer:
    """Answers every request with these pieces, a breath between them."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while True:
            await reader.readuntil(b"\r\n\r\n")
            for piece in pieces:
                writer.write(piece)
                await writer.drain()
                await asyncio.sleep(0.01)
            if then_hang_up:
                return

    return answer


async def whole(upstream: Upstream, request: bytes = ASK) -> tuple[int, bytes]:
    connection = await asyncio.wait_for(upstream.ask(request), 5)
    try:
        parts = []
        while piece := await asyncio.wait_for(connection.read(), 5):
            parts.append(piece)
        return connection.status, b"".join(parts)
    finally:
        upstream.give_back(connection)


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        ((OK,), (200, b"ok")),
        ((OK[:20], OK[20:41], OK[41:]), (200, b"ok")),
        ((b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\nok\r\n", b"1\r\n!\r\n0\r\n\r\n"), (200, b"ok!")),
        ((b"HTTP/1.1 200 OK\r\n\r\nuntil ", b"the end"), (200, b"until the end")),  # no length: ends with the line
        ((b"HTTP/1.0 200 OK\r\n\r\nold",), (200, b"old")),
        ((b"HTTP/1.1 100 Continue\r\n\r\n", OK), (200, b"ok")),
        ((b"HTTP/1.1 103 Early Hints\r\nlink: x\r\n\r\n" + OK,), (200, b"ok")),
        ((b"HTTP/1.1 204 No Content\r\n\r\n",), (204, b"")),
        ((b"HTTP/1.1 500 Oh\r\ncontent-length: 0\r\n\r\n",), (500, b"")),
    ],
)
async def test_answers_in_every_shape(pieces: tuple[bytes, ...], expected: tuple[int, bytes]) -> None:
    async with serving(saying(*pieces)) as upstream:
        assert await whole(upstream) == expected


@pytest.mark.parametrize(
    ("pieces", "why"),
    [
        ((), "broke off"),
        ((b"HTTP/1.1 200 OK\r\ncontent-le",), "broke off"),
        ((b"HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nok",), "broke off"),
        ((b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\nok\r\n",), "broke off"),
        ((b"SSH-2.0-OpenSSH_9.9\r\n",), "does not speak HTTP"),
        ((b"\x15\x03\x01\x00\x02\x02\x0a",), "does not speak HTTP"),  # a TLS server asked in plain words
        ((b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n",), "does not speak HTTP"),
        ((b"HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n",), "does not speak HTTP"),
    ],
)
async def test_half_answers_are_never_taken_for_whole_ones(pieces: tuple[bytes, ...], why: str) -> None:
    async with serving(saying(*pieces)) as upstream:
        with pytest.raises(UpstreamFailed, match=why):
            await whole(upstream)


async def test_nobody_there() -> None:
    async with serving(saying(OK)) as gone:
        pass
    with pytest.raises(UpstreamFailed, match="no connection"):
        await whole(gone)


async def test_a_connection_serves_one_after_the_other() -> None:
    met: set[object] = set()

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        met.add(writer.get_extra_info("peername"))
        await saying(OK, then_hang_up=False)(reader, writer)

    async with serving(answer) as upstream:
        for _ in range(20):
            assert await whole(upstream) == (200, b"ok")
        assert len(met) == 1
        await asyncio.gather(*(whole(upstream) for _ in range(20)))
        assert 1 < len(met) <= 21


async def test_what_says_close_is_not_used_again() -> None:
    parting = b"HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 2\r\n\r\nok"
    async with serving(saying(parting, then_hang_up=False)) as upstream:
        for _ in range(3):
            assert await whole(upstream) == (200, b"ok")


async def test_a_kept_connection_that_was_hung_up_costs_nobody_an_answer() -> None:
    """The server answers once a connection and hangs up on the next question, as a restarted one does."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(OK)
        await reader.readuntil(b"\r\n\r\n")

    async with serving(answer) as upstream:
        for _ in range(5):
            assert await whole(upstream) == (200, b"ok")


async def test_a_question_that_kills_is_asked_twice_at_most() -> None:
    deaths = 0

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal deaths
        while b"poison" not in await reader.readuntil(b"\r\n\r\n"):
            writer.write(OK)
        deaths += 1

    async with serving(answer) as upstream:
        await asyncio.gather(*(whole(upstream) for _ in range(20)))  # twenty connections are kept
        with pytest.raises(UpstreamFailed, match="broke off"):
            await whole(upstream, b"GET /poison HTTP/1.1\r\nhost: x\r\n\r\n")
        assert deaths == 2


async def test_an_answer_nobody_asked_for_is_not_given_to_the_next() -> None:
    async with serving(
        saying(OK + b"HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\nevil", then_hang_up=False)
    ) as upstream:
        for _ in range(3):
            try:
                answered = await whole(upstream)
            except UpstreamFailed:
                continue
            assert answered == (200, b"ok")
            await asyncio.sleep(0.02)


async def test_leaving_in_the_middle_is_heard_upstream() -> None:
    left = asyncio.Event()

    async def endless(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n")
        try:
            while await asyncio.wait_for(reader.read(1), 0.02):
                pass
        except TimeoutError:
            writer.write(b"2\r\nok\r\n")
            assert await reader.read(1) == b""
        left.set()

    async with serving(endless) as upstream:
        connection = await upstream.ask(ASK)
        assert await connection.read() == b"ok"
        upstream.give_back(connection)
        await asyncio.wait_for(left.wait(), 5)


async def test_a_slow_reader_makes_the_model_server_wait() -> None:
    written = 0

    async def torrent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal written
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\ncontent-length: 100000000\r\n\r\n")
        while written < 100_000_000:
            writer.write(b"x" * 100_000)
            await writer.drain()
            written += 100_000

    async with serving(torrent) as upstream:
        connection = await upstream.ask(ASK)
        assert await connection.read()
        await asyncio.sleep(0.3)
        stopped_at = written
        assert stopped_at < 50_000_000
        got = 0
        while piece := await asyncio.wait_for(connection.read(), 10):
            got += len(piece)
        assert got > 99_000_000
        upstream.give_back(connection)


async def test_connections_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "MOST_CONNECTIONS", 3)

    async with serving(saying(b"HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n", then_hang_up=False)) as upstream:
        taken = [await upstream.ask(ASK) for _ in range(3)]
        with pytest.raises(UpstreamBusy):
            await upstream.ask(ASK)
        upstream.give_back(taken.pop())
        await asyncio.sleep(0.02)
        assert isinstance(await upstream.ask(ASK), Connection)


async def test_a_stream_that_falls_silent_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "_SILENT_S", 0.2)
    async with serving(saying(b"HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nhm", then_hang_up=False)) as upstream:
        with pytest.raises(UpstreamFailed, match="silent"):
            await whole(upstream)


@pytest.mark.parametrize(
    ("url", "path", "host"),
    [
        ("http://127.0.0.1:5000/v1", b"/v1", b"127.0.0.1:5000"),
        ("http://[::1]:5000/v1/", b"/v1", b"[::1]:5000"),
        ("https://models.example/api/openai", b"/api/openai", b"models.example"),
        ("http://user:pass@box:1/v1", b"/v1", b"box:1"),
    ],
)
def test_base_urls_mean_the_same_as_to_openais_client(url: str, path: bytes, host: bytes) -> None:
    upstream = Upstream(url)
    assert (upstream.path, upstream.host_header) == (path, host)
