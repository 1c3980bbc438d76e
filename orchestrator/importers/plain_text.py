"""Markdown and plain text: a title, a list of ingredients, a list of steps, in the order people write them.

Headings decide when there are any ("재료", "만드는 법", "Ingredients", "Method"); otherwise bullets are ingredients and
numbered lines or the paragraphs after them are steps.
"""

import re
from fractions import Fraction

from orchestrator.recipes.draft import Draft, DraftIngredient, DraftStep
from orchestrator.recipes.trouble import RecipeTrouble
from shared.kitchen.numbers import find_numbers

_HEADING = re.compile(
    r"^\s{0,3}#{1,6}\s*(?P<text>.+?)\s*#*$|^(?P<bold>\*\*[^*]+\*\*|[\[【<][^\]】>]{1,40}[\]】>])\s*:?\s*$"
)
_RULE = re.compile(r"^\s*(?:[-=_*]\s?){3,}$")
_BULLET = re.compile(r"^\s*(?:[-*+•·▪◦∙‣]|\[[ xX]?\])\s+")
_NUMBERED = re.compile(r"^\s*(?:(?:step\s*)?\(?\d{1,3}\s*[.):]|\d{1,3}\s*단계\s*[.:)]?|[①-⑳])\s*", re.IGNORECASE)
_HEADED = re.compile(r"^(?:[\[【](?P<group>[^\]】]{1,20})[\]】]|(?P<plain>[가-힣A-Za-z ]{1,20})[:：])\s*")
_INGREDIENTS = re.compile(r"재료|준비물|ingredients?|you(?:'ll| will) need|shopping", re.IGNORECASE)
_STEPS = re.compile(
    r"만드는\s*(?:법|방법|순서)|조리\s*(?:법|방법|순서|과정)|요리\s*(?:법|순서)|레시피|순서|과정|method|instructions?|directions?|steps?|preparation|procedure",
    re.IGNORECASE,
)
_NOTES = re.compile(r"^(?:팁|tip|메모|참고|notes?|tips?)\b", re.IGNORECASE)
_SERVES = re.compile(r"인분|serves|servings?|yield|makes|portions?", re.IGNORECASE)
_EMPHASIS = re.compile(r"(\*\*|__|\*|_|`)(?=\S)(.{1,300}?)(?<=\S)\1")
_LINK = re.compile(r"!?\[([^\]\n]{0,200})\]\([^)\n]{0,400}\)")


def draft(text: str, where: str, *, name: str = "") -> Draft:
    found = Draft(title="")
    part, group = "", ""
    notes: list[str] = []
    for raw in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        line = raw.strip()
        if not line or _RULE.match(line):
            continue
        heading = _heading(raw)
        if heading:
            part, group = _part(found, heading, part, group)
        elif not found.title and not part and not _is_item(line):
            found.title = _unmarked(line)
        elif _SERVES.search(line) and found.servings is None and len(line) < 60 and part != "steps":
            _serves(found, line)
        elif part == "notes":
            notes.append(_unmarked(_BULLET.sub("", line)))
        else:
            _item(found, line, part, group)
    found.title = found.title or name
    found.notes = tuple(notes)
    if not found.steps:
        raise RecipeTrouble(where, "has no steps we can find; number them (1. 2. 3.) or put them under a heading")
    return found


def _heading(raw: str) -> str:
    match = _HEADING.match(raw)
    if match is not None:
        return _unmarked((match["text"] or match["bold"]).strip("[]【】<>:：* "))
    line = raw.strip()
    known = _INGREDIENTS.search(line) or _STEPS.search(line) or _NOTES.match(line)
    if known and len(line) <= 24 and not _is_item(line) and (line.endswith((":", "：")) or len(line.split()) <= 3):
        return line.rstrip(":： ")
    return ""


def _part(found: Draft, heading: str, part: str, group: str) -> tuple[str, str]:
    if _INGREDIENTS.search(heading):
        return "ingredients", ""
    if _STEPS.search(heading):
        return "steps", ""
    if _NOTES.match(heading):
        return "notes", ""
    if not found.title:
        found.title = heading
        return part, group
    return part, heading  # "양념", "For the sauce": a group within the part


def _item(found: Draft, line: str, part: str, group: str) -> None:
    text = _unmarked(_NUMBERED.sub("", _BULLET.sub("", line)))
    if not text:
        return
    numbered = _NUMBERED.match(line) is not None
    is_step = part == "steps" or (not part and (numbered or (bool(found.ingredients) and not _BULLET.match(line))))
    if is_step:
        found.steps.append(DraftStep(text, section=group))
    elif part == "ingredients" and not _BULLET.match(line) and "," in text and _looks_like_a_list(text):
        heading = _HEADED.match(text)
        group, text = (
            ((heading["group"] or heading["plain"]).strip(), text[heading.end() :]) if heading else (group, text)
        )
        found.ingredients.extend(DraftIngredient(one.strip(), group=group) for one in text.split(",") if one.strip())
    else:
        found.ingredients.append(DraftIngredient(text, group=group))


def _looks_like_a_list(text: str) -> bool:
    """'간장 2큰술, 설탕 1큰술, 물 1컵' on one line, but not '2 cups flour, sifted'."""
    pieces = text.split(",")
    return len(pieces) > 1 and all(any(char.isdigit() for char in piece) or "약간" in piece for piece in pieces)


def _serves(found: Draft, line: str) -> None:
    numbers = find_numbers(line)
    if numbers and 0 < numbers[0].value <= 1000:
        found.servings, found.makes = Fraction(numbers[0].value), _unmarked(line)


def _is_item(line: str) -> bool:
    return bool(_BULLET.match(line) or _NUMBERED.match(line))


def _unmarked(text: str) -> str:
    return _EMPHASIS.sub(r"\2", _LINK.sub(r"\1", text)).strip()
