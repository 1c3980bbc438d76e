"""Fits the weights by which the embedded engine tells English from Korean, and prints them for `kitchen_ear/tongue.py`.

    python -m benchmarks.stt_tongue [--every 2]

Phones heard without a grammar, in commands, other sentences and chatter, in the voices and the noise that the second
mask was trained with. The development and held-out voices of `stt_embedded` take no part. Needs scikit-learn.
"""

import argparse
import random
from collections import Counter

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_score

from benchmarks import stt_voices as voices
from benchmarks.stt_embedded import say, sentences
from benchmarks.stt_mask import random_noise
from benchmarks.stt_mask_wide import LENGTH, VOICES, rush
from benchmarks.stt_sentences import CHATTER, ENGLISH, KOREAN
from services.stt import vad
from services.stt.engines.pocketsphinx import PocketSphinxEar
from services.stt.kitchen_ear import front_end
from shared.kitchen.language import Language


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--every", type=int, default=2)
    wanted = parser.parse_args()
    ear = PocketSphinxEar()
    ear.load()
    pick, generator = random.Random(5), np.random.default_rng(5)
    heard: list[Counter[str]] = []
    english: list[bool] = []
    for language, known in ((Language.KO, KOREAN), (Language.EN, ENGLISH)):
        for text in [*sentences(language, wanted.every, seed=1), *known, *CHATTER[language]]:
            spoken = say(text, pick.choice(VOICES[language]), pick)
            for ratio in (None, 12.0, 8.0):
                steady = pick.random() < 0.5
                noise = rush(generator) if steady else random_noise(LENGTH / voices.RATE, generator)
                sound = spoken if ratio is None else voices.mixed(spoken, noise, ratio)
                speech = vad.find(sound)
                if speech:
                    heard.append(Counter(ear.phones(front_end.analysed(speech.joined(sound)))[1]))
                    english.append(language is Language.EN)
    vectors = DictVectorizer()
    x, y = vectors.fit_transform(heard), np.array(english)
    model = LogisticRegression(C=0.2, max_iter=1000)
    print(f"{len(y)} clips, right of other clips in the same voices: {cross_val_score(model, x, y, cv=5).mean():.1%}")
    model.fit(x, y)
    print({phone: round(float(w), 2) for phone, w in zip(vectors.feature_names_, model.coef_[0], strict=True)})
    print(f"_BIAS: Final = {model.intercept_[0]:.2f}")


if __name__ == "__main__":
    main()
