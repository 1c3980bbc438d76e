"""`/v1/chat/completions` and `/v1/models`: the model server's own API, for clients that speak OpenAI's.

Two addresses and no more: a model server has others (loading adapters, sleeping) that nobody outside may reach. Bytes
go
through as they are, both ways; only a `max_tokens` above the cap is lowered, and requests with vLLM's removed
`guided_*` fields are refused, because vLLM would answer 200 and ignore them. Plain ASGI over aiohttp: this path is
measured in tenths of a millisecond.
"""

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from starlette.datastructures import Headers
from starlette.middleware import Middleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from services.llm.minds import Minds
from services.llm.settings import LlmSettings
from shared.contracts.errors import ErrorCode
from shared.service.errors import ServiceError
from shared.service.kit import Kit
from shared.service.logs import get_logger

if TYPE_CHECKING:
    import aiohttp

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
#: Of the upstream's answer, what is about its body; the rest belongs to that one connection.
_KEPT: Final = frozenset({"content-type", "content-encoding", "retry-after", "cache-control"})
_PER_HOST: Final = 256
#: A reply of known length below this is passed on in one piece; anything else as it comes.
_LARGE: Final = 1_000_000


class PassThrough:
    """An ASGI application for one address of the model server."""

    def __init__(self, kit: Kit, settings: LlmSettings, upstream: "Upstream", method: str, path: str) -> None:
        self._kit = kit
        self._settings = settings
        self._upstream = upstream
        self._method = method
        self.path = path

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        body = await _body(receive)
        if self._method == "POST":
            body = self._checked(body)
        if self._settings.base_url is None:
            raise ServiceError(
                ErrorCode.ENGINE_FAILED,
                "No model server is configured: start one and set LLM_BASE_URL (e.g. http://127.0.0.1:5000/v1).",
            )
        await self._forward(Headers(scope=scope), body, send)

    def _checked(self, body: bytes) -> bytes:
        try:
            request = json.loads(body)
        except ValueError as error:
            raise ServiceError(ErrorCode.MALFORMED_REQUEST, "The request body is not valid JSON.") from error
        if not isinstance(request, dict):
            raise ServiceError(ErrorCode.INVALID_FIELD, "The request body must be a JSON object.")
        for name in request:
            if name.startswith("guided_"):
                instead = REMOVED.get(name, "structured_outputs")
                raise ServiceError(
                    ErrorCode.REMOVED_PARAMETER, f"vLLM removed {name!r} and ignores it; use {instead}.", param=name
                )
        most = self._settings.max_tokens
        over = {name: most for name in _CAPPED if _exceeds(request.get(name), most)}
        return json.dumps({**request, **over}, ensure_ascii=False).encode() if over else body

    async def _forward(self, headers: Headers, body: bytes, send: Send) -> None:
        import aiohttp

        sent = {"content-type": headers.get("content-type", "application/json")}
        for name in ("accept", "traceparent"):
            if name in headers:
                sent[name] = headers[name]
        key = self._settings.upstream_key
        if key is not None:
            sent["authorization"] = f"Bearer {key.get_secret_value()}"
        begun = False
        try:
            async with self._upstream.session().request(
                self._method,
                f"{self._upstream.url}{self.path}",
                data=body or None,
                headers=sent,
                allow_redirects=False,
            ) as reply:
                start: Message = {"type": "http.response.start", "status": reply.status, "headers": _headers(reply)}
                if (reply.content_length or _LARGE) < _LARGE:
                    whole = await reply.read()
                    await send(start)
                    await send({"type": "http.response.body", "body": whole, "more_body": False})
                    return
                await send(start)
                begun = True
                async for chunk in reply.content.iter_any():
                    await send({"type": "http.response.body", "body": chunk, "more_body": True})
                await send({"type": "http.response.body", "body": b"", "more_body": False})
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            log.warning("model_server_failed", path=self.path, reason=type(error).__name__, begun=begun)
            if begun:
                await _end_with_error(send)
                return
            if isinstance(error, TimeoutError):
                raise ServiceError(ErrorCode.DEADLINE_EXCEEDED, "The model server did not answer in time.") from error
            raise ServiceError(ErrorCode.UPSTREAM_FAILED, "The model server does not answer.") from error


class Upstream:
    """One pool of connections to the model server, made on first use."""

    def __init__(self, settings: LlmSettings) -> None:
        # The base URL ends in /v1, and so do the addresses of this API.
        self.url = (settings.base_url or "").rstrip("/").removesuffix("/v1")
        self._session: aiohttp.ClientSession | None = None

    def session(self) -> "aiohttp.ClientSession":
        if self._session is None or self._session.closed:
            import aiohttp

            connector = aiohttp.TCPConnector(limit=_PER_HOST, keepalive_timeout=60)
            # No total: streams may run on. The doorway's deadline and the client's patience end them.
            timeout = aiohttp.ClientTimeout(total=None, connect=2.0, sock_connect=1.0)
            self._session = aiohttp.ClientSession(
                connector=connector, timeout=timeout, auto_decompress=False, raise_for_status=False
            )
        return self._session

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()


class Beside:
    """The two addresses, answered beside the framework: its routing would cost as much as all the rest."""

    def __init__(self, app: ASGIApp, lanes: Mapping[tuple[str, str], PassThrough]) -> None:
        self._app = app
        self._lanes = lanes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        lane = self._lanes.get((scope["method"], scope["path"])) if scope["type"] == "http" else None
        if lane is None:
            await self._app(scope, receive, send)
        else:
            scope["route"] = lane  # metrics are labelled with its path
            await lane(scope, receive, send)


def beside(kit: Kit, minds: Minds, settings: LlmSettings) -> Middleware:
    upstream = Upstream(settings)
    minds.on_close(upstream.close)
    places = (("POST", "/v1/chat/completions"), ("GET", "/v1/models"))
    lanes = {(method, path): PassThrough(kit, settings, upstream, method, path) for method, path in places}
    return Middleware(Beside, lanes=lanes)


async def _body(receive: Receive) -> bytes:
    parts = []
    while True:
        message = await receive()
        parts.append(message.get("body", b""))
        if not message.get("more_body", False):
            return b"".join(parts)


def _exceeds(value: object, most: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value > most


def _headers(reply: "aiohttp.ClientResponse") -> list[tuple[bytes, bytes]]:
    kept = [(name.lower().encode(), value.encode()) for name, value in reply.headers.items() if name.lower() in _KEPT]
    if reply.content_length is not None:
        kept.append((b"content-length", str(reply.content_length).encode()))
    return kept


async def _end_with_error(send: Send) -> None:
    """The stream broke upstream. Said in the stream's own form, since its status line has long been sent."""
    error = ServiceError(ErrorCode.UPSTREAM_FAILED, "The model server stopped in the middle of its answer.")
    await send({"type": "http.response.body", "body": b"data: " + error.body() + b"\n\n", "more_body": False})
