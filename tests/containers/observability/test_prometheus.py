"""A real Prometheus scrapes the running services: every rule evaluates, every panel of every dashboard has data."""

import json
import math
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from deploy.containers.engine import Project, said
from deploy.grafana.boards import DASHBOARDS
from tests.containers.house import IMAGES, SERVICES, House, house
from tests.contract.test_common_contract import DOORS

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
IMAGE = "sous-test/prometheus:test"
EXPRESSIONS = [
    pytest.param(line.expression, id=f"{name}: {panel.question}: {line.called}")
    for name, dashboard in DASHBOARDS.items()
    for row in dashboard.rows
    for panel in row.panels
    for line in panel.lines
]


@pytest.fixture(scope="session")
def prometheus_image(images: None) -> str:
    """From Debian's package: the image of compose.yaml comes from a registry that may be out of reach."""
    network = ["--network", IMAGES["BUILD_NETWORK"]]
    said("docker", "build", "-q", *network, "-f", "deploy/containers/prometheus.Dockerfile", "-t", IMAGE, ".")
    return IMAGE


def promtool(*words: str) -> str:
    mounts = ["-v", f"{ROOT}/deploy/prometheus:/etc/prometheus:ro", "-v", f"{HERE}:/tests:ro"]
    return said("docker", "run", "--rm", "--network", "none", *mounts, "--entrypoint", "promtool", IMAGE, *words)


def test_the_configuration_is_one(prometheus_image: str) -> None:
    assert "SUCCESS" in promtool("check", "config", "/etc/prometheus/prometheus.yml")


def test_alerts_speak_when_they_should_and_only_then(prometheus_image: str) -> None:
    assert "SUCCESS" in promtool("test", "rules", "/tests/rules_test.yml")


@pytest.fixture(scope="module")
def observed(prometheus_image: str) -> Iterator[House]:
    """Everything that is measured happens at least once."""
    services = (*SERVICES, "prometheus", "stand-in")
    override = HERE / "with-stand-in.yaml"
    with house(services, profiles=("observability",), override=override, PROMETHEUS_IMAGE=IMAGE) as running:
        until = time.monotonic() + 25  # five scrapes
        with httpx.Client(timeout=30, trust_env=False) as web:
            while time.monotonic() < until:
                for door in DOORS:
                    url = f"{running.reached[door.service].url}{door.path}"
                    assert web.post(url, content=door.body, headers=door.headers).status_code == 200
                    assert web.post(url, content=b"{", headers=door.headers).status_code in (400, 415)
                time.sleep(0.25)
        yield running


def asked(house: House, path: str, **parameters: str) -> Any:
    url = f"http://127.0.0.1:{house.ports['prometheus']}/api/v1/{path}"
    reply = httpx.get(url, params=parameters, timeout=10, trust_env=False).json()
    assert reply["status"] == "success", reply
    return reply["data"]


def test_everybody_is_found_and_scraped(observed: House) -> None:
    targets = asked(observed, "targets", state="active")["activeTargets"]
    assert {(one["labels"]["job"], one["health"]) for one in targets} == {
        (job, "up") for job in (*SERVICES, "vllm", "gpu", "prometheus")
    }


def test_every_rule_evaluates_and_nothing_is_wrong(observed: House) -> None:
    rules = [rule for group in asked(observed, "rules")["groups"] for rule in group["rules"]]
    assert len(rules) > 20
    assert {rule["name"]: rule["lastError"] for rule in rules if rule["health"] == "err"} == {}
    firing = {rule["name"] for rule in rules if rule["type"] == "alerting" and rule["state"] == "firing"}
    assert firing == set()


@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_every_panel_has_data(observed: House, expression: str) -> None:
    found = asked(observed, "query", query=expression)["result"]
    assert [one for one in found if not math.isnan(float(one["value"][1]))], f"no data: {expression}"


def test_the_promises_are_scraped_as_promised(observed: House) -> None:
    found = {
        one["metric"]["job"]: float(one["value"][1])
        for one in asked(observed, "query", query="sous:latency:promised")["result"]
    }
    assert found == {"stt": 0.3, "llm": 0.05, "tts": 0.15}


def test_commands_were_understood_without_a_model(observed: House) -> None:
    (share,) = asked(observed, "query", query="sous:understood_alone:ratio30m")["result"]
    assert float(share["value"][1]) == 1.0


def test_prometheus_itself_is_locked_in(observed: House) -> None:
    container = Project(("observability",), observed.project.name, observed.project.environment).containers(
        "prometheus"
    )[0]
    (found,) = json.loads(said("docker", "inspect", container))
    assert found["Config"]["User"] == "65534:65534"
    assert found["HostConfig"]["ReadonlyRootfs"] is True
    assert {one["HostIp"] for ports in found["NetworkSettings"]["Ports"].values() for one in ports or []} == {
        "127.0.0.1"
    }
