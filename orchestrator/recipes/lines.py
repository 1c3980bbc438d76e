"""One line of an ingredient list: "다진 마늘 1/2큰술", "2 cups flour, sifted"."""

import re

from orchestrator.recipes.amounts import from_quantity
from orchestrator.recipes.model import Ingredient
from shared.kitchen.quantities import find_quantities

_HEADER = re.compile(r"^[\[【<].{1,30}[\]】>]$|^.{1,30}[:：]$")
_GROUP = re.compile(r"^[\[【](?P<group>[^\]】]{1,20})[\]】]\s*")
_NOTE = re.compile(r"\((?P<note>[^()]{0,80})\)")
_OPTIONAL = re.compile(r"선택|생략\s*가능|없어도|optional", re.IGNORECASE)


def read_line(text: str) -> Ingredient | None:
    """None: the line is a heading, not an ingredient."""
    if _HEADER.match(text):
        return None
    group = _GROUP.match(text)
    rest = text[group.end() :] if group else text
    optional = _OPTIONAL.search(rest) is not None
    notes = [note["note"] for note in _NOTE.finditer(rest)]
    bare = _NOTE.sub(" ", rest)
    found = find_quantities(bare)
    amount = found[0] if found else None
    name, prep = bare, ""
    if amount is not None:
        before, after = bare[: amount.start].strip(), bare[amount.end :].strip()
        name, prep = (before, after) if before else (after, "")
        name = re.sub(r"^of\s+", "", name)
    if "," in name:
        name, _, prep = name.partition(",")
    name = " ".join(name.split()).strip(" ,:-") or text
    return Ingredient(
        id="",
        name=name,
        amount=from_quantity(amount) if amount is not None else None,
        group=group["group"] if group else "",
        prep=prep.strip(" ,"),
        note=", ".join(note for note in notes if not _OPTIONAL.search(note)),
        optional=optional,
        text=text,
    )
