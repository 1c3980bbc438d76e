"""Which driver each CUDA needs, as tables: the floor of the major version decides, and there is no ceiling."""

import pytest

from deploy.doctor import cuda


@pytest.mark.parametrize(
    ("driver", "needs", "fits"),
    [
        ("450.80.02", "11.8", True),
        ("450.66", "11.8", False),
        ("525.60.13", "12.0", True),
        ("525.60.13", "12.9", True),  # minor version compatibility: one floor for all of 12
        ("525.60.12", "12.1", False),
        ("470.256.02", "12", False),
        ("575.57.08", "12.9", True),
        ("575.57.08", "13.0", False),
        ("580", "13.0", True),
        ("580.65.06", "13.2", True),
        ("610.22.01", "11.8", True),  # newer drivers run everything older
        ("", "13.0", True),  # what is not known is not an objection
        ("580.65.06", "19.0", True),
    ],
)
def test_the_floor(driver: str, needs: str, fits: bool) -> None:
    assert cuda.fits(driver, needs) is fits


def test_wsl_counts_in_windows_numbers() -> None:
    assert cuda.floor("12.4") == "525.60.13"
    assert cuda.floor("12.4", windows=True) == "528.33"
    assert not cuda.fits("527.41", "12.4", windows=True)


@pytest.mark.parametrize(
    ("name", "release", "says", "needs"),
    [
        ("torch", "2.13.0", "13.0", "13.0"),
        ("torch", "2.13.0+cpu", "", ""),
        ("ctranslate2", "4.8.5", "", "12"),
        ("ctranslate2", "3.24.0", "", "11"),
        ("nvidia-cublas-cu12", "12.9.3.13", "", "12"),
        ("nvidia-cudnn-cu13", "9.20.0.48", "", "13"),
        ("numpy", "2.4.6", "", ""),
    ],
)
def test_what_a_package_needs(name: str, release: str, says: str, needs: str) -> None:
    assert cuda.needed_by(name, release, says) == needs


@pytest.mark.parametrize(
    ("release", "cudnn"), [("4.8.5", 0), ("4.6.3", 0), ("4.6.2", 9), ("4.5.0", 9), ("4.4.0", 8), ("3.24.0", 8)]
)
def test_the_cudnn_of_each_ctranslate2(release: str, cudnn: int) -> None:
    assert cuda.cudnn_of(release) == cudnn


@pytest.mark.parametrize(
    ("built_with", "card", "runs"),
    [
        ("13.0", "7.5", True),
        ("13.0", "7.0", False),
        ("13.0", "6.1", False),
        ("13.0", "12.1", True),
        ("12.8", "7.0", True),
        ("12.8", "6.1", False),
        ("12.8", "12.1", True),  # the same major version
        ("12.6", "12.0", False),
        ("12.6", "5.2", True),
        ("12.6", "", True),
        ("99.0", "6.1", True),
    ],
)
def test_the_cards_torch_has_code_for(built_with: str, card: str, runs: bool) -> None:
    assert cuda.has_code_for(built_with, card) is runs


@pytest.mark.parametrize(
    ("driver", "newest"), [("555.42.02", "12.5"), ("550.54.15", "12.4"), ("575.57.08", "12.9"), ("580.65.06", "13.0")]
)
def test_what_a_driver_speaks_by_itself(driver: str, newest: str) -> None:
    assert cuda.spelled(cuda.speaks(driver)) == newest


def test_a_driver_older_than_the_table_speaks_nothing_and_one_younger_is_known_as_such() -> None:
    assert cuda.speaks("390.157") == 0
    assert cuda.newest_known("610.22.01")
    assert not cuda.newest_known("580.65.06")
