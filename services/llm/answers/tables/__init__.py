"""Curated tables with their sources: food safety, substitutions, allergens. All we know beyond the recipe.

What stands in no row is not known here, and nobody makes it up.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from shared.kitchen.glossary import ancestors
from shared.kitchen.ingredient_names import concept_of
from shared.kitchen.language import Language

_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Entry:
    ko: str
    en: str
    source: str

    def said(self, language: Language) -> str:
        return self.ko if language is Language.KO else self.en


@dataclass(frozen=True, slots=True)
class Allergen:
    ko: str
    en: str
    signs: re.Pattern[str]
    concepts: frozenset[str]

    def name(self, language: Language) -> str:
        return self.ko if language is Language.KO else self.en

    def is_in(self, ingredient: str) -> bool:
        concept = concept_of(ingredient)
        return concept is not None and bool(self.concepts & {concept, *ancestors(concept)})


@cache
def _read(name: str) -> dict[str, Any]:
    table: dict[str, Any] = json.loads((_HERE / f"{name}.json").read_text(encoding="utf-8"))
    return table


_DONENESS = re.compile(
    r"익[은었혔]|익히|안전|속 ?온도|내부 ?온도|중심 ?온도|몇 도|먹어도|done|cooked|safe|internal|temperature|pink|"
    r"raw|ready"
)


def food_safety(question: str) -> Entry | None:
    """An answer about doneness and storage; dangerous topics are referred to people who may answer them."""
    table = _read("food_safety")
    asked = question.lower()
    if re.search(table["refer"]["signs"], asked):
        return Entry(table["refer"]["ko"], table["refer"]["en"], "policy")
    for row in table["entries"]:
        if re.search(row["signs"], asked) and (row["about"] == "any" or _DONENESS.search(asked)):
            return Entry(row["ko"], row["en"], table["sources"][row["source"]])
    return None


def substitution(ingredient: str) -> Entry | None:
    """What can stand in for it; a kind of something ("진간장") falls back on the thing itself."""
    concept = concept_of(ingredient)
    if concept is None:
        return None
    table = _read("substitutions")
    rows = {row["for"]: row for row in table["entries"]}
    for name in (concept, *ancestors(concept)):
        if name in rows:
            row = rows[name]
            return Entry(row["ko"], row["en"], table["sources"][row["source"]])
    return None


@cache
def allergens() -> tuple[Allergen, ...]:
    return tuple(
        Allergen(row["ko"], row["en"], re.compile(row["signs"]), frozenset(row["in"]))
        for row in _read("allergens")["allergens"].values()
    )


def told_about(question: str, ingredients: Sequence[str]) -> str:
    """What the tables say on this question: the numbers in it may be spoken, and only on this question."""
    entries = [food_safety(question), *(substitution(name) for name in ingredients)]
    return "\n".join(f"{entry.ko}\n{entry.en}" for entry in entries if entry is not None)
