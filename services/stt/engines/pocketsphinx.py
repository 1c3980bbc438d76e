"""The embedded engine: PocketSphinx with a closed kitchen grammar. No download, any CPU, commands only.

Its acoustic model is English and was trained on people; Korean is written in its phones. It cannot hear free speech
and does not try: what is not in the grammar comes back as rejected.
"""

import os
import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, count
from math import inf, log
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

from services.stt.audio import RATE, Samples
from services.stt.engines import Asking, Heard
from services.stt.kitchen_ear import front_end, gate, tongue
from services.stt.kitchen_ear.front_end import Analysed
from services.stt.kitchen_ear.gate import Fit, FoundWord
from services.stt.kitchen_ear.grammar import kitchen_graph
from services.stt.kitchen_ear.graph import Graph
from services.stt.kitchen_ear.numbers import NEVER_SURE, NUMBER_WORDS, ONE_OF_MANY
from services.stt.kitchen_ear.phones_en import accents, guessed
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
#: Free phones are looked for in every second frame and with half of the Gaussians: half the time. What a full look
#: would have scored is estimated from that (a straight line, 1.2 a frame off, of a spread of 1.8 between clips). For
#: the gate that was as good, on development voices.
_ROUGHLY: Final = {"ds": 2, "topn": 2, "dict": None}
_FULL_PER_ROUGH: Final = 0.513
_FULL_PER_PHONE: Final = -2.5
_FULL: Final = -3.94
_FULL_IN_NOISE: Final = 0.825  # added
#: A number is one of many, a command one of few: without this, short commands are taken for numbers.
_NUMBER_SHARE: Final = 0.1
_LANGUAGE_WEIGHT: Final = 6.5
_LOG_UNIT: Final = 1024 * log(1.0001)  # of its scores
#: And most of what cooks say begins with one of a few words.
_SELDOM_SHARE: Final = 0.5
#: "Stop" lies close to 다음. To go on when stop was said is worse than the other way round: it needs that much more.
_STOPS: Final = frozenset({"stop", "그만", "멈춰"})
_STOPPED: Final = 4.0
#: Without `bestpath` the answer is a whole sentence or none: the best way through the lattice also ended in the middle
#: of one. The bound on active states is for noise, where nothing stands out: it costs a tenth of the default.
_SEARCHING: Final = {"lw": _LANGUAGE_WEIGHT, "bestpath": False}
_NARROW: Final = {"beam": 1e-42, "pbeam": 1e-42, "wbeam": 1e-25, "maxhmmpf": 800}
#: For a second look at a short clip in which nothing was found: the right sentence may have been pruned away.
_WIDE: Final = {"beam": 1e-80, "pbeam": 1e-80, "wbeam": 1e-60, "maxhmmpf": 4000}
_LOOKS: Final = {"narrow": _NARROW, "wide": _WIDE}
#: PocketSphinx holds Python's lock while it decodes: so many frames at once, then others get their turn.
_FRAMES_AT_ONCE: Final = 20
_SEARCHES_KEPT: Final = 20
_SHORT_FRAMES: Final = 100  # of sound; chatter is longer, and must not cost two looks
_LONGEST_S: Final = 12.0  # no command takes longer

_Key = tuple[Language, tuple[str, ...], str]


@dataclass(frozen=True, slots=True)
class _Search:
    name: str
    graph: Graph


@dataclass(frozen=True, slots=True)
class _Found:
    """The sentence that explains a clip best, in the way the clip was looked at."""

    fit: Fit
    sound: Analysed
    sure: float


