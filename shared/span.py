"""A turn is a span with stages: one trace id, and the milliseconds of each stage.

`current_span()` is the request being answered; `span.stage("infer")` times a part of it. What becomes of the numbers
(`Server-Timing`, metrics, log line) is decided at the doorway.
"""

import re
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

TRACEPARENT = re.compile(r"^[0-9a-f]{2}-(?P<trace>[0-9a-f]{32})-(?P<span>[0-9a-f]{16})-(?P<flags>[0-9a-f]{2})")
_PRINTABLE = re.compile(r"[^\x21-\x7e]")


@dataclass(slots=True)
class Span:
    trace_id: str = field(default_factory=lambda: secrets.token_hex(16))
    span_id: str = field(default_factory=lambda: secrets.token_hex(8))
    flags: str = "01"
    request_id: str = ""
    started: float = field(default_factory=time.perf_counter)
    #: Absolute, on the clock of `time.monotonic`; None means no deadline.
    deadline: float | None = None
    stages: dict[str, float] = field(default_factory=dict)

    @classmethod
    def begin(cls, traceparent: str | None, request_id: str | None) -> "Span":
        span = cls()
        if traceparent and (match := TRACEPARENT.match(traceparent)) and match["trace"].strip("0"):
            span.trace_id = match["trace"]
            span.flags = match["flags"]
        # Echoed into a header and the log, so nothing but printable ASCII of sane length goes through.
        span.request_id = _PRINTABLE.sub("", request_id or "")[:128] or span.trace_id
        return span

    @property
    def traceparent(self) -> str:
        return f"00-{self.trace_id}-{self.span_id}-{self.flags}"

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        before = time.perf_counter()
        try:
            yield
        finally:
            self.add(name, (time.perf_counter() - before) * 1000)

    def add(self, name: str, milliseconds: float) -> None:
        self.stages[name] = self.stages.get(name, 0.0) + milliseconds

    @property
    def elapsed_ms(self) -> float:
        return (time.perf_counter() - self.started) * 1000

    @property
    def remaining_s(self) -> float | None:
        return None if self.deadline is None else self.deadline - time.monotonic()

    def server_timing(self) -> str:
        parts = [f"{name};dur={ms:.2f}" for name, ms in self.stages.items()]
        return ", ".join([*parts, f"total;dur={self.elapsed_ms:.2f}"])


_current: ContextVar[Span | None] = ContextVar("sous_span", default=None)


def current_span() -> Span:
    """The request being answered; outside one (a test, a background task) a fresh span nobody reads."""
    return _current.get() or Span()


@contextmanager
def entered(span: Span) -> Iterator[Span]:
    token = _current.set(span)
    try:
        yield span
    finally:
        _current.reset(token)
