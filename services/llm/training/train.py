"""Utterances become `model.bin`: the same data, code and versions give the same file, bit for bit.

scikit-learn is needed here and nowhere else. The temperature is fitted on template families held out of a first fit, so
that confidence is honest about sentences whose template was never seen; the second fit then uses everything.
"""

import hashlib
import math
import os
from collections import Counter
from pathlib import Path
from typing import Final

# Before numpy is loaded: one thread and one instruction set, or sums come out in another order on another machine.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_CORETYPE", "Haswell")

import numpy as np
import numpy.typing as npt
import scipy.sparse as sp  # type: ignore[import-untyped]
from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]

from services.llm.classifier.delexicalise import delexicalise
from services.llm.classifier.features import features
from services.llm.classifier.model import MODEL_FILE, Header, write
from services.llm.training.expand import Utterance, utterances
from services.llm.training.fillings import EN, KO
from shared.kitchen.intents import Intent
from shared.kitchen.language import Language

SEED: Final = 20260
STRENGTH: Final = 12.0  # inverse regularisation
FEWEST: Final = 3  # a feature of fewer utterances is dropped
ROUNDS: Final = 120
LARGEST: Final = 118_000  # features kept, those with the largest weight; the file stays below 8 MB
HELD_OUT: Final = 8  # every eighth family calibrates

Doubles = npt.NDArray[np.float64]


def fingerprint(said: list[Utterance]) -> str:
    digest = hashlib.sha256()
    for utterance in said:
        digest.update(f"{utterance.language}\t{utterance.intent}\t{utterance.text}\n".encode())
    return digest.hexdigest()[:16]


def look(said: list[Utterance]) -> list[set[str]]:
    """Features as in service. For two of three utterances the caller had named the ingredients, as it mostly will."""
    names = {Language.KO: tuple(KO["ing"]), Language.EN: tuple(EN["ing"])}
    seen = []
    for utterance in said:
        named = int(hashlib.sha256(utterance.text.encode()).hexdigest(), 16) % 3 > 0
        given = names[utterance.language] if named else ()
        seen.append(features(delexicalise(utterance.text, utterance.language, given)))
    return seen


class Fit:
    """One trained set of weights, before it is squeezed into a file."""

    def __init__(self, said: list[Utterance], seen: list[set[str]]) -> None:
        counts = Counter(feature for found in seen for feature in found)
        self.words = sorted(word for word, count in counts.items() if count >= FEWEST)
        self.ids = {word: i for i, word in enumerate(self.words)}
        self.idf = np.asarray([math.log(len(said) / counts[word]) + 1 for word in self.words], np.float16)
        self.intents = sorted(Intent)
        labels = np.asarray([self.intents.index(utterance.intent) for utterance in said])
        weight = np.asarray([utterance.weight for utterance in said])
        # Rare intents must not drown, but half way is enough: out_of_scope is large because the world is.
        shares = np.asarray([weight[labels == i].sum() for i in range(len(self.intents))])
        weight = weight * (shares.mean() / shares[labels]) ** 0.5
        model = LogisticRegression(C=STRENGTH, max_iter=ROUNDS, tol=1e-3, random_state=SEED)
        model.fit(self.matrix(seen), labels, sample_weight=weight / weight.mean())
        self.coefficients: Doubles = model.coef_
        self.bias: Doubles = model.intercept_

    def matrix(self, seen: list[set[str]]) -> sp.csr_matrix:
        idf = self.idf.astype(np.float64)
        starts, columns, values = [0], [], []
        for found in seen:
            row = sorted(self.ids[word] for word in found if word in self.ids)
            data = idf[row]
            columns.extend(row)
            values.append(data / max(float(np.sqrt((data * data).sum())), 1e-9))
            starts.append(len(columns))
        shape = (len(seen), len(self.words))
        return sp.csr_matrix((np.concatenate(values), columns, starts), shape=shape)

    def logits(self, seen: list[set[str]]) -> Doubles:
        return np.asarray(self.matrix(seen) @ self.coefficients.T + self.bias)


def temperature(logits: Doubles, labels: npt.NDArray[np.int64]) -> float:
    """The divisor that makes the probabilities of unseen families honest (least negative log-likelihood)."""

    def loss(divisor: float) -> float:
        scaled = logits / divisor
        top = scaled.max(axis=1, keepdims=True)
        norm = top[:, 0] + np.log(np.exp(scaled - top).sum(axis=1))
        return float((norm - scaled[np.arange(len(labels)), labels]).mean())

    candidates = [round(0.3 + 0.02 * step, 2) for step in range(85)]
    return min(candidates, key=loss)


def held_out(family: str) -> bool:
    return int(hashlib.sha256(family.encode()).hexdigest(), 16) % HELD_OUT == 0


def train(path: Path = MODEL_FILE) -> str:
    said = utterances()
    seen = look(said)
    kept = [i for i, utterance in enumerate(said) if not held_out(utterance.family)]
    rest = [i for i, utterance in enumerate(said) if held_out(utterance.family)]
    trial = Fit([said[i] for i in kept], [seen[i] for i in kept])
    truth = np.asarray([trial.intents.index(said[i].intent) for i in rest])
    logits = trial.logits([seen[i] for i in rest])
    divisor = temperature(logits, truth)
    right = float((logits.argmax(axis=1) == truth).mean())
    final = Fit(said, seen)
    scale = np.abs(final.coefficients).max(axis=1) / 127
    levels = np.rint(final.coefficients / scale[:, None]).astype(np.int8).T.copy()
    weight = np.abs(levels).max(axis=1)
    used = weight > np.sort(weight)[::-1][min(LARGEST, len(weight) - 1)]
    header = Header(
        intents=tuple(final.intents),
        temperature=divisor,
        scale=tuple(round(float(value), 8) for value in scale),
        bias=tuple(round(float(value), 5) for value in final.bias),
        size=int(used.sum()),
        data=fingerprint(said),
    )
    words = [word for word, keep in zip(final.words, used, strict=True) if keep]
    write(path, header, words, final.idf[used], levels[used])
    return (
        f"{len(said)} utterances, {header.size} features, {path.stat().st_size / 1e6:.1f} MB, "
        f"{right:.1%} right on unseen templates, temperature {divisor}"
    )
