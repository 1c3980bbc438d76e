"""One-word commands that cooks say most, in several accents, with the language not given."""

import pytest

from benchmarks.stt_voices import espeak, fan, mixed, with_silence
from services.stt.engines import Asking
from services.stt.engines.pocketsphinx import PocketSphinxEar
from services.stt.listening import listen
from shared.kitchen import find_command

SAID = [
    ("stop", "en-us"),
    ("stop", "en-us+f2"),
    ("stop", "en-gb-x-gbclan+m8"),
    ("stop cooking", "en-us+m3"),
    ("stop cooking", "en-gb-x-rp"),
    ("done", "en-us+m2"),
    ("done", "en-us+m4"),
    ("next", "en-us+f2"),
    ("그만", "ko"),
    ("그만", "ko+f2"),
    ("멈춰", "ko+m3"),
    ("다음", "ko+f2"),
    ("네", "ko+Annie"),
    ("네", "ko+m2"),
    ("네", "ko+m3"),
    ("아니", "ko+Annie"),
    ("응", "ko+f5"),
    ("no", "en-us+f2"),
    ("no", "en-us+m3"),
    ("no", "en-gb-x-rp"),
    ("작게", "ko+f2"),
    ("크게", "ko+f5"),
    ("느리게", "ko+m2"),
    ("종료", "ko"),
    ("재료", "ko+Annie"),
    ("더 작게", "ko+m3"),
    ("두 배로", "ko+m3"),
    ("볼륨 다운", "ko"),
    ("다음으로", "ko+f5"),
    ("help", "en-us+m3"),
    ("how long", "en-us+f3"),
    ("did it", "en-us+m2"),
]


#: Words a minute, and pitch.
WAYS = [(165, 50), (150, 45), (180, 55), (150, 55), (180, 45)]


@pytest.fixture(scope="module")
def ear() -> PocketSphinxEar:
    ear = PocketSphinxEar()
    ear.load()
    return ear


@pytest.mark.parametrize(("said", "voice"), SAID)
def test_one_word_is_enough(ear: PocketSphinxEar, said: str, voice: str) -> None:
    """Said in five ways, of which four must be understood; another word for the same is as good."""
    meant = find_command(said)
    heard = [listen(ear, with_silence(espeak().say(said, voice, *way)), Asking()).text for way in WAYS]
    understood = [find_command(text) for text in heard]
    right = [
        text == said or (meant is not None and command is not None and command.intent is meant.intent)
        for text, command in zip(heard, understood, strict=True)
    ]
    assert sum(right) >= 4, heard


@pytest.mark.parametrize(("said", "voice"), [("stop", "en-us+f2"), ("그만", "ko"), ("다음", "ko+f2")])
def test_also_under_a_fan(ear: PocketSphinxEar, said: str, voice: str) -> None:
    spoken = with_silence(espeak().say(said, voice))
    assert listen(ear, mixed(spoken, fan(3, 1), 10), Asking()).text == said


def test_the_times_of_the_words_are_the_clips(ear: PocketSphinxEar) -> None:
    spoken = with_silence(espeak().say("다음 단계", "ko"), 1.0, 1.0)
    words = listen(ear, spoken, Asking(words=True)).words
    assert [word.word for word in words] == ["다음", "단계"]
    assert words[0].start == pytest.approx(1.0, abs=0.1)
    assert words[-1].end == pytest.approx(len(spoken) / 16_000 - 1.0, abs=0.2)
