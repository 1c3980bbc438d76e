"""Which dish is wanted: without what is only said around it."""

import pytest

from services.llm.classifier.dishes import dish_in


@pytest.mark.parametrize(
    ("text", "dish"),
    [
        ("오늘은 비가 오니까 파전 부쳐 먹자", "파전"),
        ("오늘은 닭갈비 해 먹자", "닭갈비"),
        ("김밥 말고 유부초밥 만들래", "유부초밥"),
        ("다른 요리 하자", None),
        ("can you show me how to make pad thai", "pad thai"),
        ("엄마 생신이라 미역국 끓여드리려고요", "미역국"),
        ("고구마 맛탕 하는 거 알려줘", "고구마 맛탕"),
        ("오늘은 된장찌개로 갈게", "된장찌개"),
        ("we're doing shepherd's pie tonight", "shepherds pie"),
        ("find me a recipe for banana bread my bananas are black", "banana bread"),
        ("gonna do a pav tonight bring it up", "pav"),
    ],
)
def test_the_dish_alone(text: str, dish: str | None) -> None:
    assert dish_in(text) == dish
