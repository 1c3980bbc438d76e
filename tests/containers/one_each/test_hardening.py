"""What compose.yaml promises about every container, read from the engine and from inside."""

import json
import subprocess
from typing import Any

import pytest

from deploy.containers.engine import Project, said
from services.stt.settings import SttSettings
from tests.containers.house import IMAGES, LIGHT, SERVICES, House

MB = 1_000_000
each_service = pytest.mark.parametrize("service", SERVICES)
each_image = pytest.mark.parametrize("name", LIGHT)


def inspected(container: str) -> dict[str, Any]:
    (found,) = json.loads(said("docker", "inspect", container))
    return dict(found)


def image(name: str) -> str:
    return f"{IMAGES['SOUS_IMAGES']}/{name}:{IMAGES['SOUS_TAG']}"


@each_image
def test_images_are_small_and_say_what_they_are(images: None, name: str) -> None:
    (found,) = json.loads(said("docker", "image", "inspect", image(name)))
    assert found["Size"] <= 350 * MB, f"{name}: {found['Size'] / MB:.0f} MB"
    assert found["Config"]["User"] == "10001:10001"
    assert found["Config"]["Labels"]["org.opencontainers.image.title"] == f"sous-{name}"
    assert found["Config"]["Labels"]["org.opencontainers.image.licenses"] == "Apache-2.0"


@each_image
def test_images_hold_no_tool_that_builds_or_installs(images: None, name: str) -> None:
    tools = ("gcc", "cc", "make", "ld", "strip", "pip", "pip3", "uv", "apt-get", "dpkg", "perl", "git")
    look = f"for tool in {' '.join(tools)}; do command -v $tool; done; python3 -c 'import pip' 2>/dev/null && echo pip; true"
    assert said("docker", "run", "--rm", "--network", "none", "--entrypoint", "/bin/sh", image(name), "-c", look) == ""


def test_the_default_profile_is_healthy_in_thirty_seconds(plain_house: House) -> None:
    print(f"up and healthy after {plain_house.took_s:.1f} s")
    assert plain_house.took_s <= 30


@each_service
def test_what_the_engine_was_told(plain_house: House, service: str) -> None:
    found = inspected(plain_house.container(service))
    host = found["HostConfig"]
    assert found["Config"]["User"] == "10001:10001"
    assert host["ReadonlyRootfs"] is True
    assert host["CapDrop"] == ["ALL"]
    assert host["CapAdd"] is None
    assert host["SecurityOpt"] == ["no-new-privileges:true"]
    assert host["Privileged"] is False
    assert host["PidsLimit"] == 256
    assert host["Init"] is True
    assert host["RestartPolicy"]["Name"] == "unless-stopped"
    assert "size=256m" in host["Tmpfs"]["/tmp"]
    assert found["Config"]["StopTimeout"] > SttSettings().drain_timeout_s + 2
    assert found["Config"]["Healthcheck"]["Test"][-2:] == ["/srv/sous/ready.py", str(8011 + SERVICES.index(service))]


@each_service
def test_published_on_this_machine_only(plain_house: House, service: str) -> None:
    bindings = inspected(plain_house.container(service))["NetworkSettings"]["Ports"]
    addresses = {one["HostIp"] for published in bindings.values() for one in published or []}
    assert addresses == {"127.0.0.1"}


@each_service
def test_seen_from_inside(plain_house: House, service: str) -> None:
    container = plain_house.container(service)
    status = dict(
        line.split(":\t", 1)
        for line in plain_house.inside(container, "cat", "/proc/self/status").splitlines()
        if ":\t" in line
    )
    assert status["Uid"].split() == ["10001"] * 4
    assert status["NoNewPrivs"].strip() == "1"
    assert {status[kind].strip("0 \t") for kind in ("CapEff", "CapPrm", "CapBnd", "CapInh", "CapAmb")} == {""}
    for place in ("/", "/srv/sous", "/opt/sous", "/usr/bin", "/etc"):
        refused = subprocess.run(
            ["docker", "exec", container, "sh", "-c", f"echo x > {place}/written"], capture_output=True, check=False
        )
        assert refused.returncode != 0, place
    plain_house.inside(container, "sh", "-c", "echo x > /tmp/written && rm /tmp/written")


@each_service
def test_the_processes_main_is_an_init_and_the_service_its_child(plain_house: House, service: str) -> None:
    container = plain_house.container(service)
    assert "init" in plain_house.inside(container, "cat", "/proc/1/cmdline")


def test_every_profile_is_a_valid_project(images: None) -> None:
    everything = Project(("cook", "scale", "observability", "gpu"), environment=IMAGES)
    listed = set(everything.run("config", "--services", quiet=True).split())
    assert listed == {
        "stt", "tts", "llm", "orchestrator", "front", "stt-replica", "tts-replica", "llm-replica",
        "vllm", "stt-gpu", "gpt-sovits", "gpu-exporter", "prometheus", "grafana",
    }  # fmt: skip
    assert set(Project(environment=IMAGES).run("config", "--services", quiet=True).split()) >= set(SERVICES)
