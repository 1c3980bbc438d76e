"""The recipe a question comes with (schema.org/Recipe JSON), as far as answers need it: lines, steps, times, title.

Lenient on purpose: whatever of it can be read is used, the rest is left out. The orchestrator's importers are the ones
that know every format; what arrives here has been through them.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from shared.kitchen.durations import Duration
from shared.kitchen.ingredient_lines import IngredientLine, parse_ingredient_line
from shared.kitchen.language import Language

_ISO = re.compile(r"P(?:(?P<d>\d+)D)?(?:T(?:(?P<h>\d+)H)?(?:(?P<m>\d+)M)?(?:(?P<s>\d+)S)?)?")
_MOST_LINES = 200
_LONGEST_TEXT = 4_000


@dataclass(frozen=True, slots=True)
class Ingredient:
    line: IngredientLine
    aliases: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return self.line.name


@dataclass(frozen=True, slots=True)
class Step:
    text: str
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Recipe:
    title: str
    ingredients: tuple[Ingredient, ...]
    steps: tuple[Step, ...]
    servings: str = ""
    total_s: int | None = None

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> "Recipe":
        lines = list(_texts(data.get("recipeIngredient")))[:_MOST_LINES]
        extra = data.get("x-ingredients")
        more = extra if isinstance(extra, list) else []
        ingredients = []
        for place, line in enumerate(lines):
            parsed = parse_ingredient_line(line)
            if parsed.name:
                aliases = more[place].get("aliases", []) if place < len(more) and isinstance(more[place], dict) else []
                ingredients.append(Ingredient(parsed, tuple(alias for alias in aliases if isinstance(alias, str))))
        return cls(
            title=_text(data.get("name")),
            ingredients=tuple(ingredients),
            steps=tuple(_steps(data.get("recipeInstructions")))[:_MOST_LINES],
            servings=next(iter(_texts(data.get("recipeYield"))), ""),
            total_s=_seconds(_text(data.get("totalTime")) or _text(data.get("cookTime"))),
        )

    def step(self, number: int | None) -> Step | None:
        if number is None or not 1 <= number <= len(self.steps):
            return None
        return self.steps[number - 1]

    def as_text(self) -> str:
        """For a language model, and for the guard that checks its numbers."""
        listed = "\n".join(f"- {item.line.text or item.name}" for item in self.ingredients)
        numbered = "\n".join(
            f"{number}. {step.text}{f' ({step.tip})' if step.tip else ''}" for number, step in enumerate(self.steps, 1)
        )
        total = "" if self.total_s is None else f"\n{self.total_s // 60} min"
        return f"{self.title}\n{self.servings}{total}\n{listed}\n{numbered}"


def _steps(value: object) -> Iterator[Step]:
    if isinstance(value, str):
        for part in re.split(r"\n+", value):
            if part.strip():
                yield Step(part.strip()[:_LONGEST_TEXT])
    elif isinstance(value, list):
        for item in value:
            yield from _steps(item)
    elif isinstance(value, dict):
        if "itemListElement" in value:
            yield from _steps(value["itemListElement"])
        elif text := _text(value.get("text")) or _text(value.get("name")):
            yield Step(text, _text(value.get("x-tip")))


def _texts(value: object) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        if text := _text(item):
            yield text


def _text(value: object) -> str:
    if isinstance(value, (str, int, float)) and not isinstance(value, bool):
        return str(value).strip()[:_LONGEST_TEXT]
    return ""


def _seconds(text: str) -> int | None:
    match = _ISO.fullmatch(text)
    if match is None or not any(match.groups()):
        return None
    days, hours, minutes, seconds = (int(part or 0) for part in match.groups())
    return ((days * 24 + hours) * 60 + minutes) * 60 + seconds


def spoken_time(duration: Duration, language: Language) -> str:
    """ "10분에서 15분", "10 to 15 minutes": the range as the recipe gives it."""
    low = seconds_in_words(duration.seconds, language)
    if duration.max_seconds is None:
        return low
    high = seconds_in_words(duration.max_seconds, language)
    return f"{low}에서 {high}" if language is Language.KO else f"{low} to {high}"


def seconds_in_words(seconds: int, language: Language) -> str:
    hours, rest = divmod(seconds, 3600)
    minutes, secs = divmod(rest, 60)
    korean = language is Language.KO
    units = (("시간", "hour"), ("분", "minute"), ("초", "second"))
    parts = []
    for amount, (ko, en) in zip((hours, minutes, secs), units, strict=True):
        if amount:
            parts.append(f"{amount}{ko}" if korean else f"{amount} {en}{'' if amount == 1 else 's'}")
    return " ".join(parts) or ("0초" if korean else "0 seconds")
