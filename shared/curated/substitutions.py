"""What can stand in for an ingredient."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from shared.curated.allergens import allergens
from shared.curated.rows import Row, table
from shared.kitchen import concept_of
from shared.kitchen.glossary import ancestors, entries, related


@dataclass(frozen=True, slots=True)
class Substitution(Row):
    """`stand_ins`: the concepts it may be replaced by. `check_label`: one of all these carries an allergen."""

    stand_ins: tuple[str, ...] = ()
    check_label: bool = False

    def names(self, concept: str) -> bool:
        """Whether this row is about it: as what stands in, or in its words ("달걀이나 버섯")."""
        if any(related(concept, one) for one in self.stand_ins):
            return True
        entry = entries()[concept]
        english = (rf"\b{re.escape(name)}s?\b" for name in entry.english)
        return any(name in self.ko for name in entry.korean) or any(re.search(name, self.en) for name in english)


def substitution(names: Sequence[str]) -> Substitution | None:
    """For the first of an ingredient's names that the table knows; a kind of something ("진간장") falls back on the
    thing itself, and so does an unknown name with known words in it ("칼집 낸 돼지고기"): coconut milk is no milk."""
    for name in names:
        for wanted in (name,) if concept_of(name) else name.split():
            concept = concept_of(wanted)
            if concept is None:
                continue
            for known in (concept, *ancestors(concept)):
                if known in _rows():
                    return _rows()[known]
    return None


@cache
def _rows() -> Mapping[str, Substitution]:
    written = table("substitutions")
    return {
        row["for"]: Substitution(
            row["ko"],
            row["en"],
            written["sources"][row["source"]],
            tuple(row["with"]),
            any(allergen.carried_by(concept) for allergen in allergens() for concept in (row["for"], *row["with"])),
        )
        for row in written["entries"]
    }
