"""Where the tests of the contract find the services in this folder."""

from collections.abc import Callable

import pytest

from tests.containers.house import House, Reached


@pytest.fixture(scope="session")
def shared_services(replica_house: House) -> Callable[[str], Reached]:
    return replica_house.reached.__getitem__


@pytest.fixture(scope="session")
def embedded(replica_house: House) -> Reached:
    return replica_house.reached["stt"]
