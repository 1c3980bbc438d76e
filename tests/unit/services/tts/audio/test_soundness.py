"""The ear that decides whether a neural engine spoke, or only made a file."""

import numpy as np
import pytest

from services.tts.audio.soundness import fault

RATE = 24_000
TEXT = "양파를 얇게 썰어 주세요."  # ten letters


def pcm(samples: np.ndarray) -> bytes:
    return np.clip(samples * 32767, -32768, 32767).astype("<i2").tobytes()


def speech(seconds: float = 1.6, volume: float = 0.3) -> np.ndarray:
    t = np.arange(int(seconds * RATE)) / RATE
    loud = (0.5 + 0.5 * np.sin(2 * np.pi * 4 * t)) ** 2
    return volume * loud * (np.sin(2 * np.pi * 160 * t) + 0.5 * np.sin(2 * np.pi * 480 * t)) / 1.5


def with_silence(share: float) -> np.ndarray:
    sound = speech(3.0)
    sound[int(len(sound) * (1 - share)) :] = 0
    return sound


NOISE = np.random.default_rng(1)
CASES = [
    (speech(), None),
    (speech(volume=0.02), None),
    (with_silence(0.6), None),
    (np.zeros(RATE), "zeros"),
    (with_silence(0.97), "silent"),
    (speech(volume=0.0008), "silent"),
    (NOISE.uniform(-0.3, 0.3, int(1.6 * RATE)), "noise"),
    (NOISE.normal(0, 0.1, int(1.6 * RATE)), "noise"),
    (speech(0.1), "too short"),
    (speech(30), "too long"),
    (speech(volume=20), "clipped"),
]


@pytest.mark.parametrize(("samples", "wrong"), CASES)
def test_what_is_wrong_with_it(samples: np.ndarray, wrong: str | None) -> None:
    said = fault(pcm(samples), RATE, TEXT)
    assert said is None if wrong is None else said is not None and wrong in said


@pytest.mark.parametrize("speed", [0.5, 1.0, 2.0])
def test_plausible_length_goes_with_the_speed(speed: float) -> None:
    assert fault(pcm(speech(1.6 / speed)), RATE, TEXT, speed) is None


def test_very_short_sounds_are_no_trouble() -> None:
    assert fault(pcm(speech(0.3)), RATE, "네") is None
    assert fault(b"", RATE, "네") == "nothing but zeros"
    assert fault(b"\x01\x00", RATE, "네") is not None
