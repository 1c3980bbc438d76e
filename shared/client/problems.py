"""What a caller hears when a service doesn't answer as asked."""

from collections.abc import Iterator
from contextlib import contextmanager

from shared.contracts.errors import ErrorCode


class ServiceProblem(Exception):
    def __init__(self, service: str, code: ErrorCode, message: str, *, trace_id: str | None = None) -> None:
        super().__init__(f"{service}: {message}")
        self.service = service
        self.code = code
        self.message = message
        self.trace_id = trace_id


class ServiceUnavailable(ServiceProblem):
    """Not reachable, busy, too slow or broken. Nothing is wrong with the request; go on without the service."""

    def __init__(
        self,
        service: str,
        code: ErrorCode,
        message: str,
        *,
        trace_id: str | None = None,
        retry_after_s: float | None = None,
        counts: bool = True,
    ) -> None:
        super().__init__(service, code, message, trace_id=trace_id)
        self.retry_after_s = retry_after_s
        #: Whether the breaker should hold it against the service: a full queue is no sign of a broken one.
        self.counts = counts


class ServiceRefused(ServiceProblem):
    """The service understood and said no (4xx): asking again would not help."""

    def __init__(
        self, service: str, code: ErrorCode, message: str, *, param: str | None = None, trace_id: str | None = None
    ) -> None:
        super().__init__(service, code, message, trace_id=trace_id)
        self.param = param


@contextmanager
def within_contract(service: str) -> Iterator[None]:
    """Reading an answer: one that breaks the contract (a ValueError) is a broken service, not our bug."""
    try:
        yield
    except ValueError as error:
        raise ServiceUnavailable(
            service, ErrorCode.UPSTREAM_FAILED, "answered with something outside the contract"
        ) from error
