"""Whatever goes on when the cook leaves comes to an end."""

import asyncio

from orchestrator.voice.ending import ended
from tests.unit.orchestrator.voice import virtual_time


async def deaf_at_first(times: int) -> None:
    """Like a library that takes a cancellation for a failed connection, and tries again."""
    while True:
        try:
            await asyncio.sleep(3600)
        except asyncio.CancelledError:
            times -= 1
            if times < 0:
                raise


def test_a_task_that_swallows_its_cancellation_is_told_again() -> None:
    async def story() -> list[bool]:
        tasks = [asyncio.create_task(deaf_at_first(times)) for times in (0, 1, 2)]
        await asyncio.sleep(1)
        await ended(*tasks)
        return [task.cancelled() for task in tasks]

    assert virtual_time.run(story()) == [True, True, True]


def test_nothing_to_end_is_no_trouble() -> None:
    virtual_time.run(ended())
