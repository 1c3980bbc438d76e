"""What there is to object to in a sentence that names an action, and which actions bear it."""

from enum import StrEnum
from typing import Final

from shared.kitchen.intents import Intent


class Objection(StrEnum):
    ABOUT_VOICE = "about the voice"
    QUESTION = "question"
    NEGATED = "negated"
    CONDITIONAL = "conditional"
    QUOTED = "quoted"
    OTHER_TIME = "another time"


#: Then what the sentence says is not asked of us either, whatever else it resembles.
NOT_ASKED: Final = frozenset({Objection.CONDITIONAL, Objection.QUOTED, Objection.OTHER_TIME})
#: These move the cooking on.
ADVANCING: Final = frozenset(
    {Intent.NEXT_STEP, Intent.STEP_DONE, Intent.START_COOKING, Intent.FINISH, Intent.GOTO_STEP, Intent.PREVIOUS_STEP}
)
#: "I'll be back later" is why one pauses.
LATER_IS_FINE: Final = frozenset({Intent.PAUSE, Intent.PAUSE_TIMER, Intent.RESUME, Intent.STOP, Intent.UNDO})
