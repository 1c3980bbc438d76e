"""From the end of a spoken command to the first sound of its answer: the real program, real services, WAV in and out.

    python -m benchmarks.voice_latency [--turns 250] [--language ko|en|both] [--json FILE]     20 minutes
    python -m benchmarks.voice_latency --quick                                                  6 minutes

Starts the three services with their embedded engines on free ports, has espeak-ng voices speak commands into a WAV
file, lets `python -m orchestrator voice` hear it in real time, and measures on the samples of what it answered: nothing
the program says about itself enters the figures. Every command is followed by a "stop" into the middle of its answer,
a timer by a "yes" (its length may have been asked back). --turns counts both, for each language; a turn takes about two
seconds. Then it is counted how often ten minutes of a hood fan, 10 dB below a voice, would have silenced the program.
"""

import argparse
import json
import os
import random
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
import wave
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.voice_noise import MINUTES_OF_BARGE, barge_ins
from orchestrator import trace

RATE = 16_000
ROOT = Path(__file__).resolve().parent.parent
Samples = NDArray[np.int16]

#: What is said, by what it is; in an order that stays within the recipe, and timers are taken away again. Words that
#: the embedded ear mostly gets from a synthetic voice: how often it does is for `benchmarks/stt_voices.py` to say.
COMMANDS = {
    "ko": (
        ("navigation", "다음", "next_step"),
        ("navigation", "다 했어", "step_done"),
        ("question", "간장 얼마나 넣어?", "ingredient_amount"),
        ("navigation", "이전", "previous_step"),
        ("timer", "이십 분 타이머", "set_timer"),
        ("navigation", "다시", "repeat_step"),
        ("timer", "타이머 취소", "cancel_timer"),
        ("navigation", "이전 단계", "previous_step"),
        ("question", "재료", "list_ingredients"),
        ("navigation", "다음 단계", "next_step"),
        ("navigation", "이전", "previous_step"),
    ),
    "en": (
        ("navigation", "next", "next_step"),
        ("navigation", "go to step four", "goto_step"),
        ("question", "how much salt?", "ingredient_amount"),
        ("navigation", "previous step", "previous_step"),
        ("timer", "set a timer for ten minutes", "set_timer"),
        ("navigation", "repeat that", "repeat_step"),
        ("timer", "cancel the timer", "cancel_timer"),
        ("navigation", "previous step", "previous_step"),
        ("question", "ingredients", "list_ingredients"),
        ("navigation", "next step", "next_step"),
        ("navigation", "go back", "previous_step"),
    ),
}
STOP = {"ko": "그만", "en": "stop"}
YES = {"ko": "네", "en": "yes"}
RECIPE = {"ko": "kimchi-jjigae", "en": "tomato-pasta"}
VOICES = {"ko": ("espeak-ko", "espeak-ko-high"), "en": ("espeak-en", "espeak-en-high", "espeak-en-gb")}
#: Quieter than this is silence: the fade of a cut has gone, a voice is far above it.
AUDIBLE = 40
STALLED_S = 2.0
#: What the quick run takes, and the goal for "stop" to silence.
QUICK, SILENT_MS = 75, 200


@dataclass
class Turn:
    kind: str
    text: str
    intent: str
    start_s: float
    end_s: float
    answered_ms: float | None = None  # first sound of the answer
    silent_ms: float | None = None  # only for a stop that came while something was being said
    understood_as: str = ""
    heard_as: str = ""


@dataclass
class Figures:
    language: str
    turns: list[Turn] = field(default_factory=list)

    def kinds(self) -> list[str]:
        return list(dict.fromkeys(turn.kind for turn in self.turns))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--turns", type=int, default=250, help="for each language, stops included")
    parser.add_argument("--quick", action="store_true", help=f"{QUICK} turns for each language")
    parser.add_argument("--language", choices=["ko", "en", "both"], default="both")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every turn there")
    options = parser.parse_args()
    languages = ["ko", "en"] if options.language == "both" else [options.language]
    load = os.getloadavg()[0]
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # the services go with us
    with tempfile.TemporaryDirectory() as folder, services(Path(folder)) as urls:
        wanted = QUICK if options.quick else options.turns
        measured = [measure(language, wanted, urls, Path(folder)) for language in languages]
    print(f"\nload of the machine before: {load:.1f}, after: {os.getloadavg()[0]:.1f}, {os.cpu_count()} cores\n")
    for figures in measured:
        report(figures)
    cut, ducked = barge_ins(MINUTES_OF_BARGE, 10)
    print(f"{MINUTES_OF_BARGE} minutes of fan at 10 dB: silenced {cut} times, lowered {ducked} times")
    if options.json is not None:
        page = [{"language": one.language, "turns": [vars(turn) for turn in one.turns]} for one in measured]
        options.json.write_text(json.dumps(page, ensure_ascii=False, indent=1), encoding="utf-8")
    return 0


