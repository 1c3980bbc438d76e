"""What a language model may suggest: believed only where our own rules agree."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.llm.proposals import Refused, judged
from services.llm.situation import Situation, Understanding
from shared.contracts.llm import Action, Source
from shared.kitchen.intents import STATE_CHANGING, Intent

UNSURE = Understanding((Action(intent=Intent.OUT_OF_SCOPE),), 0.1, "ko", Source.FALLBACK)


def proposal(intent: str, confidence: float = 0.95, evidence: str = "") -> str:
    return json.dumps({"intent": intent, "confidence": confidence, "evidence": evidence}, ensure_ascii=False)


def judge(raw: str, text: str, **situation: object) -> Action:
    return judged(raw, text, Situation(**situation), UNSURE).actions[0]  # type: ignore[arg-type]


def test_a_good_one_counts_and_its_slots_are_read_from_the_words() -> None:
    action = judge(proposal("set_timer", evidence="칠 분"), "칠 분만 거시기 좀")
    assert (action.intent, action.slots.duration_s) == (Intent.SET_TIMER, 420)


@pytest.mark.parametrize(
    ("raw", "text", "why"),
    [
        ("다음이요", "거시기", "not JSON"),
        ("{", "거시기", "not JSON"),
        (proposal("launch_rocket", evidence="거시기"), "거시기", "schema"),
        (proposal("repeat_step", 1.5, "거시기"), "거시기", "schema"),
        (proposal("repeat_step", -0.1, "거시기"), "거시기", "schema"),
        (proposal("repeat_step", 0.9, ""), "거시기", "schema"),
        (proposal("repeat_step", 0.9, "저시기"), "거시기", "evidence"),
        (proposal("repeat_step", 0.3, "거시기"), "거시기", "not sure"),
        (proposal("next_step", 0.7, "거시기"), "거시기", "not sure"),
        (proposal("next_step", 1.0, "다음"), "왜 다음이야", "question"),
        (proposal("goto_step", 1.0, "저기로"), "저기로 가 봐", "no step"),
        (proposal("goto_step", 1.0, "40단계"), "40단계로 거시기", "impossible"),
    ],
)
def test_odd_ones_fail_closed(raw: str, text: str, why: str) -> None:
    with pytest.raises(Refused, match=why):
        judge(raw, text, total_steps=6)


@given(st.text(max_size=300), st.sampled_from(["왜 다음으로 갔어?", "아직 안 했어", "don't stop", "뭐지"]))
def test_no_bytes_from_a_model_move_the_cook_against_their_words(raw: str, text: str) -> None:
    try:
        action = judge(raw, text)
    except Refused:
        return
    assert action.intent not in STATE_CHANGING
