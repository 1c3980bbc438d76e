"""What the meter tells somebody who asks whether they can be heard."""

import numpy as np
import pytest

from orchestrator.voice.edges import FRAME, Samples
from orchestrator.voice.level_meter import WIDTH, Meter
from shared.kitchen.language import Language

RNG = np.random.default_rng(3)


def sound(db: float) -> Samples:
    return (RNG.normal(0, 32_768 * 10 ** (db / 20), FRAME)).clip(-32_768, 32_767).astype(np.int16)


@pytest.mark.parametrize(
    ("levels", "verdict", "korean", "english"),
    [
        ([-200.0], "nothing", "안 들려요", "muted"),
        ([-70.0, -48.0], "faint", "작게", "closer"),
        ([-30.0, -26.0, -25.0], "drowned", "시끄러워요", "fan"),
        ([-60.0, 3.0], "clipped", "내려", "down"),
        ([-60.0, -25.0], "good", "잘 들려요", "good"),
    ],
)
def test_a_word_for_every_room(levels: list[float], verdict: str, korean: str, english: str) -> None:
    meter = Meter()
    for level in levels:
        meter.hear(sound(level))
    assert meter.verdict == verdict
    assert korean in meter.advice(Language.KO)
    assert english in meter.advice(Language.EN)


def test_the_bar_follows_the_voice_up_at_once_and_down_slowly() -> None:
    meter = Meter()
    meter.hear(sound(-60))
    assert meter.bar.count("#") <= 1
    meter.hear(sound(-20))
    loud = meter.bar.count("#")
    assert loud == pytest.approx(WIDTH * 2 / 3, abs=1)
    meter.hear(sound(-60))
    assert loud - 2 <= meter.bar.count("#") <= loud
    assert len(meter.bar.split()[0]) == WIDTH + 2
