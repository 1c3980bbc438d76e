"""An English utterance without what doesn't change its meaning: "um", "could you please", "thanks".

It yields views of the words from the fullest to the barest, because the fuller view must win.
"""

import re
from collections.abc import Iterator, Sequence

from shared.kitchen.text import listed

_JOINED = (
    (re.compile(r"\b(what|that|it|how|where|when|who) is\b"), r"\1s"),
    (re.compile(r"\b(?:i am|i m)\b"), "im"),
    (re.compile(r"\blet us\b"), "lets"),
    (re.compile(r"\bwe are\b"), "were"),
    (re.compile(r"\bthey are\b"), "theyre"),
    (re.compile(r"\bok(?:ey|ay|ies)?\b|\bo k\b|\bkay\b|\bokie dokie\b|\bokey dokey\b"), "ok"),
    (re.compile(r"\ball right(?:y)?\b|\balrighty\b"), "alright"),
    (re.compile(r"\b(?:wanna)\b"), "want to"),
    (re.compile(r"\bgonna\b"), "going to"),
    (re.compile(r"\bgimme\b"), "give me"),
    (re.compile(r"\blemme\b"), "let me"),
    (re.compile(r"\b(?:pls|plz|pleas)\b"), "please"),
    (re.compile(r"\b(?:thx|thanx)\b"), "thanks"),
    (re.compile(r"\bu\b"), "you"),
)

#: A text with none of these words has nothing to join.
_JOINABLE = frozenset(
    listed("""
    is am m us are okey okay okies oks o kay okie alrighty all wanna gonna gimme lemme pls plz pleas thx thanx u
    """)
)


def _phrases(text: str) -> tuple[tuple[str, ...], ...]:
    """Phrases separated by commas, as tuples of words."""
    return tuple(listed(phrase) for phrase in text.split(","))


FILLERS = frozenset(
    listed("""
    ok alright um uh uhm er erm hmm hm mm well so now then and hey please oh ah right great good cool perfect yes
    yeah yep sure no nope sous chef just actually sorry
    wait thanks fine nice excellent awesome lovely oops like basically anyway anyways look listen computer
    assistant kitchen dear
    """)
)
_OPENINGS = _phrases("""
    could you please, can you please, would you please, will you please, could you, can you, would you, will you,
    can we, could we, lets, lets just, i want to, i want you to, i would like to, i would like you to, id like to,
    id like you to, i need to, i need you to, you can, you may, please can you, please could you, go ahead and,
    got it, thank you, all good, i think we can, i am ready to, im ready to, were ready to, we can, its time to,
    time to, you know what, one more thing, never mind, be so kind as to, hey sous, hi sous, ok sous, sounds good,
    that sounds good, of course, all set, can i please, why dont we, lets please, i said, no i said, i meant,
    ready to, try to, could you just, can you just, would you kindly, kindly, do me a favor and, i am going to,
    help me
    """)
_OPENING_WITH = {first: tuple(one for one in _OPENINGS if one[0] == first) for first in {one[0] for one in _OPENINGS}}
#: Openings that make a request of what follows, so that a question mark is only manners.
_REQUESTS = frozenset({"could", "can", "would", "will", "please"})
_CLOSINGS = _phrases("""
    please, now, then, thanks, thank you, ok, for me, chef, sous, right now, if you can, if you could, will you,
    would you, real quick, quickly, immediately, man, buddy, dude, thanks a lot, thank you very much, if you
    please, if possible, if you dont mind, for us, right away, alright, yeah, already, i guess, you
    know, can you, could you, asap, dear, mate, pretty please, for a moment, thank you so much, at once, when you
    can, too, yes, only
    """)

_CLOSING_WITH = {last: tuple(one for one in _CLOSINGS if one[-1] == last) for last in {one[-1] for one in _CLOSINGS}}

#: "back then" is long ago, and "wait for me" was said to somebody else.
#: So may "only" be part of what was said.
_NOT_AFTER_ONE_WORD = frozenset({("then",), ("for", "me"), ("for", "us"), ("only",)})


def joined_words(text: str) -> list[str]:
    """The words with their contractions made: "what is next" -> ["whats", "next"]."""
    words = text.split()
    if _JOINABLE.isdisjoint(words):
        return words
    for pattern, short in _JOINED:
        text = pattern.sub(short, text)
    return text.split()


def views(words: Sequence[str]) -> Iterator[tuple[list[str], bool]]:
    """The words as they are, then with less and less around them; and whether somebody was asked to do it."""
    rest, requested = list(words), False
    yield rest, requested
    for shorter, is_request in _without_opening(rest):
        rest, requested = shorter, requested or is_request
        yield rest, requested
        for closed in _without_closing(rest):
            yield closed, requested
    for closed in _without_closing(list(words)):
        yield closed, False
        for shorter, is_request in _without_opening(closed):
            yield shorter, is_request


def without_fillers(words: list[str]) -> list[str]:
    """The words after "um", "okay", "so" ... at the front."""
    start = next((at for at, word in enumerate(words) if word not in FILLERS), 0)
    return words[start:]


def _without_opening(words: list[str]) -> Iterator[tuple[list[str], bool]]:
    requested = False
    for _ in range(6):
        if len(words) < 2:
            return
        may_be = _OPENING_WITH.get(words[0], ())
        opening = next((one for one in may_be if len(words) > len(one) and tuple(words[: len(one)]) == one), None)
        if opening is None and words[0] not in FILLERS:
            return
        requested = requested or bool(opening and opening[0] in _REQUESTS)
        words = words[len(opening) if opening else 1 :]
        yield words, requested


def _without_closing(words: list[str]) -> Iterator[list[str]]:
    for _ in range(4):
        may_be = _CLOSING_WITH.get(words[-1], ())
        closing = next((one for one in may_be if len(words) > len(one) and tuple(words[-len(one) :]) == one), None)
        if closing is None:
            return
        if len(words) - len(closing) < 2 and closing in _NOT_AFTER_ONE_WORD:
            return
        words = words[: -len(closing)]
        yield words
