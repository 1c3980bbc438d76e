"""How often each sound is heard as which phones: for the tables of `kitchen_ear/phones_ko.py` and `phones_en.py`.

    python -m benchmarks.stt_spellings [--language ko] [--every 3]

Known sentences are laid on the sound of the building and development voices, each word with all spellings in which at
most two of its sounds are not the likeliest; counted is which spelling fits best. `WIDER` has candidates besides those
of the tables. What stands in the tables is less sharp than what is printed here: people are no synthetic voices.
"""

import argparse
import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations, product
from typing import Final

from benchmarks.stt_embedded import BUILDING, DEVELOPMENT, say, sentences, usable
from services.stt import vad
from services.stt.engines import pocketsphinx as engine
from services.stt.kitchen_ear import front_end, phones_en, phones_ko
from services.stt.kitchen_ear.spellings import Phones, Sound, table
from shared.kitchen.language import Language
from shared.service.admission import Cancelled

WIDER: Final = table("""
    ㅏ AA AH 1, AO L 1
    ㅓ AA 1, OW 1
    ㅔ AE 1, EY IY 1
    ㅗ UH 1, AO L 1
    ㅛ Y AO L 1, Y UW 1
    ㅜ OW 1, OW L 1
    ㅡ UW IY 1, UW L 1
    ㅣ IH 1
    AA AH 1
    AY OY 1
    EY EH 1, IY 1
    OW UH 1, AO 1
    UW UH 1, Y UW 1
""")
_NO_BOUND: Final = {"beam": 1e-90, "pbeam": 1e-90, "wbeam": 1e-70, "maxhmmpf": 20_000}


def variants(sounds: list[Sound]) -> Iterator[tuple[Phones, list[tuple[str, Phones]]]]:
    """Spellings with at most two unlikely sounds, and what each sound is in them."""
    ways = [list(dict.fromkeys(phones for phones, _ in (*said, *WIDER.get(kind, ())))) for kind, said in sounds]
    open_ones = [place for place, said in enumerate(ways) if len(said) > 1]
    for many in range(3):
        for places in combinations(open_ones, many):
            for others in product(*(ways[place][1:] for place in places)):
                chosen = dict(zip(places, others, strict=True))
                picks = [(kind, chosen.get(place, ways[place][0])) for place, (kind, _) in enumerate(sounds)]
                yield tuple(phone for _, phones in picks for phone in phones), picks


class Listening:
    """A recogniser that is told the sentence and finds how its words were said."""

    def __init__(self) -> None:
        from pocketsphinx import Config, Decoder

        self._decoder = Decoder(Config(lm=None, **engine._FEATURES, **engine._SEARCHING, **_NO_BOUND))
        self._picks: dict[str, list[tuple[str, Phones]]] = {}
        self._known: set[str] = set()

    def learn(self, word: str, language: Language) -> bool:
        if word in self._known:
            return True
        written = None if language is Language.KO else self._decoder.lookup_word(word)
        if language is Language.EN and written is None:
            return False
        self._known.add(word)
        sounds = phones_en.sounds(tuple(written.split())) if written else phones_ko.sounds(word)
        for number, (phones, picks) in enumerate(one for one in variants(sounds) if one[0]):
            name = f"known-{word}" + (f"({number + 1})" if number else "")
            self._decoder.add_word(name, " ".join(phones), update=False)
            self._picks[name] = picks
        return True

    def said(self, text: str, sound: front_end.Analysed) -> Iterator[tuple[str, Phones]]:
        arcs = [(place, place + 1, 1.0, f"known-{word}") for place, word in enumerate(text.split())]
        self._decoder.add_fsg("known", self._decoder.create_fsg("known", 0, len(arcs), arcs))
        _, words = engine._decode(self._decoder, "known", sound.cepstra, Cancelled())
        for name, *_ in words:
            yield from self._picks.get(name, ())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--language", type=Language, choices=list(Language), help="only this one")
    parser.add_argument("--every", type=int, default=3)
    wanted = parser.parse_args()
    listening, pick = Listening(), random.Random(13)
    for language in [wanted.language] if wanted.language else list(Language):
        counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for text in sentences(language, wanted.every, seed=2):
            if not all(listening.learn(word, language) for word in text.split()):
                continue
            for voice in usable(tuple(dict.fromkeys(BUILDING[language] + DEVELOPMENT[language]))):
                spoken = say(text, voice, pick)
                if speech := vad.find(spoken):
                    for kind, phones in listening.said(text, front_end.analysed(speech.joined(spoken))):
                        counts[kind][" ".join(phones)] += 1
        for kind, heard in sorted(counts.items()):
            if len(heard) > 1:
                shares = ", ".join(
                    f"{phones} {100 * n / heard.total():.0f}".strip() for phones, n in heard.most_common()
                )
                print(f"{kind} ({heard.total()}): {shares}")


if __name__ == "__main__":
    main()
