"""Connections to the model server for the pass-through, no thicker than that needs: HTTP/1.1, one request at a time on
each, kept alive between requests.

Not a general HTTP client: no redirects, cookies, compression or retries of work that has begun. A general one (aiohttp)
cost more than all the rest of the pass-through together; the parsing is httptools', as on the serving side.
"""

import asyncio
import ssl
from collections.abc import Callable
from typing import Final, cast
from urllib.parse import urlsplit

from httptools import HttpParserError, HttpParserUpgrade, HttpResponseParser

#: Of the model server's answer, what is about its body; the rest belongs to that one connection.
_KEPT: Final = frozenset({b"content-type", b"content-encoding", b"content-length", b"retry-after", b"cache-control"})
#: Each takes two file descriptors of the 1,024 that a process usually has: one to the caller, one to the model server.
MOST_CONNECTIONS: Final = 256
#: vLLM closes what has been idle for 5 s; letting go first avoids asking on a line that is being hung up.
_IDLE_S: Final = 4.0
_CONNECT_S: Final = 2.0
#: A stream that says nothing for so long has died without a word: a cable, a frozen process.
_SILENT_S: Final = 300.0
#: Bytes kept for a caller who reads slowly before the model server is made to wait.
_AHEAD: Final = 256 * 1024


class UpstreamFailed(Exception):
    """The model server cannot be reached, broke off, or does not speak HTTP. The text says which, for the log."""


class UpstreamBusy(Exception):
    """All connections are taken."""


class _Stale(UpstreamFailed):
    """A kept connection was closed before it answered anything: it had been hung up while we asked."""


class Connection(asyncio.Protocol):
    """One connection and, while `busy`, the answer that is coming in on it."""

    def __init__(self, on_lost: "Callable[[Connection], None]") -> None:
        self._on_lost = on_lost
        self._loop = asyncio.get_running_loop()
        self._parser = HttpResponseParser(self)
        self._transport: asyncio.Transport | None = None
        self._waiter: asyncio.Future[None] | None = None
        self._fault: UpstreamFailed | None = None
        self._reset()
        self.asked = 0
        self.heard_at = self._loop.time()

    def _reset(self) -> None:
        self.busy = False
        self.status = 0
        self.headers: list[tuple[bytes, bytes]] = []
        self.finished = False
        self._may_stay = False  # finished, and the model server will take another question here
        self._headed = False
        self._framed = False  # the end can be told from a connection that broke
        self._body: list[bytes] = []
        self._ahead = 0
        self._paused = False

    async def ask(self, request: bytes) -> None:
        """Send the request and wait for the head of the answer."""
        if self._transport is None:
            raise self._fault or UpstreamFailed("it broke off")
        self.busy = True
        self.asked += 1
        self.heard_at = self._loop.time()
        self._transport.write(request)
        while not self._headed:
            await self._more()

    async def read(self) -> bytes:
        """The bytes that have come; waits for some. Empty at the end."""
        while not self._body and not self.finished:
            await self._more()
        return self.take()

    def take(self) -> bytes:
        """What is here already."""
        body = self._body[0] if len(self._body) == 1 else b"".join(self._body)
        self._body.clear()
        self._ahead = 0
        if self._paused and self._transport is not None:
            self._paused = False
            self._transport.resume_reading()
        return body

    def reusable(self) -> bool:
        """Whether the answer is in and another may follow; makes ready for it."""
        if not self._may_stay or self._fault is not None:
            return False
        self._reset()
        return True

    def close(self, reason: str = "") -> None:
        if reason and self._fault is None:
            self._fault = UpstreamFailed(reason)
        if self._transport is not None:
            self._transport.abort()

    async def _more(self) -> None:
        if self._fault is not None:
            raise self._fault
        self._waiter = self._loop.create_future()
        try:
            await self._waiter
        finally:
            self._waiter = None

    def _wake(self) -> None:
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)

    # What the event loop tells us.

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)  # uvloop's is one in all but name

    def data_received(self, data: bytes) -> None:
        self.heard_at = self._loop.time()
        if not self.busy:  # nobody asked: what comes now would be taken for the answer to somebody else's question
            self.close("it spoke without being asked")
            return
        try:
            self._parser.feed_data(data)
        except (HttpParserError, HttpParserUpgrade) as error:
            self.close(f"it does not speak HTTP/1.1 ({type(error).__name__})")
        else:
            if self._ahead > _AHEAD and not self._paused and self._transport is not None:
                self._paused = True
                self._transport.pause_reading()
        self._wake()

    def connection_lost(self, error: Exception | None) -> None:
        self._transport = None
        if self.busy and self._headed and not self._framed and error is None and self._fault is None:
            self.finished = True  # an answer without a length ends with its connection
        if self._fault is None:
            unheard = self.busy and not self._headed and self.asked > 1
            kind = _Stale if unheard else UpstreamFailed
            self._fault = kind("it broke off" if error is None else type(error).__name__)
        self._wake()
        self._on_lost(self)

    # What the parser finds.

    def on_message_begin(self) -> None:
        if self.finished:  # a second answer to one question: it must not reach whoever asks next
            raise HttpParserError

    def on_header(self, name: bytes, value: bytes) -> None:
        name = name.lower()
        if name in _KEPT:
            self.headers.append((name, value))
        if name in (b"content-length", b"transfer-encoding"):
            self._framed = True

    def on_headers_complete(self) -> None:
        self.status = self._parser.get_status_code()
        self._headed = self.status >= 200
        if self.status in (204, 304):
            self._framed = True

    def on_body(self, body: bytes) -> None:
        self._body.append(body)
        self._ahead += len(body)

    def on_message_complete(self) -> None:
        if self._headed:
            self.finished = True
            self._may_stay = self._parser.should_keep_alive()  # known only now: the parser forgets it
        else:  # "100 Continue" and its kind: the answer is still to come
            self.headers.clear()
            self._framed = False


