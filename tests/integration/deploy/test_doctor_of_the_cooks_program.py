"""`python -m orchestrator doctor` is the same doctor: same findings, same exit status, same options."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
MACHINES = ROOT / "tests" / "unit" / "deploy" / "doctor" / "machines"


def ask(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "orchestrator", "doctor", *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(("machine", "status"), [("laptop", 0), ("driver-575-cu130", 1), ("port-taken", 2)])
def test_of_a_recorded_machine(machine: str, status: int) -> None:
    done = ask("--json", "--facts", str(MACHINES / f"{machine}.json"))
    assert (done.returncode, json.loads(done.stdout)["verdict"]) == (status, status)


def test_in_korean() -> None:
    done = ask("--lang", "ko", "--facts", str(MACHINES / "port-taken.json"))
    assert "포트 8012" in done.stdout
    assert done.stdout.splitlines()[-1] == "아직 되지 않습니다."
