"""The houses of this folder: one of each service. One a module, so that only one stands at a time."""

from collections.abc import Callable, Iterator

import pytest

from tests.containers.house import SERVICES, House, Reached, house


@pytest.fixture(scope="module")
def plain_house(images: None) -> Iterator[House]:
    """Profile default: the three services on their embedded engines."""
    with house(SERVICES) as running:
        yield running


@pytest.fixture(scope="module")
def shared_services(plain_house: House) -> Callable[[str], Reached]:
    """Where the tests of the contract find the services in this folder."""
    return plain_house.reached.__getitem__


@pytest.fixture(scope="module")
def embedded(plain_house: House) -> Reached:
    return plain_house.reached["stt"]
