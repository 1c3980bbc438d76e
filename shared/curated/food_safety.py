"""Doneness, storage, and the questions that are better put to somebody who may answer them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from shared.curated.rows import Row, table

_DONENESS = re.compile(
    r"익[은었혔힌]|익히|덜\s*익|안전|(?:속|내부|중심|심부)\s*온도|온도|몇\s*도|먹어도|\bdone\b|cooked\b|\b(?:un)?safe|\binternal|"
    r"\btemp(?:erature)?s?\b|\bdegrees?\b|\bhow hot\b|\bpink\b|\braw\b|\bready\b"
)


@dataclass(frozen=True, slots=True)
class Guidance(Row):
    """`body` is who said it, as short as a cook needs it: "USDA"."""

    body: str = ""


@dataclass(frozen=True, slots=True)
class _Entry:
    signs: re.Pattern[str]
    only_doneness: bool
    guidance: Guidance


def guidance(question: str) -> Guidance | None:
    """What the tables say about doneness and storage."""
    asked = question.lower()
    about_doneness = _DONENESS.search(asked) is not None
    for entry in _entries():
        if (about_doneness or not entry.only_doneness) and entry.signs.search(asked):
            return entry.guidance
    return None


def referral(question: str) -> Row | None:
    """For dangerous topics (canning, wild mushrooms, babies, spoiled food): who to ask instead of us."""
    signs, row = _referral()
    return row if signs.search(question.lower()) else None


@cache
def _entries() -> Sequence[_Entry]:
    sources = table("food_safety")["sources"]
    return [
        _Entry(
            re.compile(row["signs"]),
            row["about"] == "doneness",
            Guidance(row["ko"], row["en"], sources[row["source"]]["name"], sources[row["source"]]["body"]),
        )
        for row in table("food_safety")["entries"]
    ]


@cache
def _referral() -> tuple[re.Pattern[str], Row]:
    row = table("food_safety")["refer"]
    return re.compile(row["signs"]), Row(row["ko"], row["en"], "policy")
