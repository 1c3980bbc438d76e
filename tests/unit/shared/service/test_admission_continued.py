"""The rest of an answer that has begun waits behind everyone's first words, but is never refused."""

import asyncio

import pytest

from shared.service.admission import Admission, Priority
from shared.service.errors import ServiceError


async def test_never_refused_and_after_everyones_first_words() -> None:
    line = Admission(workers=1, queue_size=1)
    served: list[str] = []
    open_gate = asyncio.Event()

    async def take(name: str, priority: Priority) -> None:
        async with line.place(priority):
            served.append(name)
            if name == "holder":
                await open_gate.wait()

    holder = asyncio.create_task(take("holder", Priority.INTERACTIVE))
    await asyncio.sleep(0)
    prefetch = asyncio.create_task(take("prefetch", Priority.BATCH))
    await asyncio.sleep(0)
    with pytest.raises(ServiceError) as refused:
        await take("one too many", Priority.INTERACTIVE)
    assert refused.value.status_code == 429
    rest = asyncio.create_task(take("rest of an answer", Priority.CONTINUED))
    await asyncio.sleep(0)
    open_gate.set()
    await asyncio.gather(holder, prefetch, rest)
    assert served == ["holder", "rest of an answer", "prefetch"]
    line.close()
