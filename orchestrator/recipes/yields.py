"""How much a recipe makes: "6-8 servings" feeds people and can be cooked for other numbers; "12 buns" only counts buns.

Read here from the words of a file; what is said of it is in `session/knowing.py`.
"""

import re
from fractions import Fraction

from orchestrator.recipes.model import Recipe
from shared.kitchen.numbers import find_numbers

MOST_SERVINGS, LONGEST = 1000, 200
_LEAD = re.compile(r"^\s*(?:this recipe\s+)?(?:(?:makes|yields?|분량|수량)\b\s*:?)\s*", re.IGNORECASE)
_ABOUT = r"(?:\s|:|about|around|약|for)*"
_FOR_PEOPLE = re.compile(rf"(?:\bserves|\bservings?|\bfeeds|\bfor|\bportions?|인분){_ABOUT}$", re.IGNORECASE)
_PEOPLE = re.compile(
    r"\s*(?:generous |large |small |main |hearty |adult )?(?:인분|명|사람|servings?\b|portions?\b|people\b|persons?\b)",
    re.IGNORECASE,
)
_BARE = re.compile(rf"{_ABOUT}$", re.IGNORECASE)


def read_yield(text: str) -> tuple[Fraction | None, str]:
    """How many it serves, if it says so, and the yield in its own words.

    >>> read_yield("Serves 6-8"), read_yield("Makes 8 pancakes")
    ((Fraction(6, 1), 'Serves 6-8'), (None, '8 pancakes'))
    """
    makes = _LEAD.sub("", text.strip()[:LONGEST])
    people = _people(makes)
    return (people[0] if people else None), makes


def is_bare(makes: str) -> bool:
    """A number and no word of what it counts."""
    numbers = find_numbers(makes)
    return len(numbers) == 1 and bool(_BARE.match(makes[: numbers[0].start]) and _BARE.match(makes[numbers[0].end :]))


def most_servings(recipe: Recipe) -> Fraction | None:
    """The 8 of "serves 6-8", where `servings` is 6; None where the recipe names one number."""
    people = _people(recipe.makes)
    return people[1] if people and people[0] == recipe.servings else None


def _people(makes: str) -> tuple[Fraction, Fraction | None] | None:
    bare = is_bare(makes)
    for number in find_numbers(makes):
        counted = bare or _FOR_PEOPLE.search(makes[: number.start]) or _PEOPLE.match(makes[number.end :])
        if counted and 0 < number.value <= MOST_SERVINGS:
            return number.value, number.high
    return None
