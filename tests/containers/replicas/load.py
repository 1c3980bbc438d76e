"""A steady load of mixed requests, begun on time whether or not earlier ones have been answered."""

import asyncio
import itertools
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TypeVar

import httpx

from tests.containers.house import House

T = TypeVar("T")


@dataclass(slots=True)
class Tally:
    answered: Counter[str] = field(default_factory=Counter)
    failed: list[str] = field(default_factory=list)
    ms: list[float] = field(default_factory=list)
    #: Refused with 429 and asked again after the time the answer named, as every client of ours does.
    again: int = 0

    def __str__(self) -> str:
        took = sorted(self.ms)
        at = {q: took[min(len(took) - 1, int(len(took) * q))] for q in (0.5, 0.95, 0.99)} if took else {}
        figures = ", ".join(f"p{round(q * 100)} {ms:.0f} ms" for q, ms in at.items())
        worst = f", slowest {took[-1]:.0f} ms" if took else ""
        return f"{sum(self.answered.values())} answered {dict(self.answered)}, {len(self.failed)} failed, {self.again} asked again; {figures}{worst}"


async def under_load(house: House, rate: float, sound: bytes, work: Callable[[], T]) -> tuple[T, Tally]:
    """Run blocking `work` while `rate` requests a second arrive: 13 of 20 classify, six speak, one listens.

    A 429 is no lost request: the queue is bounded, and on a crowded machine it fills up.
    """
    tally = Tally()
    addresses = {name: reached.url for name, reached in house.reached.items()}
    limits = httpx.Limits(max_connections=200, max_keepalive_connections=50)
    async with httpx.AsyncClient(timeout=20, limits=limits, trust_env=False) as web:

        def asking(number: int) -> tuple[str, Callable[[], Awaitable[httpx.Response]]]:
            turn = number % 20
            if turn % 3 == 0 and turn < 18:  # a sentence nobody has said before: no phrase cache helps
                text = {"text": f"{number}번째 접시에 간장을 두 큰술 넣어요."}
                return "tts", lambda: web.post(f"{addresses['tts']}/synthesize", json=text)
            if turn == 19:
                wav = {"content-type": "audio/wav"}
                return "stt", lambda: web.post(f"{addresses['stt']}/transcribe", content=sound, headers=wav)
            text = {"text": f"{number % 50 + 1}분 타이머 맞춰줘", "current_step": "양파를 볶아주세요"}
            return "llm", lambda: web.post(f"{addresses['llm']}/classify", json=text)

        async def one(number: int) -> None:
            service, ask = asking(number)
            began = time.monotonic()
            try:
                response = await ask()
                for _ in range(5):
                    if response.status_code != 429:
                        break
                    tally.again += 1
                    await asyncio.sleep(int(response.headers["Retry-After"]))
                    response = await ask()
            except httpx.HTTPError as error:
                tally.failed.append(f"{service} #{number}: {type(error).__name__} {error}")
                return
            if response.status_code != 200:
                tally.failed.append(f"{service} #{number}: {response.status_code} {response.text[:200]}")
                return
            tally.answered[service] += 1
            tally.ms.append((time.monotonic() - began) * 1000)

        working = asyncio.create_task(asyncio.to_thread(work))
        asked: set[asyncio.Task[None]] = set()
        began = time.monotonic()
        for number in itertools.count():
            if working.done():
                break
            task = asyncio.create_task(one(number))
            asked.add(task)
            task.add_done_callback(asked.discard)
            await asyncio.sleep(max(0.0, began + (number + 1) / rate - time.monotonic()))
        await asyncio.gather(*asked)
        return await working, tally
