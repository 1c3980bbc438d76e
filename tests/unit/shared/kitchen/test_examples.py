"""The examples in the docstrings are true, and the page of names in `shared.kitchen` is complete."""

import doctest
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import shared.kitchen

MODULES = sorted(path.stem for path in Path(shared.kitchen.__file__).parent.glob("*.py") if path.stem != "__init__")


@pytest.mark.parametrize("module", MODULES)
def test_examples_are_true(module: str) -> None:
    assert doctest.testmod(import_module(f"shared.kitchen.{module}")).failed == 0


def test_every_name_of_the_package_is_there() -> None:
    assert [name for name in shared.kitchen.__all__ if not hasattr(shared.kitchen, name)] == []


def test_importing_the_package_brings_in_no_other_library() -> None:
    """Standard library only, and no more of it than the names need."""
    code = "import sys; before = set(sys.modules); import shared.kitchen; print(*set(sys.modules) - before)"
    root = Path(shared.kitchen.__file__).parent.parent.parent
    loaded = subprocess.run(
        [sys.executable, "-S", "-c", code], capture_output=True, text=True, check=True, cwd=root
    ).stdout
    assert "fractions" not in loaded.split()
    assert {name.partition(".")[0] for name in loaded.split()} <= {"shared", *sys.stdlib_module_names}
