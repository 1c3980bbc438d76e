"""What only `make voice` installs: the echo canceller and the wake words, in their own environment."""

import json
from pathlib import Path

import numpy as np
import pytest

from tests.sound.cancelling import cancelled, run
from tests.sound.kitchen import Speech
from tests.sound.pulse import RATE, Sound

WAKE = """
import json, sys, numpy as np
from orchestrator.voice.wake_word import WakeWord, WakeWordDetector
sounds = np.load(sys.argv[1])
heard = {}
for word in WakeWord:
    for said in sounds.files:
        detector = WakeWordDetector(word)
        sound = sounds[said]
        if sum(detector.heard(sound[at : at + 512]) for at in range(0, len(sound) - 511, 512)):
            heard.setdefault(word.value, []).append(said)
print(json.dumps(heard))
"""


def loudness(sound: Sound) -> float:
    return float(10 * np.log10(np.mean(sound.astype(np.float64) ** 2) + 1))


def test_the_echo_is_taken_out_and_the_cook_is_not(urls: dict[str, str], tmp_path: Path) -> None:
    speech = Speech(urls["tts"])
    sentence = "Step 2. Put the pasta in the water, stir it, and cook it for nine minutes. "
    ours = speech.synthesize(sentence * 4, "en")
    cook = speech.cook("set a timer for nine minutes", "en")
    generator = np.random.default_rng(1)
    room = generator.normal(size=RATE // 8) * np.exp(-np.arange(RATE // 8) / 400) * 0.2
    room[0] = 1.0
    echo = 0.4 * np.convolve(ours, room)[: len(ours)]
    heard = np.concatenate((np.zeros(1200), echo))[: len(ours)]
    at = len(ours) - len(cook) - RATE  # the cook speaks up near the end, over our voice
    alone = heard.copy()
    heard[at : at + len(cook)] += cook
    out = cancelled(np.clip(heard, -32_768, 32_767).astype(np.int16), ours, tmp_path)

    learnt = 5 * RATE
    assert learnt < at
    assert loudness(alone[learnt:at]) - loudness(out[learnt:at]) > 15, "our voice is gone"
    assert loudness(out[at : at + len(cook)]) > loudness(cook) - 6, "the cook's is there"
    assert not out[: RATE // 2].any(), "nothing is let through before the room is known"


def test_after_a_gap_in_the_microphone_it_lets_nothing_through_until_it_knows_the_room_again(
    urls: dict[str, str], tmp_path: Path
) -> None:
    ours = Speech(urls["tts"]).synthesize("Step 2. Put the pasta in the water and stir it. " * 3, "en")
    heard = np.concatenate((np.zeros(1200), 0.6 * ours))[: len(ours)].astype(np.int16)
    gap = 4 * RATE // 512 * 512
    out = cancelled(heard, ours, tmp_path, lost=((gap, RATE),))
    assert not out[gap : gap + RATE // 2].any()
    again = gap + 3 * RATE
    assert out[again:].any()
    assert loudness(out[again:]) < loudness(heard[again:]) - 15


@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_wake_word_is_heard_and_talk_is_not(urls: dict[str, str], tmp_path: Path, language: str) -> None:
    speech = Speech(urls["tts"])
    quiet = np.zeros(RATE, np.int16)
    talk = {"ko": "다음 단계로 가 줘. 간장은 두 큰술이야.", "en": "Next please. How much soy sauce do I need?"}[
        language
    ]
    said = {
        "okay nabu": speech.synthesize("okay nabu", "en"),
        "alexa": speech.synthesize("alexa", "en"),
        "talk": speech.synthesize(talk, language),
    }
    np.savez(tmp_path / "in.npz", **{name: np.concatenate((quiet, sound, quiet)) for name, sound in said.items()})
    heard = json.loads(run(WAKE, tmp_path / "in.npz"))
    assert heard == {"okay_nabu": ["okay nabu"], "alexa": ["alexa"]}
