"""The documentation leads somewhere: every link to a page, a heading or a file of ours is there, in both languages."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
MAKE = re.compile(r"\bmake ([a-z][a-z-]+)\b")


def _anchors(page: Path) -> set[str]:
    """The names a forge gives to headings."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    dead = []
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = target.partition("#")
        goal = (page.parent / path).resolve() if path else page
        if not goal.exists() or (anchor and anchor not in _anchors(goal)):
            dead.append(target)
    assert not dead


def test_every_page_is_reached_from_the_first_one() -> None:
    for first in (ROOT / "docs" / "README.md", ROOT / "docs" / "ko" / "README.md"):
        linked = {(first.parent / t.partition("#")[0]).resolve() for t in LINK.findall(first.read_text("utf-8"))}
        beside = set(first.parent.glob("*.md")) - {first}
        assert beside <= linked, f"not on {first.relative_to(ROOT)}: {sorted(p.name for p in beside - linked)}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_make_command_in_a_code_span_exists(page: Path) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    text = page.read_text(encoding="utf-8")
    code = " \n".join(re.findall(r"`([^`]+)`", text) + re.findall(r"^ {4}.+$|^make .+$", text, re.MULTILINE))
    assert set(MAKE.findall(code)) <= targets


def test_nothing_in_the_pages_names_a_place_on_one_machine() -> None:
    tracked = subprocess.run(["git", "ls-files", "*.md"], cwd=ROOT, capture_output=True, text=True, check=True)
    pages = [ROOT / name for name in tracked.stdout.split()]
    assert [page.name for page in pages if re.search(r"/(?:home|Users|root|work)/\w", page.read_text("utf-8"))] == []
