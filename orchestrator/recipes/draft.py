"""A recipe on its way in: what an importer found in a file, before structure is derived from its text."""

from dataclasses import dataclass, field
from fractions import Fraction

from orchestrator.recipes.model import HeatCue, Ingredient, Source, TimeCue, Use
from shared.kitchen.language import Language


@dataclass(slots=True)
class DraftIngredient:
    text: str
    group: str = ""
    ready: Ingredient | None = None  # the file said it all; nothing is derived
    aliases: tuple[str, ...] = ()


@dataclass(slots=True)
class DraftStep:
    text: str
    section: str = ""
    title: str = ""
    tip: str = ""
    tools: tuple[str, ...] = ()
    needs: tuple[int, ...] | None = None
    minutes: int | None = None  # a time beside the text (Tandoor): a cue of its own if the text has none
    uses: tuple[Use, ...] | None = None  # None: to be derived
    times: tuple[TimeCue, ...] | None = None
    heats: tuple[HeatCue, ...] | None = None
    #: Names or ids of ingredients that the file ties to this step.
    ingredients: tuple[str, ...] = ()


@dataclass(slots=True)
class Draft:
    title: str
    ingredients: list[DraftIngredient] = field(default_factory=list)
    steps: list[DraftStep] = field(default_factory=list)
    id: str = ""
    language: Language | None = None  # None: read it off the text
    servings: Fraction | None = None
    makes: str = ""
    summary: str = ""
    total_s: int | None = None
    active_s: int | None = None
    aliases: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    source: Source = field(default_factory=Source)
    notes: tuple[str, ...] = ()
