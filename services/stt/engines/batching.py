"""One thread owns the model and always takes everything that waits: batches without any added delay.

A request that arrives while the model is idle starts at once; those that arrive during a batch form the next. Knows
nothing of speech: rows go to `decode`, results come back to the threads that wait. Rows run together only when their
`key` is the same; interactive rows before others.
"""

import heapq
import itertools
import threading
from collections.abc import Callable, Hashable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Generic, TypeVar

R = TypeVar("R")
A = TypeVar("A")


class NobodyWaits(Exception):
    """The caller had gone before the row's turn came."""


@dataclass(slots=True)
class Waiting(Generic[R, A]):
    row: R
    key: Hashable
    gone: Callable[[], bool]
    answer: "Future[A]" = field(default_factory=Future)


class Batcher(Generic[R, A]):
    def __init__(self, decode: Callable[[Sequence[R]], Sequence[A]], *, most: int, name: str) -> None:
        self._decode = decode
        self._most = most
        self._queue: list[tuple[int, int, Waiting[R, A]]] = []
        self._order = itertools.count()
        self._changed = threading.Condition()
        self._closed = False
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def ask(self, row: R, key: Hashable, *, priority: int = 0, gone: Callable[[], bool] = lambda: False) -> A:
        """Wait for the answer to one row; raises what decoding it raised."""
        waiting: Waiting[R, A] = Waiting(row, key, gone)
        with self._changed:
            if self._closed:
                raise NobodyWaits("the model has been unloaded")
            heapq.heappush(self._queue, (priority, next(self._order), waiting))
            self._changed.notify()
        return waiting.answer.result()

    def close(self) -> None:
        """Finish the batch in hand, turn the rest away, and give the model back."""
        with self._changed:
            self._closed = True
            self._changed.notify()
        self._thread.join()

    def _run(self) -> None:
        while (batch := self._take()) is not None:
            self._answer(batch)
        for _, _, waiting in self._queue:
            waiting.answer.set_exception(NobodyWaits("the model has been unloaded"))

    def _take(self) -> list[Waiting[R, A]] | None:
        with self._changed:
            self._changed.wait_for(lambda: self._queue or self._closed)
            if self._closed:
                return None
            batch: list[Waiting[R, A]] = []
            others: list[tuple[int, int, Waiting[R, A]]] = []
            while self._queue and len(batch) < self._most:
                entry = heapq.heappop(self._queue)
                waiting = entry[2]
                if waiting.gone():
                    waiting.answer.set_exception(NobodyWaits("the caller has gone"))
                elif not batch or waiting.key == batch[0].key:
                    batch.append(waiting)
                else:
                    others.append(entry)
            for entry in others:
                heapq.heappush(self._queue, entry)
            return batch

    def _answer(self, batch: list[Waiting[R, A]]) -> None:
        if not batch:
            return
        try:
            answered = list(zip(batch, self._decode([waiting.row for waiting in batch]), strict=True))
        except Exception as error:  # noqa: BLE001 - whoever waits must hear of it, whatever it is
            if len(batch) == 1:
                batch[0].answer.set_exception(error)
                return
            # One bad row spoils a whole batch (CTranslate2 raises for all): each alone, so only the bad one fails.
            for waiting in batch:
                self._answer([waiting])
            return
        for waiting, answer in answered:
            waiting.answer.set_result(answer)
