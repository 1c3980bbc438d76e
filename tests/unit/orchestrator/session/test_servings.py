"""How much of the recipe is wanted, in the cook's words, Korean and English side by side."""

from fractions import Fraction

import pytest

from orchestrator.session.action import Action
from orchestrator.session.decision import Decision
from orchestrator.session.rereading import reread
from orchestrator.session.servings import supposed, wanted
from shared.kitchen.intents import Intent
from shared.kitchen.language import Language
from tests.unit.orchestrator.session.scenes import NOON, cooking


def asked(text: str, intent: Intent = Intent.OUT_OF_SCOPE) -> Action:
    (action,) = reread(cooking(), (Action(intent, text=text, language=Language.KO),))
    return action


@pytest.mark.parametrize(
    ("text", "factor"),
    [
        ("두 명 더 온대", 2), ("두 분 더 오셔", 2), ("우리 가족 네 명이야", 2), ("2인분 추가", 2), ("한 사람 더 온대", "3/2"), ("한 명 못 온대", "1/2"), ("한 명 빠졌어", "1/2"), ("한 명은 안 먹는대", "1/2"), ("애가 하나 더 있어", "3/2"),
        ("어른 둘 애 둘", 2), ("어른 셋이랑 아이 하나", 2), ("우리 식구 넷이다", 2),
        ("one more person is coming", "3/2"), ("add two servings", 2), ("another guest is coming", "3/2"),
        ("one guest can't make it", "1/2"), ("two adults and two kids", 2), ("two adults and a child", "3/2"),
        ("무 600그램 기준으로", 2), ("무 150g으로 할거야", "1/2"), ("국간장 1작은술로 맞춰줘", "1/9"),
        ("I have 150 grams of radish, scale it to that", "1/2"), ("거기서 반만", "1/2"),
    ],
)  # fmt: skip
def test_the_whole_recipe(text: str, factor: str | int) -> None:
    action = asked(text)
    assert action.intent is Intent.SCALE_SERVINGS
    assert wanted(cooking(), action, NOON) == Fraction(factor)


@pytest.mark.parametrize("text", ["무 600그램밖에 없어", "무 600그램 있어", "I only have 600 grams of radish"])
def test_what_there_is_alone_is_asked_back(text: str) -> None:
    action = asked(text)
    assert action.intent is Intent.SCALE_SERVINGS
    decision = wanted(cooking(), action, NOON)
    assert isinstance(decision, Decision)
    assert decision.says[0].endswith("?" if text.isascii() else "까요?")


@pytest.mark.parametrize(
    "text",
    [
        "there's only 5 minutes left",
        "only 2 steps left",
        "2개밖에 없어",
        "5분 더",
        "5분만 더 볶을까",
        "3분 덜",
        "3 분 더",
        "10분 줄여",
        "우리 네이버에서 봤어",
        "두 컵은 몇 ml야?",
        "두 컵을 ml로 바꿔줘",
        "양파를 반으로 잘라",
        "cut it in half",
        "어른 입맛이야",
        "더 넣어?",
        "한 번 더",
    ],
)
def test_what_says_nothing_of_it(text: str) -> None:
    for intent in (Intent.OUT_OF_SCOPE, Intent.CONVERT):
        assert asked(text, intent).intent is intent


@pytest.mark.parametrize(
    ("text", "factor"),
    [
        ("4인분이면 무 얼마나", 2), ("두 배로 하면 물은 얼마야", 2), ("반으로 하면 물 얼마나", "1/2"),
        ("how much radish if I make it for six?", 3), ("how much water for a double batch?", 2),
        ("if I double it, how much water?", 2), ("if we halve it, how much radish?", "1/2"),
    ],
)  # fmt: skip
def test_what_is_only_supposed(text: str, factor: str | int) -> None:
    assert supposed(cooking(), text) == Fraction(factor)
    assert asked(text, Intent.SCALE_SERVINGS).intent is Intent.INGREDIENT_AMOUNT


@pytest.mark.parametrize(
    ("text", "intent", "meant"),
    [
        ("무 반만 넣을래", Intent.INGREDIENT_AMOUNT, Intent.SCALE_SERVINGS),
        ("무만 반으로 하면 얼마야", Intent.INGREDIENT_AMOUNT, Intent.INGREDIENT_AMOUNT),
        ("I only have 150 grams of radish", Intent.SUBSTITUTE, Intent.SCALE_SERVINGS),
        ("I only have 150 grams of radish, what can I use instead?", Intent.SUBSTITUTE, Intent.SUBSTITUTE),
        ("무는 뺄게", Intent.INGREDIENT_AMOUNT, Intent.SUBSTITUTE),
        ("let's skip the radish", Intent.NEXT_STEP, Intent.SUBSTITUTE),
        ("skip the radish step", Intent.NEXT_STEP, Intent.NEXT_STEP),
        ("대파는 언제 넣어?", Intent.QUESTION, Intent.QUESTION),
        ("which step is the radish in", Intent.PROGRESS, Intent.QUESTION),
        ("언제까지 볶아?", Intent.HOW_LONG, Intent.HOW_LONG),
        ("우리말로 해줘", Intent.OUT_OF_SCOPE, Intent.QUESTION),
        ("speak English please", Intent.SLOWER, Intent.QUESTION),
        ("speak slower please", Intent.SLOWER, Intent.SLOWER),
    ],
)
def test_what_was_near_is_read_again(text: str, intent: Intent, meant: Intent) -> None:
    assert asked(text, intent).intent is meant
