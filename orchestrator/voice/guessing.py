"""What was recognised while it wasn't sure yet that the cook had finished, and what the words look like."""

import re
from dataclasses import dataclass, field

from orchestrator.understanding import Understood
from orchestrator.voice.turn_taking import Verdict
from shared.kitchen.command_prefix import is_command_prefix, may_mean_another
from shared.kitchen.commands import find_command
from shared.kitchen.intents import Intent
from shared.kitchen.text import is_asked, normalise

#: How a finished sentence ends in Korean. English has no such sign, so there a free question waits a little longer.
_FINISHED = re.compile(r"(?:요|까|지|야|어|아|나|니|줘|다|죠|돼|해|래|네)$")


@dataclass(slots=True)
class Guess:
    """One revision of a turn: what it was heard and understood as. Nothing has come of it yet."""

    turn: int
    revision: int
    start: int = 0
    """Where the sound begins that it was made of."""
    text: str = ""
    verdict: Verdict = Verdict.NOTHING
    understood: Understood | None = None
    echo: bool = False
    unclear: bool = False
    """There were words, and the listening service would not guess at them."""
    trouble: bool = False
    """The listening service was away."""
    known_at: float = 0.0
    stages: dict[str, float] = field(default_factory=dict)

    @property
    def intents(self) -> tuple[Intent, ...]:
        return tuple(action.intent for action in self.understood.utterance.actions) if self.understood else ()


def verdict(text: str, understood: Understood, *, silences: bool = False) -> Verdict:
    """How long to wait for more. `silences`: something rings, and these words turn it off."""
    if not text.strip():
        return Verdict.NOTHING
    command = find_command(text)
    if silences or (command is not None and command.exact):
        return Verdict.MAY_GO_ON if may_mean_another(text) and not silences else Verdict.COMPLETE
    intents = {action.intent for action in understood.utterance.actions}
    if is_command_prefix(text) or not intents or Intent.OUT_OF_SCOPE in intents or not understood.whole:
        return Verdict.OPEN
    if Intent.QUESTION in intents and not (is_asked(text) or _FINISHED.search(normalise(text))):
        return Verdict.OPEN
    return Verdict.UNDERSTOOD
