"""A recipe: what goes in, what to do, and how the two belong together.

Immutable and exact (fractions, never floats). How a recipe is read from a file is in `native.py` and `importers/`;
how its structure is found in free text is in `structure.py`; how it sounds is in `session/reading.py`.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from shared.kitchen.language import Language


@dataclass(frozen=True, slots=True)
class Amount:
    """How much of something: 2 큰술, 2~3개, 약간 (no number at all)."""

    low: Fraction | None = None
    high: Fraction | None = None
    unit: str = ""  # as it is written: 큰술, g, cups; empty for "2 eggs"
    words: str = ""  # what stands instead of a number: 약간, to taste
    scalable: bool = True
    approximate: bool = False
    size: str = field(default="", compare=False)  # what one can, jar or block holds: "14.5 oz"; it doesn't scale


@dataclass(frozen=True, slots=True)
class Ingredient:
    id: str
    name: str
    amount: Amount | None = None
    aliases: tuple[str, ...] = ()
    group: str = ""  # "양념", "For the sauce"
    prep: str = ""  # "송송 썬", "finely chopped"
    note: str = ""
    optional: bool = False
    text: str = ""  # the line as it was written


class Share(StrEnum):
    """How much of the recipe's whole amount a step takes."""

    ALL = "all"
    PART = "part"
    REST = "rest"
    UNSAID = "unsaid"


@dataclass(frozen=True, slots=True)
class Use:
    """One ingredient in one step. `start:end` is where its amount stands in the step's text, when it does."""

    ingredient: str
    share: Share = Share.ALL
    amount: Amount | None = None
    start: int | None = None
    end: int | None = None


class Wait(StrEnum):
    ACTIVE = "active"  # somebody stands there and stirs
    PASSIVE = "passive"  # simmering, baking: hands are free
    REST = "rest"
    PER_SIDE = "per_side"
    INTERVAL = "interval"  # "stir every five minutes"


@dataclass(frozen=True, slots=True)
class TimeCue:
    """A time in a step's text. A range counts from its lower end; `until` is what the cook should look for."""

    low_s: int
    high_s: int | None = None
    kind: Wait = Wait.PASSIVE
    label: str = ""  # what the timer is called
    until: str = ""
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class HeatCue:
    """A heat or a temperature in a step's text, as it is written there."""

    text: str
    celsius: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Step:
    number: int  # from 1
    text: str
    title: str = ""
    section: str = ""
    uses: tuple[Use, ...] = ()
    times: tuple[TimeCue, ...] = ()
    heats: tuple[HeatCue, ...] = ()
    tools: tuple[str, ...] = ()
    tip: str = ""
    needs: tuple[int, ...] | None = None  # steps that must be done before; None: all the earlier ones


@dataclass(frozen=True, slots=True)
class Source:
    url: str = ""
    name: str = ""
    licence: str = ""


@dataclass(frozen=True, slots=True)
class Recipe:
    id: str
    title: str
    language: Language
    steps: tuple[Step, ...]
    ingredients: tuple[Ingredient, ...] = ()
    servings: Fraction | None = None
    makes: str = ""  # the yield as it is written: "쿠키 24개"
    summary: str = ""
    total_s: int | None = None
    active_s: int | None = None
    aliases: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    source: Source = field(default_factory=Source)
    notes: tuple[str, ...] = ()

    def step(self, number: int) -> Step:
        return self.steps[number - 1]

    def ingredient(self, wanted: str) -> Ingredient:
        return next(one for one in self.ingredients if one.id == wanted)
