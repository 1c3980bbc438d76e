"""One file in, its recipes out: picks the importer by what the file is, not only by what it is called."""

from pathlib import Path

from orchestrator.importers import jsonld
from orchestrator.importers.decode import decode_text, load_json
from orchestrator.recipes.draft import Draft
from orchestrator.recipes.model import Recipe
from orchestrator.recipes.structure import build
from orchestrator.recipes.trouble import RecipeTrouble

#: A recipe is text; a photo album of them may be large, but not larger than this.
LARGEST_FILE = 64 * 1024 * 1024


def read_recipe_file(path: Path) -> Recipe:
    """The one recipe in a file."""
    recipes = read_recipes(path)
    if len(recipes) > 1:
        names = ", ".join(recipe.title for recipe in recipes[:5])
        raise RecipeTrouble(
            path.name, f"holds {len(recipes)} recipes ({names} ...); import it first: recipes import {path.name}"
        )
    return recipes[0]


def read_recipes(path: Path) -> list[Recipe]:
    return [build(draft, path.name) for draft in read_drafts(path)]


def read_drafts(path: Path) -> list[Draft]:
    where = path.name
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise RecipeTrouble(where, "is a folder; name a file")
        if size > LARGEST_FILE:
            raise RecipeTrouble(where, f"is larger than {LARGEST_FILE // 1024 // 1024} MB")
        raw = path.read_bytes()
    except OSError as error:
        raise RecipeTrouble(where, f"can't be opened: {error.strerror or error}") from error
    if not raw.strip():
        raise RecipeTrouble(where, "is empty")
    return _drafts(raw, path)


def _drafts(raw: bytes, path: Path) -> list[Draft]:
    where = path.name
    text = decode_text(raw, where)
    page = load_json(text, where)
    found = jsonld.find_recipes(page)
    if not found:
        raise RecipeTrouble(where, "holds no schema.org Recipe")
    return [jsonld.draft(one, where) for one in found]
