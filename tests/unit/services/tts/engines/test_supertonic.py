"""Supertonic's published layout, read for real: four ONNX models of a few hundred bytes."""

import json
from pathlib import Path
from threading import Event

import pytest

from services.tts.engines import Sound, Utterance
from services.tts.engines.supertonic import Supertonic
from shared.kitchen.language import Language
from shared.service.ladder import EngineFailed, EngineUnavailable
from tests.integration.services.tts.doubles import tiny_supertonic


def engine(folder: Path, steps: int = 3) -> Supertonic:
    return Supertonic(folder, steps=steps, base_speed=1.0, device="cpu", threads=1)


def say(mouth: Supertonic, text: str, voice: str = "F1", **how: float) -> Sound:
    heard: list[Sound] = []
    mouth.speak(Utterance(text, Language.KO, voice, **how), heard.append, Event())
    (sound,) = heard
    return sound


def test_it_speaks_and_always_the_same(tmp_path: Path) -> None:
    mouth = engine(tiny_supertonic(tmp_path / "m"))
    mouth.load()
    sound = say(mouth, "양파를 써세요.")
    assert sound.rate == 22_050
    assert say(mouth, "양파를 써세요.") == sound
    assert say(mouth, "마늘을 써세요.") != sound
    assert say(mouth, "양파를 써세요.", "M1") != sound
    assert say(mouth, "양파를 써세요.", speed=2.0).seconds < sound.seconds * 0.6


def test_characters_outside_its_alphabet_are_left_out(tmp_path: Path) -> None:
    mouth = engine(tiny_supertonic(tmp_path / "m"))
    mouth.load()
    assert say(mouth, "양파를 써세요😀\U0001f9c5.") == say(mouth, "양파를 써세요.")


def test_hushed_before_the_end_it_gives_nothing_away(tmp_path: Path) -> None:
    mouth = engine(tiny_supertonic(tmp_path / "m"))
    mouth.load()
    hushed, heard = Event(), []
    hushed.set()
    mouth.speak(Utterance("양파", Language.KO, "F1"), heard.append, hushed)
    assert heard == []


def test_a_voice_it_does_not_have(tmp_path: Path) -> None:
    mouth = engine(tiny_supertonic(tmp_path / "m"))
    mouth.load()
    with pytest.raises(EngineFailed):
        say(mouth, "양파", "Z9")


@pytest.mark.parametrize("file", ["vocoder.onnx", "duration_predictor.onnx", "tts.json", "unicode_indexer.json"])
@pytest.mark.parametrize("damage", ["missing", "torn", "empty"])
def test_an_incomplete_folder(tmp_path: Path, file: str, damage: str) -> None:
    path = tiny_supertonic(tmp_path / "m") / "onnx" / file
    raw = path.read_bytes()
    if damage == "missing":
        path.unlink()
    else:
        path.write_bytes(raw[: len(raw) // 2] if damage == "torn" else b"")
    with pytest.raises(EngineUnavailable, match="make models"):
        engine(tmp_path / "m").load()


def test_a_folder_without_voices_or_with_a_wrong_one(tmp_path: Path) -> None:
    folder = tiny_supertonic(tmp_path / "m")
    (folder / "voice_styles" / "F1.json").write_text(json.dumps({"style_ttl": {"dims": [3], "data": [1]}}))
    with pytest.raises(EngineUnavailable):
        engine(folder).load()
    for style in (folder / "voice_styles").iterdir():
        style.unlink()
    with pytest.raises(EngineUnavailable, match="no voices"):
        engine(folder).load()


@pytest.mark.parametrize("per_letter", [0.001, 5.0, 100.0])
def test_an_impossible_length_is_refused(tmp_path: Path, per_letter: float) -> None:
    mouth = engine(tiny_supertonic(tmp_path / "m", seconds_per_letter=per_letter))
    mouth.load()
    with pytest.raises(EngineFailed):
        say(mouth, "양파를 써세요.")
