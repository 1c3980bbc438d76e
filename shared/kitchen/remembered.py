"""Many finders look at one utterance: what was found in it is found once."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Final, TypeVar

#: What is longer is a recipe, read once, and not to be kept.
UTTERANCE: Final = 400

_Found = TypeVar("_Found")


def remembered(how_many: int) -> Callable[[Callable[[str], _Found]], Callable[[str], _Found]]:
    """For a function of nothing but a text, whose answer nobody can change."""

    def remembering(find: Callable[[str], _Found]) -> Callable[[str], _Found]:
        kept = lru_cache(maxsize=how_many)(find)

        @wraps(find)
        def found(text: str) -> _Found:
            return kept(text) if len(text) <= UTTERANCE else find(text)

        return found

    return remembering