class PocketSphinxEar:
    model = "kitchen-grammar-ko-en"
    device = "cpu"

    def __init__(self) -> None:
        self._one_at_a_time = threading.Lock()
        self._decoder: Decoder | None = None  # of commands
        self._free: Decoder | None = None  # of phones in any order

    def load(self) -> None:
        from pocketsphinx import Config, Decoder

        self._decoder = Decoder(Config(lm=None, **_FEATURES, **_SEARCHING, **_NARROW))
        self._free = Decoder(Config(lm=None, **_FEATURES, **_NARROW, **_ROUGHLY))
        self._free.add_allphone_file(_SOUNDS)
        self._names = count()
        self._searches: OrderedDict[_Key, _Search] = OrderedDict()
        self._learnt: set[str] = set()
        for language in Language:
            for look in _LOOKS:
                self._search(self._decoder, language, (), look)

    def close(self) -> None:
        with self._one_at_a_time:
            self._decoder = self._free = None

    def transcribe(self, samples: Samples, asking: Asking) -> Heard:
        nothing = Heard("", asking.languages[0], 0.0, 0.0, rejected=Rejected.LOW_CONFIDENCE)
        if len(samples) > _LONGEST_S * RATE:
            return nothing
        found = self.find(front_end.analysed(samples), asking)
        if found is None:
            return nothing
        if found.sure < (gate.ACCEPTED_IN_NOISE if found.sound.noisy else gate.ACCEPTED):
            return nothing
        return _heard(found, len(samples) / RATE, asking)

    def find(self, sound: Analysed, asking: Asking) -> _Found | None:
        """The sentence that fits best; None when nothing is a whole sentence."""
        with self._one_at_a_time:
            if self._decoder is None:
                raise EngineFailed("the recogniser has been unloaded")
            fit = self._fit(self._decoder, sound, asking) if len(sound.cepstra) else None
        return None if fit is None else _Found(fit, sound, gate.probability(fit))

    def phones(self, sound: Analysed, cancelled: Cancelled | None = None) -> tuple[float, list[str]]:
        """About what the best phones in any order score, and which they are."""
        if self._free is None:
            raise EngineFailed("the recogniser has been unloaded")
        score, found = _decode(self._free, _SOUNDS, sound.cepstra, cancelled or Cancelled())
        phones = [name for name, *_ in found if name != "SIL" and name[0] != "+"]
        per_frame = _FULL + _FULL_IN_NOISE * sound.noisy
        return _FULL_PER_ROUGH * score + _FULL_PER_PHONE * len(phones) + per_frame * len(sound.cepstra), phones

    def _fit(self, decoder: "Decoder", sound: Analysed, asking: Asking) -> Fit | None:
        """Each language is searched by itself, and the better claim kept.

        In one search for both, whatever sounded better halfway pruned the other language's sentences away.
        """
        loop_score, phones = self.phones(sound, asking.cancelled)
        best, most = None, -inf
        for look in _LOOKS if sound.loud.sum() <= _SHORT_FRAMES else ("narrow",):
            for language in asking.languages:
                found = self._sentence(decoder, self._search(decoder, language, asking.keywords, look), sound, asking)
                if found is None:
                    continue
                score, words = found
                prior = sum(log(_share(word.word, first=place == 0)) for place, word in enumerate(words))
                # What that took off the score, in its own scale: the gate must not hold it against the sentence.
                fit = Fit(words, score - _LANGUAGE_WEIGHT * prior / _LOG_UNIT, loop_score, len(phones), sound.loud)
                claim = gate.odds(fit) + tongue.claim(language, phones, prior, fit.score)
                claim += _STOPPED if words[0].word in _STOPS else 0.0
                if claim > most:
                    best, most = fit, claim
            if best is not None:
                break
        return best

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
        return (score, words) if words and search.graph.accepts(word.word for word in words) else None

    # ---------------------------------------------------------------- grammars and words

    def _search(self, decoder: "Decoder", language: Language, keywords: tuple[str, ...], look: str) -> "_Search":
        """The search for this language and the recipe's words."""
        key = (language, keywords, look)
        if key in self._searches:
            self._searches.move_to_end(key)
            return self._searches[key]
        graph = kitchen_graph(language, keywords)
        for word in sorted(graph.words):
            self._learn(decoder, word)
        search = _Search(f"grammar-{next(self._names)}", graph)
        for option, value in _LOOKS[look].items():
            decoder.config[option] = value  # a search keeps what it finds here when it is made
        decoder.add_fsg(search.name, decoder.create_fsg(search.name, 0, *_transitions(graph)))
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
        elif written := decoder.lookup_word(word):
            spellings = [" ".join(phones) for phones in accents(tuple(written.split()))]
        else:
            spellings = [guessed(word)]
        known = set[str]()
        names = chain([word], (f"{word}({number})" for number in count(2)))
        name = next(names)
        while phones := decoder.lookup_word(name):
            known.add(phones)
            name = next(names)
        for phones in spellings:
            if phones not in known:
                decoder.add_word(name, phones, update=False)
                name = next(names)


def _transitions(graph: Graph) -> tuple[int, list[tuple[int, int, float] | tuple[int, int, float, str]]]:
    """The final state and the transitions of a graph, all its ends led to one."""
    arcs: list[tuple[int, int, float] | tuple[int, int, float, str]] = [
        (start, end, _share(word, first=start == 0), word) for start, word, end in graph.arcs
    ]
    return graph.states, arcs + [(end, graph.states, 1.0) for end in sorted(graph.ends)]


def _share(word: str, *, first: bool) -> float:
    """How likely a word is, before anything has been heard."""
    share = _NUMBER_SHARE if word in ONE_OF_MANY else 1.0
    return share if not first or word in OFTEN_FIRST else share * _SELDOM_SHARE


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


def _heard(found: _Found, clip_s: float, asking: Asking) -> Heard:
    fit, sure, starts = found.fit, found.sure, found.sound.starts
    text = " ".join(word.word for word in fit.words)

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
