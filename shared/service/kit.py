"""What every part of one running service shares: its settings, metrics, queue and whether it is closing."""

import asyncio
import time
from dataclasses import dataclass, field

from shared.contracts.errors import ErrorCode
from shared.contracts.health import ServiceName
from shared.service.admission import Admission
from shared.service.errors import ServiceError
from shared.service.metrics import Metrics
from shared.service.settings import ServiceSettings
from shared.service.targets import targets

VERSION = "0.1.0"


@dataclass(slots=True)
class Closing:
    """Set by SIGTERM: say so on /ready, then take nothing new, finish what is in flight."""

    draining: asyncio.Event = field(default_factory=asyncio.Event)
    refusing: bool = False  # a load balancer has had its notice (`drain_notice_s`) by then
    in_flight: int = 0

    @property
    def begun(self) -> bool:
        return self.draining.is_set()


class Kit:
    def __init__(self, service: ServiceName, settings: ServiceSettings) -> None:
        self.service = service
        self.settings = settings
        self.metrics = Metrics(service, VERSION)
        self.metrics.promise(targets(service, settings.slo_p95_ms, settings.slo_failure_ratio))
        self.admission = Admission(
            workers=settings.workers,
            queue_size=settings.queue_size,
            metrics=self.metrics,
            name=f"{service}-infer",
        )
        self.closing = Closing()
        self.started = time.monotonic()

    @property
    def uptime_s(self) -> float:
        return time.monotonic() - self.started

    def check_text(self, text: str, param: str = "text", limit: int | None = None) -> str:
        """The text without surrounding space, or a refusal a person understands."""
        most = limit if limit is not None else self.settings.max_text_chars
        if len(text) > most:
            raise ServiceError(
                ErrorCode.TEXT_TOO_LONG,
                f"The text has {len(text)} characters; at most {most} are allowed.",
                param=param,
            )
        stripped = text.strip()
        if not stripped:
            raise ServiceError(ErrorCode.INVALID_FIELD, "The text is empty.", param=param)
        return stripped
