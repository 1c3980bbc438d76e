"""When timers ring. `due(state, now)` says what time alone has brought about; nothing here waits or makes a sound."""

from orchestrator.session.events import ClockSet, Event, TimerRang, TimerReminded
from orchestrator.session.state import State, Timer, TimerState

#: A timer that nobody silences calls again this long after it rang, and then leaves it to the screen.
CALL_AGAIN_AFTER_S = (30.0, 120.0)


def due(state: State, now: float) -> tuple[Event, ...]:
    """Everything that has come due by `now`, earliest first. Apply it and ask again: an empty answer is the end."""
    found = [(at, event) for timer in state.timers if (hit := _due(timer, now)) for at, event in [hit]]
    return tuple(event for _, event in sorted(found, key=lambda pair: pair[0]))


def next_due(state: State) -> float | None:
    """The moment at which `due` will next have something to say."""
    return min((at for timer in state.timers if (at := _next(timer)) is not None), default=None)


def clock_set(state: State, forward_s: float) -> tuple[Event, ...]:
    return (ClockSet(forward_s),) if forward_s and state.live_timers else ()


def _next(timer: Timer) -> float | None:
    if timer.state is TimerState.RUNNING:
        return timer.ends_at
    if timer.state is TimerState.RINGING and timer.rang_at is not None and timer.reminded < len(CALL_AGAIN_AFTER_S):
        return timer.rang_at + CALL_AGAIN_AFTER_S[timer.reminded]
    return None


def _due(timer: Timer, now: float) -> tuple[float, Event] | None:
    at = _next(timer)
    if at is None or at > now:
        return None
    if timer.state is TimerState.RUNNING:
        again_at = None
        if timer.every_s:
            # Rounds that passed while nobody could ring them are announced once, not one after another.
            again_at = at + timer.every_s * (1 + (now - at) // timer.every_s)
        return at, TimerRang(timer.id, at, round(now - at, 3), again_at)
    passed = sum(now >= (timer.rang_at or at) + pause for pause in CALL_AGAIN_AFTER_S)
    return at, TimerReminded(timer.id, passed)
