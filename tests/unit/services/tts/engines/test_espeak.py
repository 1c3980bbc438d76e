"""The library in the process, and its times told in the words that were written."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from threading import Event as Flag

import pytest

from services.tts.engines import Sound, Utterance
from services.tts.engines.espeak import Espeak
from services.tts.engines.espeak_library import PHONEME_EVENT, WORD_EVENT, Event
from services.tts.engines.espeak_marks import marks
from services.tts.voices import ESPEAK_SPEAKERS
from shared.kitchen.language import Language
from shared.service.ladder import EngineFailed

KO, EN = Language.KO, Language.EN
TEXTS = {KO: "양파를 썰어서 팬에 넣고 볶아 주세요.", EN: "Chop the onion and fry it in the pan."}


@pytest.fixture(scope="module")
def espeak() -> Iterator[Espeak]:
    engine = Espeak()
    engine.load()
    yield engine
    engine.close()


def say(espeak: Espeak, text: str, voice: str = "ko+steady", language: Language = KO, **how: float) -> list[Sound]:
    heard: list[Sound] = []
    espeak.speak(Utterance(text, language, voice, **how), heard.append, Flag())
    return heard


@pytest.mark.parametrize("speaker", ESPEAK_SPEAKERS, ids=lambda speaker: speaker.id)
def test_the_same_sentence_always_makes_the_same_sound(espeak: Espeak, speaker: object) -> None:
    sounds = set()
    for other in ESPEAK_SPEAKERS:
        say(espeak, "시시 스스 fish", other.inner, other.languages[0], speed=1.3, pitch=0.8)
        language = speaker.languages[0]  # type: ignore[attr-defined]
        sounds.add(b"".join(s.pcm for s in say(espeak, TEXTS[language], speaker.inner, language)))  # type: ignore[attr-defined]
    assert len(sounds) == 1


def test_sound_comes_in_pieces_and_can_be_hushed(espeak: Espeak) -> None:
    whole = say(espeak, TEXTS[KO] * 5)
    flag, heard = Flag(), []

    def one_and_enough(sound: Sound) -> None:
        heard.append(sound)
        flag.set()

    espeak.speak(Utterance(TEXTS[KO] * 5, KO, "ko+steady"), one_and_enough, flag)
    assert len(whole) > 20
    assert len(heard) <= 2


def test_an_error_in_the_listener_comes_out_again_and_breaks_nothing(espeak: Espeak) -> None:
    def broken(_: Sound) -> None:
        raise RuntimeError("the listener fell asleep")

    with pytest.raises(RuntimeError, match="fell asleep"):
        espeak.speak(Utterance(TEXTS[KO], KO, "ko+steady"), broken, Flag())
    assert say(espeak, "네.")


def test_a_voice_that_is_not_there(espeak: Espeak) -> None:
    with pytest.raises(EngineFailed, match="no voice"):
        say(espeak, "네.", "xx")


def test_closed_and_loaded_again(espeak: Espeak) -> None:
    before = b"".join(sound.pcm for sound in say(espeak, TEXTS[KO]))
    espeak.close()
    espeak.close()
    with pytest.raises(EngineFailed):
        say(espeak, "네.")
    espeak.load()
    espeak.load()
    assert b"".join(sound.pcm for sound in say(espeak, TEXTS[KO])) == before


def test_what_a_killed_process_left_behind_is_swept_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    finished = subprocess.Popen(["true"])
    finished.wait()
    dead, alive, foreign = (tmp_path / f"sous-espeak-{n}-x" for n in (finished.pid, os.getpid(), "nobody"))
    for folder in (dead, alive, foreign):
        folder.mkdir()
    Espeak().load()
    assert (dead.exists(), alive.exists(), foreign.exists()) == (False, True, True)


def event(kind: int, at_ms: int, position: int = 0, phoneme: str = "") -> Event:
    return Event(kind, position, 1, at_ms, phoneme)


@pytest.mark.parametrize(
    ("events", "heard", "written", "words"),
    [
        ([event(WORD_EVENT, 0, 1), event(WORD_EVENT, 300, 5), event(5, 900)], "시굥뉴 너코", "식용유 넣고",
         [("식용유", 0, 300), ("넣고", 300, 900)]),
        # Two words run together share their time by their length.
        ([event(WORD_EVENT, 0, 1), event(5, 500)], "가나다 라마", "가나다 라마", [("가나다", 0, 300), ("라마", 300, 500)]),
        # Two events within one word are one mark; punctuation is not part of it.
        ([event(WORD_EVENT, 0, 1), event(WORD_EVENT, 100, 3), event(5, 200)], "가나다라.", "가나다라.", [("가나다라", 0, 200)]),
        ([], "", "", []),
        ([event(WORD_EVENT, 0, 99)], "가", "가", []),
    ],
)  # fmt: skip
def test_word_times(events: list[Event], heard: str, written: str, words: list[tuple[str, float, float]]) -> None:
    found = [(m.value, m.start_ms, m.end_ms) for m in marks(events, heard, written) if m.type == "word"]
    assert found == words


def test_phoneme_times() -> None:
    events = [
        event(PHONEME_EVENT, 0, phoneme="k"),
        event(PHONEME_EVENT, 40, phoneme="a"),
        event(PHONEME_EVENT, 90),
        event(5, 100),
    ]
    assert [(m.value, m.start_ms, m.end_ms) for m in marks(events, "", "")] == [("k", 0, 40), ("a", 40, 90)]
