"""espeak-ng's events as word and phoneme times, told in the words that were written, not in those that were heard."""

import re
from collections.abc import Iterator
from typing import Literal

from services.tts.engines.espeak_library import PHONEME_EVENT, WORD_EVENT, Event
from shared.contracts.tts import SpeechMark

_WORD = re.compile(r"\S+")
_EDGES = ".,!?;:'\"()"


def marks(events: list[Event], heard: str, written: str) -> list[SpeechMark]:
    """Each word and phoneme lasts until the next one of its kind begins."""
    end = max((event.at_ms for event in events), default=0)
    return [*_words(events, heard, written, end), *_phonemes(events, end)]


def _words(events: list[Event], heard: str, written: str, end: int) -> list[SpeechMark]:
    # The n-th word heard is the n-th word written: sound change keeps the spaces.
    places = [match.span() for match in _WORD.finditer(heard)]
    words = _WORD.findall(written)
    begins: dict[int, int] = {}
    for event in events:
        if event.type == WORD_EVENT:
            at = event.text_position - 1
            index = next((i for i, (start, stop) in enumerate(places) if start <= at < stop), None)
            if index is not None and index < len(words):
                begins.setdefault(index, event.at_ms)
    return [
        _mark("word", words[index].strip(_EDGES), start, stop) for index, start, stop in _filled(begins, words, end)
    ]


def _filled(begins: dict[int, int], words: list[str], end: int) -> Iterator[tuple[int, int, int]]:
    """Every word has a time: espeak-ng runs some together, and these share theirs by length."""
    order = sorted(begins)
    for index, following in zip(order, [*order, None][1:], strict=True):
        together = range(index, following if following is not None else len(words))
        at, until = begins[index], begins[following] if following is not None else end
        per_letter = (until - at) / sum(len(words[i]) for i in together)
        for i in together:
            stop = at + round(per_letter * len(words[i]))
            yield i, at, stop
            at = stop


def _phonemes(events: list[Event], end: int) -> list[SpeechMark]:
    own = [event for event in events if event.type == PHONEME_EVENT]
    return [
        _mark("phoneme", event.phoneme, event.at_ms, following.at_ms if following is not None else end)
        for event, following in zip(own, [*own, None][1:], strict=True)
        if event.phoneme
    ]


def _mark(kind: Literal["word", "phoneme"], value: str, start: int, end: int) -> SpeechMark:
    return SpeechMark(type=kind, value=value, start_ms=start, end_ms=max(start, end))
