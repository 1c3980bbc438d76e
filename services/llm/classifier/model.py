"""The learned model: a linear classifier over `features`, read from one small file, numpy alone.

It turns an utterance into calibrated probabilities and says how much of it was never seen in training. Whether that is
enough to act on is decided in `embedded.py`.

The file holds no features, only their numbers, in order: no table is built before the first utterance, and a sixth of
the file is saved. Two features with one number are as good as one; of 150,000 a handful are.
"""

import json
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from services.llm.classifier.delexicalise import Delexicalised
from services.llm.classifier.features import features, pieces
from shared.kitchen.intents import Intent

MODEL_FILE: Final = Path(__file__).with_name("model.bin")
_MAGIC: Final = b"SOUS-INTENTS-2\n"

Floats = npt.NDArray[np.float32]
Numbers = npt.NDArray[np.uint32]


def number(feature: str) -> int:
    return zlib.crc32(feature.encode())


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
    data: str  # fingerprint of the utterances it was trained on


class Model:
    def __init__(
        self,
        header: Header,
        words: frozenset[str],
        numbers: Numbers,
        idf: npt.NDArray[np.float16],
        levels: npt.NDArray[np.int8],
    ) -> None:
        self.header = header
        self.words = words  # the English words of its training, whole
        self._numbers = numbers
        self._idf = idf.astype(np.float32)
        self._levels = levels
        self._scale = np.asarray(header.scale, np.float32)
        self._bias = np.asarray(header.bias, np.float32)

    @classmethod
    def read(cls, path: Path = MODEL_FILE) -> "Model":
        blob = path.read_bytes()
        if not blob.startswith(_MAGIC):
            raise ValueError(f"{path.name} is not an intent model")
        start = len(_MAGIC)
        end = blob.index(b"\n", start)
        fields = json.loads(blob[start:end])
        header = Header(
            intents=tuple(Intent(name) for name in fields["intents"]),
            temperature=fields["temperature"],
            scale=tuple(fields["scale"]),
            bias=tuple(fields["bias"]),
            data=fields["data"],
        )
        at = end + 1 + fields["words_bytes"]
        words = frozenset(blob[end + 1 : at].decode("ascii").split(" "))
        size = fields["size"]
        # Copied: what begins at an odd place in the file would be searched more slowly for ever.
        numbers = np.frombuffer(blob, "<u4", size, at).copy()
        at += numbers.nbytes
        idf = np.frombuffer(blob, "<f2", size, at)
        at += idf.nbytes
        levels = np.frombuffer(blob, np.int8, size * len(header.intents), at)
        return cls(header, words, numbers, idf, levels.reshape(size, -1))

    def write(self, path: Path) -> None:
        """The same model always gives the same bytes."""
        listed = " ".join(sorted(self.words)).encode("ascii")
        fields = {
            "intents": [intent.value for intent in self.header.intents],
            "temperature": self.header.temperature,
            "scale": self.header.scale,
            "bias": self.header.bias,
            "size": len(self._numbers),
            "data": self.header.data,
            "words_bytes": len(listed),
        }
        line = json.dumps(fields, separators=(",", ":"), sort_keys=True).encode("ascii")
        arrays = b"".join(part.tobytes() for part in (self._numbers, self._idf.astype("<f2"), self._levels))
        path.write_bytes(_MAGIC + line + b"\n" + listed + arrays)

    def scores(self, utterance: Delexicalised) -> Scores:
        rows = self._rows(features(utterance))
        logits = self._bias
        if len(rows):
            idf = self._idf[rows]
            logits = logits + (idf @ self._levels[rows].astype(np.float32)) * (self._scale / np.sqrt(idf @ idf))
        logits = logits / self.header.temperature
        exponents = np.exp(logits - logits.max())
        parts = pieces(utterance)
        unseen = 1 - len(self._rows(parts)) / len(parts) if parts else 0.0 if len(rows) else 1.0
        return Scores(self.header.intents, exponents / exponents.sum(), unseen)

    def _rows(self, asked: Iterable[str]) -> npt.NDArray[np.intp]:
        """Where those are that training met."""
        wanted = np.sort(np.fromiter(map(number, asked), np.uint32))
        places = np.minimum(np.searchsorted(self._numbers, wanted), len(self._numbers) - 1)
        met: npt.NDArray[np.intp] = places[self._numbers[places] == wanted]
        return met
