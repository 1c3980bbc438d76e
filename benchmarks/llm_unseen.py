"""Speech that is not in the training data: `tests/unit/services/llm/development*.tsv`, read in one place.

Written in four rounds. Each was unseen when it was first tried (those figures are in docs/understanding.md); afterwards
its errors were learned from, so today's figures on it are a floor to keep, not a promise about strangers.

A line is the text, the intents that are right (the first is the best), and what else must be found, tab-separated.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parents[1] / "tests" / "unit" / "services" / "llm"
SETS = ("development", "development_traps", "development_later", "development_last")


@dataclass(frozen=True, slots=True)
class Row:
    text: str
    intents: tuple[str, ...]
    expected: tuple[tuple[str, str], ...] = ()

    def slots_right(self, answer: Mapping[str, Any]) -> tuple[int, int]:
        """How many of the expected slots were found, of how many."""
        right = 0
        for name, value in self.expected:
            if name == "actions":
                right += "+".join(action["intent"] for action in answer["actions"]) == value
            else:
                found = answer["actions"][0]["slots"].get(name)
                right += found is not None and (str(found) == value or _same_number(found, value))
        return right, len(self.expected)


def _same_number(found: object, value: str) -> bool:
    try:
        return isinstance(found, (int, float)) and float(found) == float(value)
    except ValueError:
        return False


@cache
def rows(name: str) -> list[Row]:
    found = []
    for line in (HERE / f"{name}.tsv").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            text, intents, *more = line.split("\t")
            pairs = [pair.partition("=") for pair in more[0].split(",")] if more else []
            found.append(Row(text, tuple(intents.split(",")), tuple((name, value) for name, _, value in pairs)))
    return found
