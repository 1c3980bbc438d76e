"""A radio that never pauses is not the cook; a hood fan as loud as the cook does not drown the cook."""

import numpy as np
import pytest

from orchestrator.voice.edges import FRAME, Samples
from orchestrator.voice.foreground import WINDOW, Foreground

RNG = np.random.default_rng(5)


def frame(db: float) -> Samples:
    """Something of that loudness below full scale."""
    return (RNG.normal(0, 32_768 * 10 ** (db / 20), FRAME)).clip(-32_768, 32_767).astype(np.int16)


def after(levels: list[tuple[float, float]]) -> Foreground:
    foreground = Foreground()
    for db, probability in levels:
        foreground.probability(frame(db), probability)
    return foreground


RADIO = [(-45.0 + 3 * (number % 3), 0.9) for number in range(2 * WINDOW)]
FAN = [(-30.0, 0.05)] * (2 * WINDOW)
SENTENCE = [(-30.0, 0.95)] * (WINDOW // 2) + [(-60.0, 0.02)] * (WINDOW // 2)


@pytest.mark.parametrize(
    ("before", "db", "heard"),
    [
        (RADIO, -42.0, False),  # as loud as the radio
        (RADIO, -30.0, True),  # the cook
        ([], -50.0, True),  # nothing known yet
        (FAN, -30.0, True),  # as loud as the fan: no business of ours
        (SENTENCE * 3, -45.0, True),  # a cook who pauses is no radio
    ],
    ids=["the radio", "the cook over the radio", "at first", "the cook in the fan", "one who pauses"],
)
def test_who_is_heard(before: list[tuple[float, float]], db: float, heard: bool) -> None:
    assert (after(before).probability(frame(db), 0.9) == 0.9) is heard


def test_a_voice_that_has_begun_may_fade() -> None:
    foreground = after(RADIO)
    assert foreground.probability(frame(-30), 0.9) == 0.9
    assert foreground.probability(frame(-38), 0.9) == 0.9, "a soft syllable of the same voice"
    for _ in range(12):
        last = foreground.probability(frame(-43), 0.9)
    assert last == 0.0, "and then it is the radio again"


def test_when_the_radio_is_off_everybody_is_heard_again() -> None:
    foreground = after(RADIO + [(-70.0, 0.01)] * WINDOW)
    assert foreground.background_db() is None
    assert foreground.probability(frame(-45), 0.9) == 0.9


def test_reset_forgets_the_radio() -> None:
    foreground = after(RADIO)
    foreground.reset()
    assert foreground.probability(frame(-45), 0.9) == 0.9
