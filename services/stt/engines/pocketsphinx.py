"""The embedded engine: PocketSphinx with a closed kitchen grammar. No download, any CPU, commands only.

Its acoustic model is English and was trained on people; Korean is written in its phones. It cannot hear free speech
and does not try: what is not in the grammar comes back as rejected.
"""

import threading

import numpy as np

from services.stt.audio import RATE, Samples
from services.stt.engines import Asking, Heard
from services.stt.kitchen_ear.grammar import Grammar, grammar
from services.stt.kitchen_ear.phones_ko import pronunciations
from shared.contracts.stt import Rejected, Segment
from shared.kitchen.language import Language, language_of


class PocketSphinxEar:
    model = "en-us-ptm kitchen grammar"
    device = "cpu"

    def __init__(self) -> None:
        self._one_at_a_time = threading.Lock()
        self._noise = np.random.default_rng(7)

    def load(self) -> None:
        from pocketsphinx import Config, Decoder, set_loglevel

        set_loglevel("FATAL")
        self._decoder = Decoder(Config(lm=None, beam=1e-30, pbeam=1e-30, wbeam=1e-20))
        self._known: set[Grammar] = set()

    def close(self) -> None:
        self._decoder = None

    def transcribe(self, samples: Samples, asking: Asking) -> Heard:
        wanted = grammar(asking.languages, asking.keywords)
        with self._one_at_a_time:
            self._listen_for(wanted)
            decoder = self._decoder
            decoder.start_utt()
            decoder.process_raw(self._as_pcm(samples), full_utt=True)
            decoder.end_utt()
            found = decoder.hyp()
        text = found.hypstr if found is not None else ""
        if not text:
            return Heard("", asking.languages[0], 0.0, 0.0, rejected=Rejected.LOW_CONFIDENCE)
        segment = Segment(id=0, start=0.0, end=len(samples) / RATE, text=text)
        return Heard(text, language_of(text, asking.languages[0]), 1.0, 1.0, (segment,))

    def _listen_for(self, wanted: Grammar) -> None:
        name = str(hash(wanted))
        if wanted not in self._known:
            for word in wanted.words:
                self._learn(word)
            self._decoder.add_jsgf_string(name, wanted.jsgf)
            self._known.add(wanted)
        self._decoder.activate_search(name)

    def _learn(self, word: str) -> None:
        if self._decoder.lookup_word(word):
            return
        if language_of(word) is Language.KO:
            for number, phones in enumerate(pronunciations(word), 1):
                self._decoder.add_word(word if number == 1 else f"{word}({number})", " ".join(phones), update=False)
        else:
            raise KeyError(word)

    def _as_pcm(self, samples: Samples) -> bytes:
        # Digital silence has no logarithm: a little noise took English from 59 to 92 % right.
        dithered = samples + self._noise.uniform(-0.003, 0.003, len(samples))
        return (np.clip(dithered, -1, 1) * 32767).astype(np.int16).tobytes()
