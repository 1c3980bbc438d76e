"""Putting an end to tasks. For good: a library in the middle of a connection may swallow one cancellation."""

import asyncio
from typing import Any

#: What a task may take to put things away before it is told again.
PATIENCE_S = 1.0


async def ended(*tasks: "asyncio.Task[Any]") -> None:
    """Returns when every one of them is over, however it ended."""
    going_on = set(tasks)
    while going_on:
        for task in going_on:
            task.cancel()
        _, going_on = await asyncio.wait(going_on, timeout=PATIENCE_S)
    await asyncio.gather(*tasks, return_exceptions=True)  # what they raised has been looked at
