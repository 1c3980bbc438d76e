"""Cooklang `.cook` files, in and out: `@ingredient{2%큰술}`, `#pot{}`, `~rice{15%minutes}`, `= Section`, `> note`.

Written after the Cooklang specification. Out: what Cooklang has no word for (tips, which steps need which) is lost.
"""

import re
import unicodedata
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import yaml

from orchestrator.importers.jsonld import seconds
from orchestrator.recipes.cues import with_untils
from orchestrator.recipes.draft import Draft, DraftIngredient, DraftStep
from orchestrator.recipes.model import Amount, Ingredient, Recipe, Share, Source, Step, TimeCue, Use, Wait
from orchestrator.recipes.portions import left_of
from orchestrator.recipes.structure import slug
from orchestrator.recipes.trouble import RecipeTrouble
from orchestrator.recipes.yields import read_yield
from orchestrator.wording.amounts import duration_text
from shared.kitchen.durations import parse_duration
from shared.kitchen.language import Language

_FRONT = re.compile(r"\A---[ \t]*\n(?P<yaml>.*?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)
_METADATA = re.compile(r"^>>\s*(?P<key>[^:\n]{1,80}):\s*(?P<value>.*)$")
_BLOCK_COMMENT = re.compile(r"\[-.*?-\]", re.DOTALL)
_LINE_COMMENT = re.compile(r"--.*$", re.MULTILINE)
#: A name of several words needs braces; without them a name is one word. Punctuation ends it.
_ITEM = re.compile(
    r"(?P<mark>[@#~])(?P<sign>[&?+-]*)"
    r"(?:(?P<long>(?!\s)[^@#~{}\n]{0,80}?)\{(?P<inside>[^{}\n]{0,120})\}|(?P<short>[^\s@#~{}.,;:!?()\[\]'\"/·、。]{1,60}))"
    r"(?:\((?P<prep>[^()\n]{0,120})\))?"
)
_NUMBER = re.compile(r"^\s*(?P<number>\d{1,6}(?:\.\d{1,6})?|\d{1,4}\s*/\s*\d{1,4}|\d{1,4}\s+\d{1,3}\s*/\s*\d{1,3})\s*$")
_RANGE = re.compile(r"^\s*(?P<low>[\d./ ]+?)\s*[-–~]\s*(?P<high>[\d./ ]+?)\s*$")
_SECTION = re.compile(r"^=+\s*(?P<name>.*?)\s*=*$")


def draft(text: str, where: str, *, name: str = "") -> Draft:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    meta, body = _front_matter(text, where)
    body = _LINE_COMMENT.sub("", _BLOCK_COMMENT.sub("", body))
    found = Draft(title=str(meta.get("title", meta.get("name", name or "Recipe"))))
    section, notes = "", list[str]()
    for block in _blocks(body, meta, notes):
        heading = _SECTION.match(block) if block.startswith("=") else None
        if heading is not None:
            section = heading["name"]
        else:
            _step(found, block, section)
    _metadata(found, meta)
    found.notes = tuple(notes)
    if not found.steps:
        raise RecipeTrouble(where, "holds no steps")
    return found


def write(recipe: Recipe) -> str:
    """The recipe as a `.cook` file. Amounts stand where the step's text has them, or behind the ingredient's name."""
    lines = ["---", *_yaml_lines(recipe), "---", ""]
    section = ""
    written: set[str] = set()
    for step in recipe.steps:
        if step.section and step.section != section:
            lines += [f"== {step.section} ==", ""]
        section = step.section
        lines += [_written_step(step, recipe, written), ""]
        if step.tip:
            lines += [f"> {step.tip}", ""]
    return "\n".join(lines)


# -- in -------------------------------------------------------------------------------------------------------------


def _front_matter(text: str, where: str) -> tuple[dict[str, Any], str]:
    match = _FRONT.match(text.lstrip("\ufeff"))
    if match is None:
        return {}, text
    if len(match["yaml"]) > 20_000 or "&" in match["yaml"]:  # aliases can blow up: no recipe needs them
        raise RecipeTrouble(where, "has front matter that is too large or uses YAML anchors")
    try:
        meta = yaml.safe_load(match["yaml"])
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise RecipeTrouble(where, f"has front matter that is not YAML: {error}") from error
    return (meta if isinstance(meta, dict) else {}), text[match.end() :]


def _blocks(body: str, meta: dict[str, Any], notes: list[str]) -> Iterator[str]:
    """Steps are paragraphs; `>> key: value` is metadata and `> text` a note."""
    paragraph: list[str] = []
    for line in [*body.split("\n"), ""]:
        stripped = line.strip()
        old = _METADATA.match(stripped)
        if old is not None:
            meta.setdefault(old["key"].strip().lower(), old["value"].strip())
        elif stripped.startswith(">"):
            notes.append(stripped.lstrip("> "))
        elif stripped.startswith("="):
            if paragraph:
                yield " ".join(paragraph)
            paragraph = []
            yield stripped
        elif stripped:
            paragraph.append(stripped)
        elif paragraph:
            yield " ".join(paragraph)
            paragraph = []


def _step(found: Draft, block: str, section: str) -> None:
    text, uses, times, tools = "", list[Use](), list[TimeCue](), list[str]()
    at = 0
    for match in _ITEM.finditer(block):
        text += block[at : match.start()]
        at = match.end()
        name = (match["long"] if match["long"] is not None else _one_word(match["short"] or "")).strip()
        if match["long"] is None and match["prep"] is None:
            at = match.start("short") + len(name)  # the punctuation behind a word is the sentence's
        inside = (match["inside"] or "").strip()
        if match["mark"] == "@" and name:
            use, shown = _ingredient(found, name, inside, match["prep"] or "", match["sign"])
            text += shown
            uses.append(use)
        elif match["mark"] == "#" and name:
            tools.append(name)
            text += name
        elif match["mark"] == "~":
            cue, shown = _timer(name, inside, len(text))
            text += shown
            if cue is not None:
                times.append(cue)
        else:
            text += match[0]
    text += block[at:]
    # Positions hold as long as the text is not touched again, so it is cleaned only at its end.
    found.steps.append(
        DraftStep(text.rstrip(), section, uses=tuple(uses), times=with_untils(times, text) or None, tools=tuple(tools))
    )


def _ingredient(found: Draft, name: str, inside: str, prep: str, sign: str) -> tuple[Use, str]:

    amount = _amount(inside)
    name = name.rsplit("/", 1)[-1] if name.startswith(("./", "../")) else name
    known = next((one for one in found.ingredients if one.ready is not None and one.ready.name == name), None)
    if known is None:
        line = f"{name} {inside.replace('%', '')}".strip()
        ready = Ingredient(slug(name), name, amount, prep=prep, optional="?" in sign, text=line)
        found.ingredients.append(DraftIngredient(line, ready=ready))
        use = Use(ready.id, Share.ALL, amount)
    else:
        assert known.ready is not None
        total = _together(known.ready.amount, amount) if "&" not in sign else known.ready.amount
        known.ready = Ingredient(known.ready.id, name, total, prep=known.ready.prep or prep, text=known.ready.text)
        use = Use(known.ready.id, Share.PART if amount else Share.UNSAID, amount)
    return use, name


def _together(one: Amount | None, other: Amount | None) -> Amount | None:
    """The same ingredient twice: amounts in one unit add up, others can't."""
    if one is None or other is None:
        return one or other
    if one.low is None or other.low is None or one.unit != other.unit:
        return one
    high = (one.high or one.low) + (other.high or other.low) if one.high or other.high else None
    return Amount(one.low + other.low, high, one.unit, scalable=one.scalable and other.scalable)


def _amount(inside: str) -> Amount | None:
    scalable = not inside.startswith("=")
    inside = inside.lstrip("=").strip()
    if not inside:
        return None
    quantity, _, unit = (piece.strip() for piece in inside.partition("%"))
    spread = _RANGE.match(quantity)
    if spread is not None and (low := _number(spread["low"])) is not None:
        return Amount(low, _number(spread["high"]), unit, scalable=scalable)
    number = _number(quantity)
    if number is not None:
        return Amount(number, None, unit, scalable=scalable)
    return Amount(unit=unit, words=f"{quantity} {unit}".strip(), scalable=False)


def _one_word(text: str) -> str:
    """Up to the first punctuation mark, of whichever script; a hyphen or an apostrophe belongs to the word."""
    ends = (at for at, char in enumerate(text) if unicodedata.category(char)[0] == "P" and char not in "-_'’&%")
    return text[: next(ends, len(text))]


def _number(text: str) -> Fraction | None:
    text = re.sub(r"\s*/\s*", "/", text.strip())
    if not _NUMBER.match(text) or re.match(r"0\d", text):
        return None
    whole, _, part = text.strip().rpartition(" ") if "/" in text and " " in text.strip() else ("", "", text)
    try:
        return Fraction(part.replace(" ", "")) + (Fraction(whole) if whole else 0)
    except (ValueError, ZeroDivisionError):
        return None


def _timer(name: str, inside: str, at: int) -> tuple[TimeCue | None, str]:
    shown = inside.replace("%", " ").strip()
    korean = any("가" <= char <= "힣" for char in shown)
    shown = shown.replace(" ", "") if korean else shown
    length = parse_duration(shown) if shown else None
    if length is None or length.seconds <= 0:
        return None, shown or name
    end = at + len(shown)
    return TimeCue(length.seconds, length.max_seconds, Wait.PASSIVE, name, "", at, end), shown


def _metadata(found: Draft, meta: dict[str, Any]) -> None:
    servings = meta.get("servings", meta.get("serves"))
    match = re.match(r"\s*(\d{1,4})", str(servings)) if servings is not None else None
    if match and int(match[1]) > 0:
        found.servings, found.makes = Fraction(int(match[1])), str(servings)
    elif meta.get("yield") is not None:
        found.servings, found.makes = read_yield(str(meta["yield"]))
    for name in ("time", "time required", "duration", "total time"):
        value = meta.get(name)
        if isinstance(value, dict):
            continue
        if value is not None and found.total_s is None:
            length = parse_duration(str(value))
            found.total_s = seconds(str(value)) or (length.seconds if length else None)
    locale = str(meta.get("locale", meta.get("language", "")))[:2]
    found.language = Language(locale) if locale in ("ko", "en") else None
    source = meta.get("source", "")
    if isinstance(source, dict):
        found.source = Source(str(source.get("url", "")), str(source.get("name", "")))
    elif source:
        text = str(source)[:300]
        found.source = Source(text, "") if text.startswith("http") else Source("", text)
    tags = meta.get("tags", ())
    found.keywords = tuple(map(str, tags)) if isinstance(tags, list) else tuple(filter(None, str(tags).split(",")))
    found.summary = str(meta.get("description", meta.get("introduction", "")) or "")
    ident = str(meta.get("id", ""))
    found.id = ident if re.fullmatch(r"[0-9a-z가-힣-]{1,60}", ident) else ""


# -- out ------------------------------------------------------------------------------------------------------------


def _yaml_lines(recipe: Recipe) -> list[str]:
    meta: dict[str, object] = {"title": recipe.title, "id": recipe.id, "locale": recipe.language.value}
    if recipe.servings is not None:
        whole = recipe.servings.denominator == 1
        meta["servings"] = int(recipe.servings) if whole else float(recipe.servings)
    elif recipe.makes:
        meta["yield"] = recipe.makes
    if recipe.total_s:
        meta["time"] = duration_text(recipe.total_s, None, recipe.language)
    if recipe.summary:
        meta["description"] = recipe.summary
    if recipe.source.name or recipe.source.url:
        meta["source"] = recipe.source.url or recipe.source.name
    return str(yaml.safe_dump(meta, allow_unicode=True, sort_keys=False)).rstrip().split("\n")


def _written_step(step: Step, recipe: Recipe, written: set[str]) -> str:
    """Markup goes in from the end, so that earlier positions stay true."""
    marks: list[tuple[int, int, str]] = []
    rest: list[str] = []
    for use in step.uses:
        ingredient = recipe.ingredient(use.ingredient)
        amount = use.amount or (ingredient.amount if use.share is Share.ALL and ingredient.id not in written else None)
        if amount is None and use.share is Share.REST:
            left = left_of(recipe, ingredient.id, step.number - 1)
            amount = left if left is not None and left.low else None  # so that the parts add up to the whole again
        written.add(ingredient.id)
        item = f"@{ingredient.name}{{{_quantity(amount)}}}" + (f"({ingredient.prep})" if ingredient.prep else "")
        span = _span(step.text, use, ingredient, [(low, high) for low, high, _ in marks])
        if span is None:
            rest.append(item)
        else:
            marks.append((*span, item))
    for cue in step.times:
        if (
            cue.start is not None
            and cue.end is not None
            and not any(a < cue.end and cue.start < b for a, b, _ in marks)
        ):
            marks.append((cue.start, cue.end, f"~{cue.label}{{{_time(cue, recipe.language)}}}"))
    text = step.text
    for low, high, item in sorted(marks, reverse=True):
        text = text[:low] + item + text[high:]
    return f"{text} ({', '.join(rest)})" if rest else text


def _span(text: str, use: Use, one: Ingredient, taken: list[tuple[int, int]]) -> tuple[int, int] | None:
    """Where the ingredient's name stands, stretched over its amount when the two touch."""
    for name in sorted((one.name, *one.aliases), key=len, reverse=True):
        at = text.lower().find(name.lower())
        while at >= 0:
            low, high = at, at + len(name)
            if use.start is not None and use.end is not None:
                between = text[min(high, use.end) : max(low, use.start)]
                if between.strip() in ("", "of", "of the", "의"):
                    low, high = min(low, use.start), max(high, use.end)
            if not any(a < high and low < b for a, b in taken):
                return low, high
            at = text.lower().find(name.lower(), at + 1)
    return None


def _quantity(amount: Amount | None) -> str:
    if amount is None:
        return ""
    fixed = "" if amount.scalable else "="
    if amount.low is None:
        return amount.words
    number = str(amount.low) if amount.high is None else f"{amount.low}-{amount.high}"
    return f"{fixed}{number}%{amount.unit}" if amount.unit else f"{fixed}{number}"


def _time(cue: TimeCue, language: Language) -> str:
    minutes = language is Language.KO
    size, word = (60, "분" if minutes else "minutes") if cue.low_s % 60 == 0 else (1, "초" if minutes else "seconds")
    high = "" if cue.high_s is None else f"-{cue.high_s // size}"
    return f"{cue.low_s // size}{high}%{word}"
