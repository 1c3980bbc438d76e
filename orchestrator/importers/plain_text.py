"""Markdown and plain text: a title, a list of ingredients, a list of steps, in the order people write them.

Headings decide when there are any ("재료", "만드는 법", "Ingredients", "Method"); otherwise bullets are ingredients and
numbered lines or the paragraphs after them are steps.
"""

import re
from collections.abc import Iterator

from orchestrator.recipes.draft import Draft, DraftIngredient, DraftStep
from orchestrator.recipes.structure import LONGEST_TEXT
from orchestrator.recipes.trouble import RecipeTrouble
from orchestrator.recipes.yields import read_yield
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
_SENTENCE_END = re.compile(r"(?:[.!?。]|[다요죠])$")
_LONGEST_SECTION = 40
_EMPHASIS = re.compile(r"(\*\*|__|\*|_|`)(?=\S)(.{1,300}?)(?<=\S)\1")
_LINK = re.compile(r"!?\[([^\]\n]{0,200})\]\([^)\n]{0,400}\)")


def draft(text: str, where: str, *, name: str = "") -> Draft:
    found = Draft(title="")
    part, group = "", ""
    notes: list[str] = []
    numbered = False  # whether the step that is being read has a number of its own
    awaited = False  # whether a number stood alone in its line: the next one is the step
    for line, following, apart in _lines(text):
        heading = _heading(line)
        if heading:
            part, group = _part(found, heading, part, group, following)
        elif not found.title and not part and not _is_item(line):
            found.title = _unmarked(line)
        elif _SERVES.search(line) and found.servings is None and len(line) < 60 and part != "steps":
            _serves(found, line)
        elif part == "notes":
            notes.append(_unmarked(_BULLET.sub("", line)))
        elif not _is_step(found, line, part):
            _ingredient(found, line, part, group)
        elif not awaited and _names_a_section(line, following):
            group = _unmarked(line).rstrip(":： ")
        elif numbered and not awaited and not apart and not _is_item(line):
            last = found.steps[-1]  # a numbered step that goes on in the next line
            last.text = f"{last.text} {_unmarked(line)}"[:LONGEST_TEXT]
        else:
            numbered = awaited or _NUMBERED.match(line) is not None
            awaited = not _item(line)
            if not awaited:
                found.steps.append(DraftStep(_item(line), section=group))
    found.title = found.title or name
    found.notes = tuple(notes)
    if not found.steps:
        raise RecipeTrouble(where, "has no steps we can find; number them (1. 2. 3.) or put them under a heading")
    return found


def _lines(text: str) -> Iterator[tuple[str, str, bool]]:
    """Every line that says something, with the one after it, and whether an empty one stands before it."""
    written: list[tuple[str, bool]] = []
    apart = True
    for raw in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        line = raw.strip()
        says = bool(line) and not _RULE.match(line)
        if says:
            written.append((line, apart))
        apart = not says
    for at, (line, apart) in enumerate(written, start=1):
        yield line, written[at][0] if at < len(written) else "", apart


def _heading(line: str) -> str:
    match = _HEADING.match(line)
    if match is not None:
        return _unmarked((match["text"] or match["bold"]).strip("[]【】<>:：* "))
    known = _INGREDIENTS.search(line) or _STEPS.search(line) or _NOTES.match(line)
    if known and len(line) <= 24 and not _is_item(line) and (line.endswith((":", "：")) or len(line.split()) <= 3):
        return line.rstrip(":： ")
    return ""


def _part(found: Draft, heading: str, part: str, group: str, following: str) -> tuple[str, str]:
    if part == "steps" and found.steps and _NUMBERED.match(following) and not _NOTES.match(heading):
        return part, heading  # "재료 손질" between two steps is no list of ingredients
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


def _is_step(found: Draft, line: str, part: str) -> bool:
    if part:
        return part == "steps"
    return _NUMBERED.match(line) is not None or (bool(found.ingredients) and not _BULLET.match(line))


def _names_a_section(line: str, following: str) -> bool:
    """ "Marinate", "양념 만들기" between numbered steps: no step of its own, the numbers are the author's."""
    if _is_item(line) or len(line) > _LONGEST_SECTION:
        return False
    if line.endswith((":", "：")):
        return True
    short = len(line.split()) <= 5 and not line[0].islower() and not _SENTENCE_END.search(line)
    return short and _NUMBERED.match(following) is not None


def _item(line: str) -> str:
    return _unmarked(_NUMBERED.sub("", _BULLET.sub("", line)))


def _ingredient(found: Draft, line: str, part: str, group: str) -> None:
    text = _item(line)
    if part == "ingredients" and not _BULLET.match(line) and "," in text and _looks_like_a_list(text):
        heading = _HEADED.match(text)
        group, text = (
            ((heading["group"] or heading["plain"]).strip(), text[heading.end() :]) if heading else (group, text)
        )
        found.ingredients.extend(DraftIngredient(one.strip(), group=group) for one in text.split(",") if one.strip())
    elif text:
        found.ingredients.append(DraftIngredient(text, group=group))


def _looks_like_a_list(text: str) -> bool:
    """'간장 2큰술, 설탕 1큰술, 물 1컵' on one line, but not '2 cups flour, sifted'."""
    pieces = text.split(",")
    return len(pieces) > 1 and all(any(char.isdigit() for char in piece) or "약간" in piece for piece in pieces)


def _serves(found: Draft, line: str) -> None:
    servings, makes = read_yield(_unmarked(line))
    if find_numbers(makes):
        found.servings, found.makes = servings, found.makes or makes


def _is_item(line: str) -> bool:
    return bool(_BULLET.match(line) or _NUMBERED.match(line))


def _unmarked(text: str) -> str:
    return _EMPHASIS.sub(r"\2", _LINK.sub(r"\1", text)).strip()
