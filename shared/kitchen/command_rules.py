"""How the table of commands is written down: small templates, and rules made of them.

`[단계|거]` is optional, `(로|으로)` is one of. This module knows no language and no command.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import product
from types import MappingProxyType

from shared.kitchen.intents import Intent
from shared.kitchen.verbs_ko import Mood

Slot = int | float | str
NO_SLOTS: Mapping[str, Slot] = MappingProxyType({})

_BROKEN = re.compile(r"\|\s+")
_PIECE = re.compile(r"\[([^\[\]]*)\]|\(([^()]*)\)|([^\[\]()]+)")


def pieces(template: str) -> list[tuple[str, ...]]:
    """The parts of a template, each with its choices.

    >>> pieces("[그]다음(단계|거)")
    [('', '그'), ('다음',), ('단계', '거')]
    """
    return [
        ("", *optional.split("|")) if optional else tuple(required.split("|")) if required else (plain,)
        for optional, required, plain in _PIECE.findall(template)
    ]


def joined_choices(parts: list[tuple[str, ...]]) -> list[str]:
    """Every way to go through the parts.

    >>> joined_choices([("", "그"), ("다음",)])
    ['다음', '그다음']
    """
    return ["".join(choice) for choice in product(*parts)]


def templates(text: str) -> list[str]:
    """Templates separated by spaces; a line may be broken after "|".

    >>> templates("다음 [그|\\n 저]거")
    ['다음', '[그|저]거']
    """
    return _BROKEN.sub("|", text).split()


@dataclass(frozen=True, slots=True)
class Rule:
    """What it takes to mean `intent`: a head, and after it one of the verbs or one of the tails.

    `heads` are templates separated by spaces; "-" stands for no head at all (the verb is the whole command).
    Without verbs and tails the head alone is the command. `spoilt` heads turn into something else when they are
    asked: "done?" is not "done". (Verbs know by themselves which of their forms do.)
    """

    intent: Intent
    heads: str
    verbs: str = ""
    mood: Mood = Mood.REQUEST
    tails: tuple[str, ...] = ()
    slots: Mapping[str, Slot] = field(default_factory=lambda: NO_SLOTS)
    spoilt: bool = False


def lines(templates: str) -> str:
    """Templates written one a line with spaces, as English needs them, brought into the form `Rule` reads.

    >>> lines("go to [the] next step\\nnext step")
    'goto[the]nextstep nextstep'
    """
    return " ".join(line.replace(" ", "") for line in templates.splitlines())
