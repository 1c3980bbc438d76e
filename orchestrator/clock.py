"""The two clocks: the one on the wall, and one that stands still until it is told to move.

Timers are kept as wall-clock deadlines, so that they survive a restart. A wall clock can be set, though; `WallClock`
notices (against a clock nobody can set) and tells by how much, so that a running timer keeps its remaining time.
"""

import time
from typing import Protocol

#: A wall clock drifts by milliseconds and is slewed by NTP; a difference beyond this is a clock that was set.
JUMP_S = 2.0


class Clock(Protocol):
    def now(self) -> float:
        """Seconds since 1970."""
        ...

    def jumped(self) -> float:
        """How many seconds the wall clock was set forward (or back, negative) since the last call; mostly 0."""
        ...


def _steady() -> float:
    """Seconds that nobody can set, a sleeping machine included where the system can tell."""
    boot = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if boot is None else time.clock_gettime(boot)


class WallClock:
    def __init__(self) -> None:
        self._ahead = time.time() - _steady()
        # Without a clock that counts sleep, a jump forward may be a lid that was closed: leave those alone.
        self._counts_sleep = hasattr(time, "CLOCK_BOOTTIME")

    def now(self) -> float:
        return time.time()

    def jumped(self) -> float:
        ahead = time.time() - _steady()
        jump = ahead - self._ahead
        if abs(jump) < JUMP_S:
            return 0.0
        self._ahead = ahead
        return jump if self._counts_sleep or jump < 0 else 0.0


class VirtualClock:
    """Begins at a fixed moment, so that two runs of one conversation are the same to the last digit."""

    def __init__(self, start: float = 1_767_225_600.0) -> None:  # 2026-01-01 00:00 UTC
        self._now = start

    def now(self) -> float:
        return self._now

    def jumped(self) -> float:
        return 0.0

    def set(self, moment: float) -> None:
        self._now = moment
