"""Kitchen words, explained: 한소끔, julienne. No numbers in them."""

import re
from collections.abc import Sequence
from functools import cache

from shared.curated.rows import Row, table

_ASKED = re.compile(
    r"뭐야|뭐예요|뭐죠|무슨\s*뜻|뭔데|뭔지|뜻이|이란|란\s|무엇|어떻게|얼마나|어느\s*정도|"
    r"what(?:'s| is| does| are)|mean|how do (?:i|you)|how to|explain",
    re.IGNORECASE,
)


def word(question: str) -> Row | None:
    """The meaning of the kitchen word that is asked about."""
    if not _ASKED.search(question):
        return None
    return next((row for signs, row in _words() if signs.search(question)), None)


@cache
def _words() -> Sequence[tuple[re.Pattern[str], Row]]:
    return [
        (re.compile(row["signs"], re.IGNORECASE), Row(row["ko"], row["en"], row["source"]))
        for row in table("words")["entries"]
    ]
