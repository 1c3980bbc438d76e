"""`--sound-check` and `--list-devices`, as somebody runs them who isn't heard."""

import subprocess
import sys
import threading

import pytest

from tests.conftest import ROOT
from tests.sound.kitchen import Speech
from tests.sound.pulse import Pulse, Recording


def orchestrator(room: Pulse, *words: str, urls: dict[str, str] | None = None) -> "subprocess.Popen[str]":
    where = {f"SOUS_{name.upper()}_URL": url for name, url in (urls or {}).items()}
    return subprocess.Popen(
        [sys.executable, "-m", "orchestrator", "voice", *words],
        cwd=ROOT, env={**room.environment, "PYTHONPATH": str(ROOT), "SOUS_HOME": str(room.folder / "home"), **where},
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "good", "start"), [("ko", "잘 들려요", "이렇게"), ("en", "That is good", "Start like")]
)
def test_it_hears_the_cook_and_is_heard(
    room: Pulse, heard: Recording, urls: dict[str, str], lang: str, good: str, start: str
) -> None:
    speech = Speech(urls["tts"]).cook("다음 단계 알려 줘" if lang == "ko" else "tell me the next step", lang)
    checking = orchestrator(room, "--sound-check", "--lang", lang, "--mic", "pulse", "--speaker", "pulse")
    over = threading.Event()

    def talk() -> None:
        while not over.is_set():
            room.say(speech)

    talking = threading.Thread(target=talk)
    talking.start()
    try:
        out, errors = checking.communicate(timeout=90)
    finally:
        over.set()
        talking.join(60)
    assert checking.returncode == 0, errors
    assert good in out
    assert "#####" in out, "the meter moved"
    assert f"{start}" in out
    assert "make voice ARGS='--mic pulse --speaker pulse'" in out
    heard.wait_for_sound(0)  # the chime


def test_a_dead_microphone_is_told(room: Pulse) -> None:
    checking = orchestrator(room, "--sound-check", "--mic", "pulse", "--speaker", "pulse")
    out, errors = checking.communicate(timeout=90)
    assert checking.returncode == 1, errors
    assert "Nothing at all" in out


def test_the_list_of_devices(room: Pulse) -> None:
    listing = orchestrator(room, "--list-devices")
    out, errors = listing.communicate(timeout=60)
    assert listing.returncode == 0, errors
    assert "Microphones:" in out
    assert "pulse" in out


def test_a_wrong_name_is_answered_with_the_right_ones(room: Pulse, urls: dict[str, str]) -> None:
    wrong = orchestrator(room, "--mic", "no such thing", urls=urls)
    _, errors = wrong.communicate(timeout=60)
    assert wrong.returncode == 2
    assert 'No microphone is called "no such thing"' in errors
    assert "pulse" in errors
