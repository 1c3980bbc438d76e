"""Which language a clip sounds like, from phones alone."""

import pytest

from benchmarks.stt_voices import espeak, fan, mixed, with_silence
from services.stt.engines.pocketsphinx import PocketSphinxEar
from services.stt.kitchen_ear.front_end import analysed
from services.stt.kitchen_ear.tongue import claim, leaning
from shared.kitchen.language import Language

SAID = {
    Language.EN: [
        ("set a timer for five minutes", "en-us"),
        ("what can i use instead of butter", "en-gb-x-rp+m6"),
        ("how much time is left", "en-us+m2"),
    ],
    Language.KO: [("오 분 타이머 맞춰 줘", "ko"), ("간장 얼마나 넣어야 돼", "ko+f5"), ("다시 한번 말해 줘", "ko+m2")],
}


def test_what_speaks_for_one_language_speaks_against_the_other() -> None:
    phones = ["TH", "AE", "NG", "K", "S"]
    assert leaning(Language.EN, phones) == -leaning(Language.KO, phones) != 0


@pytest.mark.parametrize("language", Language)
def test_sentences_lean_to_their_own_language_also_under_a_fan(language: Language) -> None:
    ear = PocketSphinxEar()
    ear.load()
    # At three speeds: phones under a fan are a weak witness.
    spoken = [with_silence(espeak().say(text, voice, way)) for text, voice in SAID[language] for way in (150, 165, 180)]
    for sounds in (spoken, [mixed(sound, fan(4, 2), 10) for sound in spoken]):
        assert sum(leaning(language, ear.phones(analysed(sound))[1]) for sound in sounds) > 1


def test_between_two_sentences_that_fit_alike_the_usual_one_with_the_better_score_claims_more() -> None:
    phones = ["T", "UW"]
    usual, seldom = claim(Language.EN, phones, 0.0, -2500), claim(Language.EN, phones, -0.7, -2500)
    assert usual > seldom > claim(Language.EN, phones, -0.7, -2900)
