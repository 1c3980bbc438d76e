"""Fits the weights of the embedded engine's gate, and prints them for `services/stt/kitchen_ear/gate.py`.

    python -m benchmarks.stt_gate [--every 3]

Sentences in the grammar against chatter outside it, in the building voices and random noise. A wrong sentence counts
as chatter: neither should be acted on. The held-out voices, noises and sentences of `stt_embedded` take no part.
Needs scikit-learn.
"""

import argparse
import random
from typing import Final

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_predict

from benchmarks import stt_voices as voices
from benchmarks.stt_embedded import BUILDING, say, sentences, understood
from benchmarks.stt_mask import random_noise
from benchmarks.stt_sentences import CHATTER
from services.stt import vad
from services.stt.engines import Asking
from services.stt.engines.pocketsphinx import PocketSphinxEar
from services.stt.kitchen_ear import front_end, gate
from shared.kitchen.language import Language

RATIOS: Final = (None, 25.0, 15.0, 10.0, 6.0)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--every", type=int, default=3)
    parser.add_argument("--keep", help="file for the measured features")
    wanted = parser.parse_args()
    ear = PocketSphinxEar()
    ear.load()
    pick, generator = random.Random(3), np.random.default_rng(3)
    rows: list[tuple[float, ...]] = []
    right: list[bool] = []
    for language in Language:
        in_grammar = [(text, pick.choice(BUILDING[language])) for text in sentences(language, wanted.every, seed=1)]
        chatter = [(text, voice) for text in CHATTER[language] for voice in BUILDING[language]]
        for text, voice in [*in_grammar, *chatter]:
            spoken = say(text, voice, pick)
            for ratio in RATIOS:
                noise = random_noise(len(spoken) / voices.RATE + 0.1, generator)
                sound = spoken if ratio is None else voices.mixed(spoken, noise, ratio)
                speech = vad.find(sound)
                if not speech:
                    continue
                found = ear.find(front_end.analysed(speech.joined(sound)), Asking())
                if found is None:
                    continue
                rows.append(gate.features(found.fit))
                right.append(understood(text, " ".join(word.word for word in found.fit.words), language))
    x, y = np.array(rows), np.array(right)
    means, scales = x.mean(axis=0), x.std(axis=0)
    model = LogisticRegression(C=1.0)
    scores = cross_val_predict(model, (x - means) / scales, y, cv=5, method="decision_function")
    model.fit((x - means) / scales, y)
    if wanted.keep:
        np.savez(wanted.keep, x=x, y=y)
    print(f"{len(y)} decoded, {y.mean():.1%} right; cross-validated:")
    for kept in (0.99, 0.97, 0.95, 0.9):
        threshold = np.quantile(scores[y], 1 - kept)
        let_in = (scores[~y] >= threshold).mean()
        print(f"  keeping {kept:.0%} of the right ones lets {let_in:.1%} of the wrong ones in, odds {threshold:.2f}")

    def line(values: np.ndarray) -> str:
        return "(" + ", ".join(f"{value:.4g}" for value in values) + ")"

    print(f"_MEANS: Final = {line(means)}\n_SCALES: Final = {line(scales)}\n_WEIGHTS: Final = {line(model.coef_[0])}")
    print(f"_BIAS: Final = {model.intercept_[0]:.4g}\n{gate.FEATURES}")


if __name__ == "__main__":
    main()
