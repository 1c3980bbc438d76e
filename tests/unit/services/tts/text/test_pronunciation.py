"""Korean as it is written, and as it must be heard: several hundred rows, after the standard pronunciation."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.tts.text.korean import pronounce

TABLE = Path(__file__).with_name("pronunciations.tsv")


def rows() -> list[tuple[str, str]]:
    lines = TABLE.read_text("utf-8").splitlines()
    pairs = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [(written, heard) for written, heard in pairs]


@pytest.mark.parametrize(("written", "heard"), rows())
def test_as_it_must_be_heard(written: str, heard: str) -> None:
    assert pronounce(written) == heard


def test_the_table_is_worth_its_name() -> None:
    assert len(rows()) > 500
    assert len({written for written, _ in rows()}) == len(rows())


@given(st.text(alphabet=st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=1, max_size=30))
def test_every_syllable_has_a_sound_and_keeps_its_place(text: str) -> None:
    said = pronounce(text)
    assert len(said) == len(text)
    assert all("가" <= char <= "힣" for char in said)


@given(st.text(max_size=60))
def test_whatever_is_not_hangul_stays(text: str) -> None:
    def foreign(s: str) -> str:
        return "".join(char for char in s if not "가" <= char <= "힣")

    assert foreign(pronounce(text)) == foreign(text)


@given(st.lists(st.sampled_from([written for written, _ in rows()]), min_size=1, max_size=8))
def test_words_keep_their_count_so_that_captions_can_follow(words: list[str]) -> None:
    text = " ".join(words)
    assert len(pronounce(text).split()) == len(text.split())


def test_a_pause_keeps_words_apart() -> None:
    assert pronounce("밥, 먹고") == "밥, 먹꼬"
    assert pronounce("밥 먹고") == "밤 먹꼬"
