"""No number reaches the cook that stands in no source: the recipe, the question, or a curated table.

Language models are fluent with wrong minutes and degrees. A sentence with a number of its own is withheld, and it is
said that something was.
"""

from fractions import Fraction

from shared.kitchen.language import Language
from shared.kitchen.numbers import find_numbers

WITHHELD = {
    Language.KO: "레시피에 없는 숫자가 있어서 그 부분은 말하지 않을게요.",
    Language.EN: "I left out a part with a number that is not in the recipe.",
}


class NumberGuard:
    def __init__(self, *sources: str) -> None:
        self._known = frozenset().union(*(_values(source) for source in sources))

    def allows(self, sentence: str) -> bool:
        return _values(sentence) <= self._known


def _values(text: str) -> frozenset[Fraction]:
    found: set[Fraction] = set()
    # Line by line, because a long recipe is more than one utterance to the finder.
    for line in text.splitlines():
        for number in find_numbers(line, taken_back=True):
            found.add(number.value)
            if number.high is not None:
                found.add(number.high)
    return frozenset(found)
