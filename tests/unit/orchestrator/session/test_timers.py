"""When timers ring: on time, late, again, in order, once."""

import pytest

from orchestrator.session.events import TimerRang, TimerReminded
from orchestrator.session.state import State, TimerState
from orchestrator.session.timers import due, next_due
from orchestrator.session.turn import pass_time
from shared.kitchen.intents import Intent
from tests.unit.orchestrator.session.scenes import NOON, cooking, say


def with_timers(*seconds: int) -> State:
    state = cooking()
    for length in seconds:
        state = say(state, Intent.SET_TIMER, duration_s=length, name=f"타이머{length}").state
    return state


def test_nothing_before_its_time() -> None:
    state = with_timers(60)
    assert next_due(state) == NOON + 60
    assert due(state, NOON + 59.9) == ()
    assert due(state, NOON + 60) == (TimerRang("t1", NOON + 60, 0.0),)


def test_many_at_once_ring_in_the_order_they_were_due() -> None:
    state = with_timers(300, 60, 120)
    rang = [event.id for event in due(state, NOON + 1000) if isinstance(event, TimerRang)]
    assert rang == ["t2", "t3", "t1"]


@pytest.mark.parametrize(
    ("late", "says"), [(0, "끝났어요"), (3, "끝났어요"), (90, "1분 30초 전에"), (7200, "2시간 전에")]
)
def test_a_late_one_says_how_late(late: int, says: str) -> None:
    turn = pass_time(with_timers(60), NOON + 60 + late)
    assert says in turn.says[0]


def test_it_calls_again_twice_and_then_waits() -> None:
    state = with_timers(60)
    heard = []
    for second in range(60, 1200):
        turn = pass_time(state, NOON + second)
        state = turn.state
        heard += [(second - 60, type(event)) for event in turn.events if isinstance(event, TimerRang | TimerReminded)]
    assert heard == [(0, TimerRang), (30, TimerReminded), (120, TimerReminded)]
    assert state.timers[0].state is TimerState.RINGING
    assert next_due(state) is None


def test_rounds_nobody_could_ring_are_announced_once() -> None:
    state = say(cooking(), Intent.SET_TIMER, "5분마다 알려줘", duration_s=300).state
    turn = pass_time(state, NOON + 3601)
    assert len([event for event in turn.events if isinstance(event, TimerRang)]) == 1
    assert turn.state.timers[0].ends_at == NOON + 3900


def test_twenty_timers() -> None:
    state = with_timers(*range(60, 60 * 21, 60))
    rung: list[str] = []
    for minute in range(1, 25):
        turn = pass_time(state, NOON + minute * 60)
        rung += [event.id for event in turn.events if isinstance(event, TimerRang)]
        state = turn.state
    assert sorted(rung) == sorted(timer.id for timer in state.timers)
    assert len(set(rung)) == 20
