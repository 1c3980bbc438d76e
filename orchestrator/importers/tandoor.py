"""Tandoor exports: recipe.json with the ingredients inside the steps, zipped (often a zip of zips)."""

import re
from fractions import Fraction
from typing import Any

from orchestrator.importers.jsonld import plain
from orchestrator.recipes.draft import Draft, DraftIngredient, DraftStep
from orchestrator.recipes.model import Source

Json = dict[str, Any]
#: Instructions are templates ("{{ ingredients[0] }}", "{% if %}"); we fill in ingredients and drop the rest unread.
_PLACE = re.compile(r"\{\{\s*ingredients\[(\d{1,3})\]\s*\}\}")
_SCALE = re.compile(r"\{\{\s*scale\(\s*([\d.]{1,10})\s*\)\s*\}\}")
_TEMPLATE = re.compile(r"\{\{.{0,200}?\}\}|\{%.{0,200}?%\}", re.DOTALL)


def recognises(page: object) -> bool:
    steps = page.get("steps") if isinstance(page, dict) else None
    return isinstance(steps, list) and bool(steps) and isinstance(steps[0], dict) and "instruction" in steps[0]


def draft(page: Json, _where: str) -> Draft:
    found = Draft(title=str(page.get("name", "")), summary=str(page.get("description") or ""))
    group = ""
    for one in page["steps"]:
        lines: list[str] = []
        for item in one.get("ingredients") or []:
            if not isinstance(item, dict):
                continue
            if item.get("is_header"):
                group = str(item.get("note") or "")
                continue
            line = _line(item)
            if line:
                lines.append(line)
                found.ingredients.append(DraftIngredient(line, group=group))
        text = plain(_filled(str(one.get("instruction") or ""), lines))
        minutes = one.get("time") or 0
        if text:
            found.steps.append(
                DraftStep(
                    text,
                    title=str(one.get("name") or ""),
                    minutes=int(minutes) if isinstance(minutes, int | float) and minutes > 0 else None,
                    ingredients=tuple(lines),
                )
            )
    servings = page.get("servings") or 0
    found.servings = Fraction(str(servings)).limit_denominator(8) if servings else None
    found.makes = f"{servings} {page.get('servings_text') or ''}".strip() if servings else ""
    total = sum(int(page.get(name) or 0) for name in ("working_time", "waiting_time"))
    found.total_s = total * 60 if total > 0 else None
    found.active_s = int(page.get("working_time") or 0) * 60 or None
    words = page.get("keywords") or []
    found.keywords = tuple(str(word.get("name", "")) for word in words if isinstance(word, dict))
    found.source = Source(str(page.get("source_url") or ""), "Tandoor")
    return found


def _line(item: Json) -> str:
    food, unit = (
        part.get("name", "") if isinstance(part, dict) else str(part or "")
        for part in (item.get("food"), item.get("unit"))
    )
    amount = item.get("amount") or 0
    number = "" if item.get("no_amount") or not amount else str(Fraction(str(amount)).limit_denominator(16))
    line = " ".join(filter(None, [number, str(unit), str(food)]))
    note = str(item.get("note") or "").strip()
    return f"{line}, {note}" if line and note else line


def _filled(text: str, lines: list[str]) -> str:
    text = _PLACE.sub(lambda match: lines[int(match[1])] if int(match[1]) < len(lines) else "", text)
    return _TEMPLATE.sub("", _SCALE.sub(r"\1", text))
