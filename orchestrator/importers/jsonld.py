"""schema.org/Recipe JSON in every shape people publish it: our native file, Nextcloud's, a web page's JSON-LD.

Accepts `recipeInstructions` as text, list, HowToStep, HowToSection or one of them alone; `@graph`; several `@type`s;
ISO 8601 durations; yields as text, number or list. `x-` fields are ours (`recipes/native.py`).
"""

import html
import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from orchestrator.recipes import native
from orchestrator.recipes.draft import Draft, DraftIngredient, DraftStep
from orchestrator.recipes.model import Source
from orchestrator.recipes.trouble import RecipeTrouble
from orchestrator.recipes.yields import is_bare, read_yield
from shared.kitchen.language import Language

Json = dict[str, Any]
DEEPEST = 40
_ISO = re.compile(
    r"^P(?:(?P<d>\d{1,3}(?:\.\d+)?)D)?(?:T?(?:(?P<h>\d{1,4}(?:\.\d+)?)H)?(?:(?P<m>\d{1,5}(?:\.\d+)?)M)?(?:(?P<s>\d{1,6}(?:\.\d+)?)S)?)?$",
    re.IGNORECASE,
)
_TAG = re.compile(r"<[^<>]{0,400}>")
_BREAKS = re.compile(r"<\s*(?:br|/p|/li|/div)\s*/?\s*>", re.IGNORECASE)
_NUMBERED = re.compile(r"^\s*(?:step\s*)?\(?\d{1,3}\s*(?:[.):]|단계\s*[.:]?)\s+", re.IGNORECASE)


def find_recipes(page: object) -> list[Json]:
    """Every Recipe object in a JSON-LD document, wherever it hides."""
    return [one for one in _objects(page) if _is_recipe(one)]


def draft(page: Json, where: str) -> Draft:
    try:
        return _draft(page, where)
    except (KeyError, TypeError, ValueError, AttributeError, ZeroDivisionError, OverflowError) as error:
        raise RecipeTrouble(where, f"not a recipe we can read: {type(error).__name__}: {error}") from error


def _draft(page: Json, where: str) -> Draft:
    servings, makes = _yield(page)
    structured = page.get("x-ingredients")
    lines = _strings(page.get("recipeIngredient", page.get("ingredients", [])))
    ingredients = [DraftIngredient(line) for line in lines]
    if isinstance(structured, list):
        if len(structured) != len(ingredients):
            raise RecipeTrouble(where, "x-ingredients and recipeIngredient differ in length")
        for one, extra in zip(ingredients, structured, strict=True):
            if "id" in extra:
                one.ready = native.read_ingredient(extra, one.text)
            else:  # a hand-written file adds only what the line can't say
                one.group = str(extra.get("group", ""))
                one.aliases = tuple(map(str, extra.get("aliases", ())))
    language = str(page.get("inLanguage", ""))[:2].lower()
    return Draft(
        title=_text(page.get("name", "")),
        id=_id(page.get("@id")),
        language=Language(language) if language in ("ko", "en") else None,
        ingredients=ingredients,
        steps=list(_steps(page.get("recipeInstructions", []))),
        servings=Fraction(str(page["x-servings"])) if "x-servings" in page else servings,
        makes=makes,
        summary=_text(page.get("description", "")),
        total_s=seconds(page.get("totalTime")) or _sum(page, "prepTime", "cookTime"),
        active_s=seconds(page.get("x-activeTime")),
        aliases=tuple(_strings(page.get("alternateName", []))),
        keywords=_keywords(page.get("keywords", [])),
        source=Source(_url(page.get("url")), _author(page.get("author")), _url(page.get("license"))),
        notes=tuple(_strings(page.get("x-notes", []))),
    )


def seconds(value: object) -> int | None:
    """'PT1H30M' -> 5400. Nonsense is no time, not zero."""
    match = _ISO.match(value.strip()) if isinstance(value, str) else None
    if match is None or not any(match.groups()):
        return None
    sizes = {"d": 86400, "h": 3600, "m": 60, "s": 1}
    total = int(sum(Fraction(match[unit]) * size for unit, size in sizes.items() if match[unit]))
    return total if 0 < total <= 31 * 86400 else None


def plain(text: str) -> str:
    """Text without markup: recipes from web pages carry <b> and &nbsp;."""
    return html.unescape(_TAG.sub("", _BREAKS.sub("\n", text))).strip()


