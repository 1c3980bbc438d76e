"""A clock that was set is noticed; a clock that only drifts is not."""

import time

import pytest

from orchestrator.clock import VirtualClock, WallClock
from orchestrator.session.fold import apply
from orchestrator.session.timers import clock_set, due
from shared.kitchen.intents import Intent
from tests.unit.orchestrator.session.scenes import NOON, cooking, say


@pytest.mark.parametrize(
    ("moved", "noticed"), [(0.0, 0.0), (0.5, 0.0), (-1.9, 0.0), (3600.0, 3600.0), (-86_400.0, -86_400.0)]
)
def test_jumps(moved: float, noticed: float, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = WallClock()
    real = time.time
    monkeypatch.setattr(time, "time", lambda: real() + moved)
    assert clock.jumped() == pytest.approx(noticed, abs=0.1)
    assert clock.jumped() == 0.0, "told once"


@pytest.mark.parametrize("forward", [7200.0, -7200.0])
def test_a_running_timer_keeps_what_it_had_left(forward: float) -> None:
    state = say(cooking(), Intent.SET_TIMER, duration_s=600).state
    for event in clock_set(state, forward):
        state = apply(state, event)
    assert state.timers[0].remaining(NOON + forward) == 600
    assert not due(state, NOON + forward + 599)
    assert due(state, NOON + forward + 600)


def test_nothing_to_say_without_timers() -> None:
    assert clock_set(cooking(), 3600.0) == ()


def test_a_virtual_clock_stands_still() -> None:
    clock = VirtualClock()
    before = clock.now()
    assert (clock.now(), clock.jumped()) == (before, 0.0)
    clock.set(before + 5)
    assert clock.now() == before + 5
