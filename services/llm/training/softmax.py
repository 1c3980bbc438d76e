"""Softmax regression that comes out the same on every machine, to the last bit.

A library's solver sums in an order that depends on the processor and its number of cores, and its exponential is
another one for each instruction set; that is enough to turn a weight that is then rounded. Here nothing is used but
additions, multiplications, divisions and square roots (which IEEE 754 defines exactly), each in a fixed order: element
by element, and through sparse products, whose loops are plain.

Full-batch Adam with a falling step. The penalty is `strength` as in scikit-learn: 1/(2C) times the squared weights.
"""

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


#: So many classes at a time: their rows stay in the processor's cache, and that halves the time.
_AT_ONCE = 5


def product(matrix: sp.csr_matrix, dense: Doubles) -> Doubles:
    """`matrix @ dense`; each column by itself is summed in the same order, whichever others are with it."""
    found = np.empty((matrix.shape[0], dense.shape[1]))
    for at in range(0, dense.shape[1], _AT_ONCE):
        columns = slice(at, at + _AT_ONCE)
        found[:, columns] = matrix @ np.ascontiguousarray(dense[:, columns])
    return found


@dataclass(frozen=True, slots=True)
class Weights:
    coefficients: Doubles  # features x classes
    bias: Doubles


def regress(
    matrix: sp.csr_matrix, labels: npt.NDArray[np.int64], weight: Doubles, *, classes: int, strength: float, rounds: int
) -> Weights:
    """`weight` is one for an average sample."""
    count, size = matrix.shape
    across = matrix.T.tocsr()
    ones = sp.csr_matrix(np.ones((1, count)))
    truth = np.zeros((count, classes))
    truth[np.arange(count), labels] = 1.0
    weighted = (weight / count)[:, None]
    coefficients, bias = np.zeros((size, classes)), np.zeros(classes)
    penalty = 1.0 / (strength * count)
    speed, square = np.zeros_like(coefficients), np.zeros_like(coefficients)
    bias_speed, bias_square = np.zeros_like(bias), np.zeros_like(bias)
    keep, keep_square = 1.0, 1.0
    for turn in range(rounds):
        logits = product(matrix, coefficients)
        logits += bias
        error = shares(logits)
        error -= truth
        error *= weighted
        slopes = product(across, error)
        bias_slope = np.asarray(ones @ error)[0]
        keep, keep_square = keep * 0.9, keep_square * 0.99
        step = 0.5 * (1.0 - turn / rounds) + 0.002
        for rows in _blocks(size):
            slope = slopes[rows] + coefficients[rows] * penalty
            speed[rows] = speed[rows] * 0.9 + slope * 0.1
            square[rows] = square[rows] * 0.99 + slope * slope * 0.01
            coefficients[rows] -= step * (speed[rows] / (1 - keep)) / (np.sqrt(square[rows] / (1 - keep_square)) + 1e-7)
        bias_speed = bias_speed * 0.9 + bias_slope * 0.1
        bias_square = bias_square * 0.99 + bias_slope * bias_slope * 0.01
        bias = bias - step * (bias_speed / (1 - keep)) / (np.sqrt(bias_square / (1 - keep_square)) + 1e-7)
    return Weights(coefficients, bias)
