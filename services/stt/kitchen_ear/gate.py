"""Was that really one of our sentences? A closed grammar always finds something; here it is measured how well it fits.

The recogniser reports how well the sentence explains the sound, how well unconstrained phones explain it, and where
each word lies. From these come a few numbers, and from those the odds that the sentence was said. The weights are
fitted by `benchmarks/stt_gate.py` on synthetic speech in and out of the grammar.
"""

from dataclasses import dataclass
from math import exp, log
from typing import Final

import numpy as np
import numpy.typing as npt


@dataclass(frozen=True, slots=True)
class FoundWord:
    word: str
    start: int  # frames of 10 ms
    end: int
    phones: int

    @property
    def frames(self) -> int:
        return self.end - self.start + 1


@dataclass(frozen=True, slots=True)
class Fit:
    """How one decoded sentence lies on the sound."""

    words: tuple[FoundWord, ...]
    score: float
    loop_score: float  # of the best phones in any order: no sentence can be better
    loop_phones: int
    loud: npt.NDArray[np.bool_]  # which frames hold sound at all


FEATURES: Final = ("score", "score_per_word_frame", "squeezed", "pace", "stretched", "unexplained", "phones", "length")


def features(fit: Fit) -> tuple[float, ...]:
    frames = len(fit.loud)
    spoken = sum(word.frames for word in fit.words)
    phones = sum(word.phones for word in fit.words)
    paces = [word.frames / word.phones for word in fit.words]
    covered = np.zeros(frames, bool)
    for word in fit.words:
        covered[word.start : word.end + 1] = True
    loud = max(1, int(fit.loud.sum()))
    gap = min(0.0, fit.score - fit.loop_score)  # what free phones score is an estimate
    return (
        gap / frames,  # every sentence is worse than free phones; ours by less
        gap / spoken,
        min(paces),  # a word squeezed into a few frames was not said
        spoken / phones,
        max(paces),
        float((fit.loud & ~covered).sum()) / loud,  # sound that the sentence takes for silence
        abs(log(max(1, fit.loop_phones) / phones)),
        log(phones),
    )


_MEANS: Final = (-18.49, -34.7, 7.756, 10.18, 14.2, 0.124, 0.4819, 2.467)
_SCALES: Final = (7.542, 15.79, 2.452, 2.182, 6.896, 0.1931, 0.3279, 0.4606)
_WEIGHTS: Final = (0.9757, 2.022, 0.8986, -0.3707, -0.7276, -2.495, -0.9318, -1.938)
_BIAS: Final = -0.6492

#: Odds below which nothing was heard.
ACCEPTED: Final = 0.5
#: In noise the odds are too good. From 0.5 to this costs 0.2-1.6 % of the right commands under a fan, but in Korean
#: beside a pan it takes twice as many wrong ones away as right ones, and chatter (development voices, 10 dB).
ACCEPTED_IN_NOISE: Final = 0.6
#: Odds below which a number should be asked back. They say how well a sentence fits, not how much better than with
#: another number: of the wrong numbers that passed the gate a third stood above 0.97, and one in a hundred above this.
SURE_OF_NUMBERS: Final = 0.995


#: Nobody draws a sound out for half a second; over plain noise the weights above know nothing of such lengths.
_LONGEST_PHONE: Final = 50.0
#: Nor is most of the sound something else: of 1,700 right sentences at most 0.54 was.
_MOST_UNEXPLAINED: Final = 0.7
_MOST: Final = 50.0


def probability(fit: Fit) -> float:
    """How likely it is, between 0 and 1, that this sentence was said."""
    return 1 / (1 + exp(-odds(fit)))


def odds(fit: Fit) -> float:
    """The logarithm of how much likelier it is than not."""
    values = features(fit)
    drawn_out = any(word.frames / word.phones > _LONGEST_PHONE for word in fit.words)
    if drawn_out or values[FEATURES.index("unexplained")] > _MOST_UNEXPLAINED:
        return -_MOST
    scaled = ((v - mean) / scale for v, mean, scale in zip(values, _MEANS, _SCALES, strict=True))
    return max(-_MOST, min(_MOST, sum(w * v for w, v in zip(_WEIGHTS, scaled, strict=True)) + _BIAS))
