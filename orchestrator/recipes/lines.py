"""One line of an ingredient list as an ingredient. Taking the line apart is `shared.kitchen`'s work."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from orchestrator.recipes.amounts import from_quantity
from orchestrator.recipes.model import Ingredient
from shared.kitchen.ingredient_concepts import DESCRIBING_EN
from shared.kitchen.ingredient_lines import IngredientLine, parse_ingredient_line
from shared.kitchen.language import Language
from shared.kitchen.units import UNITS, Dimension

#: Each of several: "2 (14.5-oz) cans", "2 x 400 g tins", "2 cans (15 oz each)", "2캔(각 150g)".
_EACH = re.compile(r"^\s*\d+\s*(?:\(|[x×])|\beach\b|각|씩|짜리", re.IGNORECASE)
_PARENS = re.compile(r"\(([^()]{2,40})\)")
#: One to three words and nothing else may be a name; a remark on the name is none.
_NAME = re.compile(r"[^\W\d_]{2,}(?:[ '’-][^\W\d_]+){0,2}")
_REMARK = re.compile(
    r"^(?:or|for|about|see|plus|to|if|from|such|not|any|at|with|without|in|on|use|preferably|optional|store|homemade|note"
    r"|more|your|my|a|an|the|i|skin|bone|each|total|another|also|well|very|as|per|by|half)\b"
    r"|^(?:firm|brown|white|red|green|yellow|black|golden|mild|hot|spicy|sour|bitter|rare|tender|crisp|smooth|clear)$"
    r"|(?:ed|ly|ing)$|^(?:또는|혹은|약)(?:\s|$)"
    r"|(?:용|산|크기|사이즈|것|거|선택|생략|정도|가능|취향|기호|추가|분량|기준|없이|위주|부분|포함|제외|상태|사용|시판|중간|한|은|는|된|큰)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that only says what the next ones are for: "[양념]", "For the sauce:"."""

    text: str


def read_line(text: str, language: Language) -> Ingredient | Heading:
    line = parse_ingredient_line(text, language)
    if not line.name and line.group:
        return Heading(line.group)
    return Ingredient(
        id="",
        name=line.name or text,
        amount=replace(from_quantity(line.quantity), size=_size(line)) if line.quantity is not None else None,
        aliases=tuple(_other_names(text, line.note or "")),
        group=line.group or "",
        prep=line.prep or "",
        note=line.note or "",
        optional=line.optional,
        text=text,
    )


def _size(line: IngredientLine) -> str:
    """What one of them holds: "1 (14.5-oz) can tomatoes", "참치 2캔(150g씩)". Of "두부 2모(600g)" nobody knows."""
    counted = line.quantity
    if counted is None or counted.unit is None or counted.amount is None or not line.alternatives:
        return ""
    unit = UNITS.get(counted.unit)
    if unit is not None and unit.dimension is not Dimension.COUNT:
        return ""  # "2컵(400ml)" is one amount said twice
    if counted.amount != 1 and not _EACH.search(line.text):
        return ""
    return re.sub(r"(?<=\d)-(?=[a-z])", " ", line.alternatives[0].text.strip())


def _other_names(text: str, note: str) -> Iterator[str]:
    """ "turmeric (haldi)", "돼지고기(목살)": what stands in brackets behind a name and is a name itself."""
    for inside in _PARENS.findall(text):
        for other in re.split(r"\s*[,/]\s*", inside.strip()):
            describing = all(word in DESCRIBING_EN for word in re.split("[ -]", other.lower()))
            if inside.strip() in note and _NAME.fullmatch(other) and not _REMARK.search(other) and not describing:
                yield other
