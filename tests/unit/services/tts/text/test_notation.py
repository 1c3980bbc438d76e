"""Kitchen notation, all the way from the recipe to the phonemes. How it is read is shared.kitchen's; here the parts
must fit: nothing may be left that a voice spells, skips or reads in the wrong language."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from services.tts.engines.espeak import Espeak
from services.tts.text.spoken import spoken
from shared.kitchen.language import Language

HERE = Path(__file__).parent


def rows(name: str) -> list[list[str]]:
    lines = (HERE / name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


@pytest.fixture(scope="module")
def espeak() -> Iterator[Espeak]:
    engine = Espeak()
    engine.load()
    yield engine
    engine.close()


@pytest.mark.parametrize(("written", "said", "heard", "phonemes"), rows("notation_ko.tsv"))
def test_korean(espeak: Espeak, written: str, said: str, heard: str, phonemes: str) -> None:
    assert spoken(written, Language.KO) == said
    reading = espeak.reading(said, Language.KO, "ko+steady")
    assert reading.heard == heard
    assert reading.phonemes == phonemes
    assert "(en)" not in reading.phonemes


@pytest.mark.parametrize(("written", "said"), rows("notation_en.tsv"))
def test_english(written: str, said: str) -> None:
    assert spoken(written, Language.EN) == said


def test_the_sounds_that_the_library_gets_wrong_by_itself(espeak: Espeak) -> None:
    """The list it is known for: it would say ipnida, doqrip, and read Latin letters in English."""
    table = [
        ("입니다", "imnid"),
        ("독립", "doŋnip"),
        ("십 분", "p-un"),
        ("버터 200g", "kɯ"),
        ("oven", "obɯn"),
    ]
    for written, sound in table:
        said = espeak.reading(spoken(written, Language.KO), Language.KO, "ko+steady").phonemes
        plain = said.replace("ˈ", "").replace("ˌ", "")
        assert sound in plain or sound.replace("k", "q-") in plain, (written, plain)
