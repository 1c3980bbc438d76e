"""The native recipe file: schema.org/Recipe JSON, with what schema.org has no word for in `x-` fields.

A file may carry as little as ingredient lines and step texts; what is missing is derived (`structure.py`). What we
write carries everything, so reading it back gives the same recipe whatever the deriving code has learnt since.
"""

import hashlib
import json
from fractions import Fraction
from typing import Any

from orchestrator.recipes.model import (
    Amount,
    HeatCue,
    Ingredient,
    Recipe,
    Share,
    Step,
    TimeCue,
    Use,
    Wait,
)

Json = dict[str, Any]


def to_json(recipe: Recipe) -> Json:
    """The whole recipe as one schema.org/Recipe object."""
    page: Json = {
        "@context": "https://schema.org",
        "@type": "Recipe",
        "@id": recipe.id,
        "name": recipe.title,
        "inLanguage": recipe.language.value,
        "recipeIngredient": [one.text or one.name for one in recipe.ingredients],
        "x-ingredients": [_ingredient(one) for one in recipe.ingredients],
        "recipeInstructions": [_step(step) for step in recipe.steps],
    }
    optional: Json = {
        "description": recipe.summary,
        "recipeYield": recipe.makes,
        "x-servings": None if recipe.servings is None else str(recipe.servings),
        "totalTime": iso_duration(recipe.total_s),
        "x-activeTime": iso_duration(recipe.active_s),
        "alternateName": list(recipe.aliases),
        "keywords": list(recipe.keywords),
        "url": recipe.source.url,
        "license": recipe.source.licence,
        "author": recipe.source.name,
        "x-notes": list(recipe.notes),
    }
    return page | _said(optional)


def content_hash(recipe: Recipe) -> str:
    """The same recipe has the same hash wherever it came from; any change to it, another."""
    text = json.dumps(to_json(recipe), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _said(page: Json) -> Json:
    return {name: value for name, value in page.items() if value not in (None, "", [], ())}


def _amount(amount: Amount | None) -> Json | None:
    if amount is None:
        return None
    return _said(
        {
            "low": None if amount.low is None else str(amount.low),
            "high": None if amount.high is None else str(amount.high),
            "unit": amount.unit,
            "words": amount.words,
            "scalable": None if amount.scalable else False,
            "approximate": amount.approximate or None,
            "size": amount.size,
        }
    )


def _ingredient(one: Ingredient) -> Json:
    return _said(
        {
            "id": one.id,
            "name": one.name,
            "amount": _amount(one.amount),
            "aliases": list(one.aliases),
            "group": one.group,
            "prep": one.prep,
            "note": one.note,
            "optional": one.optional or None,
        }
    )


def _step(step: Step) -> Json:
    uses = [
        _said(
            {
                "ingredient": use.ingredient,
                "share": use.share.value,
                "amount": _amount(use.amount),
                "start": use.start,
                "end": use.end,
            }
        )
        for use in step.uses
    ]
    times = [
        _said(
            {
                "low": cue.low_s,
                "high": cue.high_s,
                "kind": cue.kind.value,
                "label": cue.label,
                "until": cue.until,
                "start": cue.start,
                "end": cue.end,
            }
        )
        for cue in step.times
    ]
    heats = [
        _said({"text": heat.text, "celsius": None if heat.celsius is None else str(heat.celsius)})
        for heat in step.heats
    ]
    page = _said(
        {
            "@type": "HowToStep",
            "name": step.title,
            "text": step.text,
            "x-section": step.section,
            "x-tools": list(step.tools),
            "x-tip": step.tip,
        }
    )
    # Written even when empty: an empty list means "nothing", a missing one "not looked yet".
    page |= {"x-uses": uses, "x-times": times, "x-heats": heats}
    if step.needs is not None:
        page["x-needs"] = list(step.needs)
    return page


def read_amount(page: Json | None) -> Amount | None:
    if page is None:
        return None
    return Amount(
        low=Fraction(page["low"]) if "low" in page else None,
        high=Fraction(page["high"]) if "high" in page else None,
        unit=str(page.get("unit", "")),
        words=str(page.get("words", "")),
        scalable=bool(page.get("scalable", True)),
        approximate=bool(page.get("approximate", False)),
        size=str(page.get("size", "")),
    )


def read_ingredient(page: Json, text: str) -> Ingredient:
    return Ingredient(
        id=str(page["id"]),
        name=str(page["name"]),
        amount=read_amount(page.get("amount")),
        aliases=tuple(map(str, page.get("aliases", ()))),
        group=str(page.get("group", "")),
        prep=str(page.get("prep", "")),
        note=str(page.get("note", "")),
        optional=bool(page.get("optional", False)),
        text=text,
    )


def read_uses(pages: list[Json]) -> tuple[Use, ...]:
    return tuple(
        Use(
            str(page["ingredient"]),
            Share(page.get("share", "all")),
            read_amount(page.get("amount")),
            page.get("start"),
            page.get("end"),
        )
        for page in pages
    )


def read_times(pages: list[Json]) -> tuple[TimeCue, ...]:
    return tuple(
        TimeCue(
            low_s=int(page["low"]),
            high_s=int(page["high"]) if "high" in page else None,
            kind=Wait(page.get("kind", "passive")),
            label=str(page.get("label", "")),
            until=str(page.get("until", "")),
            start=page.get("start"),
            end=page.get("end"),
        )
        for page in pages
    )


def read_heats(pages: list[Json]) -> tuple[HeatCue, ...]:
    return tuple(HeatCue(str(page["text"]), Fraction(page["celsius"]) if "celsius" in page else None) for page in pages)


def iso_duration(seconds: int | None) -> str | None:
    """5400 -> 'PT1H30M'."""
    if seconds is None:
        return None
    hours, rest = divmod(seconds, 3600)
    minutes, left = divmod(rest, 60)
    pieces = ((hours, "H"), (minutes, "M"), (left, "S"))
    return "PT" + ("".join(f"{count}{unit}" for count, unit in pieces if count) or "0S")
