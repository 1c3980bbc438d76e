"""Phrases as the smallest graph of words that spells them all: shared beginnings and shared endings merged.

The recogniser's cost grows with the words that may start or follow at any moment; written naively, the same kitchen
grammar took thirty times longer to search. Templates: `[...]` may be left out, `(a|b)` is a choice, `{slot}` is another
template by name.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

_TOKEN: Final = re.compile(r"[\[\]()|]|\{\w+\}|[^\s\[\]()|{}]+")


@dataclass(frozen=True, slots=True)
class Graph:
    """`arcs` are (from, word, to); 0 is the start."""

    arcs: tuple[tuple[int, str, int], ...]
    ends: frozenset[int]
    states: int

    @property
    def words(self) -> frozenset[str]:
        return frozenset(word for _, word, _ in self.arcs)

    def accepts(self, words: Iterable[str]) -> bool:
        step = {(start, word): end for start, word, end in self.arcs}
        at = 0
        for word in words:
            if (at, word) not in step:
                return False
            at = step[at, word]
        return at in self.ends


def graph_of(templates: Iterable[str], slots: Mapping[str, Iterable[str]]) -> Graph:
    sketch = _Sketch(slots)
    start, end = sketch.state(), sketch.state()
    for template in templates:
        sketch.template(template, start, end)
    return _Smallest(sketch, end).graph(start)


@dataclass(slots=True)
class _Sketch:
    """The same language drawn without care: many equal arcs, and arcs without a word ("")."""

    slots: Mapping[str, Iterable[str]]
    arcs: list[dict[str, set[int]]] = field(default_factory=list)

    def state(self) -> int:
        self.arcs.append({})
        return len(self.arcs) - 1

    def arc(self, start: int, word: str, end: int) -> None:
        self.arcs[start].setdefault(word, set()).add(end)

    def template(self, text: str, start: int, end: int) -> None:
        tokens = _TOKEN.findall(text)
        rest = self._choice(tokens, start, end)
        if rest:
            raise ValueError(f"unbalanced brackets in {text!r}")

    def _choice(self, tokens: list[str], start: int, end: int) -> list[str]:
        while True:
            tokens = self._sequence(tokens, start, end)
            if not tokens or tokens[0] != "|":
                return tokens
            tokens = tokens[1:]

    def _sequence(self, tokens: list[str], start: int, end: int) -> list[str]:
        at = start
        while tokens and tokens[0] not in ("|", ")", "]"):
            piece, tokens = tokens[0], tokens[1:]
            after = self.state()
            if piece in ("(", "["):
                tokens = self._choice(tokens, at, after)
                if tokens[:1] != [")" if piece == "(" else "]"]:
                    raise ValueError("unbalanced brackets")
                tokens = tokens[1:]
                if piece == "[":
                    self.arc(at, "", after)
            elif piece.startswith("{"):
                for template in self.slots[piece[1:-1]]:
                    self.template(template, at, after)
            else:
                self.arc(at, piece, after)
            at = after
        self.arc(at, "", end)
        return tokens

    def reach(self, states: Iterable[int]) -> frozenset[int]:
        """These states and all that follow without a word."""
        found, todo = set(states), list(states)
        while todo:
            for end in self.arcs[todo.pop()].get("", ()):
                if end not in found:
                    found.add(end)
                    todo.append(end)
        return frozenset(found)


class _Smallest:
    """From the end backwards: two places from which the same can follow are one place."""

    def __init__(self, sketch: _Sketch, end: int) -> None:
        self._sketch = sketch
        self._end = end
        self._known: dict[frozenset[int], int] = {}
        self._same: dict[tuple[bool, tuple[tuple[str, int], ...]], int] = {}

    def graph(self, start: int) -> Graph:
        first = self._place(self._sketch.reach([start]))
        # Number from the start, which must be 0.
        renumbered = {number: len(self._same) - 1 - number for number in range(len(self._same))}
        assert renumbered[first] == 0
        arcs = [
            (renumbered[number], word, renumbered[to])
            for (_, following), number in self._same.items()
            for word, to in following
        ]
        ends = frozenset(renumbered[number] for (final, _), number in self._same.items() if final)
        return Graph(tuple(sorted(arcs)), ends, len(self._same))

    def _place(self, states: frozenset[int]) -> int:
        if states not in self._known:
            following: dict[str, set[int]] = {}
            for state in states:
                for word, ends in self._sketch.arcs[state].items():
                    if word:
                        following.setdefault(word, set()).update(ends)
            arcs = tuple(sorted((word, self._place(self._sketch.reach(ends))) for word, ends in following.items()))
            self._known[states] = self._same.setdefault((self._end in states, arcs), len(self._same))
        return self._known[states]
