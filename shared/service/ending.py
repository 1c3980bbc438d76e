"""How a process ends: asked by a signal, told twice by who will not wait, and never held up by a thread of its own.

A thread that loads a model or infers cannot be stopped, and Python waits for its threads: hence the last word here.
"""

import asyncio
import logging
import os
import signal
import threading
from collections.abc import Awaitable
from typing import Final

from shared.service.logs import get_logger

log = get_logger(__name__)

#: For engines and connections to close in, once there is no more work to wait for. With the 30 s of draining it stays
#: below what whoever runs us waits before killing (35 s `make down`, 45 s containers).
PARTING_S: Final = 4.0


class Signals:
    """SIGTERM and Ctrl-C as events: the first asks, the second insists."""

    def __init__(self) -> None:
        self.asked = asyncio.Event()
        self.insisted = asyncio.Event()
        for sign in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(sign, self._arrived)

    def _arrived(self) -> None:
        (self.insisted if self.asked.is_set() else self.asked).set()


async def first_of(*waits: Awaitable[object]) -> None:
    """Until one is over. Tasks go on; what else was waited for is let go of."""
    tasks = {asyncio.ensure_future(wait): wait for wait in waits}
    await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task, wait in tasks.items():
        if task is not wait:
            task.cancel()


def end_within(seconds: float = PARTING_S) -> None:
    """From now on the process has so long to end by itself."""
    last = threading.Timer(seconds, _end)
    last.daemon = True
    last.start()


def _end() -> None:
    held_up_by = [one.name for one in threading.enumerate() if not one.daemon and one is not threading.main_thread()]
    log.warning("ended_without_waiting", threads=held_up_by)
    logging.shutdown()
    os._exit(0)
