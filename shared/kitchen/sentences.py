"""Text cut where a speaker breathes: sentences, and chunks of about fifteen words that a cook can keep in mind.

Never inside a number ("1.5", "3:30"), an abbreviation ("approx.", "e.g.") or brackets. The pieces joined by a space
give the text back.
"""

import re
from typing import Final

from shared.kitchen.language import Language, language_of
from shared.kitchen.text import listed

#: Spoken instructions run to 15 words at the median; longer ones are cut at a clause.
LONGEST_CHUNK: Final = 15
_SHORTEST_CHUNK: Final = 4

_END: Final = re.compile(r"[.!?。！？…]+[\"'”’)\]」』]*(?=\s|$)|\n+")
_ABBREVIATION: Final = re.compile(
    r"(?:^|[\s(])(?:approx|about|min|mins|max|tbsp|tbs|tsp|oz|lb|lbs|pkg|qt|pt|gal|hr|hrs|sec|secs|no|nr|vs|etc|e\.g|"
    r"i\.e|fig|dr|mr|mrs|ms|st|inc|c|t|temp|med|sm|lg|ca|cf|p|pp|vol|ex|opt)\.$",
    re.IGNORECASE,
)
#: A list number or a single letter is no sentence: "1. Boil the water."
_NUMBERING: Final = re.compile(r"(?:^|\s)(?:\d{1,3}|[A-Za-z가-하])\.$")
_CLAUSE: Final = re.compile(r"[,;:]$")
_CONNECTS_KO: Final = re.compile(
    "(?:고|서|며|면서|면|다가|은 뒤|은 후|한 뒤|한 후|지만|는데|으니|니까|거나|도록|때까지|다음),?$"
)
_CONNECTS_EN: Final = frozenset(
    listed("and then but or while until when so because if before after with for which that about once as")
)
_SINO: Final = re.compile("[영공일이삼사오육칠팔구십백천만점]+")
_NUMBER_WORDS: Final = frozenset(
    listed(
        """
        한 두 세 네 다섯 여섯 일곱 여덟 아홉 열 스무 서른 마흔 쉰 반 약 one two three four five six seven eight
        nine ten
        eleven twelve fifteen twenty thirty forty fifty a an the half quarter third hundred about of to
        """
    )
)


def split_sentences(text: str) -> list[str]:
    """The sentences of a text.

    >>> split_sentences("1.5L 물을 끓여요. 소금을 approx. 2 tsp 넣고 저어요! Done?")
    ['1.5L 물을 끓여요.', '소금을 approx. 2 tsp 넣고 저어요!', 'Done?']
    """
    sentences: list[str] = []
    start = 0
    written = len(text.rstrip())
    for end in _END.finditer(text):
        piece = text[start : end.end()].strip()
        if not piece:
            continue
        so_far = text[max(start, end.end() - 24) : end.end()].strip()
        goes_on = end[0] == "." and end.end() < written
        if goes_on and (_ABBREVIATION.search(so_far) or _NUMBERING.search(so_far)):
            continue
        sentences.append(piece)
        start = end.end()
    rest = text[start:].strip()
    return [*sentences, rest] if rest else sentences


def speech_chunks(text: str, language: Language | None = None, longest: int = LONGEST_CHUNK) -> list[str]:
    """Sentences, long ones cut at a clause, each short enough to say in one breath.

    >>> speech_chunks("Heat the oil in a large pan, add the onions and cook them gently until soft and golden.")
    ['Heat the oil in a large pan,', 'add the onions and cook them gently until soft and golden.']
    """
    language = language or language_of(text)
    chunks: list[str] = []
    for sentence in split_sentences(text):
        chunks += _cut(sentence.split(), language, max(1, longest))
    return chunks


def _cut(words: list[str], language: Language, longest: int) -> list[str]:
    chunks: list[str] = []
    start = 0
    while len(words) - start > longest:
        window = words[start : start + longest + 2]
        cut = _best_cut(window, language, longest)
        chunks.append(" ".join(words[start : start + cut]))
        start += cut
    rest = " ".join(words[start:])
    return [*chunks, rest] if rest else chunks


def _best_cut(words: list[str], language: Language, longest: int) -> int:
    """Where to breathe: after a comma, else at a connective, else before it gets too long."""
    shortest = min(_SHORTEST_CHUNK, longest)
    brackets, open_after = 0, []
    for word in words:
        brackets += word.count("(") - word.count(")")
        open_after.append(brackets > 0)
    ends = [at for at in range(min(longest, len(words) - 1), shortest - 1, -1) if not open_after[at - 1]]
    for at in ends:
        if _CLAUSE.search(words[at - 1]):
            return at
    for at in ends:
        connects = _CONNECTS_KO.search(words[at - 1]) if language == Language.KO else words[at].lower() in _CONNECTS_EN
        if connects and not _splits_number(words, at):
            return at
    return next((at for at in ends if not _splits_number(words, at)), longest)


def _splits_number(words: list[str], at: int) -> bool:
    """ "세 | 큰술", "two | cups": a number stays with what it counts."""
    last = words[at - 1]
    return last[-1:].isdigit() or last.lower() in _NUMBER_WORDS or bool(_SINO.fullmatch(last))
