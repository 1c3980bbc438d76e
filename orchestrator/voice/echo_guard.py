"""Did we hear ourselves? Words that are the ones we are just saying are taken for our echo, not for the cook.

The last of three nets, behind the canceller and the higher threshold while we speak. It compares letters without
spaces, because recognisers invent and drop them. "Stop" is never an echo: dropping it is worse than obeying ourselves.
"""

from collections.abc import Iterable
from typing import Final

from shared.kitchen.commands import find_command
from shared.kitchen.intents import Intent
from shared.kitchen.text import normalise, squeeze

#: So many of the pairs of letters must be ours.
ALIKE: Final = 0.7
#: Words that silence us at once, whatever else is going on.
AT_ONCE: Final = frozenset({Intent.STOP, Intent.PAUSE})


def is_stop(text: str) -> bool:
    """ "그만", "멈춰", "잠깐", "stop", "wait": for these nobody should have to wait."""
    command = find_command(text)
    return command is not None and command.intent in AT_ONCE and command.exact


def is_echo(text: str, ours: Iterable[str]) -> bool:
    """Whether the text is part of what we said just now, word for word or nearly."""
    said = squeeze(normalise(text))
    if not said or is_stop(text):
        return False
    for sentence in ours:
        spoken = squeeze(normalise(sentence))
        if said in spoken:
            return True
        pairs, known = _pairs(said), set(_pairs(spoken))
        if len(pairs) >= 3 and sum(pair in known for pair in pairs) >= ALIKE * len(pairs):
            return True
    return False


def _pairs(text: str) -> list[str]:
    return [text[at : at + 2] for at in range(len(text) - 1)]
