"""The houses of this folder: several of each service. One a module, so that only one stands at a time."""

from collections.abc import Callable, Iterator

import pytest

from tests.containers.house import SERVICES, House, Reached, house


@pytest.fixture(scope="module")
def replica_house(images: None) -> Iterator[House]:
    """Profile scale: two replicas of each service behind nginx."""
    services = ("front", "stt-replica", "tts-replica", "llm-replica")
    doors = {name: f"front_{name}" for name in SERVICES}
    with house(services, profiles=("scale",), doors=doors, REPLICAS="2") as running:
        yield running


@pytest.fixture(scope="module")
def shared_services(replica_house: House) -> Callable[[str], Reached]:
    """Where the tests of the contract find the services in this folder."""
    return replica_house.reached.__getitem__


@pytest.fixture(scope="module")
def embedded(replica_house: House) -> Reached:
    return replica_house.reached["stt"]
