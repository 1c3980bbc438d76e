"""The bounded queue in front of the inference threads.

Work is refused early (429 with an honest `Retry-After`) rather than queued for ever, goes to interactive callers first,
and never runs on the event loop. Work of a client that has hung up is dropped: before it starts if it was waiting,
and a running one is told through its `Cancelled` flag.
"""

import asyncio
import heapq
import itertools
import threading
import time
from collections.abc import AsyncIterator, Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import asynccontextmanager
from enum import IntEnum
from typing import TypeVar

from shared.contracts.errors import ErrorCode
from shared.service.errors import ServiceError
from shared.service.metrics import Metrics
from shared.span import current_span

T = TypeVar("T")


class Priority(IntEnum):
    INTERACTIVE = 0  # a cook is waiting
    CONTINUED = 1  # the rest of an answer that has begun: after everyone's first words, and never refused
    BATCH = 2  # prefetching, files


class Cancelled(threading.Event):
    """Set when nobody waits for the answer any more; long work looks at it between two steps."""


class Admission:
    def __init__(
        self, *, workers: int, queue_size: int, metrics: Metrics | None = None, name: str = "inference"
    ) -> None:
        """`metrics`: only of the queue that the service's gauge is about."""
        self.workers = workers
        self.queue_size = queue_size
        self._threads = ThreadPoolExecutor(workers, thread_name_prefix=name)
        self._free = workers
        self._waiting: list[tuple[int, int, asyncio.Future[None]]] = []
        self._order = itertools.count()
        self._typical_s = 0.05  # moving average of how long a place is held
        if metrics is not None:
            metrics.queue_depth.set_function(lambda: len(self._waiting))

    @property
    def waiting(self) -> int:
        return sum(1 for *_, turn in self._waiting if not turn.done())

    def expected_wait_s(self) -> float:
        busy = self.workers - self._free
        return (self.waiting + busy) * self._typical_s / self.workers

    async def run(
        self,
        work: Callable[[Cancelled], T],
        *,
        stage: str = "infer",
        priority: Priority = Priority.INTERACTIVE,
    ) -> T:
        """Run blocking `work` on an inference thread when its turn comes."""
        async with self.place(priority) as place:
            with current_span().stage(stage):
                return await place.run(work)

    @asynccontextmanager
    async def place(self, priority: Priority = Priority.INTERACTIVE) -> AsyncIterator["Place"]:
        """A place at the stove for several pieces of work (a stream), one after the other."""
        with current_span().stage("queue"):
            await self._take(priority)
        place = Place(self._threads)
        taken = time.monotonic()
        try:
            yield place
        finally:
            # A thread can't be interrupted: the place is free only when the work in it has really ended.
            place.abandon()
            place.when_idle(lambda: self._give_back(time.monotonic() - taken))

    def close(self) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)

    async def _take(self, priority: Priority) -> None:
        if self._free > 0 and not self._waiting:
            self._free -= 1
            return
        if priority is not Priority.CONTINUED:
            self._check_room()
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._waiting, (priority, next(self._order), turn))
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                self._pass_on()  # our turn came in the very moment we left
            else:
                self._waiting = [entry for entry in self._waiting if entry[2] is not turn]
                heapq.heapify(self._waiting)
            raise

    def _check_room(self) -> None:
        wait_s = self.expected_wait_s()
        if self.waiting >= self.queue_size:
            self._refuse(wait_s, f"{self.waiting} requests are waiting already")
        remaining = current_span().remaining_s
        if remaining is not None and wait_s > remaining:
            self._refuse(wait_s, "the wait would be longer than the request's deadline")

    def _refuse(self, wait_s: float, why: str) -> None:
        raise ServiceError(ErrorCode.BUSY, f"Busy: {why}. Try again shortly.", retry_after_s=max(1.0, wait_s))

    def _give_back(self, held_s: float) -> None:
        self._typical_s += 0.1 * (held_s - self._typical_s)
        self._pass_on()

    def _pass_on(self) -> None:
        while self._waiting:
            *_, turn = heapq.heappop(self._waiting)
            if not turn.done():
                turn.set_result(None)
                return
        self._free += 1


class Place:
    def __init__(self, threads: ThreadPoolExecutor) -> None:
        self._threads = threads
        self._loop = asyncio.get_running_loop()
        self._working: Future[object] | None = None
        self.cancelled = Cancelled()

    async def run(self, work: Callable[[Cancelled], T]) -> T:
        future = self._threads.submit(work, self.cancelled)
        self._working = future  # type: ignore[assignment]  # Future is invariant; only its end matters here
        return await asyncio.wrap_future(future)

    def abandon(self) -> None:
        self.cancelled.set()
        if self._working is not None:
            self._working.cancel()

    def when_idle(self, then: Callable[[], None]) -> None:
        if self._working is None or self._working.done():
            then()
        else:
            self._working.add_done_callback(lambda _: self._from_thread(then))

    def _from_thread(self, then: Callable[[], None]) -> None:
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(then)
