"""Everything a request passes on its way in and out, in one plain ASGI layer.

Trace id, key, drain, body limit, deadline, hang-up, error envelope, `Server-Timing`, metrics and the log line. One
layer rather than eight: each extra layer costs every request, and their order is easier to read as one function.
"""

import asyncio
import hmac
import time

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from shared.contracts.errors import ErrorCode
from shared.service.errors import ServiceError, send_error
from shared.service.kit import Kit
from shared.service.logs import get_logger
from shared.span import Span, entered

log = get_logger(__name__)

#: Answered without a key, while draining and without counting as work: who asks is a load balancer or Prometheus.
OPEN_PATHS = frozenset({"/health", "/ready", "/metrics"})
HUNG_UP = 499  # nginx's number for "client closed request": never sent, only counted


class Doorway:
    def __init__(self, app: ASGIApp, kit: Kit) -> None:
        self._app = app
        self._kit = kit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            await _Visit(self._app, self._kit, scope, receive, send).run()
        elif scope["type"] == "websocket":
            await self._socket(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    async def _socket(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = Headers(scope=scope)
        refused = _refusal(self._kit, headers, scope["path"])
        if refused is not None:
            await receive()  # the connect message
            await send({"type": "websocket.close", "code": 1008, "reason": refused.message[:120]})
            return
        span = Span.begin(headers.get("traceparent"), headers.get("x-request-id"))
        self._kit.closing.in_flight += 1
        try:
            with entered(span):
                await self._app(scope, receive, send)
        finally:
            self._kit.closing.in_flight -= 1


class _Visit:
    """One request from the first byte in to the last byte out."""

    def __init__(self, app: ASGIApp, kit: Kit, scope: Scope, receive: Receive, send: Send) -> None:
        self._app, self._kit, self._scope = app, kit, scope
        self._receive_raw, self._send_raw = receive, send
        self._headers = Headers(scope=scope)
        self._span = Span.begin(self._headers.get("traceparent"), self._headers.get("x-request-id"))
        self._status = 0
        self._body_seen = 0
        self._body_done = False
        self._hung_up = asyncio.Event()
        self._finished = False
        self._watcher: asyncio.Task[None] | None = None
        self._deadline: asyncio.Timeout | None = None

    async def run(self) -> None:
        task = asyncio.current_task()
        assert task is not None
        work = self._scope["path"] not in OPEN_PATHS
        if work:
            self._kit.closing.in_flight += 1
            self._kit.metrics.in_flight.inc()
        with entered(self._span):
            try:
                await self._answer()
            except asyncio.CancelledError:
                if not self._hung_up.is_set():
                    raise
                task.uncancel()
                self._status = HUNG_UP
                self._kit.metrics.hang_ups.inc()
            finally:
                if self._watcher is not None:
                    self._watcher.cancel()
                if work:
                    self._kit.closing.in_flight -= 1
                    self._kit.metrics.in_flight.dec()
                self._record(quiet=not work)

    async def _answer(self) -> None:
        try:
            refused = _refusal(self._kit, self._headers, self._scope["path"])
            if refused is not None:
                raise refused
            self._check_declared_length()
            seconds = self._timeout_s()
            self._span.deadline = time.monotonic() + seconds
            async with asyncio.timeout(seconds) as self._deadline:
                await self._app(self._scope, self._receive, self._send)
        except ServiceError as error:
            await self._refuse(error)
        except TimeoutError:
            if self._deadline is None or not self._deadline.expired():
                await self._fail()
            else:
                await self._refuse(
                    ServiceError(ErrorCode.DEADLINE_EXCEEDED, "The answer was not ready in time.", param="X-Timeout-Ms")
                )
        except Exception:  # noqa: BLE001 - the last door: whatever happened, the client gets the envelope
            await self._fail()

    async def _fail(self) -> None:
        log.error("request_failed", route=self._route, exc_info=True)
        await self._refuse(ServiceError(ErrorCode.INTERNAL, "The server made a mistake; its log has the details."))

    async def _refuse(self, error: ServiceError) -> None:
        self._kit.metrics.rejections.labels(error.code.value).inc()
        self._deadline = None  # its block is left already
        if self._status == 0:
            await send_error(self._send, error)
        else:
            # Too late for an envelope: the answer has begun. Ending it without its last chunk tells the client.
            log.warning("stream_cut", route=self._route, code=error.code.value)
            raise _Cut from error

    def _check_declared_length(self) -> None:
        declared = self._headers.get("content-length", "")
        if declared.isdigit() and int(declared) > self._kit.settings.max_body_bytes:
            raise self._too_large()

    def _too_large(self) -> ServiceError:
        most = self._kit.settings.max_body_bytes
        return ServiceError(
            ErrorCode.BODY_TOO_LARGE,
            f"The request body is larger than {most} bytes.",
            headers={"Connection": "close"},
        )

    def _timeout_s(self) -> float:
        asked = self._headers.get("x-timeout-ms")
        if asked is None:
            return self._kit.settings.default_timeout_ms / 1000
        if not (asked.isascii() and asked.isdigit() and 0 < len(asked) < 10 and int(asked) > 0):
            raise ServiceError(
                ErrorCode.INVALID_FIELD,
                "X-Timeout-Ms must be a whole number of milliseconds.",
                param="X-Timeout-Ms",
            )
        return min(int(asked), self._kit.settings.max_timeout_ms) / 1000

    async def _receive(self) -> Message:
        if self._body_done:
            await self._hung_up.wait()
            return {"type": "http.disconnect"}
        message = await self._receive_raw()
        if message["type"] == "http.disconnect":
            self._hung_up.set()
            raise asyncio.CancelledError
        self._body_seen += len(message.get("body", b""))
        if self._body_seen > self._kit.settings.max_body_bytes:
            raise self._too_large()
        if not message.get("more_body", False):
            self._body_done = True
            self._watcher = asyncio.create_task(self._watch(asyncio.current_task()))
        return message

    async def _watch(self, visitor: "asyncio.Task[object] | None") -> None:
        """The body is in; the next thing the client can say is goodbye."""
        message = await self._receive_raw()
        # The server also says "disconnect" once an answer is complete; that is no hang-up.
        if message["type"] == "http.disconnect" and not self._finished:
            self._hung_up.set()
            if visitor is not None:
                visitor.cancel()

    async def _send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._status = message["status"]
            if self._deadline is not None:
                self._deadline.reschedule(None)  # a deadline is for the first byte; streams may run on
            headers = MutableHeaders(scope=message)
            headers["X-Request-ID"] = self._span.request_id
            headers["traceparent"] = self._span.traceparent
            headers["Server-Timing"] = self._span.server_timing()
        elif message["type"] == "http.response.body" and not message.get("more_body", False):
            self._finished = True
        await self._send_raw(message)

    @property
    def _route(self) -> str:
        # The template, never the raw path: a label per unknown path would be a memory leak anyone can feed.
        return getattr(self._scope.get("route"), "path", "unmatched")

    def _record(self, *, quiet: bool) -> None:
        took_ms = self._span.elapsed_ms
        metrics = self._kit.metrics
        route, status = self._route, str(self._status or HUNG_UP)
        metrics.requests.labels(self._scope["method"] if route != "unmatched" else "-", route, status).inc()
        metrics.latency.labels(route).observe(took_ms / 1000)
        for stage, ms in self._span.stages.items():
            metrics.stage_latency.labels(stage).observe(ms / 1000)
        if not quiet:
            log.info(
                "request",
                method=self._scope["method"],
                route=route,
                status=int(status),
                ms=round(took_ms, 2),
                trace_id=self._span.trace_id,
                request_id=self._span.request_id,
                stages={name: round(ms, 2) for name, ms in self._span.stages.items()},
            )


class _Cut(Exception):
    """Ends a response that has begun and cannot be finished; the server closes the connection."""


def _refusal(kit: Kit, headers: Headers, path: str) -> ServiceError | None:
    if path in OPEN_PATHS:
        return None
    key = kit.settings.api_key
    if key is not None:
        scheme, _, given = headers.get("authorization", "").partition(" ")
        expected = key.get_secret_value().encode()
        if scheme.lower() != "bearer" or not hmac.compare_digest(given.strip().encode(), expected):
            return ServiceError(
                ErrorCode.UNAUTHORIZED,
                "This server needs its key: send 'Authorization: Bearer <key>'.",
                headers={"WWW-Authenticate": "Bearer"},
            )
    if kit.closing.refusing:
        return ServiceError(
            ErrorCode.DRAINING,
            "The server is shutting down; ask another one.",
            retry_after_s=2,
            headers={"Connection": "close"},
        )
    return None
