"""Utterances become `model.bin`: the same data and code give the same file, bit for bit, on any processor.

The temperature is fitted on template families held out of a first fit, so that confidence is honest about sentences
whose template was never seen; the second fit then uses everything. A feature counts only if several families share it:
one that belongs to a single template is learned by heart, and takes its weight from those that would have generalised.
"""

import hashlib
import math
from collections import Counter, defaultdict
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
import scipy.sparse as sp  # type: ignore[import-untyped]

from services.llm.classifier.delexicalise import delexicalise
from services.llm.classifier.features import PIECE, features
from services.llm.classifier.model import MODEL_FILE, Header, Model, number
from services.llm.training.expand import Utterance, utterances
from services.llm.training.fillings import EN, KO
from services.llm.training.softmax import Doubles, regress, shares
from shared.kitchen.intents import Intent
from shared.kitchen.language import Language

FAMILIES: Final = 11  # a feature of fewer template families is dropped
FEWEST: Final = 3  # a piece of language of fewer utterances still counts as unseen
IDEAS: Final = 1.7  # ideas generalise better than words, and count for more
ROUNDS: Final = 10
PACE: Final = 0.03
HELD_OUT: Final = 8  # every eighth family calibrates


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
        homes: dict[str, set[str]] = defaultdict(set)
        for utterance, found in zip(said, seen, strict=True):
            for feature in found:
                homes[feature].add(utterance.family)
        kept = (
            word
            for word, families in homes.items()
            if len(families) >= FAMILIES or (counts[word] >= FEWEST and PIECE.fullmatch(word))
        )
        numbered = {number(word): word for word in sorted(kept)}
        self.numbers = np.asarray(sorted(numbered), np.uint32)
        self.words = [numbered[int(own)] for own in self.numbers]
        self.ids = {word: i for i, word in enumerate(self.words)}
        rarity = [
            math.sqrt(math.log(len(said) / counts[word]) + 1) * (IDEAS if word[0] in "iI" else 1.0)
            for word in self.words
        ]
        self.idf = np.asarray(rarity, np.float16)
        self.intents = sorted(Intent)
        labels = np.asarray([self.intents.index(utterance.intent) for utterance in said])
        weight = [utterance.weight for utterance in said]
        # Rare intents must not drown, but half way is enough: out_of_scope is large because the world is.
        sums = [math.fsum(weight[i] for i in np.flatnonzero(labels == k)) for k in range(len(self.intents))]
        mean = math.fsum(sums) / len(sums)
        weight = [own * math.sqrt(mean / sums[label]) for own, label in zip(weight, labels, strict=True)]
        average = math.fsum(weight) / len(weight)
        trained = regress(
            self.matrix(seen),
            labels,
            np.asarray([own / average for own in weight]),
            classes=len(self.intents),
            rounds=ROUNDS,
            pace=PACE,
        )
        self.coefficients: Doubles = trained.coefficients.T.copy()
        self.bias: Doubles = trained.bias

    def matrix(self, seen: list[set[str]]) -> sp.csr_matrix:
        idf = self.idf.astype(np.float64)
        starts, columns, values = [0], [], []
        for found in seen:
            row = sorted(self.ids[word] for word in found if word in self.ids)
            data = idf[row]
            columns.extend(row)
            values.append(data / max(math.sqrt(math.fsum(data * data)), 1e-9))
            starts.append(len(columns))
        shape = (len(seen), len(self.words))
        return sp.csr_matrix((np.concatenate(values), columns, starts), shape=shape)

    def logits(self, seen: list[set[str]]) -> Doubles:
        return np.asarray(self.matrix(seen) @ self.coefficients.T + self.bias)


def temperature(logits: Doubles, labels: npt.NDArray[np.int64]) -> float:
    """The divisor that makes the probabilities of unseen families honest (least negative log-likelihood)."""

    def loss(divisor: float) -> float:
        likely = shares(logits / divisor)[np.arange(len(labels)), labels]
        return -math.fsum(math.log(max(share, 1e-300)) for share in likely)

    candidates = [round(0.3 + 0.02 * step, 2) for step in range(85)]
    return min(candidates, key=loss)


def held_out(family: str) -> bool:
    return int(hashlib.sha256(family.encode()).hexdigest(), 16) % HELD_OUT == 0


def whole(kept: list[str]) -> frozenset[str]:
    """The English words among them."""
    return frozenset(word[1:] for word in kept if word[0] == "w" and word.isascii())


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
    header = Header(
        intents=tuple(final.intents),
        temperature=divisor,
        scale=tuple(round(float(value), 8) for value in scale),
        bias=tuple(round(float(value), 5) for value in final.bias),
        data=fingerprint(said),
    )
    Model(header, whole(final.words), final.numbers, final.idf, levels).write(path)
    return (
        f"{len(said)} utterances, {len(final.words)} features, {path.stat().st_size / 1e6:.1f} MB, "
        f"{right:.1%} right on unseen templates, temperature {divisor}"
    )
