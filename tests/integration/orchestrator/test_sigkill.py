"""The program killed at random moments, hundreds of turns long: every turn it answered is there when it comes back."""

import json
import os
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.conftest import ROOT

ENVIRONMENT = {f"SOUS_{name}_URL": "http://127.0.0.1:9" for name in ("STT", "TTS", "LLM")}
TURNS = 240
#: What is compared. Timings differ, and the first words after a restart say where we were.
KEPT = ("step", "state", "scale", "timers", "servings")


class Program:
    def __init__(self, home: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "orchestrator", "--json", "--recipe", "dakbokkeumtang", "--session", "soak", "--clock", "virtual"],
            cwd=ROOT,
            env={**os.environ, **ENVIRONMENT, "SOUS_HOME": str(home)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )  # fmt: skip
        self.opening = self.reads()

    def reads(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        page: dict[str, Any] = json.loads(self.process.stdout.readline())
        return page

    def says(self, text: str) -> dict[str, Any]:
        self.sends(text)
        return self.reads()

    def sends(self, text: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(text + "\n")
        self.process.stdin.flush()

    def killed(self) -> None:
        self.process.kill()
        self.process.communicate()


def conversation(chance: random.Random) -> list[str]:
    words = ["다음", "다 했어", "이전", "3단계로", "5단계로", "타이머 시작", "10분 타이머", "5분만 더", "타이머 취소", "그만", "되돌려", "재료", "응", "아니", "잠깐만", "계속", "다시", "@+1m", "@+9m", "아무 말"]  # fmt: skip
    return [chance.choice(words) for _ in range(TURNS)]


def kept(page: dict[str, Any]) -> dict[str, Any]:
    return {name: page[name] for name in KEPT}


def test_nothing_that_was_answered_is_lost(tmp_path: Path) -> None:
    chance = random.Random(20_260_101)
    lines = conversation(chance)
    whole = Program(tmp_path / "whole")
    expected = [kept(whole.says(line)) for line in lines]
    whole.killed()

    program = Program(tmp_path / "killed")
    deaths = 0
    for number, line in enumerate(lines):
        if chance.random() < 0.08:
            deaths += 1
            before = expected[number - 1] if number else kept(program.opening)
            if chance.random() < 0.5:
                program.sends(line)  # killed somewhere within the turn: it happened wholly or not at all
                program.killed()
                program = Program(tmp_path / "killed")
                assert kept(program.opening) in (before, expected[number])
                if kept(program.opening) == expected[number] and expected[number] != before:
                    continue
            else:
                program.killed()
                program = Program(tmp_path / "killed")
                assert kept(program.opening) == before
        page = program.says(line)
        if line in ("@+1m", "@+9m") or kept(page) == expected[number]:
            assert kept(page) == expected[number], f"turn {number}: {line}"
    program.killed()
    assert deaths >= 10
