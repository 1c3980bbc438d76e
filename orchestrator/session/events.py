"""Everything that can happen in a session. The log of these is the truth; state is their replay (`fold.py`).

Facts in the past tense, complete in themselves: applying one needs no clock, no file and no parsing.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated, Literal

from pydantic import Discriminator

from orchestrator.recipes.model import Recipe
from orchestrator.session.state import Focus, Question, Timer
from shared.kitchen.intents import Intent
from shared.kitchen.language import Language


@dataclass(frozen=True, slots=True)
class Heard:
    """A turn begins. Always the first event of a turn; moments of time passing (a timer rings) have none."""

    text: str
    intents: tuple[Intent, ...] = ()
    type: Literal["heard"] = "heard"


@dataclass(frozen=True, slots=True)
class LanguageSet:
    language: Language
    type: Literal["language_set"] = "language_set"


@dataclass(frozen=True, slots=True)
class RecipeOpened:
    """The whole recipe, so that a session is one file and no later edit of a recipe moves a cook's place."""

    recipe: Recipe
    hash: str = ""
    type: Literal["recipe_opened"] = "recipe_opened"


@dataclass(frozen=True, slots=True)
class CookingBegan:
    type: Literal["cooking_began"] = "cooking_began"


@dataclass(frozen=True, slots=True)
class StepMoved:
    step: int
    type: Literal["step_moved"] = "step_moved"


@dataclass(frozen=True, slots=True)
class StepRead:
    step: int
    type: Literal["step_read"] = "step_read"


@dataclass(frozen=True, slots=True)
class Paused:
    type: Literal["paused"] = "paused"


@dataclass(frozen=True, slots=True)
class Resumed:
    type: Literal["resumed"] = "resumed"


@dataclass(frozen=True, slots=True)
class Finished:
    type: Literal["finished"] = "finished"


@dataclass(frozen=True, slots=True)
class Scaled:
    scale: Fraction
    type: Literal["scaled"] = "scaled"


@dataclass(frozen=True, slots=True)
class Ticked:
    """These ingredients have gone in."""

    ingredients: tuple[str, ...]
    type: Literal["ticked"] = "ticked"


@dataclass(frozen=True, slots=True)
class Reported:
    """The cook said that something was done: these ingredients of the step, or (none named) all of it."""

    ingredients: tuple[str, ...]
    at: float
    type: Literal["reported"] = "reported"


@dataclass(frozen=True, slots=True)
class TimerStarted:
    timer: Timer
    type: Literal["timer_started"] = "timer_started"


@dataclass(frozen=True, slots=True)
class TimerPaused:
    id: str
    left_s: float
    type: Literal["timer_paused"] = "timer_paused"


@dataclass(frozen=True, slots=True)
class TimerResumed:
    id: str
    ends_at: float
    type: Literal["timer_resumed"] = "timer_resumed"


@dataclass(frozen=True, slots=True)
class TimerChanged:
    """Time was added or taken away. A ringing timer that gets more time runs again."""

    id: str
    duration_s: int
    ends_at: float | None = None
    left_s: float | None = None
    type: Literal["timer_changed"] = "timer_changed"


@dataclass(frozen=True, slots=True)
class TimerCancelled:
    id: str
    type: Literal["timer_cancelled"] = "timer_cancelled"


@dataclass(frozen=True, slots=True)
class TimerRang:
    """`at` is when it was due; `late_s` says how long nobody could ring it. `again_at`: an interval goes on."""

    id: str
    at: float
    late_s: float = 0.0
    again_at: float | None = None
    type: Literal["timer_rang"] = "timer_rang"


@dataclass(frozen=True, slots=True)
class TimerReminded:
    """Still ringing and nobody came: it called once more (after 30 seconds, after two minutes)."""

    id: str
    reminded: int
    type: Literal["timer_reminded"] = "timer_reminded"


@dataclass(frozen=True, slots=True)
class TimerSilenced:
    id: str
    type: Literal["timer_silenced"] = "timer_silenced"


@dataclass(frozen=True, slots=True)
class ClockSet:
    """Somebody set the wall clock; running timers keep the time they had left."""

    forward_s: float
    type: Literal["clock_set"] = "clock_set"


@dataclass(frozen=True, slots=True)
class Asked:
    question: Question
    type: Literal["asked"] = "asked"


@dataclass(frozen=True, slots=True)
class Answered:
    """The open question is settled, one way or another."""

    type: Literal["answered"] = "answered"


@dataclass(frozen=True, slots=True)
class Focused:
    focus: Focus
    type: Literal["focused"] = "focused"


@dataclass(frozen=True, slots=True)
class IngredientsRead:
    upto: int
    type: Literal["ingredients_read"] = "ingredients_read"


@dataclass(frozen=True, slots=True)
class Told:
    """Something that is said only once was said."""

    what: str
    type: Literal["told"] = "told"


@dataclass(frozen=True, slots=True)
class VoiceSet:
    speed: int
    volume: int
    type: Literal["voice_set"] = "voice_set"


@dataclass(frozen=True, slots=True)
class Missed:
    """We did not understand."""

    type: Literal["missed"] = "missed"


@dataclass(frozen=True, slots=True)
class Undone:
    """The latest turn that changed something was taken back."""

    type: Literal["undone"] = "undone"


@dataclass(frozen=True, slots=True)
class Said:
    sentences: tuple[str, ...]
    type: Literal["said"] = "said"


Event = Annotated[
    Heard
    | LanguageSet
    | RecipeOpened
    | CookingBegan
    | StepMoved
    | StepRead
    | Paused
    | Resumed
    | Finished
    | Scaled
    | Ticked
    | Reported
    | TimerStarted
    | TimerPaused
    | TimerResumed
    | TimerChanged
    | TimerCancelled
    | TimerRang
    | TimerReminded
    | TimerSilenced
    | ClockSet
    | Asked
    | Answered
    | Focused
    | IngredientsRead
    | Told
    | VoiceSet
    | Missed
    | Undone
    | Said,
    Discriminator("type"),
]
