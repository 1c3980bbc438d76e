"""How loud the microphone hears you, as a bar and in words. Pure, except for `watch`, which reads a microphone."""

import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from orchestrator.voice.edges import Microphone, Samples
from orchestrator.voice.foreground import loudness_db
from shared.kitchen.language import Language

WIDTH = 30
QUIETEST_DB, LOUDEST_DB = -60.0, 0.0
CLIPPED = 32_700
#: How long somebody is given to say something.
LISTEN_S = 6.0

_ADVICE: dict[str, dict[Language, str]] = {
    "nothing": {
        Language.KO: "아무 소리도 안 들려요. 마이크가 꺼져 있거나 다른 장치예요.",
        Language.EN: "Nothing at all: the microphone is muted, or it is another one.",
    },
    "faint": {
        Language.KO: "목소리가 작게 들려요. 마이크를 가까이 두거나 입력 음량을 올려 주세요.",
        Language.EN: "You are faint: move the microphone closer or turn its level up.",
    },
    "drowned": {
        Language.KO: "주변이 시끄러워요. 마이크를 환풍기와 물에서 멀리, 나에게 가깝게 두세요.",
        Language.EN: "The room is nearly as loud as you: move the microphone away from the fan and the tap.",
    },
    "clipped": {
        Language.KO: "너무 커요. 입력 음량을 내려 주세요.",
        Language.EN: "Too loud: turn the microphone's level down.",
    },
    "good": {Language.KO: "잘 들려요.", Language.EN: "That is good."},
}


@dataclass(slots=True)
class Meter:
    """Everything heard so far, boiled down."""

    loudest_db: float = -100.0
    quietest_db: float = 0.0
    clipped: int = 0
    _level: float = -100.0

    def hear(self, samples: Samples) -> None:
        now = loudness_db(samples)
        self._level = max(now, self._level - 1.5)  # falls slowly enough to be read
        self.loudest_db = max(self.loudest_db, now)
        self.quietest_db = min(self.quietest_db, now)
        self.clipped += int(np.count_nonzero(np.abs(samples.astype(np.int32)) >= CLIPPED))

    @property
    def bar(self) -> str:
        share = (self._level - QUIETEST_DB) / (LOUDEST_DB - QUIETEST_DB)
        full = round(WIDTH * min(max(share, 0.0), 1.0))
        return f"[{'#' * full}{'.' * (WIDTH - full)}] {max(self._level, QUIETEST_DB):4.0f} dB"

    @property
    def verdict(self) -> str:
        if self.loudest_db < QUIETEST_DB:
            return "nothing"
        if self.clipped > 20:
            return "clipped"
        if self.loudest_db < -42:
            return "faint"
        if self.loudest_db - self.quietest_db < 12:
            return "drowned"
        return "good"

    def advice(self, language: Language) -> str:
        return _ADVICE[self.verdict][language]


async def watch(microphone: Microphone, write: Callable[[str], None], seconds: float = LISTEN_S) -> Meter:
    """Draw the bar over itself, ten times a second, while somebody says something."""
    meter = Meter()
    began = drawn = time.monotonic()
    async for heard in microphone.frames():
        meter.hear(heard.samples)
        now = time.monotonic()
        if now - drawn >= 0.1:
            drawn = now
            write(f"\r{meter.bar}")
        if now - began >= seconds:
            break
    write("\n")
    return meter