def _objects(page: object, depth: int = 0) -> Iterator[Json]:
    if depth > DEEPEST:
        return
    if isinstance(page, dict):
        yield page
        if not _is_recipe(page):
            for value in page.values():
                yield from _objects(value, depth + 1)
    elif isinstance(page, list):
        for value in page:
            yield from _objects(value, depth + 1)


def _is_recipe(page: Json) -> bool:
    kinds = page.get("@type", "")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return any(str(kind).rsplit("/", 1)[-1] == "Recipe" for kind in kinds)


def _steps(value: object, section: str = "", depth: int = 0) -> Iterator[DraftStep]:
    if depth > DEEPEST:
        return
    if isinstance(value, str):
        for line in plain(value).splitlines():
            if text := _NUMBERED.sub("", line).strip():
                yield DraftStep(text, section)
    elif isinstance(value, list):
        for one in value:
            yield from _steps(one, section, depth + 1)
    elif isinstance(value, dict):
        kind = str(value.get("@type", "HowToStep"))
        inner = value.get("itemListElement", value.get("steps"))
        if inner is not None and (kind != "HowToStep" or not value.get("text")):
            name = _text(value.get("name", "")) if kind == "HowToSection" else ""
            yield from _steps(inner, name or section, depth + 1)
        else:
            yield from _step(value, section)


def _step(value: Json, section: str) -> Iterator[DraftStep]:
    text = _text(value.get("text") or value.get("description") or value.get("name") or "")
    if not text:
        return
    name = _text(value.get("name", ""))
    # Some pages repeat the beginning of the text as its name; that is no title.
    repeated = len(name) > 25 and text.startswith(name.rstrip(".…"))
    title = "" if name == text or repeated else name
    minutes = seconds(value.get("timeRequired"))
    yield DraftStep(
        text=" ".join(text.split()),
        section=_text(value.get("x-section", "")) or section,
        title=title,
        tip=_text(value.get("x-tip", "")) or _tips(value.get("itemListElement")),
        tools=tuple(_strings(value.get("x-tools", []))),
        needs=tuple(map(int, value["x-needs"])) if "x-needs" in value else None,
        minutes=minutes // 60 if minutes else None,
        uses=native.read_uses(value["x-uses"]) if "x-uses" in value else None,
        times=native.read_times(value["x-times"]) if "x-times" in value else None,
        heats=native.read_heats(value["x-heats"]) if "x-heats" in value else None,
    )


def _tips(inner: object) -> str:
    found = [one for one in _objects(inner) if one.get("@type") == "HowToTip"] if inner else []
    return _text(found[0].get("text", "")) if found else ""


def _yield(page: Json) -> tuple[Fraction | None, str]:
    value = page.get("recipeYield", page.get("yield", ""))
    texts = [plain(str(one)) for one in (value if isinstance(value, list) else [value]) if one not in (None, "")]
    # "4 servings" says more than "4", and "12" beside "12 buns" counts buns
    found = [read_yield(text) for text in texts if not is_bare(text)] or [read_yield(text) for text in texts]
    return next((one for one in found if one[0] is not None), found[0] if found else (None, ""))


def _sum(page: Json, *names: str) -> int | None:
    found = [length for name in names if (length := seconds(page.get(name)))]
    return sum(found) if found else None


def _text(value: object) -> str:
    if isinstance(value, list):
        return " ".join(filter(None, map(_text, value)))
    if isinstance(value, dict):
        return _text(value.get("@value", value.get("text", value.get("name", ""))))
    return plain(str(value)) if value is not None else ""


def _strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [line.strip() for line in plain(value).splitlines() if line.strip()]
    if isinstance(value, list):
        return [text for one in value if (text := _text(one))]
    return []


def _keywords(value: object) -> tuple[str, ...]:
    words = value.split(",") if isinstance(value, str) else _strings(value)
    return tuple(word.strip() for word in words if word.strip())[:50]


def _id(value: object) -> str:
    """Our own ids only: a web page's "@id" is an address."""
    return value if isinstance(value, str) and re.fullmatch(r"[0-9a-z가-힣-]{1,60}", value) else ""


def _url(value: object) -> str:
    text = _text(value)[:500]
    return text if text.startswith(("http://", "https://")) or " " not in text else ""


def _author(value: object) -> str:
    if isinstance(value, dict):
        return _text(value.get("name", ""))
    return _text(value)[:200]
