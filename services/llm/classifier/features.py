"""What the model looks at: words and pieces of words of a delexicalised utterance, as plain strings.

The same function makes the features in training and in service; nothing else may. Speech recognition drops and invents
spaces, so Hangul is read without them too; verb endings change inside a syllable, so it is also read letter by letter.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from services.llm.classifier.concepts import concepts
from services.llm.classifier.delexicalise import SIGNS, Delexicalised
from services.llm.classifier.verbs import VERB, verbs_alike
from shared.kitchen.jamo import jamo
from shared.kitchen.text import squeeze

#: No command is longer; the rest of a long text says nothing more and would only cost time.
_LONGEST = 120
#: The features that `pieces` looks for.
PIECE: Final = re.compile("k..|c...")


def features(utterance: Delexicalised) -> set[str]:
    text = utterance.text[:_LONGEST]
    found = set(_flags(utterance))
    words = ["^", *text.split(), "$"]
    found.update(f"w{word}" for word in words[1:-1])
    found.update(f"b{one} {two}" for one, two in pairwise(words))
    found.update(f"t{one} {two} {three}" for one, two, three in zip(words, words[1:], words[2:], strict=False))
    if len(words) > 4:
        found.add(f"s{words[1]} {words[2]}")
        found.add(f"e{words[-3]} {words[-2]}")
    if any("가" <= char <= "힣" or "ㄱ" <= char <= "ㅣ" for char in text):
        run = f"^{squeeze(text)}$"
        for size in (1, 2, 3, 4, 5):
            found.update(f"k{run[i : i + size]}" for i in range(len(run) - size + 1))
        letters = jamo(run)
        for size in (4, 5, 6):
            found.update(f"j{letters[i : i + size]}" for i in range(len(letters) - size + 1))
    for word in words[1:-1]:
        if word[0].isascii():
            edged = f"<{word}>"
            for size in (3, 4, 5):
                found.update(f"c{edged[i : i + size]}" for i in range(len(edged) - size + 1))
    alike = verbs_alike(text)
    if alike is not None:
        found.update(_of_alike(alike))
    found.update(_of_ideas(utterance))
    return found


def _of_ideas(utterance: Delexicalised) -> Iterator[str]:
    """Each idea, each pair in order, neighbours, and what begins and ends it; signs are ideas too."""
    text = utterance.text[:_LONGEST]
    ideas = [*(sign for sign in SIGNS if sign in text), *concepts(text)]
    asked = "?" if utterance.asked else "."
    if not ideas:
        yield "inone"
    for idea in set(ideas):
        yield f"i{idea}"
        yield f"i{idea}{asked}"
    for place, one in enumerate(ideas):
        for two in ideas[place + 1 :]:
            yield f"i{one}>{two}"
    for one, two, three in zip(ideas, ideas[1:], ideas[2:], strict=False):
        yield f"I{one} {two} {three}"
    yield "i" + " ".join(sorted(set(ideas))[:6])


def _of_alike(alike: str) -> Iterator[str]:
    words = ["^", *alike.split(), "$"]
    for word in words[1:-1]:
        yield f"v{word}"
    for one, two in pairwise(words):
        if VERB in one or VERB in two:
            yield f"V{one} {two}"
    run = f"^{squeeze(alike)}$"
    for place, letter in enumerate(run):
        if letter == VERB:
            for size in (3, 4, 5, 6, 7):
                yield f"n{run[place : place + size]}"
                yield f"m{run[max(0, place - size + 1) : place + 1]}"


def _flags(utterance: Delexicalised) -> Iterator[str]:
    text = utterance.text
    asked = "?" if utterance.asked else "."
    yield f"f{asked}"
    count = len(text.split())
    length = len(squeeze(text))
    yield f"fwords{min(count, 8)}"
    yield f"flength{min(length // 3, 9)}"
    for sign in SIGNS:
        if sign in text:
            yield f"f{sign}"
    last = text.split(" ")[-1]
    yield f"f{asked}{last[-2:]}"


def pieces(utterance: Delexicalised) -> list[str]:
    """The small change of a language: noise and other languages consist of pieces that training never met.

    Signs are no language: "10분" and "ten minutes" are nothing but a sign, and known through and through.
    """
    words = [word for word in utterance.text[:_LONGEST].split() if word not in SIGNS]
    run = f"^{''.join(words)}$"
    if any("가" <= char <= "힣" or "ㄱ" <= char <= "ㅣ" for char in run):
        return [f"k{run[i : i + 2]}" for i in range(len(run) - 1)]
    return [f"c{edged[i : i + 3]}" for edged in (f"<{word}>" for word in words) for i in range(len(edged) - 2)]
