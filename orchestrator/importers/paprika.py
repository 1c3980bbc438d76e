"""Paprika exports: a `.paprikarecipes` file is a zip of gzipped JSON, one recipe each, all of it plain text inside."""

from typing import Any

from orchestrator.importers.jsonld import seconds
from orchestrator.recipes.draft import Draft, DraftIngredient, DraftStep
from orchestrator.recipes.model import Source
from orchestrator.recipes.yields import read_yield
from shared.kitchen.durations import parse_duration

Json = dict[str, Any]


def recognises(page: object) -> bool:
    return isinstance(page, dict) and isinstance(page.get("directions"), str) and "name" in page


def draft(page: Json, _where: str) -> Draft:
    lines = [line.strip() for line in str(page.get("ingredients") or "").splitlines()]
    group, ingredients = "", []
    for line in filter(None, lines):
        if line.endswith(":") and len(line) < 60:
            group = line[:-1]
        else:
            ingredients.append(DraftIngredient(line, group=group))
    paragraphs = [line.strip() for line in page["directions"].splitlines() if line.strip()]
    servings, makes = read_yield(str(page.get("servings") or ""))
    total = str(page.get("total_time") or "")
    length = parse_duration(total) if total else None
    return Draft(
        title=str(page.get("name", "")),
        ingredients=ingredients,
        steps=[
            DraftStep(
                paragraph.lstrip("0123456789.) ")
                if paragraph[:1].isdigit() and paragraph[1:3].strip()[:1] in (".", ")")
                else paragraph
            )
            for paragraph in paragraphs
        ],
        servings=servings,
        makes=makes,
        summary=str(page.get("description") or ""),
        total_s=seconds(total) or (length.seconds if length else None),
        keywords=tuple(map(str, page.get("categories") or ())),
        source=Source(str(page.get("source_url") or ""), str(page.get("source") or "Paprika")),
        notes=tuple(filter(None, [str(page.get("notes") or "").strip()])),
    )
