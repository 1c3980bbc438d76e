"""Which ingredient is spoken of: without its particle, and without what is only said beside it."""

import pytest

from services.llm.classifier.asked_ingredient import ingredient


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("설탕은 얼마만큼 들어가?", "설탕"),
        ("다진 마늘 몇 큰술이야", "다진 마늘"),
        ("그럼 고수는 얼마나 넣지", "고수"),
        ("how much soy sauce do i need", "soy sauce"),
        ("얼마나 넣어?", None),
        ("맛술이 집에 없는데", "맛술"),
        ("we're out of sour cream", "sour cream"),
        ("um how much uh how much honey", "honey"),
        ("we don't get creme fraiche here, what to use", "creme fraiche"),
    ],
)
def test_the_ingredient_alone(text: str, name: str | None) -> None:
    assert ingredient(text, ()) == name


def test_the_recipes_own_names_come_first() -> None:
    assert ingredient("국간장 얼마나 넣어", ("진간장", "국간장", "물")) == "국간장"
