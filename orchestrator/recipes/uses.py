"""Which ingredients a step takes, and how much of each: all of it, a part, or the rest."""

import re
from collections.abc import Sequence
from dataclasses import replace

from orchestrator.recipes.amounts import from_quantity
from orchestrator.recipes.model import Ingredient, Share, Step, Use
from orchestrator.recipes.portions import portion
from shared.kitchen.ingredient_names import Ambiguous, Found, find_ingredient, find_ingredients
from shared.kitchen.language import Language
from shared.kitchen.quantities import Quantity, find_quantities

#: What may stand between a name and its amount: a particle in Korean, "of (the)" in English.
_JOINS_KO = re.compile(r"^(?:은|는|을|를|도|만|의)?\s{0,2}\(?$")
_JOINS_EN = re.compile(r"^\s+(?:of\s+)?(?:the\s+)?(?:[a-z-]+\s+){0,2}$", re.IGNORECASE)
#: Shapes and movements that only look like amounts: 한입 크기, 한 바퀴, 2cm 길이, 네 등분.
_NO_AMOUNT = frozenset({"입", "바퀴", "cm", "mm", "inch"})
_SIZE = re.compile(r"^\s*(?:크기|두께|길이|굵기|등분|정도\s*크기|thick|long|wide)")
#: What stands here is only where or when something else happens.
_ASIDE = re.compile(r"[^.,!?]*?동안(?:에)?|\b(?:while|as|once|when) [^.,!?]*,", re.IGNORECASE)
_PLACE_KO = re.compile(r"(?:찬|끓는|뜨거운|미지근한|따뜻한|얼음|흐르는|소금)\s?$")
_PLACE_EN = re.compile(r"\b(?:into|onto|on|over) the $", re.IGNORECASE)
#: "both onions", "양파 두 가지": every ingredient of that name. "All the onions" is that only if there are several.
_BOTH_EN = re.compile(
    r"\b(?P<many>both|all)(?: of)?(?: (?:the|your))?(?: (?:two|three))?(?: (?:kinds|types|sorts) of)?(?: the)? $",
    re.IGNORECASE,
)
_BOTH_KO = re.compile(
    r"^[을를은는도]?\s?(?:(?:두|세|[23])\s?(?:종류|가지)|둘\s?다|셋\s?다|(?P<all>모두|전부|다(?=\s)))"
)
_BOTH_KO_BEFORE = re.compile(r"(?:두|세|[23])\s?(?:종류|가지)의?\s?$")


def uses_in(text: str, ingredients: Sequence[Ingredient], tied: Sequence[str], language: Language) -> tuple[Use, ...]:
    """Every ingredient the step names, with the amount beside it; and those the file ties to it (`tied`, by line)."""
    amounts = [
        found
        for found in find_quantities(text)
        if found.amount is not None and found.unit not in _NO_AMOUNT and not _SIZE.match(text[found.end :])
    ]
    asides = [match.span() for match in _ASIDE.finditer(text)]
    uses: dict[str, Use] = {}
    for found in find_ingredients(text, ingredients):
        before = text[max(0, found.start - 12) : found.start]
        if any(low <= found.start < high for low, high in asides) or _PLACE_EN.search(before):
            continue
        for one in _all_kinds(found, text, ingredients):
            uses.setdefault(one.id, Use(one.id))
        if not isinstance(found, Found):
            continue
        one = ingredients[found.index]
        if one.name in ("물", "water") and _PLACE_KO.search(before):
            continue
        beside = _beside(found, amounts, text, language)
        if beside is not None:
            amounts.remove(beside)
            use = Use(one.id, Share.PART, from_quantity(beside), beside.start, beside.end)
        else:
            use = Use(one.id, *portion(text, found.start, found.end, one.amount))
        if one.id not in uses or (uses[one.id].amount is None and use.amount is not None):
            uses[one.id] = use
    for one in ingredients:
        if one.text in tied and one.id not in uses:
            uses[one.id] = Use(one.id)
    return tuple(uses.values())


def shared_out(steps: Sequence[Step], ingredients: Sequence[Ingredient], derived: set[int]) -> list[Step]:
    """Now that all steps are known: an amount that is the whole is "all"; one that follows parts is "the rest"."""
    whole = {one.id: one.amount for one in ingredients}
    parts: dict[str, set[int]] = {}
    in_one_go: dict[str, int] = {}  # the step that says it takes the whole amount
    for step in steps:
        for use in step.uses:
            if use.amount is not None and use.amount != whole.get(use.ingredient):
                parts.setdefault(use.ingredient, set()).add(step.number)
            elif use.amount is not None:
                in_one_go[use.ingredient] = step.number
    settled: list[Step] = []
    for step in steps:
        if step.number not in derived:
            settled.append(step)
            continue
        uses: list[Use] = []
        for use in step.uses:
            if use.share is Share.UNSAID:
                uses.append(use)
            elif use.amount is not None:
                same = use.amount == whole.get(use.ingredient)
                uses.append(replace(use, share=Share.ALL if same else Share.PART))
            elif use.ingredient in in_one_go:
                uses.append(
                    replace(use, share=Share.UNSAID)
                )  # named again: water to boil eggs in, the rice that soaked
            elif any(number < step.number for number in parts.get(use.ingredient, ())):
                uses.append(replace(use, share=Share.REST))
            else:
                uses.append(use)
        settled.append(replace(step, uses=tuple(uses)))
    return settled


def _all_kinds(found: Found | Ambiguous, text: str, ingredients: Sequence[Ingredient]) -> list[Ingredient]:
    """The ingredients of one name that are meant together; none if only one is."""
    before, after = text[max(0, found.start - 40) : found.start], text[found.end :]
    english, korean = _BOTH_EN.search(before), _BOTH_KO.match(after)
    if isinstance(found, Ambiguous):
        return [ingredients[at] for at in found.indexes] if english or korean or _BOTH_KO_BEFORE.search(before) else []
    both = (english and english["many"].lower() == "both") or (korean and not korean["all"])
    if not both and not _BOTH_KO_BEFORE.search(before):
        return []
    return [one for one in ingredients if find_ingredient(text[found.start : found.end], [one]) is not None]


def _beside(found: Found, amounts: list[Quantity], text: str, language: Language) -> Quantity | None:
    for amount in amounts:
        if language is Language.KO and amount.start >= found.end:
            if _JOINS_KO.match(text[found.end : amount.start]):
                return amount
        elif amount.end <= found.start and _JOINS_EN.match(text[amount.end : found.start] or " "):
            return amount
    return None
