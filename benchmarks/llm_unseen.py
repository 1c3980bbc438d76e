"""Speech that is not in the training data: `tests/unit/services/llm/*.tsv`, read and judged in one place.

Several rounds, each unseen when first tried (those figures are in docs/understanding.md). Afterwards the errors of
most were learned from, so today's figures on them are a floor to keep, not a promise about strangers. Five stay held
out, and nothing is ever learned from them: `unseen_b`, every third line of the ninth round (`unseen_d`), `unseen_e`, by
another stranger, `unseen_f`, sentences with numbers by two more, and `unseen_g`, half of what two examiners wrote: of
the last two only the shares were looked at while their other halves were mended.

A line is the text, the intents that are right (the first is the best), what else must be found, and what the caller
knows, tab-separated; the last two may be missing.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from shared.kitchen.intents import STATE_CHANGING, Intent

HERE = Path(__file__).resolve().parents[1] / "tests" / "unit" / "services" / "llm"
#: Rounds whose errors were learned from, and those that stay held out.
SETS = (
    "development",
    "development_traps",
    "development_later",
    "development_last",
    "unseen_a",
    "unseen_middle",
    "unseen_c",
    "development_writers",
)
HELD_OUT = ("unseen_b", "unseen_d", "unseen_e", "unseen_f", "unseen_g")

_ACTS = {intent.value for intent in STATE_CHANGING}


@dataclass(frozen=True, slots=True)
class Row:
    text: str
    intents: tuple[str, ...]
    expected: tuple[tuple[str, str], ...] = ()
    situation: Mapping[str, Any] = field(default_factory=dict)

    @property
    def request(self) -> dict[str, Any]:
        """The body of `POST /classify`."""
        return {"text": self.text, **self.situation}

    @property
    def harmless(self) -> bool:
        """Nothing that changes state is a right answer, nor a part of one."""
        actions = (action for name, value in self.expected if name == "actions" for action in value.split("+"))
        return _ACTS.isdisjoint((*self.intents, *actions))

    def slots_right(self, answer: Mapping[str, Any]) -> Iterable[tuple[str, bool]]:
        """Each expected slot, and whether it was found."""
        for name, value in self.expected:
            if name == "actions":
                yield name, "+".join(action["intent"] for action in answer["actions"]) == value
            else:
                found = answer["actions"][0]["slots"].get(name)
                yield name, found is not None and (str(found) == value or _same_number(found, value))


@dataclass(slots=True)
class Tally:
    """The shares that are promised, counted: each is right (or wrong) of how many."""

    every: Counter[bool] = field(default_factory=Counter)
    commands: Counter[bool] = field(default_factory=Counter)
    outside: Counter[bool] = field(default_factory=Counter)
    accepts: Counter[bool] = field(default_factory=Counter)  # True: acted, but should not have
    slots: Counter[bool] = field(default_factory=Counter)
    times_and_steps: Counter[bool] = field(default_factory=Counter)  # of the slots

    def add(self, row: Row, answer: Mapping[str, Any]) -> bool:
        right = answer["actions"][0]["intent"] in row.intents
        self.every[right] += 1
        if row.intents[0] in _ACTS:
            self.commands[right] += 1
        if row.intents[0] == Intent.OUT_OF_SCOPE:
            self.outside[right] += 1
        if row.harmless:
            self.accepts[any(action["intent"] in _ACTS for action in answer["actions"])] += 1
        if right:
            for name, found in row.slots_right(answer):
                self.slots[found] += 1
                if name in ("duration_s", "step", "offset"):
                    self.times_and_steps[found] += 1
        return right

    def lines(self) -> Iterable[str]:
        for name, counts in (
            ("all intents", self.every),
            ("commands", self.commands),
            ("out-of-scope recall", self.outside),
            ("acted, but should not have", self.accepts),
            ("slots", self.slots),
            ("of them times and steps", self.times_and_steps),
        ):
            low, high = interval(counts[True], counts.total())
            yield (
                f"{name}: {counts[True]}/{counts.total()} = {share(counts):.2%} (95 % interval {low:.1%} to {high:.1%})"
            )


def share(counts: Counter[bool]) -> float:
    return counts[True] / max(counts.total(), 1)


def interval(hits: int, tries: int) -> tuple[float, float]:
    """Wilson's, which stays honest near 0 and 1."""
    if tries == 0:
        return 0.0, 1.0
    z = 1.96
    middle = (hits + z * z / 2) / (tries + z * z)
    half = z * math.sqrt(hits * (tries - hits) / tries + z * z / 4) / (tries + z * z)
    return max(0.0, middle - half), min(1.0, middle + half)


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
            text, intents, expected, situation = (*line.split("\t"), "", "")[:4]
            found.append(Row(text, tuple(intents.split(",")), tuple(_pairs(expected)), _situation(situation)))
    return found


def _pairs(text: str) -> Iterable[tuple[str, str]]:
    for pair in filter(None, text.split(",")):
        name, _, value = pair.partition("=")
        yield name, value


def _situation(text: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in _pairs(text):
        if name in ("timers", "ingredients"):
            found[name] = [part for part in value.split("|") if part]
        elif name in ("paused", "ringing"):
            found[name] = value == "1"
        else:
            found[name] = int(value)
    return found
