"""Cooking in containers: `docker-compose run --rm orchestrator`, and what is left when that container is gone."""

import json
import subprocess
from pathlib import Path
from typing import Any

import httpx
import pytest

from deploy.containers.engine import said
from tests.containers.house import SERVICES, House, house


def cook(
    running: House, *utterances: str, words: tuple[str, ...] = ("--recipe", "kimchi-jjigae")
) -> list[dict[str, Any]]:
    typed = "".join(f"{one}\n" for one in utterances)
    out = running.project.run("run", "--rm", "-T", "orchestrator", "--json", *words, quiet=True, feed=typed)
    return [json.loads(line) for line in out.splitlines() if line.startswith("{")]


def test_a_conversation(plain_house: House) -> None:
    opening, moved, asked = cook(plain_house, "다음", "간장 얼마나?")
    assert (opening["step"], moved["step"], moved["intent"]) == (1, 2, "next_step")
    assert asked["intent"] == "ingredient_amount"
    assert asked["speech"]
    assert [one["degraded"] for one in (opening, moved, asked)] == [[], [], []]


def test_the_place_is_kept_when_the_container_is_gone(plain_house: House) -> None:
    words = ("--recipe", "kimchi-jjigae", "--session", "supper")
    assert cook(plain_house, "다음", "다음", words=words)[-1]["step"] == 3
    assert cook(plain_house, "어디까지 했지?", words=("--session", "supper"))[-1]["step"] == 3


@pytest.fixture(scope="module")
def locked_house(images: None, tmp_path_factory: pytest.TempPathFactory):
    key = tmp_path_factory.mktemp("secrets") / "my.key"
    key.write_text("open-sesame\n")
    key.chmod(0o644)
    with house(SERVICES, SOUS_API_KEY_FILE=str(key)) as running:
        yield running


@pytest.mark.parametrize("service", SERVICES)
def test_a_key_as_a_file_locks_the_door_and_is_seen_nowhere(locked_house: House, service: str) -> None:
    path = {"stt": "/transcribe", "tts": "/voices", "llm": "/intents"}[service]
    with httpx.Client(base_url=locked_house.reached[service].url, timeout=10, trust_env=False) as web:
        assert web.get(path).status_code == 401
        assert web.get(path, headers={"Authorization": "Bearer open-sesame"}).status_code in (200, 405)
        assert web.get("/ready").status_code == 200
    assert "sesame" not in said("docker", "inspect", locked_house.container(service))


def test_the_orchestrator_has_the_key_too(locked_house: House) -> None:
    replies = cook(locked_house, "다음")
    assert replies[-1]["intent"] == "next_step"
    assert replies[-1]["degraded"] == []


def test_an_empty_key_file_opens_nothing(images: None, tmp_path: Path) -> None:
    empty = tmp_path / "empty.key"
    empty.touch(mode=0o644)
    refused = subprocess.run(
        ["docker", "run", "--rm", "-v", f"{empty}:/key:ro", "-e", "STT_API_KEY_FILE=/key", "sous-test/stt:test"],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert refused.returncode == 2
    assert "STT_API_KEY_FILE" in refused.stderr
    assert "empty" in refused.stderr
