"""Tests against real containers: `make compose-test`. They need a Docker engine, so `make test` leaves them out."""

from pathlib import Path

import pytest

from deploy.containers.engine import Project
from tests.containers.house import IMAGES, LIGHT, no_engine

HERE = Path(__file__).resolve().parent


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.containers)


@pytest.fixture(scope="session")
def images() -> None:
    """Every light image, built from this checkout."""
    if trouble := no_engine():
        pytest.exit(f"Nothing was tested. {trouble}", returncode=1)
    Project(("cook", "scale"), environment=IMAGES).run("build", *LIGHT)
