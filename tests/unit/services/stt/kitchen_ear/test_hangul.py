"""Written Korean becomes spoken Korean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.stt.kitchen_ear.hangul import spoken
from services.stt.kitchen_ear.phones_ko import pronunciations
from shared.kitchen.jamo import compose


def as_text(word: str) -> str:
    return "".join(compose(s.lead, s.vowel, s.tail) for s in spoken(word))


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("다음", "다음"),
        ("넣었어", "너어써"),
        ("볶았어", "보까써"),
        ("많이", "마니"),
        ("좋다", "조타"),
        ("같이", "가치"),
        ("값이", "갑씨"),
        ("먹는", "멍는"),
        ("국물", "궁물"),
        ("입니다", "임니다"),
        ("독립", "동닙"),
        ("설날", "설랄"),
        ("신라", "실라"),
        ("국수", "국쑤"),
        ("축하", "추카"),
        ("십육", "심뉵"),
        ("여덟", "여덜"),
        ("읽어", "일거"),
        ("닭고기", "닥꼬기"),
        ("않아", "아나"),
        ("끓는", "끌른"),
        ("다음 ok!", "다음"),
    ],
)
def test_sounds_change_where_syllables_meet(written: str, said: str) -> None:
    assert as_text(written) == said


def test_a_word_has_several_spellings_the_likeliest_first() -> None:
    spellings = [" ".join(phones) for phones in pronunciations("다음")]
    assert "D AA UH M" in spellings
    assert len(spellings) == len(set(spellings)) <= 6


@given(st.text(alphabet=st.characters(min_codepoint=ord("가"), max_codepoint=ord("힣")), min_size=1, max_size=12))
def test_every_word_can_be_said(word: str) -> None:
    assert len(spoken(word)) >= 1
    for phones in pronunciations(word):
        assert phones
        assert all(phone.isalpha() and phone.isupper() for phone in phones)
