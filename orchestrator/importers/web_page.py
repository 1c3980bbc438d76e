"""A recipe page somebody saved from their browser: its JSON-LD read by us, `recipe-scrapers` for pages without any.

Nothing is fetched, no script is run; the page is a file.
"""

import json
import re
from collections.abc import Callable
from html.parser import HTMLParser

from orchestrator.importers import jsonld
from orchestrator.recipes.draft import Draft, DraftIngredient, DraftStep
from orchestrator.recipes.model import Source
from orchestrator.recipes.trouble import RecipeTrouble
from orchestrator.recipes.yields import read_yield

LONGEST_PAGE = 8 * 1024 * 1024
_CANONICAL = re.compile(r"""<link[^>]{0,200}rel=["']canonical["'][^>]{0,200}href=["']([^"'>]{1,400})""", re.IGNORECASE)


def looks_like_a_page(text: str) -> bool:
    start = text[:4096].lower()
    return "<html" in start or "<!doctype html" in start or "<head" in start or "application/ld+json" in text[:200_000]


def drafts(text: str, where: str) -> list[Draft]:
    if len(text) > LONGEST_PAGE:
        raise RecipeTrouble(where, f"is longer than any recipe page ({LONGEST_PAGE // 1024 // 1024} MB)")
    blocks = _Blocks()
    blocks.feed(text)
    found: list[Draft] = []
    for block in blocks.found:
        try:
            page = json.loads(block.strip().removesuffix(";"), strict=False)
        except (ValueError, RecursionError):
            continue  # pages carry broken blocks beside good ones
        found += [jsonld.draft(one, where) for one in jsonld.find_recipes(page)]
    whole = [draft for draft in found if draft.steps]
    return whole or [_scraped(text, where)]


class _Blocks(HTMLParser):
    """Collects the JSON-LD blocks of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = tag == "script" and ("application/ld+json" in (dict(attrs).get("type") or "").lower())
        if self._inside:
            self.found.append("")

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.found[-1] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._inside = False


def _scraped(text: str, where: str) -> Draft:
    """Microdata and site layouts that the library knows."""
    from recipe_scrapers import scrape_html
    from recipe_scrapers._exceptions import RecipeScrapersExceptions

    canonical = _CANONICAL.search(text)
    url = canonical[1] if canonical else "https://saved.page.invalid/"
    try:
        scraper = scrape_html(text, org_url=url, supported_only=False)
        lines: list[str] = scraper.ingredients()  # type: ignore[no-untyped-call]
        instructions: list[str] = scraper.instructions_list()
        title: str = scraper.title() or ""  # type: ignore[no-untyped-call]
        servings, makes = read_yield(_quietly(scraper.yields))
    except (
        RecipeScrapersExceptions,
        AttributeError,
        TypeError,
        ValueError,
        NotImplementedError,
        RecursionError,
    ) as error:
        raise RecipeTrouble(where, "is a web page without a recipe we can read") from error
    if not instructions:
        raise RecipeTrouble(where, "is a web page without a recipe we can read")
    return Draft(
        title=title,
        ingredients=[DraftIngredient(line) for line in lines],
        steps=[DraftStep(step) for step in instructions if step.strip()],
        servings=servings,
        makes=makes,
        source=Source(canonical[1] if canonical else "", ""),
    )


def _quietly(field: Callable[[], object]) -> str:
    """A page that doesn't say how many it serves is still a recipe."""
    from recipe_scrapers._exceptions import RecipeScrapersExceptions

    try:
        return str(field() or "")
    except (RecipeScrapersExceptions, AttributeError, TypeError, ValueError, NotImplementedError):
        return ""
