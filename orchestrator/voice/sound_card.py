"""A real microphone and a real speaker. Survives both being pulled out and put back; knows nothing of what is said.

PortAudio calls us on threads of its own. What they do is kept short and never waits: the microphone's leaves a block in
a queue, the speaker's pulls from the mixer. A half that died is opened again, by the name it was chosen by, at growing
intervals. Meanwhile speech waits in the mixer, and the microphone's clock runs on, so its return shows as a gap.
"""

import asyncio
import contextlib
import time
from collections import deque
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass

import numpy as np

from orchestrator.voice import portaudio
from orchestrator.voice.device_choice import Device, Kind, choose
from orchestrator.voice.edges import FRAME, RATE, Heard, Samples, SoundMissing
from orchestrator.voice.mixer import Mixer
from orchestrator.voice.resampling import Resampler, to_mono

#: How much the devices are asked to hold. Less is cut off sooner when the cook says stop; more survives a busy machine.
MICROPHONE_S = 0.04
SPEAKER_S = 0.08
#: A device that has not called for so long is as good as pulled out. Some take two seconds to begin.
DEAF_AFTER_S = 4.0
LOOK_EVERY_S = 0.5
RETRY_S = (0.25, 0.5, 1.0, 2.0)
#: What the microphone may run ahead of the loop before the newest is let go.
KEPT_S = 10.0
#: The microphone's clock is put right only when it is off by more than blocks coming in bursts can explain.
SLACK = round(0.15 * RATE)
#: An echo canceller wants what was played a little before its echo, never after.
EARLY_S = 0.04

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class _Block:
    samples: Samples
    rate: float
    came: float
    after_a_gap: bool

    @property
    def began(self) -> float:
        return self.came - len(self.samples) / self.rate


class _Half:
    """What the microphone and the speaker have in common: a device that comes and goes."""

    def __init__(self, kind: Kind, wanted: str | None, latency_s: float) -> None:
        self.kind = kind
        self.wanted = wanted
        self.name = ""
        self.working = False
        self._asked_s = latency_s
        self._stream: portaudio.Stream | None = None
        self._last_call = 0.0
        self._rate = float(RATE)

    def open(self, devices: Sequence[Device], ended: Callable[[], None]) -> None:
        """Blocks for a moment."""
        device = choose(devices, self.wanted, self.kind)
        self._last_call = time.monotonic()
        self._stream = portaudio.open_stream(
            device,
            self.kind,
            latency_s=self._asked_s,
            starting=self._starting,
            on_block=self._called,
            ended=ended,
        )
        self.name = device.name
        self.working = True

    def close(self) -> None:
        """Blocks for a moment."""
        stream, self._stream, self.working = self._stream, None, False
        if stream is not None:
            portaudio.close_stream(stream)

    @property
    def latency_s(self) -> float:
        return self._stream.latency if self._stream else self._asked_s

    @property
    def alive(self) -> bool:
        stream = self._stream
        return stream is not None and stream.active and time.monotonic() - self._last_call < DEAF_AFTER_S

    def _starting(self, rate: float) -> None:
        self._rate = rate

    def _called(self, block: Samples, lost: bool) -> None:
        raise NotImplementedError


