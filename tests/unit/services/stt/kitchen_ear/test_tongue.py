"""Which language a clip sounds like, from phones alone."""

import pytest

from benchmarks.stt_voices import espeak, fan, mixed, with_silence
from services.stt.engines.pocketsphinx import PocketSphinxEar
from services.stt.kitchen_ear.front_end import analysed
from services.stt.kitchen_ear.tongue import leaning
from shared.kitchen.language import Language

SAID = [
    ("set a timer for five minutes", "en-us"),
    ("what can i use instead of butter", "en-gb-x-rp+m6"),
    ("오 분 타이머 맞춰 줘", "ko"),
    ("간장 얼마나 넣어야 돼", "ko+f5"),
]


def test_both_languages_lean_the_same_way_apart() -> None:
    phones = ["TH", "AE", "NG", "K", "S"]
    assert leaning(Language.EN, phones) == -leaning(Language.KO, phones) != 0


@pytest.mark.parametrize(("said", "voice"), SAID)
def test_a_sentence_leans_to_its_own_language_also_under_a_fan(said: str, voice: str) -> None:
    ear = PocketSphinxEar()
    ear.load()
    spoken = with_silence(espeak().say(said, voice))
    for sound in (spoken, mixed(spoken, fan(4, 2), 10)):
        assert leaning(Language(voice[:2]), ear.phones(analysed(sound))[1]) > 0
