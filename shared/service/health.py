"""`/health`, `/ready` and `/metrics`. They read what is known already and never touch an inference thread."""

from typing import Protocol

from fastapi import APIRouter, Response

from shared.contracts.health import Health, HealthStatus, Readiness
from shared.service.kit import VERSION, Kit
from shared.service.ladder import Report


class Reporting(Protocol):
    """Anything that can say how it stands; usually a `Ladder`."""

    def report(self) -> Report: ...


def health_of(kit: Kit, engines: Reporting) -> Health:
    report = engines.report()
    return Health(
        status=report.status,
        model_loaded=report.status.answering,
        service=kit.service,
        engine=report.engine,
        model=report.model,
        device=report.device,
        version=VERSION,
        uptime_s=round(kit.uptime_s, 3),
        detail=report.detail,
    )


def routes(kit: Kit, engines: Reporting) -> APIRouter:
    router = APIRouter(tags=["service"])

    @router.get("/health", responses={503: {"model": Health, "description": "Loading or failed"}})
    async def health(response: Response) -> Health:
        """How the service is. 200 while it answers (also on a fallback), 503 while loading or failed."""
        said = health_of(kit, engines)
        response.status_code = 200 if said.status.answering else 503
        return said

    @router.get("/ready", responses={503: {"model": Readiness, "description": "Not ready"}})
    async def ready(response: Response) -> Readiness:
        """Whether to send work here: weights loaded, warm-up inference done, not shutting down."""
        report = engines.report()
        draining = kit.closing.begun
        is_ready = report.status.answering and not draining
        response.status_code = 200 if is_ready else 503
        detail = "shutting down" if draining else "" if report.status is HealthStatus.HEALTHY else report.detail
        return Readiness(ready=is_ready, status=report.status, draining=draining, detail=detail)

    @router.get("/metrics", response_class=Response, responses={200: {"content": {"text/plain": {}}}})
    async def metrics() -> Response:
        """For Prometheus."""
        kit.metrics.standing(engines.report())
        return Response(kit.metrics.page(), media_type=kit.metrics.content_type)

    return router
