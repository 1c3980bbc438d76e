"""compose.yaml read as a file: what every container promises, also those that no test machine can start."""

import os
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from services.llm.settings import LlmSettings
from services.stt.settings import SttSettings
from services.tts.settings import TtsSettings

ROOT = Path(__file__).resolve().parents[4]
COMPOSE = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
GPU = ["vllm", "stt-gpu", "gpt-sovits", "gpu-exporter"]
SETTINGS = {"STT": SttSettings, "TTS": TtsSettings, "LLM": LlmSettings}

each_service = pytest.mark.parametrize("name", SERVICES)


def seconds(text: str) -> float:
    return float(text.removesuffix("s"))


def test_each_profile_has_its_services() -> None:
    of: dict[str, set[str]] = {}
    for name, service in SERVICES.items():
        for profile in service.get("profiles", ["default"]):
            of.setdefault(profile, set()).add(name)
    assert of == {
        "default": {"stt", "tts", "llm"},
        "cook": {"orchestrator"},
        "scale": {"front", "stt-replica", "tts-replica", "llm-replica"},
        "gpu": set(GPU),
        "observability": {"prometheus", "grafana"},
    }


@each_service
def test_every_container_is_locked(name: str) -> None:
    service = SERVICES[name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert service["init"] is True
    assert re.fullmatch(r"[1-9]\d*:[1-9]\d*", service["user"])
    assert any(place.startswith("/tmp:") for place in service["tmpfs"])
    assert "privileged" not in service
    assert "cap_add" not in service
    assert service["logging"]["options"]["max-size"]


@each_service
def test_published_on_this_machine_only(name: str) -> None:
    for port in SERVICES[name].get("ports", []):
        assert port.startswith("127.0.0.1:"), port


@each_service
def test_whoever_is_waited_for_says_when_it_is_ready(name: str) -> None:
    for other, how in SERVICES[name].get("depends_on", {}).items():
        assert how == {"condition": "service_healthy"}
        assert SERVICES[other]["healthcheck"]["test"]


@pytest.mark.parametrize(
    "name", [name for name, one in SERVICES.items() if name != "gpu-exporter" and one.get("ports")]
)
def test_every_server_has_a_health_check(name: str) -> None:
    assert SERVICES[name]["healthcheck"]["test"][0] in ("CMD", "CMD-SHELL")


@pytest.mark.parametrize("name", GPU)
def test_a_card_is_reserved_as_compose_wants_it(name: str) -> None:
    (device,) = SERVICES[name]["deploy"]["resources"]["reservations"]["devices"]
    assert device["driver"] == "nvidia"
    assert device["capabilities"] == ["gpu"]  # without it compose refuses the whole reservation
    assert device["device_ids"]


@pytest.mark.parametrize("name", ["stt", "tts", "llm", "stt-replica", "tts-replica", "llm-replica", "stt-gpu"])
def test_nobody_is_killed_while_draining(name: str) -> None:
    service = SERVICES[name]
    prefix = name.partition("-")[0].upper()
    notice = float(service["environment"].get(f"{prefix}_DRAIN_NOTICE_S", 0))
    assert seconds(service["stop_grace_period"]) > SETTINGS[prefix]().drain_timeout_s + notice + 5


@each_service
def test_keys_come_as_files(name: str) -> None:
    for variable, value in SERVICES[name].get("environment", {}).items():
        if re.search(r"KEY|TOKEN|PASSWORD|SECRET", variable):
            assert variable.endswith("_FILE") or variable in ("GF_SECURITY_DISABLE_INITIAL_ADMIN_CREATION",)
            assert str(value).startswith("/run/secrets/") or variable.startswith("GF_"), variable


@each_service
def test_every_setting_is_one_that_exists(name: str) -> None:
    known = {
        f"{prefix}_{field}".upper() for prefix, settings in SETTINGS.items() for field in settings.model_fields
    } | {f"TTS_GPT_SOVITS__{field}".upper() for field in TtsSettings().gpt_sovits.model_fields_set | {"url", "voices"}}
    for variable in SERVICES[name].get("environment", {}):
        if variable.startswith(("STT_", "TTS_", "LLM_")):
            assert variable in known


@each_service
def test_what_is_built_from_is_there(name: str) -> None:
    build = SERVICES[name].get("build")
    if build:
        assert (ROOT / build["dockerfile"]).is_file()
        program = build["args"].get("PROGRAM")
        assert program is None or (ROOT / "envs" / f"{program}.txt").is_file()


def test_the_gpu_settings_are_variables_of_compose() -> None:
    text = (ROOT / "compose.yaml").read_text(encoding="utf-8")
    lines = (ROOT / "deploy/containers/gpu.env").read_text(encoding="utf-8").splitlines()
    chosen = dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))
    assert chosen.pop("COMPOSE_PROFILES") == "gpu"
    for variable in chosen:
        assert f"${{{variable}" in text, variable
    published = re.findall(r"127\.0\.0\.1:\$\{(\w+):-(\d+)\}", text)
    ports = [chosen.get(variable, port) for variable, port in published if "FRONT" not in variable]
    assert len(set(ports)) == len(ports), "two containers on one port"


@pytest.mark.parametrize(
    ("key", "given"), [("# none\n", ""), ("# ours\n sesame \n", "sesame")], ids=["no key", "a key"]
)
def test_vllm_gets_its_key_from_the_file_and_our_words_before_yours(tmp_path: Path, key: str, given: str) -> None:
    (tmp_path / "key").write_text(key, encoding="utf-8")
    python = tmp_path / "python"
    python.write_text('#!/bin/sh\necho "$VLLM_API_KEY|$*"\n', encoding="utf-8")
    python.chmod(0o755)
    environment = {
        "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}",
        "KEY_FILE": str(tmp_path / "key"),
        "MODEL": "a/model",
        "CONTEXT": "8192",
        "GPU_SHARE": "0.55",
    }
    script = ROOT / "deploy" / "containers" / "serve_vllm.sh"
    done = subprocess.run(
        ["/bin/sh", str(script), "--dtype", "half"], env=environment, capture_output=True, text=True, check=True
    )
    key_seen, words = done.stdout.strip().split("|")
    assert key_seen == given
    assert "sesame" not in words
    assert words.endswith("--gpu-memory-utilization 0.55 --dtype half")
    assert "--model a/model --host 0.0.0.0 --port 5000" in words
