"""Looks a space-free utterance up in the rules: which commands can be read as this head and this ending?

Two tables (heads and endings), each entry a bit set of the templates it belongs to. A text is a command when it
splits into a head and an ending of the same template, so some ten thousand entries stand for millions of sentences.
The tables are built once, at the first look.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from math import prod

from shared.kitchen.command_rules import Rule, joined_choices, pieces, templates
from shared.kitchen.intents import STATE_CHANGING, Intent
from shared.kitchen.verbs_ko import Mood, done, may_be_question, past_questions, questions, requests

_FORMS = {Mood.REQUEST: requests, Mood.DONE: done, Mood.ASK: questions, Mood.ASK_PAST: past_questions}
_SPOILT_BY_QUESTION = STATE_CHANGING | {Intent.YES, Intent.NO}


@dataclass(slots=True)
class Grammar:
    """The rules of one language, ready to be looked up."""

    rules: tuple[Rule, ...]
    heads: dict[str, int] = field(default_factory=dict)
    endings: dict[str, int] = field(default_factory=dict)
    #: The endings under which a question mark turns a command into something else.
    spoilt: dict[str, int] = field(default_factory=dict)
    #: The rule that each bit stands for.
    owners: list[Rule] = field(default_factory=list)
    longest_head: int = 0
    longest_ending: int = 0

    def __post_init__(self) -> None:
        for rule in self.rules:
            if rule.verbs or rule.tails:
                bit = self._new_bit(rule)
                for template in templates(rule.heads):
                    _add(self.heads, joined_choices(pieces(template)) if template != "-" else ("",), bit)
                self._add_endings(rule, bit)
            else:
                for template in templates(rule.heads):
                    head, ending = _halves(pieces(template))
                    bit = self._new_bit(rule)
                    _add(self.heads, head, bit)
                    _add(self.endings, ending, bit)
                    if rule.spoilt or rule.intent in (Intent.YES, Intent.NO, Intent.STEP_DONE):
                        _add(self.spoilt, ending, bit)
        self.longest_head = max(map(len, self.heads), default=0)
        self.longest_ending = max(map(len, self.endings), default=0)

    def _new_bit(self, rule: Rule) -> int:
        self.owners.append(rule)
        return 1 << (len(self.owners) - 1)

    def _add_endings(self, rule: Rule, bit: int) -> None:
        spoils = rule.intent in _SPOILT_BY_QUESTION
        if rule.tails:
            _add(self.endings, rule.tails, bit)
            if rule.spoilt or rule.intent is Intent.STEP_DONE:
                _add(self.spoilt, rule.tails, bit)
        for stem in rule.verbs.split():
            forms = _FORMS[rule.mood](stem)
            _add(self.endings, forms, bit)
            if spoils and rule.mood is Mood.DONE:
                _add(self.spoilt, forms, bit)
            elif spoils and rule.mood is Mood.REQUEST:
                _add(self.spoilt, may_be_question(stem), bit)

    def look_up(self, squeezed: str, asked: bool = False) -> Rule | None:
        """The rule that reads the whole text: the longest head wins, then the rule written first."""
        return next(self.readings(squeezed, asked), None)

    def readings(self, squeezed: str, asked: bool = False) -> Iterator[Rule]:
        heads, endings = self.heads, self.endings
        longest = min(len(squeezed), self.longest_head)
        for cut in range(longest, max(0, len(squeezed) - self.longest_ending) - 1, -1):
            shared = heads.get(squeezed[:cut], 0)
            if not shared:
                continue
            ending = squeezed[cut:]
            shared &= endings.get(ending, 0)
            if asked and shared:
                shared &= ~self.spoilt.get(ending, 0)
            while shared:
                lowest = shared & -shared
                yield self.owners[lowest.bit_length() - 1]
                shared ^= lowest


def _add(table: dict[str, int], words: Iterable[str], bit: int) -> None:
    for word in words:
        table[word] = table.get(word, 0) | bit


def _halves(template: list[tuple[str, ...]]) -> tuple[list[str], list[str]]:
    """A template cut in two so that both halves stand for few words: 400,000 sentences become twice 650 halves."""
    cuts = range(1, len(template) + 1)
    cut = min(cuts, key=lambda at: prod(map(len, template[:at])) + prod(map(len, template[at:])))
    return joined_choices(template[:cut]), joined_choices(template[cut:])