# -- measuring --------------------------------------------------------------------------------------------------------


def measure(language: str, wanted: int, urls: dict[str, str], folder: Path) -> Figures:
    said, heard = folder / f"{language}-said.wav", folder / f"{language}-heard.wav"
    turns = write_input(language, wanted, urls["tts"], said)
    print(f"{language}: {len(turns)} turns, {turns[-1].end_s:.0f} s of sound", flush=True)
    home, session = folder / "home", f"bench-{language}"
    addresses = {f"SOUS_{name.upper()}_URL": url for name, url in urls.items()}
    command = [sys.executable, "-m", "orchestrator", "voice", "--input", str(said), "--output", str(heard)]
    command += ["--recipe", RECIPE[language], "--lang", language, "--session", session]
    # The sound of the steps is fetched on the way, as it is in a kitchen.
    subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, **addresses, "SOUS_HOME": str(home)},
        check=True,
        stdout=subprocess.DEVNULL,
    )
    sound = read(heard)
    for turn in turns:
        listen(turn, sound)
    for found in trace.read(home / "sessions" / session):
        if found.ended_s is None:
            continue
        nearest = min(turns, key=lambda turn: abs(turn.end_s - (found.ended_s or 0.0)))
        if abs(nearest.end_s - found.ended_s) < 0.5:
            nearest.understood_as, nearest.heard_as = found.intent, found.text
    return Figures(language, turns)


def write_input(language: str, wanted: int, tts: str, path: Path) -> list[Turn]:
    """Commands with a stop in the middle of each answer, in several voices and speeds; a little noise under it all."""
    chance = random.Random(7)
    pieces: list[Samples] = [np.zeros(RATE * 4, np.int16)]  # the opening is being read
    at = RATE * 4
    turns: list[Turn] = []

    def say(kind: str, text: str, intent: str, then_s: float) -> None:
        nonlocal at
        word = spoken(text, language, chance.choice(VOICES[language]), chance.choice((0.9, 1.0, 1.1)), tts)
        pieces.extend((word, np.zeros(round(then_s * RATE), np.int16)))
        turns.append(Turn(kind, text, intent, at / RATE, (at + len(word)) / RATE))
        at += len(word) + round(then_s * RATE)

    say("stop", STOP[language], "stop", 1.5)
    number = 0
    while len(turns) < wanted:
        command = COMMANDS[language][number % len(COMMANDS[language])]
        say(*command, then_s=chance.uniform(1.5, 1.8))
        if command[2] == "set_timer":
            say("yes", YES[language], "yes", chance.uniform(1.6, 1.8))
        else:
            say("stop", STOP[language], "stop", chance.uniform(1.6, 1.8))
        number += 1
    sound = np.concatenate(pieces).astype(np.float64)
    sound += np.random.default_rng(7).normal(0, 15, len(sound))
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(np.clip(sound, -32_768, 32_767).astype("<i2").tobytes())
    return turns


_SPOKEN: dict[tuple[str, str, float], Samples] = {}


def spoken(text: str, language: str, voice: str, speed: float, tts: str) -> Samples:
    """The command without the silence around it: its last sample is the end of speech."""
    if (text, voice, speed) not in _SPOKEN:
        wish = {
            "text": text,
            "language": language,
            "voice": voice,
            "speed": speed,
            "format": "pcm",
            "sample_rate": RATE,
        }
        request = urllib.request.Request(
            f"{tts}/synthesize", json.dumps(wish).encode(), {"Content-Type": "application/json"}
        )
        with urllib.request.urlopen(request, timeout=30) as answer:
            sound = np.frombuffer(answer.read(), np.int16)
        loud = np.flatnonzero(np.abs(sound.astype(np.int32)) > 300)
        _SPOKEN[text, voice, speed] = sound[loud[0] : loud[-1] + 1]
    return _SPOKEN[text, voice, speed]


