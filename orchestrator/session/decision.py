"""What `decide` answers: what happened, what to say, and what the edges should do about it. All of it data."""

from dataclasses import dataclass

from orchestrator.session.events import Event


@dataclass(frozen=True, slots=True)
class Ring:
    """Make a sound for this timer until it is silenced."""

    timer: str


@dataclass(frozen=True, slots=True)
class StopRinging:
    """Silence whatever rings."""


@dataclass(frozen=True, slots=True)
class Hush:
    """Stop speaking."""


@dataclass(frozen=True, slots=True)
class Prefetch:
    """These sentences will probably be spoken next."""

    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AskModel:
    """A free question that neither the recipe nor our tables answer."""

    question: str


@dataclass(frozen=True, slots=True)
class LookUpRecipe:
    query: str
    confirmed: bool = False  # the cook has said yes to leaving the present one
    servings: float | None = None  # "된장찌개 4인분"
    factor: float | None = None


@dataclass(frozen=True, slots=True)
class ListRecipes:
    """Say which recipes there are."""


@dataclass(frozen=True, slots=True)
class SetVoice:
    speed: int
    volume: int


Effect = Ring | StopRinging | Hush | Prefetch | AskModel | LookUpRecipe | ListRecipes | SetVoice


@dataclass(frozen=True, slots=True)
class Decision:
    events: tuple[Event, ...] = ()
    says: tuple[str, ...] = ()
    effects: tuple[Effect, ...] = ()

    def __add__(self, later: "Decision") -> "Decision":
        return Decision(self.events + later.events, self.says + later.says, self.effects + later.effects)


def say(*sentences: str) -> Decision:
    return Decision(says=tuple(sentence for sentence in sentences if sentence))


def happened(*events: Event) -> Decision:
    return Decision(events=events)


def do(*effects: Effect) -> Decision:
    return Decision(effects=effects)
