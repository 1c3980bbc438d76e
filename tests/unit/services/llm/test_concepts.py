"""Words of one idea look alike, in both languages; the order in which ideas were said is kept."""

import pytest

from services.llm.classifier.concepts import concepts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("다음 단계 말해", "다음 과정 읊어"),
        ("타이머 취소", "알람 지워"),
        ("next step", "following instruction"),
        ("cancel timer", "scrap countdown"),
        ("다음 단계", "next step"),
    ],
)
def test_other_words_of_the_same_ideas_are_the_same(one: str, other: str) -> None:
    assert concepts(one) == concepts(other) != []


def test_order_is_kept_and_spaces_do_not_matter() -> None:
    assert concepts("타이머 취소") == concepts("타이머취소")
    assert concepts("stop the next") != concepts("next stop the")


def test_what_carries_no_idea_is_nothing() -> None:
    assert concepts("zorble quibnax") == concepts("") == []
