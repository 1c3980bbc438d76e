"""An event loop whose clock jumps to the next thing that is due: half an hour of cooking in the time it takes to decide it.

Nothing really waits. The order of things is the one a real clock would bring about, the same in every run.
"""

import asyncio
import selectors
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


class _Jumping(selectors.DefaultSelector):  # type: ignore[name-defined,misc,valid-type]
    """Instead of waiting for a while, it lets that while have passed."""

    def __init__(self) -> None:
        super().__init__()
        self.passed = 0.0

    def select(self, timeout: float | None = None) -> Any:
        if timeout is None:
            return super().select(5)  # only a thread could still wake us; a test that hangs should say so
        if timeout > 0:
            self.passed += timeout
        return super().select(0)


class VirtualTimeLoop(asyncio.SelectorEventLoop):
    def __init__(self) -> None:
        self._jumping = _Jumping()
        super().__init__(self._jumping)

    def time(self) -> float:
        return self._jumping.passed

    def run_in_executor(self, executor: Any, func: Callable[..., Any], *words: Any) -> "asyncio.Future[Any]":
        """At once, not in a thread: a thread works in real time, and our hours would go by while it writes a file."""
        done = self.create_future()
        try:
            done.set_result(func(*words))
        except Exception as error:  # whatever it is belongs to whoever waits for it
            done.set_exception(error)
        return done


def run(story: Coroutine[Any, Any, T]) -> T:
    with asyncio.Runner(loop_factory=VirtualTimeLoop) as runner:
        return runner.run(story)
