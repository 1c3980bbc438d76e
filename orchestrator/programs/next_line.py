"""The next line of the input, read on a thread that nobody has to wait for.

(The threads of an executor are waited for when the loop ends, and one that sits in a read ends with the input, which
Ctrl-C does not bring about.)
"""

import asyncio
import threading
from contextlib import suppress
from typing import TextIO


async def next_line(lines: TextIO) -> str:
    """Empty at the end of the input."""
    loop = asyncio.get_running_loop()
    arrived: asyncio.Future[str] = loop.create_future()

    def hand_over(line: str) -> None:
        if not arrived.done():
            arrived.set_result(line)

    def read() -> None:
        try:
            line = lines.readline()
        except (OSError, ValueError):
            line = ""  # a terminal that was closed
        with suppress(RuntimeError):  # the loop has ended before the line came
            loop.call_soon_threadsafe(hand_over, line)

    threading.Thread(target=read, daemon=True, name="next line").start()
    return await arrived
