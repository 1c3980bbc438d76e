"""Whether what is said is meant for us, judged by time alone: long quiet puts us to sleep, an echoed "next" is one.

Pure, on the microphone's clock. The words and the wake word itself are somebody else's business.
"""

from collections.abc import Sequence

from orchestrator.session.moving import MOVES
from orchestrator.voice.edges import RATE
from shared.kitchen.intents import Intent

#: The same move again within this is the same wish: a recogniser that heard it twice, an echo, an impatient cook.
TWICE_S = 1.5
#: "다 했어" ... "다음" is one step forward.
_ALSO = {Intent.STEP_DONE: Intent.NEXT_STEP}


def wish(intent: Intent) -> Intent:
    """The same for what comes to the same."""
    return _ALSO.get(intent, intent)


class Attention:
    """After so long without a word for us, we want to be called by name first."""

    def __init__(self, after_s: float | None = None) -> None:
        """None: always awake."""
        self._after_s = after_s
        self._since = 0

    def stir(self, now: int) -> None:
        """Something happened that the cook may answer: a turn, a call by name, a ringing timer."""
        self._since = max(self._since, now)

    def asleep(self, now: int) -> bool:
        return self._after_s is not None and now - self._since > self._after_s * RATE


class Repeats:
    """Moves that were just made."""

    def __init__(self) -> None:
        self._last: tuple[tuple[Intent, ...], int] | None = None

    def again(self, intents: Sequence[Intent], speech_end: int) -> bool:
        """Whether this move was made a moment ago. Remembers it if not."""
        moves = tuple(wish(intent) for intent in intents if intent in MOVES)
        if not moves:
            return False
        if self._last is not None and self._last[0] == moves and speech_end - self._last[1] < TWICE_S * RATE:
            return True
        self._last = (moves, speech_end)
        return False
