"""Two files instead of a sound card: the same clock in both, in real time."""

import asyncio
import time
import wave
from pathlib import Path

import numpy as np
import pytest

from orchestrator.voice.edges import FRAME, RATE, Heard, Samples, SoundMissing
from orchestrator.voice.mixer import Mixer
from orchestrator.voice.wav_files import WavPair


def write(path: Path, samples: Samples, rate: int = RATE, channels: int = 1) -> Path:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(np.repeat(samples, channels).astype("<i2").tobytes())
    return path


def read(path: Path) -> Samples:
    with wave.open(str(path)) as file:
        assert (file.getframerate(), file.getnchannels(), file.getsampwidth()) == (RATE, 1, 2)
        return np.frombuffer(file.readframes(file.getnframes()), np.int16)


async def hear_all(pair: WavPair) -> list[Heard]:
    return [heard async for heard in pair.microphone.frames()]


async def test_every_sample_once_in_order_and_the_last_frame_filled_with_silence(tmp_path: Path) -> None:
    sound = np.arange(1, 3 * FRAME + 100).astype(np.int16)
    pair = WavPair(write(tmp_path / "a.wav", sound), tmp_path / "b.wav")
    heard = await hear_all(pair)
    assert [one.at for one in heard] == [0, FRAME, 2 * FRAME, 3 * FRAME]
    assert np.concatenate([one.samples for one in heard])[: len(sound)].tolist() == sound.tolist()
    assert not heard[-1].samples[99:].any()
    await pair.speaker.aclose()


async def test_real_time(tmp_path: Path) -> None:
    pair = WavPair(write(tmp_path / "a.wav", np.zeros(RATE // 2, np.int16)))
    began = time.monotonic()
    arrived = [time.monotonic() - began async for _ in pair.microphone.frames()]
    await pair.speaker.aclose()
    for number, at in enumerate(arrived):
        assert at >= (number + 1) * FRAME / RATE - 0.005, "never before it would have been said"
    assert arrived[-1] < 3


async def test_an_answer_lies_in_the_output_where_it_was_heard(tmp_path: Path) -> None:
    """Said at frame 5: played from then on, sample for sample on the input's clock, and told to the echo canceller."""
    pair = WavPair(write(tmp_path / "a.wav", np.zeros(RATE // 2, np.int16)), tmp_path / "b.wav")
    mixer = Mixer()
    await pair.speaker.start(mixer)
    echo = np.zeros(RATE, np.int16)
    said_at = None
    async for heard in pair.microphone.frames():
        echo[heard.at : heard.ends_at] = heard.played
        if heard.at == 5 * FRAME:
            said_at = heard.ends_at
            mixer.speak(1, 1, np.full(2000, 9000, np.int16))
            mixer.end(1)
    await pair.speaker.aclose()
    out = read(tmp_path / "b.wav")
    (where,) = np.nonzero(out == 9000)
    assert len(where) == 2000
    assert said_at is not None
    assert where[0] >= said_at
    started, finished = mixer.heard_out()
    assert (started.at, finished.at) == (where[0], where[-1] + 1)
    known = min(len(out), RATE // 2)
    assert echo[:known].tolist() == out[:known].tolist()


async def test_what_comes_after_the_input_is_in_the_output_too(tmp_path: Path) -> None:
    pair = WavPair(write(tmp_path / "a.wav", np.zeros(FRAME, np.int16)), tmp_path / "b.wav")
    mixer = Mixer()
    await pair.speaker.start(mixer)
    await hear_all(pair)
    mixer.speak(1, 1, np.full(RATE // 4, 9000, np.int16))
    mixer.end(1)
    while mixer.speaking:
        await asyncio.sleep(0.005)
    await pair.speaker.aclose()
    assert (read(tmp_path / "b.wav") == 9000).sum() == RATE // 4


async def test_a_loop_that_is_busy_does_not_stop_the_clock(tmp_path: Path) -> None:
    pair = WavPair(write(tmp_path / "a.wav", np.zeros(RATE // 2, np.int16)), tmp_path / "b.wav")
    mixer = Mixer()
    await pair.speaker.start(mixer)
    mixer.speak(1, 1, np.full(RATE // 10, 9000, np.int16))
    mixer.end(1)
    time.sleep(0.2)  # the loop's thread is what is busy
    assert mixer.pulled >= RATE // 10
    await hear_all(pair)
    await pair.speaker.aclose()


async def test_without_pace_as_fast_as_the_frames_are_taken(tmp_path: Path) -> None:
    pair = WavPair(write(tmp_path / "a.wav", np.zeros(60 * RATE, np.int16)), tmp_path / "b.wav", pace=False)
    mixer = Mixer()
    await pair.speaker.start(mixer)
    mixer.speak(1, 1, np.full(RATE, 9000, np.int16))
    mixer.end(1)
    began = time.monotonic()
    heard = await hear_all(pair)
    mixer.speak(1, 2, np.full(100, 8000, np.int16))
    mixer.end(2)
    await pair.speaker.aclose()
    assert time.monotonic() - began < 30
    assert (heard[-1].ends_at, heard[0].played[0]) == (60 * RATE, 9000)
    assert (read(tmp_path / "b.wav") == 8000).sum() == 100


@pytest.mark.parametrize(("rate", "channels"), [(8_000, 1), (44_100, 2), (48_000, 6)])
async def test_files_of_every_kind(tmp_path: Path, rate: int, channels: int) -> None:
    tone = (9000 * np.sin(2 * np.pi * 440 * np.arange(rate // 4) / rate)).astype(np.int16)
    pair = WavPair(write(tmp_path / "a.wav", tone, rate, channels), pace=False)
    sound = np.concatenate([one.samples for one in await hear_all(pair)])
    await pair.speaker.aclose()
    assert len(sound) == pytest.approx(RATE / 4, abs=FRAME)
    assert np.abs(sound).max() == pytest.approx(9000, rel=0.1)


async def test_closing_the_microphone_ends_its_frames(tmp_path: Path) -> None:
    pair = WavPair(write(tmp_path / "a.wav", np.zeros(60 * RATE, np.int16)))
    frames = pair.microphone.frames()
    await anext(frames)
    await pair.microphone.aclose()
    async with asyncio.timeout(5):
        assert [one async for one in frames if one.at > RATE] == []
    await pair.speaker.aclose()


@pytest.mark.parametrize(
    ("content", "why"),
    [(None, "cannot be read"), (b"ID3 music", "not a WAV file")],
)
async def test_what_cannot_be_read_says_what_to_do(tmp_path: Path, content: bytes | None, why: str) -> None:
    if content is not None:
        (tmp_path / "a.wav").write_bytes(content)
    with pytest.raises(SoundMissing, match=why) as trouble:
        WavPair(tmp_path / "a.wav", tmp_path / "b.wav")
    assert trouble.value.how_to_fix


async def test_an_output_that_cannot_be_written_is_told_at_the_start(tmp_path: Path) -> None:
    write(tmp_path / "a.wav", np.zeros(FRAME, np.int16))
    with pytest.raises(SoundMissing, match="cannot be written"):
        WavPair(tmp_path / "a.wav", tmp_path / "nowhere" / "b.wav")