class Upstream:
    """The model server at one base URL, and the connections to it."""

    def __init__(self, base_url: str) -> None:
        url = urlsplit(base_url)
        self._secure = url.scheme == "https"
        self._host = url.hostname or ""
        self._port = url.port or (443 if self._secure else 80)
        self.host_header = url.netloc.rpartition("@")[2].encode("idna")
        self.path = url.path.rstrip("/").encode()
        self._context: ssl.SSLContext | None = None
        self._idle: list[Connection] = []
        self._all: set[Connection] = set()
        self._sweeper: asyncio.TimerHandle | None = None

    async def ask(self, request: bytes) -> Connection:
        """A connection with the head of the answer on it. Give it back, whatever happens."""
        if self._idle:
            try:
                return await self._asked(self._idle.pop(), request)
            except _Stale:
                pass  # nothing of an answer had come: once more, on a new one, and then no more
        return await self._asked(await self._connected(), request)

    def give_back(self, connection: Connection) -> None:
        if connection.reusable():
            self._idle.append(connection)
        else:
            connection.close()  # an answer that was not read to its end: so the model server hears that nobody listens

    def close(self) -> None:
        if self._sweeper is not None:
            self._sweeper.cancel()
        for connection in list(self._all):
            connection.close("we are closing")

    async def _asked(self, connection: Connection, request: bytes) -> Connection:
        try:
            await connection.ask(request)
        except BaseException:
            connection.close()
            raise
        return connection

    async def _connected(self) -> Connection:
        if len(self._all) >= MOST_CONNECTIONS:
            raise UpstreamBusy
        loop = asyncio.get_running_loop()
        if self._secure and self._context is None:
            self._context = ssl.create_default_context()
        connection = Connection(self._lost)
        self._all.add(connection)  # before it is made: those being made count as well
        try:
            async with asyncio.timeout(_CONNECT_S):
                await loop.create_connection(lambda: connection, self._host, self._port, ssl=self._context)
        except (OSError, TimeoutError) as error:
            self._all.discard(connection)
            raise UpstreamFailed(f"no connection ({type(error).__name__})") from error
        except BaseException:
            self._all.discard(connection)
            connection.close()
            raise
        if self._sweeper is None:
            self._sweeper = loop.call_later(1.0, self._sweep)
        return connection

    def _lost(self, connection: Connection) -> None:
        self._all.discard(connection)
        if connection in self._idle:
            self._idle.remove(connection)

    def _sweep(self) -> None:
        """Once a second, so that no request and no piece of a stream needs a timer of its own."""
        loop = asyncio.get_running_loop()
        now = loop.time()
        for connection in list(self._all):
            silent = now - connection.heard_at
            if silent > (_SILENT_S if connection.busy else _IDLE_S):
                connection.close("it fell silent" if connection.busy else "")
        self._sweeper = loop.call_later(1.0, self._sweep) if self._all else None
