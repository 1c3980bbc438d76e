"""Which of several timers is meant, when two were made of one time."""

import pytest

from orchestrator.session.action import Action, Slots
from orchestrator.session.naming import chosen_timers
from orchestrator.session.state import State, Timer
from shared.kitchen.intents import Intent
from tests.unit.orchestrator.session.scenes import NOON

TIMERS = (
    Timer("t1", "30분", 1800, ends_at=NOON),
    Timer("t2", "30분 2", 1800, ends_at=NOON),
    Timer("t3", "라면", 180, ends_at=NOON),
    Timer("t4", "12-minute", 720, ends_at=NOON),
)


@pytest.mark.parametrize(
    ("text", "name", "ids"),
    [
        ("30분 타이머 두번째꺼 꺼줘", "30분", ["t2"]), ("두 번째 30분 타이머", None, ["t2"]), ("두번째 타이머", "두번째", ["t2"]),
        ("첫 번째 30분 타이머 꺼", "30분", ["t1"]), ("30분 타이머 꺼", "30분", ["t1"]), ("라면 타이머", "라면", ["t3"]),
        ("12분 타이머", None, ["t4"]), ("the second 30-minute timer", None, ["t2"]), ("the last timer", None, ["t4"]),
        ("cancel the 12 minute timer", "12 minute", ["t4"]), ("카레 타이머", "카레", []), ("다 꺼", None, ["t1", "t2", "t3", "t4"]),
    ],
)  # fmt: skip
def test_which_timer(text: str, name: str | None, ids: list[str]) -> None:
    action = Action(Intent.CANCEL_TIMER, Slots(name=name), text)
    assert [timer.id for timer in chosen_timers(State(timers=TIMERS), action, NOON)] == ids
