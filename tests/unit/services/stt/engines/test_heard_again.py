"""In noise the embedded engine listens twice: when both hearings mean the same, and what counts as noise."""

import numpy as np
import pytest

from benchmarks.stt_voices import espeak, fan, mixed, with_silence
from services.stt.engines.pocketsphinx import _same
from services.stt.kitchen_ear import gate
from services.stt.kitchen_ear.front_end import analysed


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("next step", "next step", True),
        ("next step", "next", True),
        ("다음 단계", "다음", True),
        ("next step", "다음", True),
        ("next step", "cancel", False),
        ("다음 단계", "취소", False),
        ("set a timer for ten minutes", "set a timer for twelve minutes", False),
        ("십 분 타이머", "이십 분 타이머", False),
    ],
)
def test_two_hearings_agree_when_they_are_the_same_command(one: str, other: str, same: bool) -> None:
    assert _same(one, other) is same


@pytest.mark.parametrize(("said", "voice"), [("next step", "en-us"), ("다음 단계", "ko")])
def test_a_fan_is_noise_and_a_quiet_room_is_not(said: str, voice: str) -> None:
    spoken = with_silence(espeak().say(said, voice))
    assert analysed(spoken).over_noise_db > gate.NOISY_DB
    assert analysed(mixed(spoken, fan(3, 1), 10)).over_noise_db < gate.NOISY_DB


def test_without_the_mask_the_noise_stays_in() -> None:
    noisy = mixed(with_silence(espeak().say("next step", "en-us")), fan(3, 1), 10)
    energies = [analysed(noisy, mask=mask).cepstra[:, 0] for mask in (1.0, 0.5, 0.0)]
    spreads = [float(np.ptp(energy[40:-40])) for energy in energies]
    assert spreads[0] > spreads[1] > spreads[2]
