"""Which content types a JSON endpoint takes.

`curl -d '{...}'` says "application/x-www-form-urlencoded" without being asked, and everyone's first request to a server
is that line; so it is read as the JSON it is. Anything else that isn't JSON is refused with 415.
"""

from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import Request, Response
from fastapi.routing import APIRoute
from starlette.datastructures import Headers

from shared.contracts.errors import ErrorCode
from shared.service.errors import ServiceError

_CURLS_DEFAULT = "application/x-www-form-urlencoded"


class JsonRoute(APIRoute):
    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        handle = super().get_route_handler()

        async def checked(request: Request) -> Response:
            if request.method in ("POST", "PUT", "PATCH"):
                _as_json(request)
            return await handle(request)

        return checked


def _as_json(request: Request) -> None:
    # Read from the scope, because Request caches the headers it has once shown.
    kind = Headers(scope=request.scope).get("content-type", "").partition(";")[0].strip().lower()
    if kind == "application/json" or kind.endswith("+json"):
        return
    if kind not in ("", _CURLS_DEFAULT):
        raise ServiceError(
            ErrorCode.UNSUPPORTED_MEDIA_TYPE, "This address takes JSON: send Content-Type: application/json."
        )
    others = [pair for pair in request.scope["headers"] if pair[0] != b"content-type"]
    request.scope["headers"] = [*others, (b"content-type", b"application/json")]
