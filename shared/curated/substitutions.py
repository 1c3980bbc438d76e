"""What can stand in for an ingredient."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from shared.curated.allergens import allergens
from shared.curated.rows import Row, table
from shared.kitchen import concept_of
from shared.kitchen.glossary import ancestors


@dataclass(frozen=True, slots=True)
class Substitution(Row):
    """`check_label`: what is replaced or what replaces it carries an allergen."""

    check_label: bool = False


def substitution(names: Sequence[str]) -> Substitution | None:
    """For the first of an ingredient's names that the table knows; a kind of something ("진간장") falls back on the
    thing itself, and so does a name with words around it ("돼지고기 앞다리살")."""
    for name in names:
        for wanted in (name, *name.split()):
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
            any(allergen.carried_by(concept) for allergen in allergens() for concept in (row["for"], *row["with"])),
        )
        for row in written["entries"]
    }
