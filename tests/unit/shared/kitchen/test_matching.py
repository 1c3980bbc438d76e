"""The small tools that commands are matched with: one view of a text, likeness of sounds, forms of Korean verbs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.kitchen.jamo import compose, distance, jamo, letters, similarity
from shared.kitchen.text import is_asked, normalise, squeeze
from shared.kitchen.verbs_ko import done, joined, questions, requests


@pytest.mark.parametrize(
    ("said", "view"),
    [
        ("  다음 단계로~!  ", "다음 단계로"), ("다음,다음", "다음 다음"), ("What’s next?", "whats next"), ("OKAY, NEXT!", "okay next"), ("１.５컵", "1.5컵"),
        ("1,000ml", "1,000ml"), ("2~3개", "2~3개"), ("3:30", "3:30"), ("1/2 cup", "1/2 cup"), ("½컵", "1/2컵"), ("5-minute", "5 minute"), ("다\u200b음", "다음"),
        ("다음", "다음"), ("50%", "50%"), ("180℃", "180°c"), ("a_b", "a b"), ("…", ""), ("", ""),
    ],
)  # fmt: skip
def test_one_view_of_a_text(said: str, view: str) -> None:
    assert normalise(said) == view


@given(st.text(max_size=200))
def test_normalising_twice_changes_nothing(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)
    assert " " not in squeeze(normalise(text))


@pytest.mark.parametrize(
    ("said", "asked"),
    [("다 했어?", True), ("done?!", True), ("뭐라고？", True), ("done.", False), ("?나", False), ("", False)],
)
def test_a_question_mark_at_the_end(said: str, asked: bool) -> None:
    assert is_asked(said) is asked


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [("다음", "다움", 0.80), ("다음", "다름", 0.80), ("다음", "마음", 0.80), ("삼십분", "사십분", 0.89), ("일인분", "이인분", 0.88), ("다음", "다음", 1.0), ("", "", 1.0), ("가", "나", 0.5)],
)  # fmt: skip
def test_likeness(one: str, other: str, likeness: float) -> None:
    assert similarity(one, other) == pytest.approx(likeness, abs=0.012)


@given(
    st.text(alphabet="가각간갇갈값나다라마바사닭삶", max_size=8),
    st.text(alphabet="가각간갇갈값나다라마바사닭삶", max_size=8),
)
def test_likeness_is_mutual_and_bounded(one: str, other: str) -> None:
    assert similarity(one, other) == similarity(other, one)
    assert 0 <= similarity(one, other) <= 1
    assert distance(jamo(one), jamo(other), 3) <= 4


@given(st.characters(min_codepoint=ord("가"), max_codepoint=ord("힣")))
def test_a_syllable_taken_apart_goes_together_again(syllable: str) -> None:
    assert compose(*letters(syllable)) == syllable


@pytest.mark.parametrize(
    ("stem", "form"),
    [("가", "가"), ("넘어가", "넘어가"), ("하", "해"), ("알리", "알려"), ("보", "봐"), ("주", "줘"), ("멈추", "멈춰"), ("끄", "꺼"), ("읽", "읽어"), ("볶", "볶아"),
     ("굽", "구워"), ("붓", "부어"), ("젓", "저어"), ("듣", "들어"), ("자르", "잘라"), ("부르", "불러"), ("되", "돼"), ("빼", "빼"), ("켜", "켜"), ("담그", "담가"),
     ("걸", "걸어"), ("건너뛰", "건너뛰어"), ("그러", "그래")],
)  # fmt: skip
def test_verbs_join_what_follows(stem: str, form: str) -> None:
    assert joined(stem) == form


def test_verbs_in_every_register() -> None:
    assert {
        "넘어가",
        "넘어가요",
        "넘어가줘",
        "넘어가주세요",
        "넘어갑시다",
        "넘어갈게요",
        "넘어가자",
        "넘어가시죠",
    } <= set(requests("넘어가"))
    assert {"읽어줘", "읽읍시다", "읽으세요"} <= set(requests("읽"))
    assert {"했어", "했어요", "했습니다", "했다"} <= set(done("하"))
    assert {"구웠어", "구웠습니다"} <= set(done("굽"))
    assert {"끓여", "끓이나요", "끓여야돼", "끓이면돼", "끓일까요"} <= set(questions("끓이"))


def test_what_only_others_can_do_is_no_request_when_i_say_it_of_myself() -> None:
    assert "기다릴게" not in requests("기다리")
    assert "기다려줘" in requests("기다리")


@pytest.mark.parametrize("stem", ["넘어가", "하", "읽", "알리", "멈추"])
def test_no_form_of_a_request_forbids_it(stem: str) -> None:
    assert not [form for form in requests(stem) if "지마" in form or "말" in form[len(stem) :]]
