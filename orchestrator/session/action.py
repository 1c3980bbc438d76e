"""What a cook wants, once understood: an intent from the closed list, and only the slots that were said.

The same shape as on the wire (`shared.contracts.llm`), as a frozen value the pure core can hold and store.
"""

from dataclasses import dataclass, field, fields

from shared.contracts import llm
from shared.kitchen.intents import Intent
from shared.kitchen.language import Language


@dataclass(frozen=True, slots=True)
class Slots:
    step: int | None = None
    offset: int | None = None
    duration_s: int | None = None
    name: str | None = None
    ingredient: str | None = None
    query: str | None = None
    servings: float | None = None
    factor: float | None = None
    amount: float | None = None
    unit: str | None = None
    to: str | None = None

    def said(self) -> dict[str, object]:
        """Only what was said: as slots travel on the wire and stand in replies."""
        pairs = ((one.name, getattr(self, one.name)) for one in fields(self))
        return {name: value for name, value in pairs if value is not None}


@dataclass(frozen=True, slots=True)
class Action:
    intent: Intent
    slots: Slots = field(default_factory=Slots)
    text: str = ""  # the words it was understood from
    language: Language = Language.KO
    confirmed: bool = False  # the cook has said yes to it already
    unsure: bool = False  # the numbers in it may have been misheard
    total: bool = False  # its duration is what the timer shall be in all, not what is added


@dataclass(frozen=True, slots=True)
class Utterance:
    """One thing the cook said, with every action found in it, in spoken order."""

    text: str
    actions: tuple[Action, ...]
    language: Language


def from_wire(action: llm.Action, text: str, language: Language) -> Action:
    return Action(action.intent, Slots(**action.slots.model_dump()), text, language)
