"""What Prometheus sees of a service. One registry an app, so that tests can build many in one process."""

from typing import TYPE_CHECKING

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    generate_latest,
)

from shared.contracts.health import HealthStatus
from shared.service.targets import Targets

if TYPE_CHECKING:
    from shared.service.ladder import Report

# Around the targets: a command is understood in 1-2 ms, the first audio is due after 5-15 ms, a turn in 500 ms.
BUCKETS = (0.001, 0.002, 0.005, 0.01, 0.015, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 1.5, 2.5, 5.0, 10.0, 30.0)


class Metrics:
    content_type = CONTENT_TYPE_LATEST

    def __init__(self, service: str, version: str) -> None:
        self.registry = CollectorRegistry()
        self.requests = Counter(
            "sous_requests", "Requests answered.", ["method", "route", "status"], registry=self.registry
        )
        self.latency = Histogram(
            "sous_request_seconds",
            "From request to last byte.",
            ["route"],
            buckets=BUCKETS,
            registry=self.registry,
        )
        self.stage_latency = Histogram(
            "sous_stage_seconds", "Time in each stage.", ["stage"], buckets=BUCKETS, registry=self.registry
        )
        self.in_flight = Gauge("sous_in_flight", "Requests being answered now.", registry=self.registry)
        self.queue_depth = Gauge("sous_queue_depth", "Requests waiting for a worker.", registry=self.registry)
        self.rejections = Counter(
            "sous_rejections", "Requests refused, by error code.", ["reason"], registry=self.registry
        )
        self.hang_ups = Counter("sous_hang_ups", "Clients that left before the answer.", registry=self.registry)
        self.engine = Gauge(
            "sous_engine_info",
            "1 for the engine that is serving.",
            ["engine", "model", "device"],
            registry=self.registry,
        )
        self.engine_steps = Counter(
            "sous_engine_steps", "Changes of engine.", ["direction", "engine"], registry=self.registry
        )
        self.breaker = Gauge(
            "sous_breaker_state", "0 closed, 1 half open, 2 open.", ["upstream"], registry=self.registry
        )
        self.status = Gauge(
            "sous_status", "1 for what /health says at this moment.", ["status"], registry=self.registry
        )
        self.promised_latency = Gauge(
            "sous_slo_p95_seconds",
            "Promised: 95 of 100 requests to this route are answered within.",
            ["route"],
            registry=self.registry,
        )
        self.promised_failures = Gauge(
            "sous_slo_failure_ratio", "Promised: no larger share of requests fails.", registry=self.registry
        )
        build = Gauge("sous_build_info", "Always 1.", ["service", "version"], registry=self.registry)
        build.labels(service, version).set(1)

    def promise(self, targets: Targets) -> None:
        self.promised_latency.labels(targets.route).set(targets.p95_s)
        self.promised_failures.set(targets.failure_ratio)

    def standing(self, report: "Report") -> None:
        """How the service is, as seen when it is asked for its page."""
        for status in HealthStatus:
            self.status.labels(status.value).set(status is report.status)

    def engine_changed(self, direction: str, report: "Report") -> None:
        """For a ladder's `on_change`."""
        self.engine.clear()
        if report.engine:
            self.engine.labels(report.engine, report.model, report.device).set(1)
        self.engine_steps.labels(direction, report.engine).inc()

    def page(self) -> bytes:
        return generate_latest(self.registry)
