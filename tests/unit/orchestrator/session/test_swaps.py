"""What is offered for an ingredient, and what is left out, in the cook's words."""

import pytest

from orchestrator.session.knowing import same_meat
from orchestrator.session.swaps import leaves_out, may_leave_out, offered_instead
from shared.curated.substitutions import substitution
from shared.kitchen.ingredient_concepts import concept_of


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("설탕 대신 매실청은?", "매실청"), ("목살 말고 앞다리살 써도 돼?", "앞다리살"), ("돼지고기 대신 참치", "참치"),
        ("양파를 대파로 대체해도 돼?", "대파"), ("설탕 대신 스테비아 써도 돼?", "스테비아"), ("버터 대신 코코넛 오일로", "코코넛 오일"),
        ("can I use olive oil instead of butter?", "olive oil"), ("margarine instead of butter", "margarine"),
        ("what if I use honey instead of sugar?", "honey"), ("can I replace the sugar with honey?", "honey"),
        ("can I use stevia instead of sugar", "stevia"),
        ("instead of eggs can I use yogurt?", "yogurt"), ("육수 없으면 그냥 물로 해도 돼?", "물"), ("두부 없는데 빼도 돼?", None),
        ("맛술 대신 뭐 써?", None), ("what can I use instead of butter?", None), ("두부 없는데", None), ("no butter", None),
    ],
)  # fmt: skip
def test_what_is_offered(text: str, offered: str | None) -> None:
    assert offered_instead(text) == offered


@pytest.mark.parametrize(
    "text",
    [
        "두부 빼고 할게",
        "당근은 생략",
        "당근은 안넣을래",
        "두부는 뺄래",
        "I'll leave out the carrots",
        "without the onion",
        "make it without salt",
        "skip the salt",
    ],
)
def test_left_out(text: str) -> None:
    assert leaves_out(text)


@pytest.mark.parametrize(
    "text", ["두부 빼도 돼?", "소금 안 넣었어", "can I leave out the salt?", "두부 넣었어", "물기를 빼요"]
)
def test_not_left_out(text: str) -> None:
    assert not leaves_out(text)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("두부 빼도 돼?", True), ("당근 없어도 괜찮아?", True), ("can I leave out the salt?", True), ("두부 빼고 할게", False),
        ("두부 대신 뭐 써?", False),
    ],
)  # fmt: skip
def test_asked_whether_it_may_be_left_out(text: str, asked: bool) -> None:
    assert may_leave_out(text) is asked


def test_two_cuts_of_one_animal() -> None:
    assert same_meat(concept_of("목살"), concept_of("삼겹살")) == "pork"
    assert same_meat(concept_of("목살"), concept_of("소고기")) is None
    assert same_meat(concept_of("목살"), concept_of("참치")) is None


def test_coconut_milk_is_no_milk() -> None:
    assert substitution(["코코넛 밀크"]) is None
    assert substitution(["milk"]) is not None
