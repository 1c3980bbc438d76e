"""Which ingredients carry which allergens. Never used to say that a dish is free of one: labels know, we don't."""

import re
from dataclasses import dataclass
from functools import cache

from shared.curated.rows import table
from shared.kitchen import concept_of
from shared.kitchen.glossary import ancestors
from shared.kitchen.language import Language


@dataclass(frozen=True, slots=True)
class Allergen:
    ko: str
    en: str
    signs: re.Pattern[str]  # it is asked about with these words
    concepts: frozenset[str]

    def name(self, language: Language) -> str:
        return self.ko if language is Language.KO else self.en

    def is_in(self, ingredient: str) -> bool:
        concept = concept_of(ingredient)
        return concept is not None and self.carried_by(concept)

    def carried_by(self, concept: str) -> bool:
        return bool(self.concepts & {concept, *ancestors(concept)})


@cache
def allergens() -> tuple[Allergen, ...]:
    return tuple(
        Allergen(row["ko"], row["en"], re.compile(row["signs"]), frozenset(row["in"]))
        for row in table("allergens")["allergens"].values()
    )
