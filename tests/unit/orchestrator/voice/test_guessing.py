"""How long to wait for more, from the words alone. Korean and English side by side."""

import pytest

from orchestrator.session.action import Action, Slots, Utterance
from orchestrator.understanding import Understood
from orchestrator.voice.guessing import verdict
from orchestrator.voice.turn_taking import Verdict
from shared.kitchen.intents import Intent
from shared.kitchen.language import language_of


def understood(text: str, *intents: Intent, whole: bool = True) -> Understood:
    language = language_of(text)
    return Understood(Utterance(text, tuple(Action(i, Slots(), text, language) for i in intents), language), whole, 1)


@pytest.mark.parametrize(
    ("korean", "english", "intent", "expected"),
    [
        ("그만", "stop", Intent.STOP, Verdict.COMPLETE),
        ("되돌려", "undo", Intent.UNDO, Verdict.COMPLETE),
        ("다음", "next", Intent.NEXT_STEP, Verdict.COMPLETE),  # whatever follows: "다음 단계로 가 줘", "next step"
        ("다시", "go back", Intent.REPEAT_STEP, Verdict.MAY_GO_ON),  # "다시 시작", "go back to step 2"
        ("5분 타이머", "timer for five minutes", Intent.SET_TIMER, Verdict.MAY_GO_ON),
        (
            "간장을 얼마나 넣으면 될까요",
            "how much of the salt should I put in",
            Intent.INGREDIENT_AMOUNT,
            Verdict.UNDERSTOOD,
        ),
        ("왜 김치를 먼저 볶아요?", "why do we fry the kimchi first?", Intent.QUESTION, Verdict.UNDERSTOOD),
        ("왜 김치를 먼저", "why do we fry the", Intent.QUESTION, Verdict.OPEN),
        ("그러니까 그게 말이지", "well what I mean is", Intent.OUT_OF_SCOPE, Verdict.OPEN),
    ],
)
def test_what_the_words_look_like(korean: str, english: str, intent: Intent, expected: Verdict) -> None:
    for text in (korean, english):
        assert verdict(text, understood(text, intent)) is expected, text


def test_no_words_are_nothing() -> None:
    assert verdict("  ", understood("")) is Verdict.NOTHING


@pytest.mark.parametrize("text", ["됐어", "응", "ok", "thanks"])
def test_what_silences_a_ringing_timer_waits_for_nothing(text: str) -> None:
    assert verdict(text, understood(text, Intent.STEP_DONE), silences=True) is Verdict.COMPLETE


def test_what_was_only_half_understood_waits_for_more() -> None:
    assert verdict("간장 좀 많이 넣을까", understood("", Intent.INGREDIENT_AMOUNT, whole=False)) is Verdict.OPEN
