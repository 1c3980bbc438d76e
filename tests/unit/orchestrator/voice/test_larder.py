"""Sentences kept ready: asked for once, kept on disk, and never waited for in vain."""

import asyncio
import gc
from collections.abc import AsyncIterator
from pathlib import Path

import numpy as np
import pytest

from orchestrator.voice.edges import RATE
from orchestrator.voice.larder import Larder, Piece, Sentence, Sound, tidy, without_lead_in
from shared.client.problems import ServiceUnavailable
from shared.contracts.errors import ErrorCode
from shared.kitchen.language import Language
from tests.unit.orchestrator.voice import virtual_time

NEXT = {
    Language.KO: Sentence("2단계. 물을 부어요.", Language.KO),
    Language.EN: Sentence("Step 2. Add water.", Language.EN),
}
ONE = NEXT[Language.KO]


class Voice:
    """Speaks in two pieces; may be away, silent, or stop in the middle."""

    def __init__(self, engine: str = "espeak-ng", *, level: int = 900) -> None:
        self.engine = engine
        self.level = level
        self.away = False
        self.stalls = self.broken = False
        self.asked: list[Sentence] = []

    async def speak(self, sentence: Sentence) -> AsyncIterator[Piece]:
        self.asked.append(sentence)
        await asyncio.sleep(0.01)
        if self.broken:
            raise RuntimeError("scripted")
        if self.away:
            raise ServiceUnavailable("tts", ErrorCode.UPSTREAM_FAILED, "scripted")
        yield Piece(np.full(RATE // 4, self.level, np.int16), self.engine)
        await asyncio.sleep(1000 if self.stalls else 0.01)
        yield Piece(np.full(RATE // 4, self.level, np.int16), self.engine)


async def whole(sound: Sound) -> int:
    return sum([len(chunk) async for chunk in sound.follow()])


@pytest.mark.parametrize("sentence", NEXT.values())
def test_two_who_want_it_hear_one_sound(sentence: Sentence) -> None:
    async def story() -> None:
        voice = Voice()
        larder = Larder(voice, None)
        sounds = [larder.fetch(sentence) for _ in range(2)]
        assert await asyncio.gather(*map(whole, sounds)) == [RATE // 2] * 2
        assert await whole(larder.fetch(sentence)) == RATE // 2
        assert voice.asked == [sentence]
        assert larder.ready(sentence)
        await larder.aclose()

    virtual_time.run(story())


def test_what_was_fetched_ahead_speaks_in_the_next_session_without_a_service(tmp_path: Path) -> None:
    async def story() -> None:
        voice = Voice()
        first = Larder(voice, tmp_path)
        first.prefetch([ONE])
        while not first.ready(ONE):
            await asyncio.sleep(0.1)
        await asyncio.sleep(0.1)
        await first.aclose()
        voice.away = True
        later = Larder(voice, tmp_path)
        assert await whole(later.fetch(ONE)) == RATE // 2
        assert len(voice.asked) == 1
        # In another voice it would be somebody else's: asked first, and only then the old one.
        other = Larder(voice, tmp_path)
        other.spoken_by("supertonic")
        assert await whole(other.fetch(ONE)) == RATE // 2
        assert len(voice.asked) == 2
        for larder in (later, other):
            await larder.aclose()

    asyncio.run(story())
    assert [path.parent.name for path in tmp_path.glob("*/*.pcm")] == ["espeak-ng"]
    tidy(tmp_path, most=10)
    assert not list(tmp_path.glob("*/*.pcm"))


def test_another_engine_is_another_voice() -> None:
    async def story() -> None:
        voice = Voice()
        larder = Larder(voice, None)
        larder.spoken_by("espeak-ng")
        await whole(larder.fetch(ONE))
        larder.spoken_by(None)  # away for a moment: nothing is known about who will speak
        assert larder.ready(ONE)
        larder.spoken_by("supertonic")
        assert not larder.ready(ONE)
        await larder.aclose()

    virtual_time.run(story())


@pytest.mark.parametrize("trouble", ["away", "silent"])
def test_no_sound_is_a_failure_and_asked_for_again_later(trouble: str) -> None:
    async def story() -> None:
        voice = Voice(level=0 if trouble == "silent" else 900)
        voice.away = trouble == "away"
        larder = Larder(voice, None)
        sound = larder.fetch(ONE)
        assert await whole(sound) == 0
        assert sound.failed
        voice.away, voice.level = False, 900
        assert await whole(larder.fetch(ONE)) == RATE // 2
        await larder.aclose()

    virtual_time.run(story())


def test_a_voice_that_breaks_in_a_way_nobody_thought_of_is_not_waited_for() -> None:
    async def story() -> None:
        voice = Voice()
        voice.broken = True
        told: list[str] = []
        asyncio.get_running_loop().set_exception_handler(lambda _, what: told.append(str(what.get("exception"))))
        larder = Larder(voice, None)
        async with asyncio.timeout(5):
            assert await whole(larder.fetch(ONE)) == 0
        voice.broken = False
        assert await whole(larder.fetch(ONE)) == RATE // 2  # and it was not kept
        await larder.aclose()
        gc.collect()
        assert told == ["scripted"]  # nor does it pass in silence

    virtual_time.run(story())


def test_a_voice_that_stops_in_the_middle_is_not_waited_for() -> None:
    async def story() -> None:
        voice = Voice()
        voice.stalls = True
        larder = Larder(voice, None, stalled_s=3.0)
        began = asyncio.get_running_loop().time()
        assert await whole(larder.fetch(ONE)) == RATE // 4
        assert asyncio.get_running_loop().time() - began == pytest.approx(3.0, abs=0.1)
        assert not larder.ready(ONE)
        await larder.aclose()

    virtual_time.run(story())


def test_the_silence_an_engine_begins_with_is_left_out() -> None:
    sound = np.concatenate([np.zeros(800, np.int16), np.full(100, 500, np.int16)])
    assert len(without_lead_in(sound)) == 100 + 128
    assert len(without_lead_in(np.zeros(500, np.int16))) == 0
