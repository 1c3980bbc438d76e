"""Where a cook stands: everything the session knows, immutable. How it changes is in `fold.py`, and only there."""

from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from orchestrator.recipes.model import Recipe, Step
from orchestrator.session.action import Action
from shared.kitchen.intents import Intent
from shared.kitchen.language import Language


class Phase(StrEnum):
    IDLE = "idle"
    COOKING = "cooking"
    PAUSED = "paused"
    FINISHED = "finished"


class TimerState(StrEnum):
    RUNNING = "running"
    PAUSED = "paused"
    RINGING = "ringing"
    DONE = "done"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Timer:
    """A deadline on the wall clock, so that it survives whatever happens to this program."""

    id: str
    name: str
    duration_s: int
    state: TimerState = TimerState.RUNNING
    ends_at: float | None = None  # None while paused
    left_s: float | None = None  # only while paused
    step: int | None = None  # the step it was started from
    high_s: int | None = None  # "10 to 15 minutes": rings at 10, says 15
    until: str = ""
    every_s: int | None = None  # rings again and again ("stir every five minutes")
    rang_at: float | None = None
    reminded: int = 0  # how many times it has called again while ringing

    @property
    def live(self) -> bool:
        return self.state in (TimerState.RUNNING, TimerState.PAUSED, TimerState.RINGING)

    def remaining(self, now: float) -> float:
        if self.state is TimerState.RUNNING and self.ends_at is not None:
            return max(0.0, self.ends_at - now)
        return self.left_s or 0.0


class Expects(StrEnum):
    CONFIRMATION = "confirmation"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to "which one?": the words that pick it and what happens then."""

    label: str
    actions: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """Something we asked back. After `expires_at` an answer to it is no longer taken as one."""

    topic: str
    expects: Expects
    expires_at: float
    yes: tuple[Action, ...] = ()
    options: tuple[Option, ...] = ()
    #: An open question ("how many minutes?") takes a duration or a number and completes this action with it.
    completes: Action | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """What `undo` gives back."""

    recipe: Recipe | None = None
    step: int = 1
    phase: Phase = Phase.IDLE
    begun: bool = False
    step_read: bool = False  # the current step has been read aloud
    scale: Fraction = Fraction(1)
    ticked: frozenset[str] = frozenset()  # ingredients the cook has used
    reported: frozenset[str] = frozenset()  # those of the current step that the cook says are in
    reported_at: float | None = None  # when the cook last said that something was done, if that was the last move


@dataclass(frozen=True, slots=True)
class Footprint:
    """One turn that can be undone: the place before it, and the timers it touched as they were."""

    place: Place
    timers: tuple[tuple[str, Timer | None], ...] = ()  # None: the turn made it
    intent: Intent | None = None


@dataclass(frozen=True, slots=True)
class Focus:
    """What was talked about last, for "그거 얼마나?" and "and the butter?"."""

    topic: Intent | None = None
    ingredient: str | None = None
    timer: str | None = None


@dataclass(frozen=True, slots=True)
class State:
    language: Language = Language.KO
    place: Place = field(default_factory=Place)
    timers: tuple[Timer, ...] = ()
    question: Question | None = None
    focus: Focus = field(default_factory=Focus)
    history: tuple[Footprint, ...] = ()
    last_said: tuple[str, ...] = ()
    told: frozenset[str] = frozenset()  # things that are said once ("times don't scale")
    ingredients_read: int = 0  # how far the list has been read, in threes
    misses: int = 0  # utterances in a row that we did not understand
    turns: int = 0
    asked_in: int = 0  # the turn in which the open question was asked
    timers_made: int = 0
    speed: int = 0
    volume: int = 0

    @property
    def recipe(self) -> Recipe | None:
        return self.place.recipe

    @property
    def step(self) -> Step | None:
        return self.place.recipe.step(self.place.step) if self.place.recipe else None

    @property
    def ringing(self) -> tuple[Timer, ...]:
        return tuple(timer for timer in self.timers if timer.state is TimerState.RINGING)

    @property
    def live_timers(self) -> tuple[Timer, ...]:
        return tuple(timer for timer in self.timers if timer.live)

    def timer(self, wanted: str) -> Timer:
        return next(timer for timer in self.timers if timer.id == wanted)
