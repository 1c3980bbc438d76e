"""The learned model: a linear classifier over `features`, read from one small file, numpy alone.

It turns an utterance into calibrated probabilities and says how much of it was never seen in training. Whether that is
enough to act on is decided in `embedded.py`.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from services.llm.classifier.delexicalise import Delexicalised
from services.llm.classifier.features import features, pieces
from shared.kitchen.intents import Intent

MODEL_FILE: Final = Path(__file__).with_name("model.bin")
_MAGIC: Final = b"SOUS-INTENTS-1\n"

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Scores:
    """`probability[i]` belongs to `intents[i]`; `unseen` is the share of the text that training never met."""

    intents: tuple[Intent, ...]
    probability: Floats
    unseen: float

    def best(self, count: int = 4) -> list[tuple[Intent, float]]:
        order = np.argsort(-self.probability)[:count]
        return [(self.intents[i], float(self.probability[i])) for i in order]


@dataclass(frozen=True, slots=True)
class Header:
    intents: tuple[Intent, ...]
    temperature: float
    scale: tuple[float, ...]  # a class's weights are int8 times this
    bias: tuple[float, ...]
    size: int
    data: str  # fingerprint of the utterances it was trained on


class Model:
    def __init__(self, header: Header, vocabulary: dict[str, int], idf: Floats, weights: Floats) -> None:
        self.header = header
        self._ids = vocabulary
        self._idf = idf
        self._weights = weights
        self._bias = np.asarray(header.bias, np.float32)

    @classmethod
    def read(cls, path: Path = MODEL_FILE) -> "Model":
        blob = path.read_bytes()
        if not blob.startswith(_MAGIC):
            raise ValueError(f"{path.name} is not an intent model")
        start = len(_MAGIC)
        end = blob.index(b"\n", start)
        fields = json.loads(blob[start:end])
        words_end = end + 1 + fields.pop("words_bytes")
        words = blob[end + 1 : words_end].decode("utf-8").split("\n")
        header = Header(
            intents=tuple(Intent(name) for name in fields["intents"]),
            temperature=fields["temperature"],
            scale=tuple(fields["scale"]),
            bias=tuple(fields["bias"]),
            size=len(words),
            data=fields["data"],
        )
        count = len(words)
        idf = np.frombuffer(blob, np.float16, count, words_end).astype(np.float32)
        levels = np.frombuffer(blob, np.int8, count * len(header.intents), words_end + 2 * count)
        weights = levels.reshape(count, -1).astype(np.float32) * np.asarray(header.scale, np.float32)
        return cls(header, {word: i for i, word in enumerate(words)}, idf, weights)

    def knows(self) -> frozenset[str]:
        """The English words of its training, whole."""
        return frozenset(word[1:] for word in self._ids if word[0] == "w" and word.isascii())

    def scores(self, utterance: Delexicalised) -> Scores:
        ids = self._ids
        known = sorted(ids[feature] for feature in features(utterance) if feature in ids)
        logits = self._bias
        if known:
            rows = np.asarray(known)
            idf = self._idf[rows]
            logits = logits + (idf @ self._weights[rows]) / np.sqrt(idf @ idf)
        logits = logits / self.header.temperature
        exponents = np.exp(logits - logits.max())
        parts = pieces(utterance)
        unseen = sum(part not in ids for part in parts) / len(parts) if parts else 0.0 if known else 1.0
        return Scores(self.header.intents, exponents / exponents.sum(), unseen)


def write(
    path: Path, header: Header, words: list[str], idf: npt.NDArray[np.float16], levels: npt.NDArray[np.int8]
) -> None:
    """The same arguments always give the same bytes."""
    listed = "\n".join(words).encode("utf-8")
    fields = {
        "intents": [intent.value for intent in header.intents],
        "temperature": header.temperature,
        "scale": header.scale,
        "bias": header.bias,
        "data": header.data,
        "words_bytes": len(listed),
    }
    line = json.dumps(fields, separators=(",", ":"), sort_keys=True).encode("ascii")
    path.write_bytes(_MAGIC + line + b"\n" + listed + idf.tobytes() + levels.tobytes())
