"""Did we hear ourselves? Words that are the ones we are just saying are taken for our echo, not for the cook.

The last of three nets, behind the canceller and the higher threshold while we speak. It compares letters without
spaces, because recognisers invent and drop them. "Stop" is never an echo: dropping it is worse than obeying ourselves.
"""

from collections.abc import Iterable
from typing import Final

from shared.kitchen.commands import find_command
from shared.kitchen.intents import Intent
from shared.kitchen.text import has_hangul, normalise, squeeze

#: Fewer letters or syllables than this prove nothing.
SHORTEST: Final = 3
#: From so many pairs of letters on, "nearly" is said of the pairs.
LONG: Final = 5
#: So many of the pairs of letters must be ours.
ALIKE: Final = 0.7
#: Words that silence us at once, whatever else is going on.
AT_ONCE: Final = frozenset({Intent.STOP, Intent.PAUSE})


def is_stop(text: str) -> bool:
    """ "그만", "멈춰", "잠깐", "stop", "wait": for these nobody should have to wait."""
    command = find_command(text)
    return command is not None and command.intent in AT_ONCE and command.exact


def is_echo(text: str, ours: Iterable[str], *, known: bool = False) -> bool:
    """Whether the text is part of what we said just now, word for word or nearly.

    `known`: the microphone has heard us before. Only then one of the cook's own short words ("다음", "next"), which
    recipes are full of too, is taken for ours.
    """
    said = normalise(text)
    if not said or is_stop(text):
        return False
    command = find_command(text)
    if not known and (len(squeeze(said)) < SHORTEST or (command is not None and not command.slots)):
        return False
    return any(_part_of(said, normalise(sentence)) for sentence in ours)


def _part_of(said: str, sentence: str) -> bool:
    if has_hangul(said):
        if squeeze(said) in squeeze(sentence):
            return True
    elif f" {said} " in f" {sentence} ":
        return True
    pairs, spoken = _pairs(squeeze(said)), set(_pairs(squeeze(sentence)))
    return len(pairs) >= LONG and sum(pair in spoken for pair in pairs) >= ALIKE * len(pairs)


def _pairs(text: str) -> list[str]:
    return [text[at : at + 2] for at in range(len(text) - 1)]
