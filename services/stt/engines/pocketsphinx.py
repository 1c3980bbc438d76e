"""The embedded engine: PocketSphinx with a closed kitchen grammar. No download, any CPU, commands only.

Its acoustic model is English and was trained on people; Korean is written in its phones. It cannot hear free speech
and does not try: what is not in the grammar comes back as rejected.
"""

import os
import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from math import log
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

from services.stt.audio import RATE, Samples
from services.stt.engines import Asking, Heard
from services.stt.kitchen_ear import front_end, gate
from services.stt.kitchen_ear.front_end import Analysed
from services.stt.kitchen_ear.gate import Fit, FoundWord
from services.stt.kitchen_ear.grammar import kitchen_graph
from services.stt.kitchen_ear.graph import Graph
from services.stt.kitchen_ear.numbers import NEVER_SURE, NUMBER_WORDS, ONE_OF_MANY
from services.stt.kitchen_ear.phones_en import ALSO_SAID, guessed
from services.stt.kitchen_ear.phones_ko import pronunciations
from services.stt.kitchen_ear.phrasebook import OFTEN_FIRST
from shared.contracts.stt import Rejected, Segment, Word
from shared.kitchen.language import Language, language_of
from shared.service.admission import Cancelled
from shared.service.ladder import EngineFailed

if TYPE_CHECKING:
    from pocketsphinx import Decoder

#: The acoustic model's own feature parameters: ours come from `front_end`, so its file is not read.
_FEATURES: Final = {
    "featparams": os.devnull,
    "feat": "1s_c_d_dd",
    "svspec": "0-12/13-25/26-38",
    "cmn": "none",
    "agc": "none",
    "loglevel": "FATAL",
}
_SOUNDS: Final = "sounds"
#: A number is one of many, a command one of few: without this, short commands are taken for numbers.
_NUMBER_SHARE: Final = 0.1
_LANGUAGE_WEIGHT: Final = 6.5
#: And most of what cooks say begins with one of a few words.
_SELDOM_SHARE: Final = 0.5
#: Without `bestpath` the answer is a whole sentence or none: the best way through the lattice also ended in the middle
#: of one. The bound on active states is for noise, where nothing stands out: it costs a tenth of the default.
_SEARCHING: Final = {"lw": _LANGUAGE_WEIGHT, "bestpath": False}
_NARROW: Final = {"beam": 1e-48, "pbeam": 1e-48, "wbeam": 1e-28, "maxhmmpf": 1000}
#: For a second look at a short clip in which nothing was found: the right sentence may have been pruned away.
_WIDE: Final = {"beam": 1e-80, "pbeam": 1e-80, "wbeam": 1e-60, "maxhmmpf": 4000}
_LOOKS: Final = {"narrow": _NARROW, "wide": _WIDE}
#: PocketSphinx holds Python's lock while it decodes: so many frames at once, then others get their turn.
_FRAMES_AT_ONCE: Final = 20
_SEARCHES_KEPT: Final = 20
_SHORT_FRAMES: Final = 100  # of sound; chatter is longer, and must not cost two looks
_LONGEST_S: Final = 12.0  # no command takes longer

_Key = tuple[tuple[Language, ...], tuple[str, ...], str]


@dataclass(frozen=True, slots=True)
class _Search:
    name: str
    graphs: tuple[Graph, ...]


