"""Server-sent events, read line by line from a response that is still arriving."""

from collections.abc import AsyncGenerator
from dataclasses import dataclass

import httpx


@dataclass(frozen=True, slots=True)
class ServerEvent:
    name: str
    data: str


async def events(response: httpx.Response) -> AsyncGenerator[ServerEvent, None]:
    name, data = "message", list[str]()
    async for line in response.aiter_lines():
        if not line:
            if data:
                yield ServerEvent(name, "\n".join(data))
            name, data = "message", []
        elif line.startswith("event:"):
            name = line[6:].strip()
        elif line.startswith("data:"):
            data.append(line[5:].removeprefix(" "))
        # Lines that start with a colon are pings that keep the connection open.
