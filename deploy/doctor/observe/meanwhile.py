"""Several questions at once, in threads that nobody has to wait for: one that hangs in a driver hangs alone.

(The threads of an executor are waited for when Python ends, and a process that sleeps in the kernel cannot be killed.)
"""

import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

T = TypeVar("T")


def begin(ask: Callable[[], T]) -> "Future[T]":
    """Start asking; the answer, or the exception, is in the future."""
    future: Future[T] = Future()

    def work() -> None:
        try:
            future.set_result(ask())
        except BaseException as error:  # noqa: BLE001 - it belongs to whoever asks the future
            future.set_exception(error)

    threading.Thread(target=work, daemon=True).start()
    return future


def answered(future: "Future[T]", within_s: float, nothing: T) -> T:
    """The answer, or `nothing` when there is none in time."""
    try:
        return future.result(within_s)
    except TimeoutError:
        return nothing
