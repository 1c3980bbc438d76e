"""One word, several meanings: the same utterance in different situations, Korean and English side by side."""

from dataclasses import replace
from fractions import Fraction

import pytest

from orchestrator.session.action import Action, Slots, Utterance
from orchestrator.session.decision import Hush
from orchestrator.session.emergencies import recognise
from orchestrator.session.hearing import hear
from orchestrator.session.state import Focus, State
from orchestrator.session.turn import pass_time, take_turn
from shared.kitchen.intents import Intent
from shared.kitchen.language import Language
from tests.unit.orchestrator.session.scenes import NOON, cooking, say

RINGING, RUNNING, PLAIN, ASKED = "ringing", "running", "plain", "asked"


def situation(kind: str) -> State:
    state = say(cooking(), Intent.GOTO_STEP, step=3).state
    if kind == PLAIN:
        return state
    state = say(state, Intent.SET_TIMER, "타이머 시작").state
    if kind == RUNNING:
        return state
    if kind == RINGING:
        return pass_time(state, NOON + 900).state
    return say(state, Intent.NEXT_STEP, "다음").state


def heard(state: State, text: str, intent: Intent, slots: Slots | None = None) -> list[Intent]:
    action = Action(intent, slots or Slots(), text, Language.KO)
    return [one.intent for one in hear(state, Utterance(text, (action,), Language.KO), NOON).actions]


@pytest.mark.parametrize(
    ("kind", "text", "classified", "meant"),
    [
        (RINGING, "됐어", Intent.STEP_DONE, [Intent.STOP]),
        (RINGING, "꺼", Intent.CANCEL_TIMER, [Intent.STOP]),
        (RINGING, "ok", Intent.YES, [Intent.STOP]),
        (RINGING, "알았어요", Intent.YES, [Intent.STOP]),
        (RINGING, "다음", Intent.NEXT_STEP, [Intent.STOP, Intent.NEXT_STEP]),
        (PLAIN, "됐어", Intent.STEP_DONE, [Intent.STEP_DONE]),
        (PLAIN, "그만", Intent.STOP, [Intent.STOP]),
        (ASKED, "됐어", Intent.STEP_DONE, [Intent.NO]),
        (ASKED, "취소", Intent.UNDO, [Intent.NO]),
        (ASKED, "응", Intent.YES, [Intent.NEXT_STEP]),
        (ASKED, "다음", Intent.NEXT_STEP, [Intent.NEXT_STEP]),
        (ASKED, "재료", Intent.LIST_INGREDIENTS, [Intent.LIST_INGREDIENTS]),
        (RUNNING, "다 됐어?", Intent.STEP_DONE, [Intent.TIMER_STATUS]),
        (PLAIN, "다 됐어?", Intent.STEP_DONE, [Intent.HOW_LONG]),
        (PLAIN, "다 됐어", Intent.STEP_DONE, [Intent.STEP_DONE]),
        (RUNNING, "얼마나 남았어?", Intent.HOW_LONG, [Intent.TIMER_STATUS]),
        (PLAIN, "얼마나 남았어?", Intent.TIMER_STATUS, [Intent.PROGRESS]),
        (PLAIN, "물 얼마나 넣어?", Intent.HOW_LONG, [Intent.INGREDIENT_AMOUNT]),
        (PLAIN, "얼마나 끓여?", Intent.INGREDIENT_AMOUNT, [Intent.HOW_LONG]),
        (PLAIN, "무는 얼마나 볶아?", Intent.INGREDIENT_AMOUNT, [Intent.HOW_LONG]),
        (PLAIN, "99단계로", Intent.OUT_OF_SCOPE, [Intent.GOTO_STEP]),
        (PLAIN, "음 그 뭐냐", Intent.OUT_OF_SCOPE, [Intent.OUT_OF_SCOPE]),
        (PLAIN, "나박 썰기가 뭐야?", Intent.OUT_OF_SCOPE, [Intent.QUESTION]),
    ],
)
def test_the_situation_decides(kind: str, text: str, classified: Intent, meant: list[Intent]) -> None:
    assert heard(situation(kind), text, classified) == meant


@pytest.mark.parametrize("text", ["그럼 물은?", "물은요?", "and the water?", "what about 물?"])
def test_follow_ups_need_something_to_follow(text: str) -> None:
    state = situation(PLAIN)
    assert heard(state, text, Intent.OUT_OF_SCOPE) == [Intent.OUT_OF_SCOPE]
    after = replace(state, focus=Focus(Intent.SUBSTITUTE, state.recipe.ingredients[0].id if state.recipe else None))
    assert heard(after, text, Intent.OUT_OF_SCOPE) == [Intent.SUBSTITUTE]


@pytest.mark.parametrize(
    "text", ["물 다 끓었는지 어떻게 알아?", "is the water boiling", "물 튀었어", "chop up the 대파"]
)
def test_what_says_more_than_a_name_follows_nothing(text: str) -> None:
    asked = replace(situation(PLAIN), focus=Focus(Intent.INGREDIENT_AMOUNT, None))
    assert heard(asked, text, Intent.QUESTION) == [Intent.QUESTION]