class CardSpeaker(_Half):
    """The `Speaker` of the loop."""

    def __init__(self, wanted: str | None) -> None:
        super().__init__(Kind.SPEAKER, wanted, SPEAKER_S)
        self.mixer: Mixer | None = None
        self.underruns = 0
        self._resampler = Resampler(RATE, RATE)
        self._ready: Samples = np.zeros(0, np.int16)
        self._pulled_at = (0.0, 0)

    async def start(self, mixer: Mixer) -> None:
        mixer.lag(self.latency_s)
        self.mixer = mixer

    async def aclose(self) -> None:
        """What was pulled is played out; the card itself is closed by whoever opened it."""
        await asyncio.sleep(self.latency_s if self.working else 0)
        self.mixer = None

    def position(self, at: float) -> int:
        """Where on the mixer's clock the pulling was, at a moment."""
        when, pulled = self._pulled_at
        return pulled + round((at - when) * RATE)

    def _starting(self, rate: float) -> None:
        super()._starting(rate)
        self._resampler = Resampler(RATE, rate)
        self._ready = np.zeros(0, np.int16)

    def _called(self, block: Samples, lost: bool) -> None:
        """On PortAudio's thread."""
        self._last_call = time.monotonic()
        self.underruns += lost
        mixer = self.mixer
        if mixer is None:
            block.fill(0)
            return
        while len(self._ready) < len(block):
            missing = len(block) - len(self._ready)
            wanted = max(64, -int(-missing * RATE // self._rate))
            self._ready = np.concatenate((self._ready, self._resampler.go(mixer.pull(wanted))))
        block[:] = self._ready[: len(block), np.newaxis]
        self._ready = self._ready[len(block) :]
        self._pulled_at = (self._last_call, mixer.pulled)


class CardMicrophone(_Half):
    """The `Microphone` of the loop."""

    def __init__(self, wanted: str | None, speaker: CardSpeaker) -> None:
        super().__init__(Kind.MICROPHONE, wanted, MICROPHONE_S)
        self._speaker = speaker
        self._loop = asyncio.get_running_loop()
        self._blocks: deque[_Block] = deque()
        self._given_s = 0.0  # counted on PortAudio's thread alone
        self._taken_s = 0.0  # and this on the loop's: a sum of both would lose one now and then
        self._gap = False
        self._arrived = asyncio.Event()
        self._closed = False
        self._began: float | None = None

    def _starting(self, rate: float) -> None:
        super()._starting(rate)
        self._gap = True  # what comes now is not joined to what was before

    def _called(self, block: Samples, lost: bool) -> None:
        """On PortAudio's thread."""
        self._last_call = time.monotonic()
        if self._closed:
            return
        if self._given_s - self._taken_s > KEPT_S:
            self._gap = True
            return
        kept = _Block(to_mono(block.copy()), self._rate, self._last_call, self._gap or lost)
        self._gap = False
        self._given_s += len(block) / self._rate
        self._blocks.append(kept)
        with contextlib.suppress(RuntimeError):  # the loop has ended before the device was closed
            self._loop.call_soon_threadsafe(self._arrived.set)

    async def frames(self) -> AsyncIterator[Heard]:
        at, left = 0, np.zeros(0, np.int16)
        resampler = Resampler(RATE, RATE)
        reference: int | None = None
        while (block := await self._next_block()) is not None:
            if self._began is None:
                self._began = block.began
            if block.after_a_gap:
                resampler = Resampler(block.rate, RATE)
                should_be = round((block.began - self._began) * RATE)
                if should_be > at + len(left) + SLACK:
                    at, left, reference = should_be, np.zeros(0, np.int16), None
            left = np.concatenate((left, resampler.go(block.samples)))
            while len(left) >= FRAME:
                reference = self._reference(reference, block.came - len(left) / RATE)
                yield Heard(left[:FRAME], at, self._played(reference))
                at, left, reference = at + FRAME, left[FRAME:], reference + FRAME

    async def aclose(self) -> None:
        """No more frames; the card itself is closed by whoever opened it."""
        self._closed = True
        self._arrived.set()

    async def _next_block(self) -> _Block | None:
        while not self._blocks:
            if self._closed:
                return None
            self._arrived.clear()
            if not self._blocks:
                await self._arrived.wait()
        block = self._blocks.popleft()
        self._taken_s += len(block.samples) / block.rate
        return block

    def _reference(self, expected: int | None, came: float) -> int:
        """Where on the mixer's clock this frame's echo was pulled: joined to the last frame's unless that drifts."""
        delay_s = max(0.0, self._speaker.latency_s + self.latency_s - EARLY_S)
        seen = self._speaker.position(came - delay_s)
        return seen if expected is None or abs(seen - expected) > SLACK else expected

    def _played(self, since: int) -> Samples:
        mixer = self._speaker.mixer
        return mixer.played(since, FRAME) if mixer else np.zeros(FRAME, np.int16)


class SoundCard:
    """Opens both halves, watches over them, and opens again what was lost."""

    def __init__(self, microphone: str | None = None, speaker: str | None = None, *, tell: Tell | None = None) -> None:
        self.speaker = CardSpeaker(speaker)
        self.microphone = CardMicrophone(microphone, self.speaker)
        self._tell = tell or _nobody
        self._halves: tuple[_Half, ...] = (self.microphone, self.speaker)
        self._loop = asyncio.get_running_loop()
        self._ended = asyncio.Event()
        self._watching: asyncio.Task[None] | None = None

    async def open(self) -> None:
        """Raises SoundMissing, with what to do about it, when either half is not to be had."""
        devices = await asyncio.to_thread(portaudio.devices)
        try:
            for half in self._halves:
                await asyncio.to_thread(half.open, devices, self._somebody_ended)
        except SoundMissing:
            await self._close_halves()
            raise
        self._watching = asyncio.create_task(self._watch(), name="sound card")

    async def aclose(self) -> None:
        if self._watching is not None:
            self._watching.cancel()
            await asyncio.gather(self._watching, return_exceptions=True)
        await self.microphone.aclose()
        await self._close_halves()

    # -- what was lost comes back ----------------------------------------------------------------------------------

    def _somebody_ended(self) -> None:
        """On PortAudio's thread."""
        with contextlib.suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._ended.set)

    async def _watch(self) -> None:
        attempt = 0
        while True:
            await self._let_go_of_the_dead()
            if self._lost():
                await asyncio.sleep(RETRY_S[min(attempt, len(RETRY_S) - 1)])
                await self._bring_back(attempt)
                attempt += 1
            else:
                attempt = 0
                # Not wait_for: before Python 3.12 it swallows a cancellation that comes just as the event is there, and
                # whoever closes the card would wait for this loop for ever.
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(LOOK_EVERY_S):
                        await self._ended.wait()
                self._ended.clear()

    def _lost(self) -> list[_Half]:
        return [half for half in self._halves if not half.working]

    async def _let_go_of_the_dead(self) -> None:
        """One may die while the other is being brought back."""
        for half in self._halves:
            if half.working and not half.alive:
                await asyncio.to_thread(half.close)
                self._tell_gone(half)

    async def _bring_back(self, attempt: int) -> None:
        # To look again at what is plugged in interrupts the other half: what is still known is tried first, and a
        # speaker in mid-sentence is left alone for a while.
        if attempt % 2 and (attempt % 10 == 9 or not self._in_use()):
            await self._look_again()
        for half in self._lost():
            if await self._opened(half):
                self._tell(f"The {half.kind} is back: {half.name}.")

    def _in_use(self) -> bool:
        mixer = self.speaker.mixer
        return self.speaker.working and mixer is not None and (mixer.speaking or mixer.ringing)

    async def _look_again(self) -> None:
        resting = [half for half in self._halves if half.working]
        await self._close_halves()
        with contextlib.suppress(SoundMissing):
            await asyncio.to_thread(portaudio.look_again)
        for half in resting:
            if not await self._opened(half):
                self._tell_gone(half)

    def _tell_gone(self, half: _Half) -> None:
        self._tell(f"The {half.kind} ({half.name}) is gone. It is used again when it is back.")

    async def _opened(self, half: _Half) -> bool:
        try:
            devices = await asyncio.to_thread(portaudio.devices)
            await asyncio.to_thread(half.open, devices, self._somebody_ended)
        except SoundMissing:
            return False
        return True

    async def _close_halves(self) -> None:
        for half in self._halves:
            await asyncio.to_thread(half.close)


def _nobody(words: str) -> None:
    """Nobody is told."""
