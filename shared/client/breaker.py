"""A circuit breaker: stop asking a server that keeps failing, and send exactly one probe when it may be back.

Our own because the published ones let every waiting caller through when half open and count a cancelled call (a cook
who interrupts) as a failure. Pure but for the clock it is given; safe for one event loop, where nothing can come
between looking at the state and changing it.
"""

import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import IntEnum


class BreakerState(IntEnum):
    """The number is what the metric shows."""

    CLOSED = 0
    HALF_OPEN = 1
    OPEN = 2


@dataclass(frozen=True, slots=True)
class BreakerPolicy:
    window_s: float = 30.0  # older calls are forgotten; three that wait in vain for one answer each must fit in
    minimum_calls: int = 3  # fewer calls than this say nothing
    failure_rate: float = 0.5  # at or above: open
    open_s: float = 1.0  # before the first probe; doubles while probes fail
    open_max_s: float = 15.0
    forget_probe_s: float = 60.0  # a probe that never came back no longer blocks the next one


class BreakerOpen(Exception):
    """Not asked at all. `retry_after_s` is when a probe will be let through."""

    def __init__(self, retry_after_s: float) -> None:
        super().__init__(f"not asked: it keeps failing; next try in {retry_after_s:.1f} s")
        self.retry_after_s = retry_after_s


class Breaker:
    def __init__(
        self,
        policy: BreakerPolicy | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
        on_change: Callable[[BreakerState], None] | None = None,
    ) -> None:
        self._policy = policy or BreakerPolicy()
        self._clock = clock
        self._on_change = on_change or (lambda _state: None)
        self._state = BreakerState.CLOSED
        self._outcomes: deque[tuple[float, bool]] = deque()  # when, and whether it failed
        self._opened_at = 0.0
        self._open_s = self._policy.open_s
        self._probe_since: float | None = None
        self._probe_number = 0
        self._on_change(self._state)

    @property
    def state(self) -> BreakerState:
        if self._state is BreakerState.OPEN and self._clock() - self._opened_at >= self._open_s:
            return BreakerState.HALF_OPEN
        return self._state

    @contextmanager
    def call(self, counts_as_failure: Callable[[BaseException], bool]) -> Iterator[None]:
        """Wrap one attempt. An exception that doesn't count (cancelled, 4xx) says nothing about the server."""
        probe = self._enter()
        try:
            yield
        except BaseException as error:
            if counts_as_failure(error):
                self._failed(probe)
            else:
                self._said_nothing(probe)
            raise
        self._succeeded(probe)

    def _enter(self) -> int | None:
        """None for an ordinary call, the probe's number for the one that may look whether the server is back."""
        now = self._clock()
        state = self.state
        if state is BreakerState.CLOSED:
            return None
        if state is BreakerState.OPEN:
            raise BreakerOpen(self._opened_at + self._open_s - now)
        if self._probe_since is not None and now - self._probe_since < self._policy.forget_probe_s:
            raise BreakerOpen(self._policy.open_s)
        self._change(BreakerState.HALF_OPEN)
        self._probe_since = now
        self._probe_number += 1
        return self._probe_number

    def _succeeded(self, probe: int | None) -> None:
        if probe is None:
            self._note(failed=False)
        elif probe == self._probe_number:
            self._probe_since = None
            self._open_s = self._policy.open_s
            self._outcomes.clear()
            self._change(BreakerState.CLOSED)

    def _failed(self, probe: int | None) -> None:
        now = self._clock()
        if probe is not None:
            if probe == self._probe_number:
                self._open_s = min(self._open_s * 2, self._policy.open_max_s)
                self._open(now)
            return
        if self._state is not BreakerState.CLOSED:
            return  # a straggler from before it opened
        self._note(failed=True)
        failures = sum(failed for _, failed in self._outcomes)
        enough = len(self._outcomes) >= self._policy.minimum_calls
        if enough and failures / len(self._outcomes) >= self._policy.failure_rate:
            self._open(now)

    def _note(self, *, failed: bool) -> None:
        now = self._clock()
        self._outcomes.append((now, failed))
        while now - self._outcomes[0][0] > self._policy.window_s:
            self._outcomes.popleft()

    def _said_nothing(self, probe: int | None) -> None:
        if probe is not None and probe == self._probe_number:
            self._probe_since = None  # the next caller may probe

    def _open(self, now: float) -> None:
        self._opened_at = now
        self._probe_since = None
        self._change(BreakerState.OPEN)

    def _change(self, state: BreakerState) -> None:
        if state is not self._state:
            self._state = state
            self._on_change(state)
