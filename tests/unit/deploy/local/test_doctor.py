"""The doctor's verdict over a house that does not exist, and what it says about one that is not built."""

from pathlib import Path

import pytest

from deploy.local import doctor
from deploy.local.doctor import Finding, Level, verdict
from deploy.local.house import House

OK = Finding("disk", Level.OK, "40 GB free")
WEAK = Finding("stt", Level.DEGRADED, "commands only", "make models")
BAD = Finding("llm", Level.BROKEN, "not running", "make up")


@pytest.mark.parametrize(
    ("findings", "expected"), [([OK], 0), ([OK, WEAK], 1), ([OK, WEAK, BAD], 2), ([BAD], 2), ([], 0)]
)
def test_the_worst_finding_decides(findings: list[Finding], expected: int) -> None:
    assert verdict(findings) == expected


def test_everything_that_is_wrong_comes_with_a_command(tmp_path: Path) -> None:
    found = list(doctor.examine(House.at(tmp_path, {"STT_PORT": "1", "TTS_PORT": "2", "LLM_PORT": "3"})))
    wrong = [finding for finding in found if finding.level is not Level.OK]
    assert {finding.subject for finding in wrong} >= {
        "environment stt",
        "environment orchestrator",
        "stt",
        "tts",
        "llm",
    }
    assert all(finding.fix for finding in wrong)


def test_little_disk_is_mentioned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "LITTLE_DISK", 2**80)
    (finding,) = doctor.disk(House.at(tmp_path, {}))
    assert (finding.level, finding.fix) == (Level.DEGRADED, "make clean")
