"""When and how an ingredient goes in, by the words."""

import pytest

from orchestrator.session.action import Action
from orchestrator.session.going_in import asks_when, how, when
from shared.kitchen.intents import Intent
from shared.kitchen.language import Language
from tests.unit.orchestrator.session.scenes import cooking


def action(text: str, language: Language = Language.KO) -> Action:
    return Action(Intent.QUESTION, text=text, language=language)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("물은 언제 넣어?", "물은 3단계에 넣어요."), ("대파는 어느 단계에 들어가", "대파는 5단계에 넣어요."),
        ("국간장은 어디서 넣노", "국간장은 2단계에 1큰술, 4단계에 2큰술이에요."), ("무는 언제 썰어?", "1단계, 무를 나박나박 썰어요."),
        ("당근은 언제 넣어?", "당근은 이 레시피에 없어요."), ("그거 언제 넣어?", "제가 못 찾았어요."),
        ("언제 볶아?", "2단계, 국간장 1큰술을 넣고 중불에서 3분 볶아요."), ("대파는 언제 두르지?", "대파는 5단계에 넣어요."),
    ],
)  # fmt: skip
def test_when(text: str, said: str) -> None:
    assert asks_when(cooking(), action(text))
    assert when(cooking(), action(text)).says == (said,)


@pytest.mark.parametrize(
    "text",
    [
        "무는 언제까지 볶아?",
        "물 언제 끓을까?",
        "언제 끝나?",
        "when is it done?",
        "물 얼마나 넣어?",
        "is the water in?",
        "how much water do I add when it boils?",
        "무 몇 개를 언제 넣어",
    ],
)
def test_no_question_of_when_it_goes_in(text: str) -> None:
    assert not asks_when(cooking(), action(text))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("무는 어떻게 썰어?", ("1단계, 무를 나박나박 썰어요.",)), ("무는 어떻게 다져?", ("무를 어떻게 하는지는 레시피에 안 적혀 있어요.",)),
        ("무는 어떻게 할까?", ()), ("어떻게 썰어?", ()),
    ],
)  # fmt: skip
def test_how(text: str, told: tuple[str, ...]) -> None:
    assert how(cooking(), action(text)) == told
