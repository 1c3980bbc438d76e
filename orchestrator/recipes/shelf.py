"""The recipes at hand: the bundled ones, and the ones imported into SOUS_HOME. An imported one hides its namesake."""

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from orchestrator.importers import jsonld
from orchestrator.importers.reading import read_recipe_file
from orchestrator.recipes.model import Recipe
from orchestrator.recipes.native import to_json
from orchestrator.recipes.structure import build
from orchestrator.recipes.trouble import RecipeTrouble
from shared.kitchen.language import Language
from shared.kitchen.text import normalise, squeeze

BUNDLED = Path(__file__).parent / "bundled"


@dataclass(frozen=True, slots=True)
class Card:
    """What a picker shows: enough to choose by, read without deriving anything."""

    id: str
    title: str
    language: Language
    names: tuple[str, ...]
    total_s: int | None
    steps: int
    path: Path
    bundled: bool


class Shelf:
    def __init__(self, imported: Path) -> None:
        self._imported = imported

    def cards(self) -> list[Card]:
        cards = {card.id: card for card in _cards(BUNDLED, bundled=True)}
        cards |= {card.id: card for card in _cards(self._imported, bundled=False)}
        return sorted(cards.values(), key=lambda card: (card.language != Language.KO, card.title))

    def files(self) -> list[Path]:
        """Every recipe file at hand, the unreadable ones included."""
        return [*sorted(BUNDLED.glob("*.json")), *sorted(self._imported.glob("*.json"))]

    def load(self, wanted: str) -> Recipe:
        """A recipe by its id, or read from a file."""
        card = next((card for card in self.cards() if card.id == wanted), None)
        if card is not None:
            return load_native(card.path)
        path = Path(wanted)
        if path.suffix or path.exists():
            return read_recipe_file(path)
        found = self.find(wanted)
        if len(found) == 1:
            return load_native(found[0].path)
        raise RecipeTrouble(wanted, "no such recipe; `python -m orchestrator recipes list` shows them")

    def find(self, query: str, language: Language | None = None) -> list[Card]:
        """The recipes whose name somebody said; the best fit alone when there is one."""
        said = squeeze(normalise(query))
        if not said:
            return []
        cards = self.cards()
        exact = [card for card in cards if said in _keys(card)]
        if exact:
            same = [card for card in exact if card.language is language]
            return same or exact
        return [card for card in cards if any(said in name or (len(name) > 2 and name in said) for name in _keys(card))]

    def keep(self, recipe: Recipe) -> Path:
        """Store an imported recipe, whole or not at all."""
        self._imported.mkdir(parents=True, exist_ok=True)
        path = self._imported / f"{recipe.id}.json"
        fresh = path.with_suffix(".json.new")
        fresh.write_text(json.dumps(to_json(recipe), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        fresh.replace(path)
        return path


def load_native(path: Path) -> Recipe:
    return _load(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=64)
def _load(path: Path, _changed: int) -> Recipe:
    page = json.loads(path.read_text(encoding="utf-8"))
    return build(jsonld.draft(page, path.name), path.name)


def _cards(folder: Path, *, bundled: bool) -> list[Card]:
    return [card for path in sorted(folder.glob("*.json")) if (card := _card_of(path, bundled))]


def _card_of(path: Path, bundled: bool) -> Card | None:
    """One spoilt file must not hide the others; `recipes check` names it."""
    try:
        return _card(path, path.stat().st_mtime_ns, bundled)
    except OSError:
        return None


@lru_cache(maxsize=512)
def _card(path: Path, _changed: int, bundled: bool) -> Card | None:
    try:
        page = json.loads(path.read_text(encoding="utf-8"))
        title = str(page["name"])
        names = (title, path.stem, *map(str, page.get("alternateName", ())))
        language = Language(page.get("inLanguage", "ko"))
        steps = len(page.get("recipeInstructions", ()))
        return Card(path.stem, title, language, names, jsonld.seconds(page.get("totalTime")), steps, path, bundled)
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _keys(card: Card) -> set[str]:
    return {squeeze(normalise(name)) for name in card.names}