def listen(turn: Turn, sound: Samples) -> None:
    """What the cook's ears got: silence after a stop, an answer after everything else."""
    end = round(turn.end_s * RATE)
    begin = round(turn.start_s * RATE)
    loud = np.abs(sound.astype(np.int32)) > AUDIBLE
    if turn.kind == "yes":
        return
    if turn.kind == "stop":
        if loud[begin - RATE // 10 : begin].any():
            after = np.flatnonzero(loud[end : end + RATE])
            turn.silent_ms = 0.0 if not len(after) else (int(after[-1]) + 1) * 1000 / RATE
        return
    start = end
    if loud[max(0, end - RATE // 20) : end].any():  # still talking: the answer comes after the silence that follows
        quiet = np.flatnonzero(~loud[end:])
        start = end + (int(quiet[0]) if len(quiet) else 0)
    window = loud[start : end + 3 * RATE]
    if window.any():
        turn.answered_ms = (start + int(np.argmax(window)) - end) * 1000 / RATE


# -- reporting --------------------------------------------------------------------------------------------------------


def report(figures: Figures) -> None:
    print(f"{figures.language}  {'':<12}{'n':>5}{'p50':>8}{'p90':>8}{'p95':>8}{'max':>8}   understood")
    for kind in figures.kinds():
        turns = [turn for turn in figures.turns if turn.kind == kind]
        right = sum(turn.understood_as == turn.intent for turn in turns)
        if kind == "yes":
            continue
        if kind == "stop":
            row("stop, silence", [turn.silent_ms for turn in turns if turn.silent_ms is not None])
            continue
        answered = [turn.answered_ms for turn in turns if turn.answered_ms is not None]
        row(kind, answered, f"{right}/{len(turns)}")
    asked = [turn for turn in figures.turns if turn.kind not in ("stop", "yes")]
    stalled = [turn for turn in asked if turn.answered_ms is None or turn.answered_ms > STALLED_S * 1000]
    unheard = [turn for turn in stalled if not turn.heard_as]
    print(
        f"    no answer within {STALLED_S:.0f} s: {len(stalled)} of {len(asked)}, not recognised at all: {len(unheard)}"
    )
    for turn in [turn for turn in asked if turn.understood_as != turn.intent][:8]:
        print(
            f"    {turn.start_s:7.1f} s  {turn.text!r} heard as {turn.heard_as!r} ({turn.understood_as or 'nothing'})"
        )
    late = [turn for turn in figures.turns if turn.silent_ms is not None and turn.silent_ms > SILENT_MS]
    print(f"    stops that took longer than {SILENT_MS} ms: {len(late)}")
    for turn in late[:8]:
        print(f"    {turn.start_s:7.1f} s  {turn.silent_ms:.0f} ms, heard as {turn.heard_as!r} ({turn.understood_as})")
    print()


def row(name: str, took: Sequence[float], more: str = "") -> None:
    if not took:
        print(f"    {name:<12}{0:>5}")
        return
    cells = [f"{np.percentile(took, share):8.0f}" for share in (50, 90, 95)]
    print(f"    {name:<12}{len(took):>5}{''.join(cells)}{max(took):8.0f}   {more}")


# -- the house --------------------------------------------------------------------------------------------------------


@contextmanager
def services(folder: Path) -> Iterator[dict[str, str]]:
    processes: list[subprocess.Popen[bytes]] = []
    urls: dict[str, str] = {}
    try:
        for name in ("stt", "tts", "llm"):
            port = free_port()
            urls[name] = f"http://127.0.0.1:{port}"
            log = (folder / f"{name}.log").open("wb")
            env = {**os.environ, "SOUS_HOME": str(folder / "services")}
            command = [sys.executable, "-m", f"services.{name}", "--port", str(port)]
            processes.append(subprocess.Popen(command, cwd=ROOT, env=env, stdout=log, stderr=log))
            log.close()
        for url in urls.values():
            wait_ready(url)
        yield urls
    finally:
        for process in processes:
            process.send_signal(signal.SIGTERM)
        for process in processes:
            process.wait(15)


def wait_ready(url: str) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(f"{url}/ready", timeout=1):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise SystemExit(f"{url} did not get ready")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def read(path: Path) -> Samples:
    with wave.open(str(path), "rb") as file:
        return np.frombuffer(file.readframes(file.getnframes()), np.int16)


if __name__ == "__main__":
    sys.exit(main())
