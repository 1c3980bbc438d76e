"""One file in, its recipes out: picks the importer by what the file is, not only by what it is called.

All or nothing: the first recipe that can't be read fails the file, so that nothing is half-imported in silence.
"""

from pathlib import Path
from typing import Any, Protocol

from orchestrator.importers import cooklang, jsonld, mealie, paprika, plain_text, tandoor, web_page
from orchestrator.importers.archive import gunzipped, is_gzip, is_zip, members
from orchestrator.importers.decode import decode_text, load_json
from orchestrator.recipes.draft import Draft
from orchestrator.recipes.model import Recipe
from orchestrator.recipes.structure import build
from orchestrator.recipes.trouble import RecipeTrouble

#: A recipe is text; a photo album of them may be large, but not larger than this.
LARGEST_FILE = 64 * 1024 * 1024
#: Zips within zips (Tandoor), and no deeper.
DEEPEST_ARCHIVE = 2
_RECIPE_MEMBERS = (".json", ".cook", ".paprikarecipe", ".md", ".txt", ".html", ".htm", ".zip")


class Reads(Protocol):
    """What a module that reads one application's export offers."""

    def recognises(self, page: object) -> bool: ...
    def draft(self, page: dict[str, Any], where: str, /) -> Draft: ...


def read_recipe_file(path: Path) -> Recipe:
    """The one recipe in a file."""
    recipes = read_recipes(path)
    if len(recipes) > 1:
        names = ", ".join(recipe.title for recipe in recipes[:5])
        raise RecipeTrouble(path.name, f"holds {len(recipes)} recipes ({names} ...); `recipes import` keeps them all")
    return recipes[0]


def read_recipes(path: Path) -> list[Recipe]:
    recipes = [build(draft, path.name) for draft in read_drafts(path)]
    if not recipes:
        raise RecipeTrouble(path.name, "holds no recipe")
    return recipes


def read_drafts(path: Path) -> list[Draft]:
    where = path.name
    try:
        if path.is_dir():
            raise RecipeTrouble(where, "is a folder; name a file")
        if path.stat().st_size > LARGEST_FILE:
            raise RecipeTrouble(where, f"is larger than {LARGEST_FILE // 1024 // 1024} MB")
        raw = path.read_bytes()
    except OSError as error:
        raise RecipeTrouble(where, f"can't be opened: {error.strerror or error}") from error
    return drafts_of(raw, where, Path(where).stem, Path(where).suffix.lower())


def drafts_of(
    raw: bytes, where: str, stem: str, suffix: str, *, depth: int = 0, budget: list[int] | None = None
) -> list[Draft]:
    if not raw.strip():
        raise RecipeTrouble(where, "is empty")
    if is_zip(raw):
        return _archive(raw, where, depth, budget)
    if is_gzip(raw):
        return drafts_of(gunzipped(raw, where), where, stem, ".json", depth=depth, budget=budget)
    text = decode_text(raw, where)
    if suffix == ".cook":
        return [cooklang.draft(text, where, name=stem)]
    if suffix in (".html", ".htm", ".mhtml") or web_page.looks_like_a_page(text):
        return web_page.drafts(text, where)
    if suffix in (".json", ".jsonld", ".paprikarecipe") or text.lstrip()[:1] in ("{", "["):
        return _json(text, where)
    return [plain_text.draft(text, where, name=stem)]


def _json(text: str, where: str) -> list[Draft]:
    page = load_json(text, where)
    found = jsonld.find_recipes(page)
    if found:
        return [jsonld.draft(one, where) for one in found]
    pages = page if isinstance(page, list) else [page]
    drafts = [draft for one in pages if (draft := _other_json(one, where)) is not None]
    if not drafts:
        raise RecipeTrouble(
            where, "is JSON, but holds no recipe of a kind we know (schema.org, Mealie, Tandoor, Paprika)"
        )
    return drafts


def _other_json(page: object, where: str) -> Draft | None:
    if not isinstance(page, dict):
        return None
    kinds: tuple[Reads, ...] = (tandoor, mealie, paprika)
    for kind in kinds:
        if kind.recognises(page):
            try:
                return kind.draft(page, where)
            except (KeyError, TypeError, ValueError, AttributeError, ZeroDivisionError, OverflowError) as error:
                raise RecipeTrouble(where, f"not a recipe we can read: {type(error).__name__}: {error}") from error
    if "recipeInstructions" in page and "name" in page:
        return jsonld.draft(page, where)  # schema.org without its @type, as some tools write it
    return None


def _archive(raw: bytes, where: str, depth: int, budget: list[int] | None) -> list[Draft]:
    if depth >= DEEPEST_ARCHIVE:
        raise RecipeTrouble(where, "holds archives within archives within archives")
    shared = budget if budget is not None else [256 * 1024 * 1024]
    found: list[Draft] = []
    for name, content in members(raw, where, budget=shared):
        inner = Path(name)
        if inner.suffix.lower() not in _RECIPE_MEMBERS or inner.name.startswith("."):
            continue  # pictures and lists travel with exports
        inside = f"{where}: {name}"
        if inner.suffix.lower() == ".json" and not _may_be_recipe(content):
            continue
        found += drafts_of(content, inside, inner.stem, inner.suffix.lower(), depth=depth + 1, budget=shared)
    if not found:
        raise RecipeTrouble(where, "is an archive without recipes")
    return found


def _may_be_recipe(content: bytes) -> bool:
    """Exports carry other JSON too (categories, settings); what has no steps is not ours to complain about."""
    return any(
        word in content for word in (b"nstruction", b"directions", b'"Recipe"')
    ) or not content.lstrip().startswith(b"{")
