"""Ten minutes of an extractor hood while we speak: the real voice detector, and not one false interruption."""

import numpy as np
import pytest
from numpy.typing import NDArray

from orchestrator.voice.barge_in import Act, BargeIn
from orchestrator.voice.edges import FRAME, RATE, Samples
from orchestrator.voice.turn_taking import Began, TurnTaking
from orchestrator.voice.vad import SileroVad
from orchestrator.voice.voicing import voiced

#: A cook at arm's length, of full scale; the fan is 10 dB below.
VOICE_RMS = 0.05
MINUTES = 10


def hood(kind: str, seconds: int = 60) -> Samples:
    """Broad noise that falls towards the high notes, and for one kind the hum of its blades and of the mains."""
    chance = np.random.default_rng(len(kind))
    spectrum = np.fft.rfft(chance.normal(size=seconds * RATE))
    hertz = np.maximum(np.fft.rfftfreq(seconds * RATE, 1 / RATE), 20)
    noise: NDArray[np.float64] = np.fft.irfft(spectrum / hertz ** (0.5 if kind == "broad" else 0.8))
    noise /= np.std(noise)
    if kind == "humming":
        at = np.arange(len(noise)) / RATE
        noise += sum(0.5 / k * np.sin(2 * np.pi * 118 * k * at + k) for k in range(1, 6))
        noise *= 1 + 0.2 * np.sin(2 * np.pi * 1.3 * at)
    level = VOICE_RMS * 10 ** (-10 / 20) / np.std(noise)
    return np.round(np.clip(noise * level, -1, 1) * 32_767).astype(np.int16)


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["broad", "humming"])
def test_ten_minutes_of_fan_interrupt_nothing(kind: str) -> None:
    noise = hood(kind)
    detector, barge, turns = SileroVad(), BargeIn(), TurnTaking()
    cuts = began = at = 0
    for _ in range(MINUTES):
        for start in range(FRAME, len(noise) - FRAME, FRAME):
            frame = noise[start : start + FRAME]
            probability = detector.probability(frame)
            is_voiced = probability >= 0.5 and voiced(noise[start - FRAME : start + FRAME])
            cuts += barge.hear(probability, voiced=is_voiced, speaking=True) is Act.CUT
            began += sum(isinstance(one, Began) for one in turns.hear(at, probability, over_ours=True))
            at += FRAME
    assert cuts == 0
    assert began == 0