class PocketSphinxEar:
    model = "kitchen-grammar-ko-en"
    device = "cpu"

    def __init__(self) -> None:
        self._one_at_a_time = threading.Lock()
        self._decoder: Decoder | None = None

    def load(self) -> None:
        from pocketsphinx import Config, Decoder

        self._decoder = Decoder(Config(lm=None, **_FEATURES, **_SEARCHING, **_NARROW))
        self._decoder.add_allphone_file(_SOUNDS)
        self._names = count()
        self._searches: OrderedDict[_Key, _Search] = OrderedDict()
        self._learnt: set[str] = set()
        for languages in ((Language.KO, Language.EN), (Language.KO,), (Language.EN,)):
            for look in _LOOKS:
                self._search(self._decoder, languages, (), look)

    def close(self) -> None:
        with self._one_at_a_time:
            self._decoder = None

    def transcribe(self, samples: Samples, asking: Asking) -> Heard:
        nothing = Heard("", asking.languages[0], 0.0, 0.0, rejected=Rejected.LOW_CONFIDENCE)
        if len(samples) > _LONGEST_S * RATE:
            return nothing
        korean_alone = asking.languages == (Language.KO,)
        sound = front_end.analysed(samples, korean_alone=korean_alone)
        if not len(sound.cepstra):
            return nothing
        fit = self.fit(sound, asking)
        if fit is None:
            return nothing
        sure = gate.probability(fit)
        if sure < (gate.ACCEPTED_IN_NOISE if sound.noisy and not korean_alone else gate.ACCEPTED):
            return nothing
        return _heard(fit, sure, sound.starts, len(samples) / RATE, asking)

    def fit(self, sound: Analysed, asking: Asking) -> Fit | None:
        """The sentence that fits best, and how; None when not even half a sentence does."""
        with self._one_at_a_time:
            if self._decoder is None:
                raise EngineFailed("the recogniser has been unloaded")
            return self._fit(self._decoder, sound, asking)

    def _fit(self, decoder: "Decoder", sound: Analysed, asking: Asking) -> Fit | None:
        found = self._sentence(decoder, self._search(decoder, asking.languages, asking.keywords), sound, asking)
        if found is None and sound.loud.sum() <= _SHORT_FRAMES:
            wide = self._search(decoder, asking.languages, asking.keywords, "wide")
            found = self._sentence(decoder, wide, sound, asking)
        if found is None:
            return None
        score, words = found
        loop_score, loop = _decode(decoder, _SOUNDS, sound.cepstra, asking.cancelled)
        phones = sum(1 for name, *_ in loop if name != "SIL" and name[0] != "+")
        cost = sum(_cost(word.word, first=place == 0) for place, word in enumerate(words))
        return Fit(words, score + cost, loop_score, phones, sound.loud)

    def _sentence(
        self, decoder: "Decoder", search: "_Search", sound: Analysed, asking: Asking
    ) -> tuple[float, tuple[FoundWord, ...]] | None:
        """The best whole sentence and its score."""
        score, found = _decode(decoder, search.name, sound.cepstra, asking.cancelled)
        words = tuple(
            FoundWord(word.partition("(")[0], start, end, len(decoder.lookup_word(word).split()))
            for word, start, end in found
            if word[0] not in "<[+("
        )
        if not words or not any(graph.accepts(word.word for word in words) for graph in search.graphs):
            return None
        return score, words

    # ---------------------------------------------------------------- grammars and words

    def _search(
        self, decoder: "Decoder", languages: tuple[Language, ...], keywords: tuple[str, ...], look: str = "narrow"
    ) -> "_Search":
        """The search for these languages and recipe words."""
        key = (languages, keywords, look)
        if key in self._searches:
            self._searches.move_to_end(key)
            return self._searches[key]
        graphs = tuple(kitchen_graph(language, keywords) for language in languages)
        for graph in graphs:
            for word in sorted(graph.words):
                self._learn(decoder, word)
        search = _Search(f"grammar-{next(self._names)}", graphs)
        for option, value in _LOOKS[look].items():
            decoder.config[option] = value  # a search keeps what it finds here when it is made
        decoder.add_fsg(search.name, decoder.create_fsg(search.name, 0, *_joined(graphs)))
        self._searches[key] = search
        if len(self._searches) > _SEARCHES_KEPT:
            _, oldest = self._searches.popitem(last=False)
            decoder.remove_search(oldest.name)
        return search

    def _learn(self, decoder: "Decoder", word: str) -> None:
        if word in self._learnt:
            return
        self._learnt.add(word)
        if language_of(word) is Language.KO:
            spellings = [" ".join(phones) for phones in pronunciations(word)]
        elif decoder.lookup_word(word):
            spellings = list(ALSO_SAID.get(word, ()))
        else:
            spellings = [guessed(word)]
        numbers = count(2)
        for phones in spellings:
            name = word
            while decoder.lookup_word(name):
                name = f"{word}({next(numbers)})"
            decoder.add_word(name, phones, update=False)


def _joined(graphs: tuple[Graph, ...]) -> tuple[int, list[tuple[int, int, float] | tuple[int, int, float, str]]]:
    """The final state and the transitions of all graphs side by side, with one start and one end."""
    final = 1 + sum(graph.states for graph in graphs)
    arcs: list[tuple[int, int, float] | tuple[int, int, float, str]] = []
    first = 1
    for graph in graphs:
        for start, word, end in graph.arcs:
            arcs.append((first + start if start else 0, first + end, _share(word, first=start == 0), word))
        arcs += [(first + end, final, 1.0) for end in graph.ends]
        first += graph.states
    return final, arcs


def _share(word: str, *, first: bool) -> float:
    """How likely a word is, before anything has been heard."""
    share = _NUMBER_SHARE if word in ONE_OF_MANY else 1.0
    return share if not first or word in OFTEN_FIRST else share * _SELDOM_SHARE


def _cost(word: str, *, first: bool) -> float:
    """What that took off the sentence's score, in PocketSphinx's scale; the gate must not hold it against the word."""
    return -_LANGUAGE_WEIGHT * log(_share(word, first=first)) / log(1.0001) / 1024


def _decode(
    decoder: "Decoder", search: str, rows: npt.NDArray[np.float32], cancelled: Cancelled
) -> tuple[float, list[tuple[str, int, int]]]:
    decoder.activate_search(search)
    decoder.start_utt()
    for at in range(0, len(rows), _FRAMES_AT_ONCE):
        decoder.process_cep(rows[at : at + _FRAMES_AT_ONCE].tobytes())
        if cancelled.is_set():
            break
    decoder.end_utt()
    found = decoder.hyp()
    if found is None or found.score <= 0:
        return 0.0, []
    return decoder.logmath.log(found.score), [(s.word, s.start_frame, s.end_frame) for s in decoder.seg() or ()]


def _text(words: Sequence[FoundWord]) -> str:
    return " ".join(word.word for word in words)


def _heard(fit: Fit, sure: float, starts: int, clip_s: float, asking: Asking) -> Heard:
    text = _text(fit.words)

    def at(frame: int) -> float:
        return round(min(max((starts + frame) / 100, 0.0), clip_s), 3)

    words = tuple(
        Word(word=word.word, start=at(word.start), end=at(word.end + 1), probability=round(sure, 4))
        for word in fit.words
    )
    segment = Segment(id=0, start=words[0].start, end=min(words[-1].end, clip_s), text=text)
    return Heard(
        text=text,
        language=language_of(text, asking.languages[0]),
        language_probability=round(sure, 4) if len(asking.languages) > 1 else 1.0,
        confidence=round(sure, 4),
        segments=(segment,),
        words=words if asking.words else (),
        confirm_numbers=_unsure_of_a_number([word.word for word in fit.words], sure),
    )


def _unsure_of_a_number(words: Sequence[str], sure: float) -> bool:
    if len(words) == 1:  # alone, 네 is "yes"
        return False
    return not NEVER_SURE.isdisjoint(words) or (not NUMBER_WORDS.isdisjoint(words) and sure < gate.SURE_OF_NUMBERS)
