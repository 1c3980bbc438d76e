"""`recipes list|show|import|export|check`: the shelf from the command line."""

import argparse
import json
import sys
from fractions import Fraction
from pathlib import Path

from orchestrator.home import home_folder, recipes_folder
from orchestrator.importers import cooklang
from orchestrator.importers.reading import read_recipes
from orchestrator.recipes.check import findings
from orchestrator.recipes.model import Recipe
from orchestrator.recipes.native import to_json
from orchestrator.recipes.shelf import Shelf
from orchestrator.recipes.trouble import RecipeTrouble
from orchestrator.session.reading import ingredient_text, step_sentences
from orchestrator.settings import OrchestratorSettings
from orchestrator.wording.amounts import duration_text

_ONE = Fraction(1)


def add_parser(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = verbs.add_parser("recipes", help="list, show, import, export and check recipes")
    actions = parser.add_subparsers(dest="action", required=True)
    actions.add_parser("list", help="what can be cooked")
    show = actions.add_parser("show", help="one recipe as it will be read")
    show.add_argument("recipe")
    bring = actions.add_parser(
        "import", help="recipes from files: JSON-LD, .cook, Markdown, Mealie, Tandoor, Paprika ..."
    )
    bring.add_argument("files", nargs="+", type=Path)
    send = actions.add_parser("export", help="a recipe as schema.org JSON or Cooklang")
    send.add_argument("recipe")
    send.add_argument("--format", choices=["json", "cook"], default="json")
    send.add_argument("--output", type=Path, help="file to write; default: standard output")
    check = actions.add_parser("check", help="what a cook would stumble over; all bundled and imported ones by default")
    check.add_argument("recipes", nargs="*")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, settings: OrchestratorSettings) -> int:
    shelf = Shelf(recipes_folder(home_folder(settings.home)))
    try:
        match options.action:
            case "list":
                return _list(shelf)
            case "show":
                return _show(shelf.load(options.recipe))
            case "import":
                return _import(shelf, options.files)
            case "export":
                return _export(shelf.load(options.recipe), options.format, options.output)
            case _:
                return _check(shelf, options.recipes)
    except RecipeTrouble as trouble:
        sys.stderr.write(f"{trouble}\n")
        return 1


def _list(shelf: Shelf) -> int:
    for card in shelf.cards():
        time = duration_text(card.total_s, None, card.language) if card.total_s else ""
        imported = "" if card.bundled else "  (imported)"
        _line(f"{card.id:<22} {card.language.value}  {card.title}  {time}{imported}".rstrip())
    return 0


def _show(recipe: Recipe) -> int:
    _line(f"{recipe.title}  ({recipe.makes or '-'})")
    for one in recipe.ingredients:
        extra = ", ".join(filter(None, [one.prep, one.note, "optional" if one.optional else ""]))
        text = ingredient_text(one, _ONE, recipe.language)
        _line(f"  - {f'[{one.group}] ' if one.group else ''}{text}{f' ({extra})' if extra else ''}")
    for step in recipe.steps:
        for sentence in step_sentences(recipe, step.number, _ONE):
            _line(f"  {sentence}")
        for cue in step.times:
            _line(f"      ⏲ {cue.label or '-'} {duration_text(cue.low_s, cue.high_s, recipe.language)}")
    return 0


def _import(shelf: Shelf, files: list[Path]) -> int:
    """Every file is read whole before anything of it is kept."""
    failed = 0
    for file in files:
        try:
            recipes = read_recipes(file)
        except RecipeTrouble as trouble:
            sys.stderr.write(f"{trouble}\n")
            failed += 1
            continue
        for recipe in recipes:
            shelf.keep(recipe)
            _line(f"{recipe.id}: {recipe.title}, {len(recipe.ingredients)} ingredients, {len(recipe.steps)} steps")
    return 1 if failed else 0


def _export(recipe: Recipe, form: str, output: Path | None) -> int:
    text = (
        cooklang.write(recipe) if form == "cook" else json.dumps(to_json(recipe), ensure_ascii=False, indent=2) + "\n"
    )
    if output is None:
        sys.stdout.write(text)
        return 0
    try:
        output.write_text(text, encoding="utf-8")
    except OSError as error:
        raise RecipeTrouble(str(output), f"can't be written: {error.strerror}") from error
    return 0


def _check(shelf: Shelf, wanted: list[str]) -> int:
    worst = 0
    names = wanted or [card.id for card in shelf.cards()]
    spoilt = [] if wanted else [path for path in shelf.files() if path.stem not in names]
    for name in [*names, *map(str, spoilt)]:
        try:
            found = findings(shelf.load(name))
        except RecipeTrouble as trouble:
            _line(f"✗ {trouble}")
            worst = 1
            continue
        _line(f"{'✓' if not found else '!'} {name}")
        for finding in found:
            _line(f"    {finding}")
    return worst


def _line(text: str) -> None:
    sys.stdout.write(text + "\n")
