"""A microphone and a speaker made of two WAV files, for tests, measurements and machines without sound.

In real time: a thread of its own plays the part of the sound card, so that the output file is what a cook would have
heard, sample for sample on the input's clock. Sound that was pulled while the input said something lies at the same
place in both files. After the input's end the speaker goes on until it is closed.
"""

import asyncio
import contextlib
import threading
import time
import wave
from collections import deque
from collections.abc import AsyncIterator
from pathlib import Path

import numpy as np

from orchestrator.voice.edges import FRAME, RATE, Heard, Samples, SoundMissing
from orchestrator.voice.mixer import Mixer
from orchestrator.voice.resampling import at_once
from orchestrator.voice.riff import NotPlayable, read_wav

#: What the pretended card pulls at a time: 8 ms, as fine as a good one.
STEP = FRAME // 4


class WavPair:
    """Both ends at once, because they share one clock. `pace=False` runs as fast as the frames are taken."""

    def __init__(self, said: Path, heard: Path | None = None, *, pace: bool = True) -> None:
        self._input = _read(said)
        self._paced = pace
        self._output = _Recording(heard)
        self._loop = asyncio.get_running_loop()
        self._mixer: Mixer | None = None
        self._frames: deque[Heard] = deque()
        self._arrived = asyncio.Event()
        self._over = False
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None
        self._at = 0
        self.microphone = WavMicrophone(self, said.name)
        self.speaker = WavSpeaker(self, heard.name if heard else "nowhere")

    # -- the microphone's side -------------------------------------------------------------------------------------

    async def frames(self) -> AsyncIterator[Heard]:
        if not self._paced:
            while self._at < len(self._input) and not self._over:
                yield self._frame(np.concatenate([self._step() for _ in range(FRAME // STEP)]))
                await asyncio.sleep(0)
            return
        self._go()
        while True:
            while not self._frames:
                if self._over:
                    return
                self._arrived.clear()
                if not self._frames and not self._over:
                    await self._arrived.wait()
            yield self._frames.popleft()

    def end_input(self) -> None:
        self._over = True
        self._arrived.set()

    # -- the speaker's side ----------------------------------------------------------------------------------------

    def connect(self, mixer: Mixer) -> None:
        self._mixer = mixer
        if self._paced:
            self._go()

    async def close_output(self) -> None:
        if self._thread is not None:
            self._stop.set()
            await asyncio.to_thread(self._thread.join)
        while not self._paced and self._mixer is not None and self._mixer.waiting_s > 0:
            self._step()
        self._output.close()

    # -- the pretended card ----------------------------------------------------------------------------------------

    def _go(self) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._play, name="wav files", daemon=True)
            self._thread.start()

    def _play(self) -> None:
        began = time.monotonic()
        pulled: list[Samples] = []
        while not self._stop.is_set():
            pulled.append(self._step())
            ahead = began + self._at / RATE - time.monotonic()
            if ahead > 0:
                self._stop.wait(ahead)
            if len(pulled) * STEP == FRAME:
                self._deliver(self._frame(np.concatenate(pulled)))
                pulled = []

    def _step(self) -> Samples:
        played = self._mixer.pull(STEP) if self._mixer else np.zeros(STEP, np.int16)
        self._output.write(played)
        self._at += STEP
        return played

    def _frame(self, played: Samples) -> Heard:
        at = self._at - FRAME
        samples = self._input[at : at + FRAME]
        if len(samples) < FRAME:
            samples = np.concatenate((samples, np.zeros(FRAME - len(samples), np.int16)))
        return Heard(samples, at, played)

    def _deliver(self, frame: Heard) -> None:
        if frame.at < len(self._input):
            self._frames.append(frame)
        else:
            self._over = True
        with contextlib.suppress(RuntimeError):  # the loop is gone already
            self._loop.call_soon_threadsafe(self._arrived.set)


class WavMicrophone:
    def __init__(self, pair: WavPair, name: str) -> None:
        self._pair = pair
        self.name = name

    def frames(self) -> AsyncIterator[Heard]:
        return self._pair.frames()

    async def aclose(self) -> None:
        self._pair.end_input()


class WavSpeaker:
    latency_s = 0.0

    def __init__(self, pair: WavPair, name: str) -> None:
        self._pair = pair
        self.name = name

    async def start(self, mixer: Mixer) -> None:
        self._pair.connect(mixer)

    async def aclose(self) -> None:
        await self._pair.close_output()


class _Recording:
    """The output file, written as it is played: a run that is killed leaves what there was."""

    def __init__(self, path: Path | None) -> None:
        self._file: wave.Wave_write | None = None
        if path is None:
            return
        try:
            self._bytes = path.open("wb")
        except OSError as error:
            raise SoundMissing(f"{path} cannot be written: {error.strerror}.", "Choose another --output.") from error
        self._file = wave.open(self._bytes, "wb")  # noqa: SIM115 -- closed by close()
        self._file.setnchannels(1)
        self._file.setsampwidth(2)
        self._file.setframerate(RATE)

    def write(self, samples: Samples) -> None:
        if self._file is not None:
            self._file.writeframesraw(samples.astype("<i2").tobytes())

    def close(self) -> None:
        file, self._file = self._file, None
        if file is not None:
            file.close()
            self._bytes.close()


def _read(path: Path) -> Samples:
    try:
        found = read_wav(path.read_bytes())
    except OSError as error:
        raise SoundMissing(f"{path} cannot be read: {error.strerror}.", "Choose another --input.") from error
    except NotPlayable as error:
        raise SoundMissing(
            f"{path} is not a WAV file that can be played: {error}.",
            f"To make one of it: ffmpeg -i {path.name} -ar 16000 -ac 1 -c:a pcm_s16le said.wav",
        ) from error
    return at_once(found.samples, found.rate)
