"""One line of an ingredient list as an ingredient. Taking the line apart is `shared.kitchen`'s work."""

from dataclasses import dataclass

from orchestrator.recipes.amounts import from_quantity
from orchestrator.recipes.model import Ingredient
from shared.kitchen.ingredient_lines import parse_ingredient_line
from shared.kitchen.language import Language


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that only says what the next ones are for: "[양념]", "For the sauce:"."""

    text: str


def read_line(text: str, language: Language) -> Ingredient | Heading:
    line = parse_ingredient_line(text, language)
    if not line.name and line.group:
        return Heading(line.group)
    return Ingredient(
        id="",
        name=line.name or text,
        amount=from_quantity(line.quantity) if line.quantity is not None else None,
        group=line.group or "",
        prep=line.prep or "",
        note=line.note or "",
        optional=line.optional,
        text=text,
    )
