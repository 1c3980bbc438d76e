"""Which processes are ours where there is no /proc (macOS): what `ps` says is taken as it comes."""

from pathlib import Path

import pytest

from deploy.local import processes
from deploy.local.house import MARK, House


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> House:
    monkeypatch.setattr(processes, "PROC", tmp_path / "no-proc")
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    return House.at(tmp_path, {})


def ps(folder: Path, script: str) -> None:
    (folder / "ps").write_text(f"#!/bin/sh\n{script}\n", encoding="ascii")
    (folder / "ps").chmod(0o755)


def test_a_strangers_odd_variable_hides_nothing(house: House, tmp_path: Path) -> None:
    marked = f"{MARK}={house.key}"
    ps(tmp_path, f"printf '  17 vi NAME=Andr\\351\\n4711 python -m services.stt {marked} A=b\\n  18 sh X{marked}\\n'")
    assert processes.ours(house) == [4711]


def test_a_ps_that_does_not_answer_is_no_reason_to_fall(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(processes, "PATIENCE_S", 0.05)
    ps(tmp_path, "exec sleep 60")
    assert processes.ours(house) == []
    assert processes.command(4711) == ""
