"""A text cut into what is said in one go: sentences, and a short first clause so that sound comes early.

The same cuts are made whether the answer is streamed or not, so both sound the same.
"""

import re

from shared.kitchen.sentences import split_sentences

#: A first sentence longer than this is cut at its first pause, if that leaves enough to be said in one breath.
_LONG_OPENING = 24
_SHORTEST_OPENING = 8
#: Longer pieces make neural voices stumble, and hold up everyone else.
LONGEST = 160

_CLAUSE_END = re.compile(r"(?<=[,;:])\s+")


def pieces(text: str) -> list[str]:
    """In speaking order; none without a letter or digit.

    >>> pieces("양파를 써세요. 그다음 기름을 두르세요!")
    ['양파를 써세요.', '그다음 기름을 두르세요!']
    """
    found: list[str] = []
    for sentence in split_sentences(text):
        if says_something(sentence):
            found.extend(_fitting(sentence.strip()))
    if found and len(found[0]) > _LONG_OPENING:
        found[:1] = _early(found[0])
    return found


def _early(sentence: str) -> list[str]:
    for pause in _CLAUSE_END.finditer(sentence):
        opening, rest = sentence[: pause.start()], sentence[pause.end() :]
        if sum(map(str.isalnum, opening)) >= _SHORTEST_OPENING and says_something(rest):
            return [opening, rest]
    return [sentence]


def _fitting(sentence: str) -> list[str]:
    parts: list[str] = []
    while len(sentence) > LONGEST:
        cut = _cut(sentence)
        parts.append(sentence[:cut].strip())
        sentence = sentence[cut:].strip()
    return [part for part in (*parts, sentence) if says_something(part)]


def _cut(sentence: str) -> int:
    """After the last pause that fits, else the last space, else mid-word."""
    pauses = [pause.end() for pause in _CLAUSE_END.finditer(sentence, 0, LONGEST)]
    if pauses and pauses[-1] >= LONGEST // 3:
        return pauses[-1]
    space = sentence.rfind(" ", LONGEST // 3, LONGEST)
    return space if space > 0 else LONGEST


def says_something(text: str) -> bool:
    return any(char.isalnum() for char in text)
