# ruff: noqa: E501
"""Curated knowledge with sources: substitutions, safe temperatures, kitchen words. Data in JSON, beside this file.

The only numbers Sous gives that stand neither in the recipe nor in the cook's words. What is not here is not known.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from orchestrator.wording import phrase
from shared.kitchen.language import Language
from shared.kitchen.text import normalise, squeeze

_HERE = Path(__file__).parent
Kind = Literal["temperature", "word"]


@dataclass(frozen=True, slots=True)
class Substitute:
    names: tuple[str, ...]
    korean: str
    english: str
    allergens: bool
    source: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A safe temperature or a kitchen word: asked about with `signs`, answered with one or two sentences."""

    kind: Kind
    signs: re.Pattern[str]
    korean: str
    english: str
    source: str


@cache
def substitutes() -> tuple[Substitute, ...]:
    rows = json.loads((_HERE / "substitutes.json").read_text(encoding="utf-8"))["substitutes"]
    return tuple(
        Substitute(tuple(row["names"]), row["ko"], row["en"], bool(row.get("allergens")), row["source"]) for row in rows
    )


@cache
def entries() -> tuple[Entry, ...]:
    read: list[Entry] = []
    for kind, file in (("temperature", "temperatures.json"), ("word", "words.json")):
        for row in json.loads((_HERE / file).read_text(encoding="utf-8"))["entries"]:
            signs = re.compile(row["signs"], re.IGNORECASE)
            read.append(
                Entry("temperature" if kind == "temperature" else "word", signs, row["ko"], row["en"], row["source"])
            )
    return tuple(read)


def substitute_for(names: Sequence[str], language: Language) -> tuple[str, ...]:
    """What can stand in for the first of `names` that the table knows; longer names first."""
    for wanted in names:
        said = squeeze(normalise(wanted))
        rows = [(name, row) for row in substitutes() for name in row.names]
        hit = next((row for name, row in rows if squeeze(normalise(name)) == said), None)
        if hit is None:
            inside = [(name, row) for name, row in rows if squeeze(normalise(name)) in said]
            hit = max(inside, key=lambda pair: len(pair[0]))[1] if inside else None
        if hit is not None:
            text = hit.korean if language is Language.KO else hit.english
            return (text, phrase("check_label", language)) if hit.allergens else (text,)
    return ()


_ASKS_TEMPERATURE = re.compile(
    r"몇\s*도|온도|다\s*익|안전|덜\s*익|중심|\btemp|\bdegrees?\b|\bsafe\b|\bhow hot\b|\bcooked through\b|\bdone\b",
    re.IGNORECASE,
)
_ASKS_WORD = re.compile(
    r"뭐야|뭐예요|뭐죠|무슨\s*뜻|뭔데|뭔지|뜻이|이란|란\s|무엇|어떻게|얼마나|어느\s*정도|what(?:'s| is| does| are)|mean|how do (?:i|you)|how to|explain",
    re.IGNORECASE,
)
_REFER = re.compile(
    r"병조림|통조림\s*만드|야생\s*버섯|산에서\s*딴|독버섯|(?:아기|영아|돌\s*전|신생아).{0,12}꿀|꿀.{0,12}(?:아기|영아|돌\s*전)|마늘.{0,8}기름에.{0,8}(?:담|보관|절)|"
    r"임신.{0,14}(?:날|생|육회|덜\s*익|회\b)|(?:곰팡이|상한|쉰).{0,12}(?:먹어도|괜찮)|"
    r"\bcanning\b|\bbotulism\b|wild mushroom|foraged|\b(?:baby|infant)s?\b.{0,20}\bhoney|honey.{0,20}\b(?:baby|infant)|garlic in oil|"
    r"pregnan\w+.{0,30}\b(?:raw|rare|runny)|(?:raw|rare|runny).{0,30}pregnan|\bmou?ldy\b",
    re.IGNORECASE,
)


def answer_from_tables(text: str, language: Language, *, only: Kind | None = None) -> tuple[str, ...]:
    """Sentences for a question the tables answer; nothing when they don't."""
    if _REFER.search(text):
        return (phrase("safety_refer", language),)
    for entry in entries():
        if only is not None and entry.kind != only:
            continue
        asks = _ASKS_TEMPERATURE if entry.kind == "temperature" else _ASKS_WORD
        if entry.signs.search(text) and asks.search(text):
            answer = entry.korean if language is Language.KO else entry.english
            cited = (phrase("source_says", language, source=entry.source),) if entry.kind == "temperature" else ()
            return (answer, *cited)
    return ()
