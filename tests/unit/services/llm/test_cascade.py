"""The order of stages with a backend that does what it is told, and a clock nobody waits for."""

import asyncio
import json
from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass, field

import pytest

from services.llm.backends import BackendBusy, BackendFailed
from services.llm.cascade import Cascade
from services.llm.classifier.embedded import Embedded
from services.llm.situation import Situation
from shared.contracts.llm import ChatMessage, Source
from shared.kitchen.intents import Intent
from tests.utterances import UNSURE


@dataclass
class Told:
    reply: str | Exception
    asked: int = 0
    model: str = "told"
    device: str = "cpu"
    remark: str = ""
    within: list[float] = field(default_factory=list)

    def load(self) -> None: ...
    def close(self) -> None: ...
    def self_test(self) -> None: ...

    async def propose(self, messages: Sequence[ChatMessage], within_s: float) -> str:
        self.asked += 1
        self.within.append(within_s)
        assert json.loads(messages[-1].content)["utterance"]
        if isinstance(self.reply, Exception):
            raise self.reply
        return self.reply

    async def answer(self, messages: Sequence[ChatMessage], first_byte_s: float) -> AsyncGenerator[str]:
        yield ""


@dataclass
class MindsWith:
    embedded: Embedded
    told: Told | None
    wanted: bool = True
    failures: list[str] = field(default_factory=list)

    @property
    def lacks_backend(self) -> bool:
        return self.wanted and self.told is None

    def backend(self) -> Told | None:
        return self.told

    def embedded_now(self) -> Embedded:
        return self.embedded

    async def failed(self, backend: Told, reason: str) -> None:
        self.failures.append(reason)


def cascade(
    embedded: Embedded, told: Told | None, *, wanted: bool = True, cache: int = 16
) -> tuple[Cascade, MindsWith]:
    minds = MindsWith(embedded, told, wanted)
    return Cascade(minds, deadline_s=1.5, cache_size=cache), minds  # type: ignore[arg-type]


GOOD = json.dumps({"intent": "repeat_step", "confidence": 0.9, "evidence": "거시기"}, ensure_ascii=False)


async def test_certain_things_are_not_asked(embedded: Embedded) -> None:
    told = Told(GOOD)
    chain, _ = cascade(embedded, told)
    assert (await chain.understand("다음", Situation())).source is Source.COMMAND
    assert (await chain.understand("how much sugar do i need", Situation())).source is Source.CLASSIFIER
    assert told.asked == 0


async def test_unsure_things_are_asked_once_and_remembered(embedded: Embedded) -> None:
    told = Told(GOOD)
    chain, _ = cascade(embedded, told)
    for _ in range(3):
        heard = await chain.understand(UNSURE, Situation())
        assert (heard.actions[0].intent, heard.source, heard.degraded) == (Intent.REPEAT_STEP, Source.LLM, False)
    assert told.asked == 1
    assert told.within == [1.5]


@pytest.mark.parametrize("fault", [BackendFailed("x"), BackendBusy(), "nonsense"])
async def test_a_failing_model_leaves_the_embedded_answer_and_is_not_remembered(
    embedded: Embedded, fault: str | Exception
) -> None:
    told = Told(fault)
    chain, minds = cascade(embedded, told)
    for _ in range(2):
        heard = await chain.understand(UNSURE, Situation())
        assert (heard.actions[0].intent, heard.degraded) == (Intent.OUT_OF_SCOPE, True)
    assert told.asked == 2
    assert bool(minds.failures) is isinstance(fault, BackendFailed)


async def test_degraded_means_that_one_was_wanted(embedded: Embedded) -> None:
    with_none, _ = cascade(embedded, None, wanted=False)
    assert (await with_none.understand(UNSURE, Situation())).degraded is False
    down, _ = cascade(embedded, None, wanted=True)
    assert (await down.understand(UNSURE, Situation())).degraded is True
    assert (await down.understand("다음", Situation())).degraded is False


async def test_the_cache_is_bounded_and_knows_the_state(embedded: Embedded) -> None:
    told = Told(json.dumps({"intent": "question", "confidence": 0.9, "evidence": "왜"}, ensure_ascii=False))
    chain, _ = cascade(embedded, told, cache=2)
    for text in ("왜 볶아?", "왜 끓여?", "왜 식혀?", "왜 볶아?"):
        await chain.understand(text, Situation())
    assert told.asked == 4
    await chain.understand("왜 볶아?", Situation(paused=True))
    assert told.asked == 5


async def test_forty_at_once_do_not_disturb_each_other(embedded: Embedded) -> None:
    chain, _ = cascade(embedded, None, wanted=False)
    heard = await asyncio.gather(*(chain.understand(f"{n}분 타이머", Situation()) for n in range(1, 41)))
    assert [understood.actions[0].slots.duration_s for understood in heard] == [n * 60 for n in range(1, 41)]
