"""Where the tests of the contract find the services in this folder."""

from collections.abc import Callable

import pytest

from tests.containers.house import House, Reached


@pytest.fixture(scope="session")
def shared_services(plain_house: House) -> Callable[[str], Reached]:
    return plain_house.reached.__getitem__


@pytest.fixture(scope="session")
def embedded(plain_house: House) -> Reached:
    return plain_house.reached["stt"]
