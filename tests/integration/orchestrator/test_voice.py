"""`python -m orchestrator voice` over a pair of WAV files: the real program, real services, real time."""

import os
import signal
import subprocess
import sys
import wave
from pathlib import Path

import httpx
import numpy as np
import pytest
from numpy.typing import NDArray

from orchestrator import trace
from orchestrator.memory import recall
from tests.conftest import ROOT, StartService

RATE = 16_000
Samples = NDArray[np.int16]


def spoken(url: str, text: str, language: str) -> Samples:
    """By another voice than the one that answers, without the silence around it."""
    voice = f"espeak-{language}-high"
    wish = {"text": text, "language": language, "voice": voice, "format": "pcm", "sample_rate": RATE}
    answer = httpx.post(f"{url}/synthesize", json=wish, timeout=30, trust_env=False).raise_for_status()
    sound = np.frombuffer(answer.content, np.int16)
    loud = np.flatnonzero(np.abs(sound.astype(np.int32)) > 300)
    return sound[loud[0] : loud[-1] + 1]


def write(path: Path, parts: list[Samples | float]) -> list[float]:
    """Words and pauses in seconds; returns where each word ends."""
    ends, pieces, at = [], list[Samples](), 0
    for part in parts:
        piece = np.zeros(round(part * RATE), np.int16) if isinstance(part, float) else part
        pieces.append(piece)
        at += len(piece)
        if not isinstance(part, float):
            ends.append(at / RATE)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(np.concatenate(pieces).tobytes())
    return ends


def read(path: Path) -> Samples:
    with wave.open(str(path), "rb") as file:
        return np.frombuffer(file.readframes(file.getnframes()), np.int16)


def audible(sound: Samples, start: float, end: float) -> bool:
    return bool((np.abs(sound[round(start * RATE) : round(end * RATE)].astype(np.int32)) > 100).any())


def environment(shared_services: StartService, home: Path) -> dict[str, str]:
    addresses = {f"SOUS_{name.upper()}_URL": shared_services(name).url for name in ("stt", "tts", "llm")}
    return {**os.environ, **addresses, "SOUS_HOME": str(home)}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("language", "recipe", "stop", "following"),
    [("ko", "kimchi-jjigae", "그만", "다음"), ("en", "tomato-pasta", "stop", "next step")],
)
def test_a_cook_stops_us_and_goes_on(
    language: str, recipe: str, stop: str, following: str, shared_services: StartService, tmp_path: Path
) -> None:
    env = environment(shared_services, tmp_path / "home")
    words = [spoken(env["SOUS_TTS_URL"], text, language) for text in (stop, following)]
    stopped, asked = write(tmp_path / "said.wav", [3.0, words[0], 3.0, words[1], 2.5])
    command = [sys.executable, "-m", "orchestrator", "voice", "--recipe", recipe, "--lang", language]
    command += ["--input", str(tmp_path / "said.wav"), "--output", str(tmp_path / "heard.wav"), "--session", "cook"]
    done = subprocess.run(command, check=False, cwd=ROOT, env=env, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    heard = read(tmp_path / "heard.wav")
    assert audible(heard, 0.0, 3.0)  # the first step, aloud
    assert not audible(heard, stopped + 1.5, asked)
    assert audible(heard, asked, asked + 2.5)
    state = recall(tmp_path / "home" / "sessions", "cook").state
    assert state.place.step == 2
    assert state.question is None
    turns = trace.read(tmp_path / "home" / "sessions" / "cook")
    assert [turn.intent for turn in turns] == ["stop", "next_step"]
    assert {"silence", "stt", "understand", "decide", "speak"} <= set(turns[1].stages)
    assert turns[1].ended_s == pytest.approx(asked, abs=0.15)
    assert f"› {following}" in done.stdout
    # What was fetched ahead lies on disk and speaks when the service is away.
    assert list((tmp_path / "home" / "cache" / "voice").glob("*/*.pcm"))


@pytest.mark.slow
@pytest.mark.parametrize(("language", "first", "rest"), [("ko", "다음", "단계"), ("en", "next", "step")])
def test_the_rest_of_a_command_that_comes_late_does_no_harm(
    language: str, first: str, rest: str, shared_services: StartService, tmp_path: Path
) -> None:
    """By itself 단계 is heard as 안 돼, step as skip. "다음" was obeyed already when it comes."""
    env = environment(shared_services, tmp_path / "home")
    words = [spoken(env["SOUS_TTS_URL"], text, language) for text in (first, rest)]
    write(tmp_path / "said.wav", [9.0, words[0], 0.4, words[1], 2.5])
    command = [sys.executable, "-m", "orchestrator", "voice", "--lang", language, "--session", "cook"]
    command += ["--recipe", str(ROOT / "tests" / "sound" / "recipes" / f"toast-{language}.json")]
    command += ["--input", str(tmp_path / "said.wav")]
    done = subprocess.run(command, check=False, cwd=ROOT, env=env, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert recall(tmp_path / "home" / "sessions", "cook").state.place.step == 2
    assert [turn.intent for turn in trace.read(tmp_path / "home" / "sessions" / "cook")] in (
        ["next_step"],
        ["step_done"],
    )


def test_without_services_it_says_how_to_start_them(tmp_path: Path) -> None:
    write(tmp_path / "said.wav", [1.0])
    away = {f"SOUS_{name}_URL": "http://127.0.0.1:9" for name in ("STT", "TTS", "LLM")}
    command = [sys.executable, "-m", "orchestrator", "voice", "--input", str(tmp_path / "said.wav")]
    env = {**os.environ, **away, "SOUS_HOME": str(tmp_path)}
    done = subprocess.run(command, check=False, cwd=ROOT, env=env, capture_output=True, text=True, timeout=60)
    assert done.returncode == 2
    assert "make up" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(["--input", "nowhere.wav"], "cannot be read"), (["--output", "out.wav"], "--output goes with --input")],
)
def test_what_is_wrong_is_said_plainly(
    arguments: list[str], said: str, shared_services: StartService, tmp_path: Path
) -> None:
    env = environment(shared_services, tmp_path)
    command = [sys.executable, "-m", "orchestrator", "voice", *arguments]
    done = subprocess.run(command, check=False, cwd=ROOT, env=env, capture_output=True, text=True, timeout=60)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_leaving_is_clean_and_the_session_is_kept(shared_services: StartService, tmp_path: Path) -> None:
    write(tmp_path / "said.wav", [60.0])
    env = environment(shared_services, tmp_path / "home")
    command = [sys.executable, "-u", "-m", "orchestrator", "voice", "--input", str(tmp_path / "said.wav")]
    program = subprocess.Popen(
        [*command, "--session", "cook"], cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert program.stdout is not None
    assert any("1단계" in line for line in program.stdout), "it ended before the first step"
    program.send_signal(signal.SIGINT)
    _, trouble = program.communicate(timeout=20)
    assert program.returncode == 130
    assert "Traceback" not in trouble
    assert recall(tmp_path / "home" / "sessions", "cook").state.recipe is not None
