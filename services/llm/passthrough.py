"""`/v1/chat/completions` and `/v1/models`: the model server's own API, for clients that speak OpenAI's.

Two addresses and no more: a model server has others (loading adapters, sleeping) that nobody outside may reach. Bytes
go through as they are, both ways; only a `max_tokens` above the cap is lowered, and requests with vLLM's removed
`guided_*` fields are refused, because vLLM would answer 200 and ignore them. Plain ASGI beside the framework: this path
is measured in tenths of a millisecond.
"""

import json
from collections.abc import Mapping
from typing import Final

from starlette.middleware import Middleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from services.llm.minds import Minds
from services.llm.settings import LlmSettings
from services.llm.upstream import Connection, Upstream, UpstreamBusy, UpstreamFailed
from shared.contracts.errors import ErrorCode
from shared.service.errors import ServiceError
from shared.service.logs import get_logger
from shared.span import current_span

log = get_logger(__name__)

#: vLLM's fields until 0.11, and where they went.
REMOVED: Final = {
    "guided_json": "response_format (json_schema) or structured_outputs.json",
    "guided_choice": "structured_outputs.choice",
    "guided_regex": "structured_outputs.regex",
    "guided_grammar": "structured_outputs.grammar",
    "guided_decoding_backend": "the server's --structured-outputs-config.backend",
    "guided_whitespace_pattern": "structured_outputs.whitespace_pattern",
}
_CAPPED: Final = ("max_tokens", "max_completion_tokens")
#: Of the caller's headers, what is about the question. Their key is for us, and stays here.
_PASSED_ON: Final = frozenset({b"accept", b"accept-encoding"})


class PassThrough:
    """An ASGI application for one address of the model server."""

    def __init__(self, settings: LlmSettings, upstream: Upstream | None, method: str, path: str) -> None:
        self._most = settings.max_tokens
        self._upstream = upstream
        self._method = method
        self.path = path
        if upstream is not None:
            key = settings.upstream_key
            self._target = method.encode() + b" " + upstream.path + path.removeprefix("/v1").encode()
            self._always = b" HTTP/1.1\r\nhost: " + upstream.host_header
            if method == "POST":  # known to be JSON by then, whatever the caller called it
                self._always += b"\r\ncontent-type: application/json"
            if key is not None:
                self._always += b"\r\nauthorization: Bearer " + key.get_secret_value().encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["method"] != self._method:
            raise ServiceError(
                ErrorCode.METHOD_NOT_ALLOWED, f"This address answers {self._method}.", headers={"Allow": self._method}
            )
        body = await _body(receive)
        if self._method == "POST":
            body = self._checked(body)
        if self._upstream is None:
            raise ServiceError(
                ErrorCode.ENGINE_FAILED,
                "No model server is configured: start one and set LLM_BASE_URL (e.g. http://127.0.0.1:5000/v1).",
            )
        try:
            with current_span().stage("upstream"):
                answer = await self._upstream.ask(self._request(scope, body))
        except UpstreamBusy as error:
            busy = "All connections to the model server are taken. Try again shortly."
            raise ServiceError(ErrorCode.BUSY, busy, retry_after_s=1) from error
        except UpstreamFailed as error:
            log.warning("model_server_failed", path=self.path, reason=str(error), begun=False)
            raise ServiceError(ErrorCode.UPSTREAM_FAILED, f"The model server does not answer: {error}.") from error
        try:
            await self._passed_on(answer, send)
        finally:
            # Also when the caller hangs up: the model server then stops.
            self._upstream.give_back(answer)

    def _checked(self, body: bytes) -> bytes:
        try:
            request = json.loads(body)
        except (ValueError, RecursionError) as error:
            raise ServiceError(ErrorCode.MALFORMED_REQUEST, "The request body is not valid JSON.") from error
        if not isinstance(request, dict):
            raise ServiceError(ErrorCode.INVALID_FIELD, "The request body must be a JSON object.")
        for name in request:
            if name.startswith("guided_"):
                instead = REMOVED.get(name, "structured_outputs")
                raise ServiceError(
                    ErrorCode.REMOVED_PARAMETER, f"vLLM removed {name!r} and ignores it; use {instead}.", param=name
                )
        over = {name: self._most for name in _CAPPED if _exceeds(request.get(name), self._most)}
        return json.dumps({**request, **over}, ensure_ascii=False).encode() if over else body

    def _request(self, scope: Scope, body: bytes) -> bytes:
        query = scope["query_string"]
        parts = [self._target, b"?" + query if query else b"", self._always]
        for name, value in scope["headers"]:
            if name in _PASSED_ON:
                parts += (b"\r\n", name, b": ", value)
        parts += (b"\r\ntraceparent: ", current_span().traceparent.encode())
        parts += (b"\r\ncontent-length: %d\r\n\r\n" % len(body), body) if body else (b"\r\n\r\n",)
        return b"".join(parts)

    async def _passed_on(self, answer: Connection, send: Send) -> None:
        if 300 <= answer.status < 400:
            log.warning("model_server_redirects", path=self.path, status=answer.status)
            raise ServiceError(
                ErrorCode.UPSTREAM_FAILED, "The model server sends us elsewhere (a redirect): correct LLM_BASE_URL."
            )
        start: Message = {"type": "http.response.start", "status": answer.status, "headers": answer.headers}
        await send(start)
        try:
            piece = await answer.read()
            while not answer.finished:
                await send({"type": "http.response.body", "body": piece, "more_body": True})
                piece = await answer.read()
            await send({"type": "http.response.body", "body": piece})
        except UpstreamFailed as error:
            log.warning("model_server_failed", path=self.path, reason=str(error), begun=True)
            broken = ServiceError(ErrorCode.UPSTREAM_FAILED, "The model server stopped in the middle of its answer.")
            if not _is_event_stream(answer):
                raise broken from error
            # Said in the stream's own form, since its status line has long been sent.
            await send({"type": "http.response.body", "body": b"data: " + broken.body() + b"\n\n"})


class Beside:
    """The two addresses, answered beside the framework: its routing would cost as much as all the rest."""

    def __init__(self, app: ASGIApp, lanes: Mapping[str, PassThrough]) -> None:
        self._app = app
        self._lanes = lanes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        lane = self._lanes.get(scope["path"]) if scope["type"] == "http" else None
        if lane is None:
            await self._app(scope, receive, send)
        else:
            scope["route"] = lane  # metrics are labelled with its path
            await lane(scope, receive, send)


def beside(minds: Minds, settings: LlmSettings) -> Middleware:
    upstream = Upstream(settings.base_url) if settings.base_url is not None else None
    if upstream is not None:
        minds.on_close(upstream.close)
    places = (("POST", "/v1/chat/completions"), ("GET", "/v1/models"))
    return Middleware(Beside, lanes={path: PassThrough(settings, upstream, method, path) for method, path in places})


async def _body(receive: Receive) -> bytes:
    message = await receive()
    body: bytes = message.get("body", b"")
    if not message.get("more_body", False):
        return body
    parts = [body]
    while message.get("more_body", False):
        message = await receive()
        parts.append(message.get("body", b""))
    return b"".join(parts)


def _exceeds(value: object, most: int) -> bool:
    """Also 1e9 and "4000": servers that read JSON leniently take those for numbers."""
    if not isinstance(value, (int, float, str)) or isinstance(value, bool):
        return False
    try:
        return float(value) > most
    except (ValueError, OverflowError):
        return isinstance(value, int)


def _is_event_stream(answer: Connection) -> bool:
    return any(name == b"content-type" and value.startswith(b"text/event-stream") for name, value in answer.headers)
