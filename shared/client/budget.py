"""A retry budget: retries may be at most a fifth of the calls, so that a struggling server isn't buried under them."""

import time
from collections.abc import Callable


class RetryBudget:
    """A bucket that every call fills a little and every retry takes one token from."""

    def __init__(
        self,
        *,
        ratio: float = 0.2,
        per_second: float = 0.5,
        most: float = 10.0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._ratio = ratio
        self._per_second = per_second
        self._most = most
        self._clock = clock
        self._tokens = most
        self._at = clock()

    def deposit(self) -> None:
        self._refill()
        self._tokens = min(self._most, self._tokens + self._ratio)

    def withdraw(self) -> bool:
        self._refill()
        if self._tokens < 1.0:
            return False
        self._tokens -= 1.0
        return True

    def _refill(self) -> None:
        now = self._clock()
        self._tokens = min(self._most, self._tokens + (now - self._at) * self._per_second)
        self._at = now
