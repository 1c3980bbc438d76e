"""The shelf with spoilt files on it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from orchestrator.recipes.check import findings
from orchestrator.recipes.shelf import Shelf
from orchestrator.recipes.trouble import RecipeTrouble


def dangling(file: Path) -> None:
    file.symlink_to(file.with_name("gone.json"))


def endless(file: Path) -> None:
    file.symlink_to(file)


def nested(file: Path) -> None:
    file.write_text('{"name": ' + "[" * 200_000 + "]" * 200_000 + "}", encoding="utf-8")


def torn(file: Path) -> None:
    file.write_text('{"name": "Sou', encoding="utf-8")


def folder(file: Path) -> None:
    file.mkdir()


@pytest.mark.parametrize("spoil", [dangling, endless, nested, torn, folder])
def test_one_spoilt_file_hides_no_other_and_is_named(tmp_path: Path, spoil: Callable[[Path], None]) -> None:
    shelf = Shelf(tmp_path)
    whole = shelf.cards()
    spoil(tmp_path / "spoilt.json")
    assert shelf.cards() == whole
    assert [card.id for card in shelf.find("김치찌개")] == ["kimchi-jjigae"]
    with pytest.raises(RecipeTrouble, match=r"spoilt\.json"):
        findings(shelf.load(str(shelf.files()[-1])))
