"""Microphone, speaker and mixer over a real sound stack: nothing lost, nothing torn, back after being pulled out."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import numpy as np
import pytest

from orchestrator.voice import portaudio
from orchestrator.voice.edges import FRAME, RATE, Heard, Samples, SoundMissing
from orchestrator.voice.mixer import Mixer, Outcome
from orchestrator.voice.sound_card import SoundCard
from tests.sound.pulse import Pulse, Recording, likeness


def chirp(seconds: float, low: float = 300, high: float = 3000) -> Samples:
    """A sound that is like itself in one place only."""
    at = np.arange(round(seconds * RATE)) / RATE
    sweep = np.sin(2 * np.pi * (low * at + (high - low) * at**2 / (2 * seconds)))
    return (9000 * sweep * np.minimum(1, np.minimum(at, seconds - at) * 50)).astype(np.int16)


class Ear:
    """Everything the microphone gave so far."""

    def __init__(self) -> None:
        self.frames: list[Heard] = []

    def sound(self) -> Samples:
        return np.concatenate([one.samples for one in self.frames]) if self.frames else np.zeros(0, np.int16)

    async def listen(self, card: SoundCard) -> None:
        async for one in card.microphone.frames():
            self.frames.append(one)

    def gaps(self) -> list[int]:
        return [b.at - a.ends_at for a, b in zip(self.frames, self.frames[1:], strict=False) if b.at != a.ends_at]


@asynccontextmanager
async def sound_card(told: list[str] | None = None) -> AsyncIterator[tuple[SoundCard, Mixer, Ear]]:
    card = SoundCard("pulse", "pulse", tell=(told if told is not None else []).append)
    await card.open()
    mixer, ear = Mixer(), Ear()
    listening = asyncio.create_task(ear.listen(card))
    await card.speaker.start(mixer)
    try:
        await until(lambda: mixer.pulled > 0 and len(ear.frames) > 0, "sound in both directions")
        yield card, mixer, ear
    finally:
        await card.microphone.aclose()
        await card.speaker.aclose()
        await card.aclose()
        await listening


async def until(true: object, what: str, within_s: float = 30) -> None:
    assert callable(true)
    async with asyncio.timeout(within_s):
        while not true():
            await asyncio.sleep(0.01)


async def said_to_the_end(mixer: Mixer) -> None:
    await until(lambda: not mixer.speaking, "the end of speech", 60)


def test_the_stack_is_found_by_name(room: Pulse) -> None:
    assert "pulse" in [device.name for device in portaudio.devices()]


@pytest.mark.parametrize("rate", [16_000, 44_100, 48_000])
async def test_what_is_said_in_the_room_is_heard_without_a_hole(
    room: Pulse, monkeypatch: pytest.MonkeyPatch, rate: int
) -> None:
    monkeypatch.setattr(portaudio, "RATE", rate)  # a device that cannot do ours
    said = chirp(2)
    async with sound_card() as (_, _, ear):
        await asyncio.to_thread(room.say, said)
        await until(lambda: likeness(said, ear.sound())[0] > 0.5, "the room")
        alike, _ = likeness(said, ear.sound())
        assert alike > 0.97
        assert ear.gaps() == []


@pytest.mark.parametrize("rate", [16_000, 44_100, 48_000])
async def test_what_is_spoken_comes_out_of_the_speaker_without_a_hole(
    room: Pulse, heard: Recording, monkeypatch: pytest.MonkeyPatch, rate: int
) -> None:
    monkeypatch.setattr(portaudio, "RATE", rate)
    said = chirp(2)
    async with sound_card() as (card, mixer, _):
        mark = heard.mark
        for at in range(0, len(said), 1600):  # as chunks come over a network
            mixer.speak(1, 1, said[at : at + 1600])
            await asyncio.sleep(0.02)
        mixer.end(1)
        await said_to_the_end(mixer)
        await until(lambda: likeness(said, heard.since(mark))[0] > 0.5, "the speaker")
        alike, where = likeness(said, heard.since(mark))
        assert alike > 0.97, f"stalls {mixer.stalls}, underruns {card.speaker.underruns}, at {where}"
        assert [one.outcome for one in mixer.heard_out()] == [Outcome.STARTED, Outcome.FINISHED]


async def test_stop_is_silence_at_the_ears_within_200_ms(room: Pulse, heard: Recording) -> None:
    async with sound_card() as (_, mixer, _):
        took = []
        for generation in range(1, 6):
            mark = heard.mark
            mixer.speak(generation, generation, chirp(20))
            mixer.end(generation)
            await asyncio.to_thread(heard.wait_for_sound, mark)
            told_at = time.monotonic()
            mixer.hush(generation + 1)
            last = await asyncio.to_thread(heard.wait_for_silence, mark)
            took.append(heard.when(last) - told_at)
        assert sorted(took)[2] < 0.2, took


async def test_the_echo_canceller_is_told_what_was_played(room: Pulse) -> None:
    """The reference lies a little before its echo, never after it, and never further than a canceller looks."""
    said = chirp(3)
    with room.echo():
        async with sound_card() as (_, mixer, ear):
            mixer.speak(1, 1, said)
            mixer.end(1)
            await said_to_the_end(mixer)
            await until(lambda: likeness(said, ear.sound())[0] > 0.8, "the echo")
            echo = likeness(said, ear.sound())[1]
            reference = likeness(said, np.concatenate([one.played for one in ear.frames]))[1]
            assert 0 <= echo - reference < 0.4 * RATE


async def test_pulled_out_and_plugged_in_again(room: Pulse, heard: Recording) -> None:
    told: list[str] = []
    async with sound_card(told) as (_, mixer, ear):
        await until(lambda: len(ear.frames) > 20, "a second of room")
        room.pull_out("room", "speaker")
        await until(lambda: len([line for line in told if "is gone" in line]) == 2, "both missed")
        before = len(ear.frames)
        mixer.speak(1, 1, chirp(1))
        mixer.end(1)
        room.furnish()
        await until(lambda: len([line for line in told if "is back" in line]) == 2, "both back")
        with room.record("speaker.monitor") as again:
            said = chirp(1.5, 500, 2000)
            await asyncio.to_thread(room.say, said)
            await until(lambda: likeness(said, ear.sound())[0] > 0.9, "the room again")
            (gap,) = ear.gaps()
            assert gap > 0.2 * RATE
            assert ear.frames[before].at >= ear.frames[before - 1].ends_at, "the clock never goes back"
            mixer.speak(1, 2, said)
            mixer.end(2)
            await said_to_the_end(mixer)
            await until(lambda: likeness(said, again.since())[0] > 0.9, "the speaker again")
    assert [one.outcome for one in mixer.heard_out()][-1] is Outcome.FINISHED


async def test_the_microphone_alone_goes_and_comes(room: Pulse, heard: Recording) -> None:
    told: list[str] = []
    async with sound_card(told) as (_, mixer, ear):
        room.pull_out("room")
        # The server moves a reader to another source if it can, and the card notices nothing but silence, or ends it.
        await until(lambda: any("microphone" in line for line in told) or len(ear.frames) > 60, "an end, or a move")
        mark = heard.mark
        said = chirp(1)
        mixer.speak(1, 1, said)
        mixer.end(1)
        await said_to_the_end(mixer)
        await until(lambda: likeness(said, heard.since(mark))[0] > 0.9, "the speaker goes on")


async def test_a_name_that_is_not_there_says_what_is(room: Pulse) -> None:
    card = SoundCard("no such thing", None)
    with pytest.raises(SoundMissing, match='No microphone is called "no such thing"') as trouble:
        await card.open()
    assert "pulse" in trouble.value.how_to_fix
    await card.aclose()


async def test_a_sound_system_that_is_down_says_so(room: Pulse) -> None:
    room.pull_out("room", "speaker")
    card = SoundCard("pulse", "pulse")
    with pytest.raises(SoundMissing, match="cannot be opened"):
        await card.open()
    await card.aclose()


async def test_frames_are_frames(room: Pulse) -> None:
    async with sound_card() as (_, _, ear):
        await until(lambda: len(ear.frames) > 30, "a second")
        assert {len(one.samples) for one in ear.frames} == {FRAME}
        assert {len(one.played) for one in ear.frames} == {FRAME}
        assert [one.at for one in ear.frames] == [number * FRAME for number in range(len(ear.frames))]
