"""What ingredients are called, Korean and English, and which is a kind of which.

A line is `concept < parent | Korean names | English names`, indented where it goes on. Only names: how someone's words
are matched to a recipe is in `ingredient_names.py`. 진간장 is a kind of 간장, but 땅콩버터 is no kind of 버터: kinship
must be written here.
"""

from functools import lru_cache
from typing import Final, NamedTuple

from shared.kitchen.glossary_cupboard import SEASONINGS, STAPLES
from shared.kitchen.glossary_fresh import FRESH

_LINES: Final = f"{SEASONINGS}{FRESH}{STAPLES}"


class Entry(NamedTuple):
    """One concept of the glossary."""

    concept: str
    parent: str | None
    korean: tuple[str, ...]
    english: tuple[str, ...]


@lru_cache(maxsize=1)
def entries() -> dict[str, Entry]:
    """The whole glossary by concept, read on first use."""
    read: dict[str, Entry] = {}
    for line in _LINES.replace("\n  ", " ").split("\n"):
        if not line:
            continue
        head, korean, english = (cell.strip() for cell in line.split("|"))
        concept, _, parent = (part.strip() for part in head.partition("<"))
        names = tuple(name.strip() for name in korean.split(",")), tuple(name.strip() for name in english.split(","))
        read[concept] = Entry(concept, parent or None, *names)
    return read


def ancestors(concept: str) -> tuple[str, ...]:
    """The concepts this one is a kind of, nearest first: 청양고추 -> (고추,)."""
    found: list[str] = []
    parent = entries()[concept].parent
    while parent is not None and parent not in found:
        found.append(parent)
        parent = entries()[parent].parent
    return tuple(found)


def related(one: str, other: str) -> bool:
    """Is one a kind of the other?"""
    return one == other or one in ancestors(other) or other in ancestors(one)
