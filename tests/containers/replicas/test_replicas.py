"""Two replicas of each service behind nginx: all of them work, and nobody notices when one goes."""

import asyncio
import re
import time

import httpx
import pytest

from deploy.containers.engine import Project, said, wait_healthy
from deploy.containers.roll import roll
from tests.containers.house import SERVICES, House
from tests.containers.one_each.test_recovery import KILL
from tests.containers.replicas.load import under_load

RATE = 20.0  # requests a second


@pytest.fixture(scope="module")
def sound(replica_house: House) -> bytes:
    """ "다음", spoken by our own voice."""
    with httpx.Client(timeout=30, trust_env=False) as web:
        return web.post(f"{replica_house.reached['tts'].url}/synthesize", json={"text": "다음"}).content


def served(house: House, service: str) -> list[int]:
    """How many requests each replica has answered, by its own count."""
    look = "import urllib.request as r; print(r.urlopen('http://127.0.0.1:PORT/metrics').read().decode())"
    port = house.ports and {"stt": "8011", "tts": "8012", "llm": "8013"}[service]
    pages = [
        house.inside(one, "python", "-c", look.replace("PORT", port))
        for one in house.project.containers(f"{service}-replica")
    ]
    answered = re.compile(r'^sous_requests_total\{method="POST".*\} (\S+)$', re.MULTILINE)
    return [sum(int(float(count)) for count in answered.findall(page)) for page in pages]


def test_every_replica_gets_its_share(replica_house: House, sound: bytes) -> None:
    _, tally = asyncio.run(under_load(replica_house, 40, sound, lambda: time.sleep(8)))
    assert tally.failed == []
    for service in SERVICES:
        counts = served(replica_house, service)
        assert len(counts) == 2
        assert min(counts) >= sum(counts) * 0.2, f"{service}: {counts}"


def test_speech_is_streamed_through(replica_house: House) -> None:
    text = " ".join(f"{n}단계. 양파를 썰고 간장을 두 큰술 넣은 다음 십오 분 동안 끓여 주세요." for n in range(60))
    wanted = {"text": text[:4900], "format": "pcm", "stream": True}
    with (
        httpx.Client(base_url=replica_house.reached["tts"].url, timeout=60, trust_env=False) as web,
        web.stream("POST", "/synthesize", json=wanted) as response,
    ):
        began = time.monotonic()
        arrived = [time.monotonic() - began for _ in response.iter_raw()]
    assert len(arrived) > 3
    assert arrived[0] < arrived[-1] / 2


def test_a_replica_that_dies_takes_no_request_with_it(replica_house: House, sound: bytes) -> None:
    """SIGKILL, no goodbye. What it was answering is asked of the other one."""
    victims = [replica_house.project.containers(f"{service}-replica")[0] for service in SERVICES]

    def kill_one_of_each() -> None:
        for victim in victims:
            time.sleep(1)
            said("docker", "exec", victim, "python", "-c", KILL)
        time.sleep(2)
        wait_healthy(victims, 60)

    _, tally = asyncio.run(under_load(replica_house, RATE, sound, kill_one_of_each))
    print(tally)
    assert tally.failed == []


def test_a_rolling_update_under_load_loses_nothing(replica_house: House, sound: bytes) -> None:
    project = Project(("scale",), replica_house.project.name, replica_house.project.environment)
    before = {one for service in SERVICES for one in project.containers(f"{service}-replica")}
    began = time.monotonic()
    replaced, tally = asyncio.run(under_load(replica_house, RATE, sound, lambda: roll(project, print)))
    print(f"{replaced} replicas in {time.monotonic() - began:.0f} s: {tally}")
    after = {one for service in SERVICES for one in project.containers(f"{service}-replica")}
    assert replaced == len(before) == len(after) == 6
    assert before & after == set()
    assert sum(tally.answered.values()) > 200
    assert tally.failed == []


def test_when_nobody_is_left_the_front_says_so_and_recovers(replica_house: House) -> None:
    replicas = replica_house.project.containers("llm-replica")
    said("docker", "stop", "--time", "20", *replicas)
    with httpx.Client(base_url=replica_house.reached["llm"].url, timeout=20, trust_env=False) as web:
        refused = web.post(
            "/classify",
            json={"text": "다음", "current_step": ""},
            headers={"traceparent": f"00-{'ab' * 16}-{'1' * 16}-01"},
        )
        assert refused.status_code == 503
        assert refused.headers["Retry-After"] == "2"
        error = refused.json()["error"]
        assert (error["code"], error["type"], error["trace_id"]) == ("loading", "server_error", "ab" * 16)
        said("docker", "start", *replicas)
        wait_healthy(replicas, 60)
        until = time.monotonic() + 5
        while (status := web.post("/classify", json={"text": "다음", "current_step": ""}).status_code) != 200:
            assert time.monotonic() < until, status
            time.sleep(0.1)
