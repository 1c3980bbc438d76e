"""English without its spaces ("stepseven", "doublebatch", "howmuchmilk"), parted again into words that are known.

A speech recogniser or a hasty thumb leaves them out. Hangul needs nothing of the kind: it is read without spaces
anyway.
"""

import re
from collections.abc import Container
from typing import Final

from shared.kitchen.text import listed

#: Shorter runs are words, however strange ("stawp"); longer ones are noise.
_RUN: Final = re.compile(r"(?<![A-Za-z'])[A-Za-z]{7,48}(?![A-Za-z'])")
#: Of the shortest words only these are meant; "quarter" is no "quart" and an "er", though both were heard before.
_SHORT: Final = frozenset(listed("a i an as at be by do go he if in is it me my no of ok on or so to up us we"))
_SHORTEST: Final = 3
#: "Shortbread" and "buttermilk" are one thing, not two.
_ONE_THING: Final = re.compile(
    r"(?:bread|cakes?|milk|berry|berries|nuts?|corn|fish|root|meal|crumbs?|sauce|powder|stick)$"
)
_LONGEST_WORD: Final = 14
#: What a model never sees, because it became a sign before: numbers and lengths of time.
NUMBER_WORDS: Final = frozenset(
    listed(
        """
        one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
        eighteen nineteen twenty thirty forty fifty sixty ninety hundred half couple first second third fourth fifth
        sixth minute minutes hour hours second seconds quarter quarters third thirds seventy eighty thousand
        """
    )
)
#: "Butterscotch" parts into few words too; a run of three letters a word is a coincidence.
_LEAST_MEAN: Final = 3.0


def parted(text: str, known: Container[str]) -> str:
    return _RUN.sub(lambda match: _words(match[0], known), text)


def _words(run: str, known: Container[str]) -> str:
    low = run.lower()
    if low in known:
        return run
    best: list[tuple[str, ...] | None] = [(), *([None] * len(low))]
    for end in range(1, len(low) + 1):
        for start in range(max(0, end - _LONGEST_WORD), end):
            before, word = best[start], low[start:end]
            if before is None or not (word in known if len(word) >= _SHORTEST else word in _SHORT):
                continue
            now = best[end]
            if now is None or len(before) + 1 < len(now):
                best[end] = (*before, word)
    found = best[len(low)]
    if found is None or len(low) / len(found) < _LEAST_MEAN or (len(found) == 2 and _ONE_THING.search(low)):
        return run
    return " ".join(found)