def test_an_old_question_takes_no_answer() -> None:
    state = situation(ASKED)
    action = Action(Intent.YES, Slots(), "응", Language.KO)
    late = hear(state, Utterance("응", (action,), Language.KO), NOON + 61)
    assert [one.intent for one in late.actions] == [Intent.YES]
    assert not late.answered


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("불났어", "fire"), ("기름에 불이 붙었어!", "fire"), ("there's a fire", "fire"), ("the oil caught fire", "fire"),
        ("손 데었어", "burn"), ("화상 입었어", "burn"), ("I burned my hand", "burn"),
        ("애가 뜨거운 물 쏟았어", "burn"), ("끓는 물을 엎었어", "burn"), ("손에 기름이 튀었어", "burn"),
        ("my kid spilled boiling water", "burn"), ("hot oil splashed on my arm", "burn"),
        ("손가락 베었어", "cut"), ("피가 나", "cut"), ("I cut my finger", "cut"),
        ("목에 뼈가 걸렸어", "choking"), ("숨을 못 쉬어", "choking"), ("she's choking", "choking"),
        ("가스 냄새가 나", "gas"), ("I smell gas", "gas"),
    ],
)  # fmt: skip
def test_emergencies(text: str, kind: str) -> None:
    assert recognise(text) == kind


@pytest.mark.parametrize(
    "text",
    [
        "불 켰어", "불 꺼", "불 세기는?", "불고기 하자", "중불로 줄였어", "다 태웠어", "고기를 구웠어", "파를 베어 넣어", "화상 회의",
        "fire up the grill", "is the chicken burned", "cut the onions", "how do I cut this", "gas mark 4", "burn off the alcohol",
        "물 튀었어", "애가 물을 쏟았어", "I poured in the boiling water", "뜨거운 물 부었어", "국물이 넘쳤어", "add the hot water", "I spilled the flour",
    ],
)  # fmt: skip
def test_ordinary_kitchen_talk_is_no_emergency(text: str) -> None:
    assert recognise(text) is None


@pytest.mark.parametrize(
    ("text", "timers"),
    [
        ("5분이랑 10분 맞춰줘", [(300, None), (600, None)]),
        ("면 5분이랑 계란 10분 타이머", [(300, "면"), (600, "계란")]),
        ("타이머 5분하고 10분", [(300, None), (600, None)]),
        ("timers for 5 minutes and 10 minutes", [(300, None), (600, None)]),
        ("10분에서 15분 타이머", [(600, None)]),
        ("1시간 30분 타이머", [(5400, None)]),
    ],
)
def test_every_time_that_was_said_gets_its_timer(text: str, timers: list[tuple[int, str | None]]) -> None:
    first = timers[0][0]
    turn = say(cooking(), Intent.SET_TIMER, text, duration_s=first)
    assert [(one.intent, one.slots.duration_s, one.slots.name) for one in turn.actions] == [
        (Intent.SET_TIMER, seconds, name) for seconds, name in timers
    ]
    assert [timer.duration_s for timer in turn.state.live_timers] == [seconds for seconds, _ in timers]


@pytest.mark.parametrize(
    ("text", "dish"),
    [
        ("된장찌개로 바꿔", "된장찌개"),
        ("된장찌개로 바꿔줘", "된장찌개"),
        ("그냥 김밥으로 하자", "김밥"),
        ("switch to tomato pasta", "tomato pasta"),
        ("let's change to the roast chicken", "roast chicken"),
        ("대파로 바꿔", None),  # an ingredient: something else is meant
        ("영어로 바꿔줘", None),
        ("4인분으로 바꿔", None),
        ("change to 4 servings", None),
    ],
)
def test_another_dish(text: str, dish: str | None) -> None:
    turn = say(cooking(), Intent.OUT_OF_SCOPE, text)
    (action,) = turn.actions
    assert (action.intent is Intent.CHOOSE_RECIPE) is (dish is not None)
    assert action.slots.query == dish


@pytest.mark.parametrize(
    ("texts", "scale"),
    [
        ([("두 배로", 2), ("반으로 줄여", 0.5)], Fraction(1)),
        ([("double it", 2), ("halve it", 0.5)], Fraction(1)),
        ([("두 배로", 2), ("두 배로", 2)], Fraction(2)),  # said twice it is still twice
        ([("두 배로", 2), ("절반만", 0.5)], Fraction(1)),  # half of what it is now
        ([("두 배로", 2), ("원래의 절반으로", 0.5)], Fraction(1, 2)),
        ([("두 배로", 2), ("거기서 두 배로", 2)], Fraction(4)),
        ([("make half", 0.5), ("make half of that", 0.5)], Fraction(1, 4)),
        ([("거기서 반만", 0.5), ("반으로", 0.5)], Fraction(1, 4)),
        ([("세 배로", 3), ("두 배로", 2)], Fraction(6)),
        ([("반으로 줄여", 0.5), ("두 배로 늘려", 2)], Fraction(1)),
    ],
)
def test_what_a_factor_counts_from(texts: list[tuple[str, float]], scale: Fraction) -> None:
    state = cooking()
    for text, factor in texts:
        state = say(state, Intent.SCALE_SERVINGS, text, factor=factor).state
    assert state.place.scale == scale


def test_one_utterance_moves_one_step() -> None:
    state = cooking()
    actions = tuple(Action(intent, text="다 했어, 다음") for intent in (Intent.STEP_DONE, Intent.NEXT_STEP))
    turn = take_turn(state, Utterance("다 했어, 다음", actions, state.language), NOON)
    assert turn.state.place.step == 2


def test_stop_over_our_own_speech_silences_us_and_asks_nothing() -> None:
    state = say(cooking(), Intent.NEXT_STEP, "다음").state
    stop = Utterance("그만", (Action(Intent.STOP, text="그만"),), state.language)
    quiet = take_turn(state, stop, NOON, over_speech=True)
    assert (quiet.says, quiet.effects, quiet.state.question) == ((), (Hush(),), None)
    asked = take_turn(state, stop, NOON)
    assert asked.state.question is not None
