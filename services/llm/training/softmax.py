"""Softmax regression that comes out the same on every machine, to the last bit.

A library's solver sums in an order that depends on the processor and its number of cores, and its exponential is
another one for each instruction set; that is enough to turn a weight that is then rounded. Here nothing is used but
additions, multiplications, divisions and square roots (which IEEE 754 defines exactly), each in a fixed order: element
by element, and through sparse products, whose loops are plain.

Adam with a falling step over small lots of the data; a feature moves only when it is met. Stopping after some rounds is
the only restraint: of families left out it reads more aright, and takes fewer remarks for wishes, than the penalised
optimum (docs/understanding.md).
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import scipy.sparse as sp  # type: ignore[import-untyped]

Doubles = npt.NDArray[np.float64]

_LN2 = 0.6931471805599453
#: 1/n!, up to the 11th power: enough for doubles within half of ln 2.
_FACTORIALS = [1.0, 1.0, 1 / 2, 1 / 6, 1 / 24, 1 / 120, 1 / 720, 1 / 5040, 1 / 40320, 1 / 362880, 1 / 3628800]


def exponential(x: Doubles) -> Doubles:
    """e to the x, for x not above 0, in elementary operations."""
    x = np.maximum(x, -700.0)
    whole = np.rint(x / _LN2)
    rest = x - whole * _LN2
    total = np.full_like(rest, _FACTORIALS[-1])
    for factor in reversed(_FACTORIALS[:-1]):
        total = total * rest + factor
    return np.ldexp(total, whole.astype(np.int32))


#: Rows at a time, so that what is worked on stays in the processor's cache; each row is by itself.
_ROWS = 1024


def _blocks(count: int) -> Iterator[slice]:
    return (slice(at, at + _ROWS) for at in range(0, count, _ROWS))


def shares(logits: Doubles) -> Doubles:
    """Probabilities, summed from left to right."""
    found = np.empty_like(logits)
    for rows in _blocks(len(logits)):
        parts = exponential(logits[rows] - logits[rows].max(axis=1, keepdims=True))
        total = parts[:, 0].copy()
        for column in range(1, parts.shape[1]):
            total = total + parts[:, column]
        found[rows] = parts / total[:, None]
    return found


@dataclass(frozen=True, slots=True)
class Weights:
    coefficients: Doubles  # features x classes
    bias: Doubles


def regress(
    matrix: sp.csr_matrix,
    labels: npt.NDArray[np.int64],
    weight: Doubles,
    *,
    classes: int,
    rounds: int,
    pace: float,
    lot: int = 2048,
) -> Weights:
    """`weight` is one for an average sample. What is left of a last small lot waits for the next round's shuffling."""
    count, size = matrix.shape
    lot = min(lot, count)
    shuffle = random.Random(1)
    order = list(range(count))
    coefficients, bias = np.zeros((size, classes)), np.zeros(classes)
    speed, square = np.zeros_like(coefficients), np.zeros_like(coefficients)
    bias_speed, bias_square = np.zeros_like(bias), np.zeros_like(bias)
    keep, keep_square = 1.0, 1.0
    ones = sp.csr_matrix(np.ones((1, lot)))
    within = np.arange(lot)
    steps, done = rounds * (count // lot), 0
    for _ in range(rounds):
        shuffle.shuffle(order)
        for at in range(0, count - lot + 1, lot):
            rows = order[at : at + lot]
            part = matrix[rows]
            met = np.unique(part.indices)
            part = sp.csr_matrix((part.data, np.searchsorted(met, part.indices), part.indptr), (lot, len(met)))
            own = coefficients[met]
            error = shares(part @ own + bias)
            error[within, labels[rows]] -= 1.0
            error *= (weight[rows] / lot)[:, None]
            slope, bias_slope = part.T @ error, np.asarray(ones @ error)[0]
            keep, keep_square = keep * 0.9, keep_square * 0.99
            step = pace * (1.0 - done / steps)
            done += 1
            speed[met] = own_speed = speed[met] * 0.9 + slope * 0.1
            square[met] = own_square = square[met] * 0.99 + slope * slope * 0.01
            coefficients[met] = own - step * (own_speed / (1 - keep)) / (np.sqrt(own_square / (1 - keep_square)) + 1e-8)
            bias_speed = bias_speed * 0.9 + bias_slope * 0.1
            bias_square = bias_square * 0.99 + bias_slope * bias_slope * 0.01
            bias = bias - step * (bias_speed / (1 - keep)) / (np.sqrt(bias_square / (1 - keep_square)) + 1e-8)
    return Weights(coefficients, bias)
