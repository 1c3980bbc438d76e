"""Cutting text for speech: sentences and chunks, never inside a number, an abbreviation or brackets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.kitchen.language import Language
from shared.kitchen.sentences import speech_chunks, split_sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("물을 끓여요. 소금을 넣어요.", ["물을 끓여요.", "소금을 넣어요."]),
        ("끓여요! 넣을까요? 네.", ["끓여요!", "넣을까요?", "네."]),
        ("1.5L 물을 끓여요. 끝.", ["1.5L 물을 끓여요.", "끝."]),
        ("Boil the water. Add salt.", ["Boil the water.", "Add salt."]),
        ("Add 2 tsp. salt and stir. Done!", ["Add 2 tsp. salt and stir.", "Done!"]),
        ("Bake for approx. 20 min. at 350 degrees.", ["Bake for approx. 20 min. at 350 degrees."]),
        ("Herbs, e.g. basil, are fine. Stir.", ["Herbs, e.g. basil, are fine.", "Stir."]),
        ("1. Boil water. 2. Add salt.", ["1. Boil water.", "2. Add salt."]),
        ("It is 3.5 cups. Really.", ["It is 3.5 cups.", "Really."]),
        ('He said "stop." Then he left.', ['He said "stop."', "Then he left."]),
        ("첫 줄\n둘째 줄", ["첫 줄", "둘째 줄"]),
        ("잠깐... 기다려요.", ["잠깐...", "기다려요."]),
        ("no end", ["no end"]),
        ("", []),
        ("   ", []),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    assert split_sentences(text) == sentences


LONG_KO = "냄비에 물 두 컵을 붓고 센 불에서 끓이다가 끓기 시작하면 불을 줄이고 된장 두 큰술과 고추장 한 큰술을 풀어 넣은 다음 두부와 애호박과 양파를 넣고 십 분 정도 더 끓여 주세요."
LONG_EN = (
    "Heat two tablespoons of oil in a large pan over medium heat and add the onions and the garlic and cook them gently "
    "for about ten minutes until they are soft and golden but not brown, stirring every now and then."
)


@pytest.mark.parametrize(("text", "language"), [(LONG_KO, Language.KO), (LONG_EN, Language.EN)])
def test_long_sentences_are_cut_into_breaths(text: str, language: Language) -> None:
    chunks = speech_chunks(text, language)
    assert len(chunks) > 1
    assert all(len(chunk.split()) <= 15 for chunk in chunks)
    assert " ".join(chunks) == text


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("넣고 " * 12 + "간장 두 큰술 넣고 설탕 한 큰술 넣고 물 세 컵 부어요", "두 큰술"),
        ("stir and " * 6 + "add two cups of flour and one teaspoon of salt to the bowl", "two cups"),
        ("넣고 " * 11 + "소금 (아주 조금 더 넣어도 좋아요) 넣고 끓여요", "(아주 조금"),
    ],
)
def test_a_number_stays_with_what_it_counts(text: str, kept: str) -> None:
    assert any(kept in chunk for chunk in speech_chunks(text))


@given(st.text(max_size=400), st.integers(1, 30))
def test_nothing_is_lost_in_cutting(text: str, longest: int) -> None:
    chunks = speech_chunks(text, longest=longest)
    assert "".join("".join(chunks).split()) == "".join(text.split())
    assert all(len(chunk.split()) <= longest for chunk in chunks)
