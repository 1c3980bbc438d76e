"""The solver: right, exact where it must be, and blind to how many cores the machine has."""

import math

import pytest

np = pytest.importorskip("numpy")
sp = pytest.importorskip("scipy.sparse", reason="training runs where scipy is")

from services.llm.training.softmax import exponential, regress, shares  # noqa: E402


def test_the_exponential_is_that_of_the_library_to_the_last_digits() -> None:
    xs = np.linspace(-700, 0, 10_001)
    assert np.allclose(exponential(xs), [math.exp(x) for x in xs], rtol=1e-12, atol=0)


def test_shares_add_up_to_one_however_large_the_logits_are() -> None:
    table = shares(np.asarray([[1000.0, 0.0, -1000.0], [3.0, 3.0, 3.0]]))
    assert np.allclose(table.sum(axis=1), 1)
    assert table[0, 0] == 1
    assert np.allclose(table[1], 1 / 3)


def _problem() -> tuple[object, object, object]:
    """Three kinds that cannot be told apart without error."""
    draw = np.random.default_rng(7)
    truth = draw.integers(0, 3, 600)
    table = (draw.random((600, 12)) < 0.2).astype(float)
    hinted = draw.random(600) < 0.7
    table[np.arange(600)[hinted], truth[hinted]] = 1.0
    return sp.csr_matrix(table), truth, np.ones(600)


def test_given_time_it_finds_what_scikit_learn_finds() -> None:
    linear = pytest.importorskip("sklearn.linear_model", reason="compared where scikit-learn is")
    matrix, truth, weight = _problem()
    found = regress(matrix, truth, weight, classes=3, rounds=400, pace=0.03, lot=100)
    other = linear.LogisticRegression(C=1e6, tol=1e-8, max_iter=1000).fit(matrix, truth)
    mine = shares(matrix @ found.coefficients + found.bias)
    assert np.abs(mine - other.predict_proba(matrix)).max() < 0.02


def test_what_counts_more_weighs_more() -> None:
    matrix, truth, weight = _problem()
    often = np.where(truth == 0, 4.0, 0.5)
    plain, leaning = (
        shares(matrix @ found.coefficients + found.bias)[:, 0].mean()
        for found in (regress(matrix, truth, own, classes=3, rounds=50, pace=0.03, lot=100) for own in (weight, often))
    )
    assert leaning > plain + 0.1


def test_the_same_data_give_the_same_bits() -> None:
    one, two = (regress(*_problem(), classes=3, rounds=5, pace=0.03, lot=100) for _ in range(2))
    assert one.coefficients.tobytes() == two.coefficients.tobytes()
    assert one.bias.tobytes() == two.bias.tobytes()
