"""`create_app`: a service's routes and engines become an HTTP application with the contract all services share."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any, Protocol

from fastapi import APIRouter, FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from shared.contracts.errors import ErrorEnvelope
from shared.service import health
from shared.service.doorway import Doorway
from shared.service.errors import ServiceError, from_http_exception, from_validation_error
from shared.service.kit import VERSION, Kit
from shared.service.ladder import Report
from shared.service.logs import get_logger

log = get_logger(__name__)

#: The answers any endpoint may give besides its own; part of every OpenAPI page.
COMMON_ERRORS: dict[int | str, dict[str, Any]] = {
    status: {"model": ErrorEnvelope, "description": description}
    for status, description in {
        400: "Malformed request",
        401: "No or wrong key",
        404: "Unknown voice, model or address",
        405: "Wrong method",
        413: "Too large",
        415: "Unsupported content type",
        422: "Invalid field",
        429: "Busy, see Retry-After",
        500: "Internal error",
        502: "The model server failed",
        503: "Loading or shutting down",
        504: "Deadline exceeded",
    }.items()
}


class Engines(Protocol):
    async def start(self) -> None: ...
    async def close(self) -> None: ...
    def report(self) -> Report: ...


def create_app(kit: Kit, engines: Engines, routers: Sequence[APIRouter], *, summary: str) -> FastAPI:
    @asynccontextmanager
    async def life(_: FastAPI) -> AsyncIterator[None]:
        # The door opens at once: /health says "loading" instead of refusing connections for seconds.
        starting = asyncio.create_task(engines.start(), name="engines-start")
        starting.add_done_callback(_report_failed_start)
        try:
            yield
        finally:
            starting.cancel()
            await asyncio.gather(starting, return_exceptions=True)
            await engines.close()
            kit.admission.close()

    app = FastAPI(
        title=f"Sous {kit.service.value.upper()}",
        summary=summary,
        version=VERSION,
        lifespan=life,
        redoc_url=None,
    )
    app.state.kit = kit
    app.include_router(health.routes(kit, engines))
    for router in routers:
        app.include_router(router, responses=COMMON_ERRORS)
    app.add_exception_handler(HTTPException, _answer_http_exception)
    app.add_exception_handler(RequestValidationError, _answer_validation_error)
    app.add_middleware(Doorway, kit=kit)
    return app


def _report_failed_start(task: "asyncio.Task[None]") -> None:
    if not task.cancelled() and (error := task.exception()) is not None:
        log.error("engines_failed_to_start", exc_info=error)


def _respond(app_state_kit: Kit, error: ServiceError) -> Response:
    app_state_kit.metrics.rejections.labels(error.code.value).inc()
    return Response(error.body(), error.status_code, error.headers, media_type="application/json")


async def _answer_http_exception(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return _respond(request.app.state.kit, from_http_exception(error))


async def _answer_validation_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    return _respond(request.app.state.kit, from_validation_error(error))
