"""A service that dies is started again by the engine, and answers as before."""

import time

import httpx
import pytest

from deploy.containers.engine import said, wait_healthy
from tests.containers.house import SERVICES, House
from tests.contract.test_common_contract import DOORS, Door

# The service is the init's child: killed like this it has no chance to say goodbye.
KILL = "import os, signal; [os.kill(int(p), signal.SIGKILL) for p in os.listdir('/proc') if p.isdigit() and int(p) not in (1, os.getpid())]"


@pytest.mark.parametrize("door", DOORS, ids=SERVICES)
def test_killed_it_comes_back(plain_house: House, door: Door) -> None:
    container = plain_house.container(door.service)
    before = int(said("docker", "inspect", "--format", "{{.RestartCount}}", container))
    killed = time.monotonic()
    said("docker", "exec", container, "python", "-c", KILL)
    while int(said("docker", "inspect", "--format", "{{.RestartCount}}", container)) == before:
        assert time.monotonic() - killed < 20, "the engine did not start it again"
        time.sleep(0.1)
    wait_healthy([container], 30)
    with httpx.Client(base_url=plain_house.reached[door.service].url, timeout=30, trust_env=False) as web:
        assert door.knock(web).status_code == 200
    print(f"{door.service}: healthy {time.monotonic() - killed:.1f} s after SIGKILL")
