"""What the speaker plays, taken out of what the microphone hears: WebRTC's AEC3. Optional; no other echo guard is here.

It comes with the `livekit` wheel, whose library runs in this process and connects to nothing. It wants exactly 10 ms at
a time, so sound comes out a little late: one frame for each that went in, behind it by `LAG` samples.
"""

import importlib.util
from typing import Any

import numpy as np

from orchestrator.voice.edges import FRAME, RATE, Heard, Samples, SoundMissing

#: What AEC3 works on.
TEN_MS = RATE // 100
#: AEC3 learns the room from what it hears of us; until it has heard this much, nothing is let through while we speak.
LEARNING = round(1.2 * RATE)
#: What is played counts as speech above this; its echo may follow it by so much.
AUDIBLE, TRAILING = 100, round(0.4 * RATE)
#: 512 is not a whole number of tens of milliseconds: the least that never runs dry.
LAG = TEN_MS - 32


class EchoCanceller:
    """Frames in, frames out. A gap in the microphone's clock begins anew, learning included."""

    def __init__(self, *, delay_s: float = 0.0, noise_suppression: bool = False) -> None:
        """`delay_s`: from `Heard.played` to its echo in `Heard.samples`, roughly. It finds the rest itself."""
        self._rtc = _livekit()
        self._suppress = noise_suppression
        self._delay_ms = max(0, round(delay_s * 1000))
        self._expected: int | None = None
        self._trail = 0
        self._learnt: int
        self._near: Samples
        self._far: Samples
        self._clean: list[Samples]
        self._begin()

    def clean(self, heard: Heard) -> Heard:
        if self._expected is not None and heard.at != self._expected:
            self._begin()
        self._expected = heard.ends_at
        self._near = np.concatenate((self._near, heard.samples))
        self._far = np.concatenate((self._far, heard.played))
        whole = len(self._near) // TEN_MS * TEN_MS
        for at in range(0, whole, TEN_MS):
            self._clean.append(self._ten_ms(self._near[at : at + TEN_MS], self._far[at : at + TEN_MS]))
        self._near, self._far = self._near[whole:], self._far[whole:]
        ready = np.concatenate(self._clean)
        self._clean = [ready[FRAME:]]
        return Heard(np.zeros_like(heard.samples) if self._deaf(heard) else ready[:FRAME], heard.at, heard.played)

    def _deaf(self, heard: Heard) -> bool:
        """Whether this may be an echo that isn't known well enough yet to be taken out."""
        if int(np.abs(heard.played.astype(np.int32)).max()) > AUDIBLE:
            self._learnt += FRAME
            self._trail = heard.ends_at + TRAILING
        return self._learnt < LEARNING and heard.at < self._trail

    def _ten_ms(self, near: Samples, far: Samples) -> Samples:
        frame = self._rtc.AudioFrame
        played = frame(bytearray(far.tobytes()), RATE, 1, TEN_MS)
        said = frame(bytearray(near.tobytes()), RATE, 1, TEN_MS)
        self._apm.process_reverse_stream(played)
        self._apm.set_stream_delay_ms(self._delay_ms)
        self._apm.process_stream(said)
        return np.frombuffer(bytes(said.data), np.int16)

    def _begin(self) -> None:
        self._apm = self._rtc.AudioProcessingModule(
            echo_cancellation=True, noise_suppression=self._suppress, high_pass_filter=True, auto_gain_control=False
        )
        self._learnt = 0
        self._near = np.zeros(0, np.int16)
        self._far = np.zeros(0, np.int16)
        self._clean = [np.zeros(LAG, np.int16)]


def installed() -> bool:
    return importlib.util.find_spec("livekit") is not None


def _livekit() -> Any:
    try:
        from livekit import rtc
    except ImportError as error:
        raise SoundMissing(
            "Echo cancelling is not installed here.", "Start it with `make voice`, which installs it."
        ) from error
    return rtc
