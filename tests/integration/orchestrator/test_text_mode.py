"""The text mode in a real terminal (a pseudo-terminal driven by pexpect)."""

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pexpect
import pytest

from tests.conftest import ROOT

NOWHERE = {f"SOUS_{name}_URL": "http://127.0.0.1:9" for name in ("STT", "TTS", "LLM")}


def started(home: Path, *words: str) -> "pexpect.spawn[str]":
    return pexpect.spawn(
        sys.executable,
        ["-m", "orchestrator", *words],
        cwd=str(ROOT),
        env={**os.environ, **NOWHERE, "SOUS_HOME": str(home), "TERM": "xterm-256color"},
        encoding="utf-8",
        dimensions=(40, 110),
        timeout=20,
    )


def at_the_prompt(child: "pexpect.spawn[str]") -> None:
    """It asks the terminal where the cursor stands, and once it knows, it draws the toolbar too."""
    child.expect(r"\x1b\[6n")
    child.send("\x1b[10;1R")
    child.expect("›")
    child.expect(r"\x1b\[\?25h")


def says(child: "pexpect.spawn[str]", text: str) -> None:
    """Type once the prompt stands: what is typed into a program that still prints goes to the terminal, not to it."""
    at_the_prompt(child)
    child.send(text + "\r")


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator["pexpect.spawn[str]"]:
    child = started(tmp_path)
    yield child
    child.close(force=True)


def test_picking_a_recipe_and_cooking(terminal: "pexpect.spawn[str]", tmp_path: Path) -> None:
    terminal.expect("무엇을 만들까요")
    terminal.expect("Tomato and Garlic Pasta")
    says(terminal, "김치찌개")
    terminal.expect("1단계")
    says(terminal, "다음")
    terminal.expect("2단계")
    says(terminal, "타이머 시작")
    terminal.expect("고기 볶기 타이머 3분 시작")
    at_the_prompt(terminal)
    terminal.expect("⏲ 고기 볶기")
    terminal.expect(r"[23]:\d\d")  # counting down in the toolbar
    terminal.send("?\r")
    terminal.expect("3단계로")
    says(terminal, "나가기")
    terminal.expect("--session")
    terminal.expect(pexpect.EOF)
    terminal.wait()
    assert terminal.exitstatus == 0


def test_a_timer_rings_between_prompts(tmp_path: Path) -> None:
    child = started(tmp_path, "--recipe", "tomato-pasta")
    try:
        child.expect("Step 1")
        says(child, "set a timer for 5 seconds")
        child.expect("is that right")
        says(child, "yes")
        child.expect("starting now")
        child.expect("5-second timer is up", timeout=20)
        says(child, "stop")
        child.expect("timer off")
        at_the_prompt(child)
        child.sendcontrol("d")
        child.expect(pexpect.EOF)
    finally:
        child.close(force=True)


def test_leaving_and_coming_back(tmp_path: Path) -> None:
    child = started(tmp_path, "--recipe", "kimchi-jjigae")
    child.expect("1단계")
    says(child, "다음")
    child.expect("2단계")
    at_the_prompt(child)
    child.sendcontrol("d")
    child.expect(r"--session (\S+)")
    assert child.match is not None
    session = re.sub(r"\x1b\[[0-9;]*m", "", str(child.match.group(1)))
    child.expect(pexpect.EOF)
    again = started(tmp_path, "--session", session)
    try:
        again.expect("2단계 하던 중")
    finally:
        again.close(force=True)
