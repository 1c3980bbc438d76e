"""The command line that `make vllm` becomes, on a GPU and without one."""

from pathlib import Path

import pytest

from deploy.local import environments, vllm
from deploy.local.house import House, Trouble

AWQ = "jjjunho/Qwen3-4B-Instruct-2507-Korean-AWQ"


TELLS_NOBODY = {"VLLM_NO_USAGE_STATS": "1", "DO_NOT_TRACK": "1"}


def options(command: list[str]) -> dict[str, str]:
    """--name value pairs as vLLM reads them: of two alike, the later."""
    assert command[:2] == ["-m", "vllm.entrypoints.openai.api_server"]
    return {name: value for name, value in zip(command[2:], [*command[3:], ""], strict=True) if name.startswith("--")}


def test_on_a_gpu_it_leaves_room_for_hearing_and_speaking() -> None:
    assert options(vllm.command({}, [], cpu=False)) == {
        "--model": AWQ,
        "--host": "127.0.0.1",
        "--port": "5000",
        "--max-model-len": "8192",
        "--gpu-memory-utilization": "0.6",
    }
    assert vllm.surroundings({"HOME": "/home/cook"}, cpu=False) == {"HOME": "/home/cook", **TELLS_NOBODY}


def test_on_a_cpu_it_is_frugal() -> None:
    said = options(vllm.command({}, [], cpu=True))
    assert said["--model"] == AWQ
    assert said["--dtype"] == "bfloat16"
    assert "--enforce-eager" in said
    assert "--gpu-memory-utilization" not in said
    assert vllm.surroundings({}, cpu=True)["VLLM_CPU_KVCACHE_SPACE"] == "1"
    assert vllm.surroundings({"VLLM_CPU_KVCACHE_SPACE": "8"}, cpu=True)["VLLM_CPU_KVCACHE_SPACE"] == "8"


def test_everything_can_be_said_otherwise() -> None:
    environment = {"VLLM_MODEL": "some/other", "VLLM_PORT": "5100", "CUDA_VISIBLE_DEVICES": "1"}
    words = ["--gpu-memory-utilization", "0.9", "--max-model-len", "32768", "--enable-lora"]
    said = options(vllm.command(environment, words, cpu=False))
    assert (said["--model"], said["--port"]) == ("some/other", "5100")
    assert (said["--gpu-memory-utilization"], said["--max-model-len"]) == ("0.9", "32768")
    assert "--enable-lora" in said
    # Our names are not vLLM's: to it VLLM_PORT is the port its processes talk to each other on.
    assert vllm.surroundings(environment, cpu=False) == {"CUDA_VISIBLE_DEVICES": "1", **TELLS_NOBODY}


@pytest.mark.parametrize("cpu", [True, False])
def test_it_becomes_that_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cpu: bool) -> None:
    became: list[object] = []
    monkeypatch.setattr(environments, "stale", lambda root, name: False)
    monkeypatch.setattr(environments, "sync", lambda root, names, say: became.extend(names))
    monkeypatch.setattr(vllm, "require_port", lambda service, again: None)
    monkeypatch.setattr(vllm.Path, "exists", lambda path: True)
    monkeypatch.setattr(vllm.os, "execve", lambda *words: became.extend(words))
    house = House(tmp_path, (), {"PATH": "/bin"})
    vllm.serve(house, ["--seed", "7"], pytest.fail, cpu=cpu)
    name, python, words, environment = became
    assert name == ("vllm-cpu" if cpu else "vllm")
    assert python == str(tmp_path / ".venvs" / str(name) / "bin" / "python")
    assert words == [python, *vllm.command({}, ["--seed", "7"], cpu=cpu)]
    assert environment == vllm.surroundings({"PATH": "/bin"}, cpu=cpu)


@pytest.mark.parametrize("text", ["0", "65536", "five thousand", "오천"])
def test_what_is_not_a_port(text: str) -> None:
    with pytest.raises(Trouble, match="VLLM_PORT="):
        vllm.port({"VLLM_PORT": text})
