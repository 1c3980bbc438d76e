"""Mealie exports: one JSON file a recipe, or the zip of them."""

from fractions import Fraction
from typing import Any

from orchestrator.importers.jsonld import plain, seconds
from orchestrator.recipes.draft import Draft, DraftIngredient, DraftStep
from orchestrator.recipes.model import Source
from orchestrator.recipes.yields import read_yield
from shared.kitchen.durations import parse_duration

Json = dict[str, Any]


def recognises(page: object) -> bool:
    return isinstance(page, dict) and (
        ("recipe_ingredient" in page and "recipe_instructions" in page)
        or ("recipeIngredient" in page and "recipeInstructions" in page and "slug" in page and "@type" not in page)
    )


def draft(page: Json, _where: str) -> Draft:
    def field(camel: str, snake: str) -> Any:
        return page.get(camel, page.get(snake))

    lines: list[DraftIngredient] = []
    names: dict[str, str] = {}
    group = ""
    for one in field("recipeIngredient", "recipe_ingredient") or []:
        group = str(one.get("title") or group) if isinstance(one, dict) else group
        line = _line(one)
        if line:
            lines.append(DraftIngredient(line, group=group))
            if isinstance(one, dict) and (key := one.get("referenceId") or one.get("reference_id")):
                names[str(key)] = line
    steps = []
    section = ""
    for one in field("recipeInstructions", "recipe_instructions") or []:
        section = str(one.get("title") or section)
        refs = one.get("ingredientReferences") or one.get("ingredient_references") or []
        keys = [str(ref.get("referenceId") or ref.get("reference_id")) for ref in refs if isinstance(ref, dict)]
        tied = tuple(names[key] for key in keys if key in names)
        text = plain(str(one.get("text", "")))
        if text:
            steps.append(DraftStep(text, section=section, title=str(one.get("summary") or ""), ingredients=tied))
    served = field("recipeServings", "recipe_servings") or 0
    servings, makes = read_yield(str(field("recipeYield", "recipe_yield") or ""))
    return Draft(
        title=str(page.get("name", "")),
        ingredients=lines,
        steps=steps,
        servings=Fraction(str(served)).limit_denominator(8) if served else servings,
        makes=makes,
        summary=str(page.get("description") or ""),
        total_s=_time(field("totalTime", "total_time")),
        keywords=tuple(str(tag.get("name", "")) for tag in page.get("tags") or [] if isinstance(tag, dict)),
        source=Source(str(field("orgURL", "org_url") or ""), "Mealie"),
        notes=tuple(str(note.get("text", "")) for note in page.get("notes") or [] if isinstance(note, dict)),
    )


def _line(one: object) -> str:
    if isinstance(one, str):
        return one.strip()
    if not isinstance(one, dict):
        return ""
    shown = str(one.get("display") or one.get("originalText") or one.get("original_text") or "").strip()
    if shown:
        return shown
    quantity, unit, food = one.get("quantity"), one.get("unit"), one.get("food")
    named = [str(part.get("name", "")) if isinstance(part, dict) else str(part or "") for part in (unit, food)]
    number = "" if not quantity else str(Fraction(str(quantity)).limit_denominator(16))
    return " ".join(filter(None, [number, *named, str(one.get("note") or "")])).strip()


def _time(text: object) -> int | None:
    if not text:
        return None
    length = parse_duration(str(text))
    return seconds(str(text)) or (length.seconds if length else None)
