"""One wish, read; and how sure a part of a sentence must be of what it says."""

from dataclasses import dataclass
from typing import Final

from services.llm.classifier.slots import NOTHING
from shared.contracts.llm import Action, Alternative, Slots, Source
from shared.kitchen.intents import STATE_CHANGING, Intent

#: A part of a sentence must be clearer than a whole one: a wrong cut makes nonsense of both halves.
CLAUSE: Final = 0.75
CLAUSE_ACTS: Final = 0.88
#: One of them alone means little beside a real request, and two of them must not move the cook twice.
FILLERS: Final = frozenset({Intent.YES, Intent.NO, Intent.SMALLTALK, Intent.OUT_OF_SCOPE})
ANSWERED: Final = frozenset(Intent) - STATE_CHANGING - FILLERS
ONWARD: Final = frozenset({Intent.NEXT_STEP, Intent.STEP_DONE})


@dataclass(frozen=True, slots=True)
class Reading:
    """One clause, read."""

    intent: Intent
    confidence: float
    source: Source
    slots: Slots = NOTHING
    alternatives: tuple[Alternative, ...] = ()
    refused: bool = False  # an action was heard and not taken

    @property
    def action(self) -> Action:
        return Action(intent=self.intent, slots=self.slots)
