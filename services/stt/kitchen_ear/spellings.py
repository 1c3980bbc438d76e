"""The likeliest ways to write a word in phones, when each of its sounds may be written in several."""

from collections.abc import Sequence
from math import log

Phones = tuple[str, ...]
Choice = tuple[Phones, float]  # and what it costs: the less likely, the more
Sound = tuple[str, tuple[Choice, ...]]  # its kind, and how it may be written


def choices(text: str) -> tuple[Choice, ...]:
    """Phones and the shares of a hundred in which they stand for a sound.

    >>> [phones for phones, cost in choices("OW L 80, OW 15, 5")]
    [('OW', 'L'), ('OW',), ()]
    """
    split = (one.split() for one in text.split(","))
    return tuple((tuple(phones), -log(int(share) / 100)) for *phones, share in split)


def table(rows: str) -> dict[str, tuple[Choice, ...]]:
    """Lines of a sound and its choices."""
    parts = (row.strip().partition(" ") for row in rows.strip().splitlines())
    return {sound: choices(said) for sound, _, said in parts}


def spellings(sounds: Sequence[Sound], most: int) -> list[Phones]:
    """The `most` likeliest, best first. All sounds of one kind are written alike, so that spellings stay few."""
    likeliest: list[tuple[float, dict[str, Phones]]] = [(0.0, {})]
    for kind, ways in dict(sounds).items():
        longer = [(cost + more, {**chosen, kind: phones}) for cost, chosen in likeliest for phones, more in ways]
        likeliest = sorted(longer, key=lambda one: one[0])[:most]
    found = (tuple(phone for kind, _ in sounds for phone in chosen[kind]) for _, chosen in likeliest)
    return [phones for phones in dict.fromkeys(found) if phones]
