"""How quick the cooking session is: making one, deciding a turn, a turn through real HTTP, many sessions at once.

    python -m benchmarks.session [--url http://127.0.0.1:8013] [--turns 400]

Without --url it starts a language service of its own on a free port and stops it at the end.
"""

import argparse
import asyncio
import contextlib
import gc
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import tracemalloc
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from orchestrator.cooking_session import CookingSession
from orchestrator.session.action import Action, Slots, Utterance
from orchestrator.session.turn import take_turn
from orchestrator.settings import OrchestratorSettings
from shared.kitchen.intents import Intent
from shared.kitchen.language import Language

SAID = (
    "다음",
    "국간장 얼마나 넣어?",
    "이전",
    "재료",
    "다시",
    "얼마나 끓여?",
    "타이머 시작",
    "얼마나 남았어?",
    "타이머 취소",
    "되돌려",
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--url", help="a running language service; default: one of our own")
    parser.add_argument("--turns", type=int, default=400)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, service(options.url) as url:
        settings = OrchestratorSettings(home=Path(folder), llm_url=url)
        construction(settings)
        core(settings, options.turns * 5)
        asyncio.run(through_http(settings, options.turns))
        asyncio.run(many_at_once(settings, sessions=200, turns=10))
        memory(settings, sessions=200)
    return 0


def construction(settings: OrchestratorSettings) -> None:
    def once() -> None:
        CookingSession(settings).close()

    once()
    report("CookingSession()", [timed(once) for _ in range(100)], goal="median <= 5 ms")


def core(settings: OrchestratorSettings, turns: int) -> None:
    session = CookingSession(settings, remember=False)
    session.open(session.recipe("kimchi-jjigae"))
    state, now = session.state, time.time()
    intents = [
        Intent.NEXT_STEP,
        Intent.INGREDIENT_AMOUNT,
        Intent.SET_TIMER,
        Intent.PREVIOUS_STEP,
        Intent.UNDO,
        Intent.LIST_INGREDIENTS,
    ]
    took = []
    gc.collect()
    for turn in range(turns):
        text = "국간장 얼마나?" if intents[turn % 6] is Intent.INGREDIENT_AMOUNT else ""
        slots = Slots(duration_s=600) if intents[turn % 6] is Intent.SET_TIMER else Slots()
        utterance = Utterance(text, (Action(intents[turn % 6], slots, text, Language.KO),), Language.KO)
        began = time.perf_counter()
        state = take_turn(state, utterance, now + turn).state
        took.append((time.perf_counter() - began) * 1000)
    report("pure core, one turn", took, goal="p99 <= 1 ms")


async def through_http(settings: OrchestratorSettings, turns: int) -> None:
    session = CookingSession(settings)
    session.open(session.recipe("kimchi-jjigae"))
    for text in SAID:
        await session.handle_text(text)
    for said in (("다음", "이전"), SAID):
        took = []
        for turn in range(turns):
            began = time.perf_counter()
            reply = await session.handle_text(said[turn % len(said)])
            took.append((time.perf_counter() - began) * 1000)
            assert not reply.degraded, "the language service is away"
        report(f"handle_text {'다음/이전' if len(said) == 2 else 'ten kinds'}, HTTP + fsync", took, goal="p95 <= 10 ms")
    await session.aclose()


async def many_at_once(settings: OrchestratorSettings, sessions: int, turns: int) -> None:
    """Cooks don't talk in step: each says something every two seconds or so, all in one process."""
    cooks = [CookingSession(settings) for _ in range(sessions)]
    for cook in cooks:
        cook.open(cook.recipe("kimchi-jjigae"))
    took: list[float] = []

    async def cooking(number: int, cook: CookingSession) -> None:
        await asyncio.sleep(2 * number / sessions)
        for turn in range(turns):
            began = time.perf_counter()
            await cook.handle_text(SAID[(number + turn) % len(SAID)])
            took.append((time.perf_counter() - began) * 1000)
            await asyncio.sleep(max(0.0, 2 - (time.perf_counter() - began)))

    await asyncio.gather(*(cooking(number, cook) for number, cook in enumerate(cooks)))
    report(f"{sessions} sessions at once, {sessions // 2} turns a second", took, goal="p95 <= 50 ms")
    for cook in cooks:
        await cook.aclose()


def memory(settings: OrchestratorSettings, sessions: int) -> None:
    """What Python holds for each; the pages of the process say too little about 200 small things."""
    first = CookingSession(settings)
    first.open(first.recipe("kimchi-jjigae"))
    tracemalloc.start()
    before, _ = tracemalloc.get_traced_memory()
    kept = []
    for _ in range(sessions):
        session = CookingSession(settings)
        session.open(session.recipe("kimchi-jjigae"))
        kept.append(session)
    gc.collect()
    after, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    each = (after - before) / sessions / 1024
    print(f"{'memory of an idle session':<44} {each:8.1f} kB   goal: <= 200 kB")
    for session in (first, *kept):
        session.close()


def timed(work: object) -> float:
    began = time.perf_counter()
    work()  # type: ignore[operator]
    return (time.perf_counter() - began) * 1000


def report(name: str, took: list[float], goal: str) -> None:
    took = sorted(took)
    p95, p99 = took[int(len(took) * 0.95)], took[int(len(took) * 0.99)]
    print(f"{name:<44} p50 {statistics.median(took):7.2f}  p95 {p95:7.2f}  p99 {p99:7.2f} ms   goal: {goal}")


@contextlib.contextmanager
def service(url: str | None) -> Iterator[str]:
    if url is not None:
        yield url
        return
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "services.llm", "--port", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        address = f"http://127.0.0.1:{port}"
        plain = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        for _ in range(300):
            try:
                plain.open(f"{address}/ready", timeout=1).close()
                break
            except (urllib.error.URLError, OSError):
                time.sleep(0.1)
        yield address
    finally:
        process.terminate()
        process.wait(15)


if __name__ == "__main__":
    sys.exit(main())
