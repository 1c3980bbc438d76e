"""One turn: everything found in one utterance, decided in spoken order, folded into the state as it goes."""

from dataclasses import dataclass

from orchestrator.session.action import Action, Utterance
from orchestrator.session.decide import decide
from orchestrator.session.decision import Decision, Effect, Hush, Ring
from orchestrator.session.events import Answered, Event, Heard, Said, TimerRang, TimerReminded
from orchestrator.session.fold import apply
from orchestrator.session.hearing import hear
from orchestrator.session.naming import called
from orchestrator.session.rereading import reread
from orchestrator.session.state import State, TimerState
from orchestrator.session.timers import due
from orchestrator.wording import phrase
from orchestrator.wording.amounts import duration_text, left_text
from shared.kitchen.intents import Intent


@dataclass(frozen=True, slots=True)
class Turn:
    """A finished turn: the state it led to, and how it got there."""

    state: State
    events: tuple[Event, ...]
    says: tuple[str, ...]
    effects: tuple[Effect, ...]
    actions: tuple[Action, ...] = ()


def take_turn(state: State, utterance: Utterance, now: float, *, over_speech: bool = False) -> Turn:
    """`over_speech`: said while we were speaking. "Stop" is then for us, and no more has to be said about it."""
    hearing = hear(state, utterance, now)
    actions = reread(state, hearing.actions)
    begun: tuple[Event, ...] = (Heard(utterance.text, tuple(action.intent for action in actions)),)
    if hearing.answered:
        begun = (*begun, Answered())
    folded = state
    for event in begun:
        folded = apply(folded, event)
    if over_speech and not state.ringing and [action.intent for action in actions] == [Intent.STOP]:
        return Turn(folded, begun, (), (Hush(),), actions)
    whole = Decision(begun)
    for action in actions:
        decision = decide(folded, action, now)
        for event in decision.events:
            folded = apply(folded, event)
        whole += decision
    return ended(folded, whole, _as_heard(utterance, actions))


def ended(state: State, decision: Decision, actions: tuple[Action, ...] = ()) -> Turn:
    says = _without_echo(decision.says)
    if not says:
        return Turn(state, decision.events, (), decision.effects, actions)
    said = Said(says)
    return Turn(apply(state, said), (*decision.events, said), says, decision.effects, actions)


def pass_time(state: State, now: float) -> Turn:
    """What time alone has brought about by `now`: timers that ring, and timers that call again."""
    events: list[Event] = []
    says: list[str] = []
    effects: list[Effect] = []
    folded = state
    while batch := due(folded, now):
        for event in batch:
            folded = apply(folded, event)
            events.append(event)
            if isinstance(event, TimerRang | TimerReminded):
                effects.append(Ring(event.id))
                says.extend(_announcement(folded, event))
    return ended(folded, Decision(tuple(events), tuple(says), tuple(effects)))


#: Later than this, the cook is told how late: they may have been waiting for it.
LATE_S = 5.0


def _announcement(state: State, event: TimerRang | TimerReminded) -> list[str]:
    timer, language = state.timer(event.id), state.language
    if isinstance(event, TimerReminded):
        return [phrase("timer_still_rings", language, name=called(timer, language))]
    if timer.every_s and timer.state is TimerState.RUNNING:
        return [
            phrase(
                "interval", language, name=called(timer, language), time=duration_text(timer.every_s, None, language)
            )
        ]
    if event.late_s >= LATE_S:
        return [phrase("timer_late", language, name=called(timer, language), late=left_text(event.late_s, language))]
    said = [phrase("timer_rang", language, name=called(timer, language))]
    if timer.until:
        said.append(phrase("check_until", language, until=timer.until))
    if timer.high_s and timer.high_s > timer.duration_s:
        more = duration_text(timer.high_s - timer.duration_s, None, language)
        said.append(phrase("range_goes_on", language, more=more))
    return said


def _as_heard(utterance: Utterance, actions: tuple[Action, ...]) -> tuple[Action, ...]:
    """A "yes" is reported as a yes, though what was done is what had been asked about."""
    first = utterance.actions[0] if utterance.actions else None
    if first is not None and first.intent is Intent.YES and actions and actions[0].confirmed:
        return (first, *actions[1:])
    return actions


def _without_echo(says: tuple[str, ...]) -> tuple[str, ...]:
    """A compound utterance may lead to one sentence twice; nobody wants to hear it twice."""
    return tuple(dict.fromkeys(says))
