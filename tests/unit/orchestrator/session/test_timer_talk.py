"""A timer that is there gets another length; a new one is still a new one."""

import pytest

from orchestrator.session.events import TimerRang
from orchestrator.session.state import State, TimerState
from orchestrator.session.turn import pass_time
from shared.kitchen.intents import Intent
from tests.unit.orchestrator.session.scenes import NOON, cooking, say

MINUTE = 60


def with_timers(**minutes: int) -> State:
    state = cooking()
    for name, length in minutes.items():
        state = say(state, Intent.SET_TIMER, duration_s=length * MINUTE, name=name).state
    return state


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("그거 20분으로 늘려", 20), ("타이머 20분으로 바꿔줘", 20), ("타이머 25분으로 연장", 25), ("10분으로 줄여줘", 10),
        ("국 타이머 20분으로 바꿔", 20), ("국은 12분으로 맞춰줘", 12), ("15분 말고 20분으로 해줘", 20), ("아니 국은 12분", 12), ("20분 타이머로 바꿔줘", 20),
        ("make it 20 minutes", 20), ("change the timer to 12", 12), ("no, make that twelve minutes", 12), ("extend it to half an hour", 30),
    ],
)  # fmt: skip
def test_it_is_set_to_that_from_its_start(text: str, minutes: int) -> None:
    turn = say(with_timers(국=15), Intent.OUT_OF_SCOPE, text, now=NOON + 5 * MINUTE)
    (timer,) = turn.state.live_timers
    assert timer.remaining(NOON + 5 * MINUTE) == (minutes - 5) * MINUTE
    assert str(minutes - 5) in turn.says[-1]


@pytest.mark.parametrize(
    ("text", "intent", "minutes"),
    [
        ("5분 더", Intent.ADD_TIME, 5), ("add five minutes", Intent.ADD_TIME, 5),
        ("밥 20분 타이머", Intent.SET_TIMER, 20), ("타이머 20분으로 맞춰줘", Intent.SET_TIMER, 20), ("어묵 20분", Intent.SET_TIMER, 20),
        ("set a timer for 20 minutes", Intent.SET_TIMER, 20), ("set the timer to 20 minutes", Intent.SET_TIMER, 20),
        ("20분으로 바꿀까?", Intent.QUESTION, 20),
    ],
)  # fmt: skip
def test_what_sets_no_timer_that_is_there(text: str, intent: Intent, minutes: int) -> None:
    turn = say(with_timers(국=15), intent, text, now=NOON + 5 * MINUTE, duration_s=minutes * MINUTE)
    (action,) = turn.actions
    assert (action.intent, action.total) == (intent, False)


def test_only_the_named_one() -> None:
    state = with_timers(라면=3, 국=15)
    state = say(state, Intent.SET_TIMER, "라면은 5분으로 바꿔", duration_s=300).state
    assert [timer.duration_s for timer in state.live_timers] == [300, 900]
    asked = say(state, Intent.OUT_OF_SCOPE, "20분으로 바꿔")
    assert asked.state.question is not None
    answered = say(asked.state, Intent.OUT_OF_SCOPE, "국").state
    assert [timer.duration_s for timer in answered.live_timers] == [300, 1200]


@pytest.mark.parametrize("text", ["둘 다 5분씩 늘려", "five more minutes on both"])
def test_both_get_more(text: str) -> None:
    turn = say(with_timers(라면=3, 국=15), Intent.ADD_TIME, text, duration_s=300)
    assert [timer.duration_s for timer in turn.state.live_timers] == [8 * MINUTE, 20 * MINUTE]
    assert len(turn.says) == 2


def test_a_named_one_while_another_rings() -> None:
    state = pass_time(with_timers(라면=3, 국=15), NOON + 3 * MINUTE).state
    state = say(state, Intent.ADD_TIME, "국 5분 더", now=NOON + 3 * MINUTE, duration_s=300, name="국").state
    assert [timer.duration_s for timer in state.live_timers] == [3 * MINUTE, 20 * MINUTE]


@pytest.mark.parametrize(
    ("first", "then", "seconds"),
    [
        ("국 5분 더", "그거 25분으로 바꿔줘", [3 * MINUTE, 25 * MINUTE]),
        ("five more minutes for the 국", "change it to 25 minutes", [3 * MINUTE, 25 * MINUTE]),
        ("국 5분 더", "둘 다 25분으로 맞춰", [25 * MINUTE, 25 * MINUTE]),
        ("국 5분 더", "make the 국 timer 25", [3 * MINUTE, 25 * MINUTE]),
        ("국 5분 더", "국은 20분 말고 25분", [3 * MINUTE, 25 * MINUTE]),
    ],
)
def test_the_one_spoken_of_both_and_the_other(first: str, then: str, seconds: list[int]) -> None:
    state = say(with_timers(라면=3, 국=15), Intent.ADD_TIME, first, duration_s=300, name="국").state
    state = say(state, Intent.OUT_OF_SCOPE, then).state
    assert [timer.duration_s for timer in state.live_timers] == seconds


def test_a_correction_of_the_correction() -> None:
    state = with_timers(라면=3, 국=15)
    for text, seconds in (("라면은 5분으로 바꿔", 300), ("아이다 팔분", 480), ("no, six minutes", 360)):
        state = say(state, Intent.SET_TIMER, text, duration_s=seconds).state
        assert [timer.duration_s for timer in state.live_timers] == [seconds, 900]


def test_longer_ago_than_that() -> None:
    turn = say(with_timers(국=15), Intent.OUT_OF_SCOPE, "4분으로 줄여줘", now=NOON + 5 * MINUTE)
    assert turn.state.timers[0].duration_s == 15 * MINUTE
    assert "10분 남았어요" in turn.says[0]


def test_one_that_rings_goes_on_from_when_it_rang() -> None:
    state = pass_time(with_timers(국=15), NOON + 15 * MINUTE).state
    later = NOON + 16 * MINUTE
    (timer,) = say(state, Intent.ADD_TIME, "20분으로 늘려", now=later, duration_s=1200).state.live_timers
    assert (timer.state, timer.remaining(later)) == (TimerState.RUNNING, 4 * MINUTE)


def test_a_range_that_was_stretched_to_its_end_offers_no_more() -> None:
    state = say(say(cooking(), Intent.GOTO_STEP, "3단계로", step=3).state, Intent.SET_TIMER, "타이머 시작").state
    state = say(state, Intent.OUT_OF_SCOPE, "20분으로 늘려").state
    rang = pass_time(state, NOON + 20 * MINUTE)
    assert any(isinstance(event, TimerRang) for event in rang.events)
    assert len(rang.says) == 1
