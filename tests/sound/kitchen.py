"""A cook with a voice, and the real program `python -m orchestrator voice` listening through PortAudio."""

import os
import queue
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import numpy as np

from tests.conftest import ROOT
from tests.sound.pulse import RATE, Pulse, Recording, Sound, likeness, wait_until

#: Not the voices that the assistant answers with.
COOKS_VOICE = {"ko": "espeak-ko-high", "en": "espeak-en-high"}


@dataclass(frozen=True)
class Speech:
    """Our own speech service, as the cook's throat and as what the assistant's voice is compared with."""

    url: str

    def synthesize(self, text: str, language: str, **how: object) -> Sound:
        wanted = {"text": text, "language": language, "format": "pcm", "sample_rate": RATE, **how}
        answer = httpx.post(f"{self.url}/synthesize", json=wanted, timeout=30, trust_env=False)
        assert answer.status_code == 200, answer.text
        return np.frombuffer(answer.content, np.int16)

    def cook(self, text: str, language: str) -> Sound:
        quiet = np.zeros(RATE // 10, np.int16)
        return np.concatenate((quiet, self.synthesize(text, language, voice=COOKS_VOICE[language]), quiet))


#: The speech was really there, and not other speech: pieces of other sentences reach 0.45.
SAME = 0.65


def language_of(text: str) -> str:
    return "ko" if any("가" <= letter <= "힣" for letter in text) else "en"


@dataclass
class Assistant:
    """The program, its screen and its voice."""

    process: "subprocess.Popen[str]"
    room: Pulse
    voice: Recording
    speech: Speech
    began: int
    """Where in the recording it was started."""
    lines: list[str] = field(default_factory=list)
    coming: "queue.Queue[str]" = field(default_factory=queue.Queue)

    def read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.coming.put(line.rstrip("\n"))

    @property
    def screen(self) -> str:
        return "\n".join(self.lines)

    def wait_for(self, true: Callable[[str], bool], within_s: float = 40) -> str:
        """The first new line on the screen that is so."""
        until = time.monotonic() + within_s
        while time.monotonic() < until:
            try:
                line = self.coming.get(timeout=0.05)
            except queue.Empty:
                assert self.process.poll() is None, f"it ended with {self.process.returncode}:\n{self.screen}"
                continue
            self.lines.append(line)
            if true(line):
                return line
        raise AssertionError(f"not within {within_s} s. The screen:\n{self.screen}")

    def drain(self) -> list[str]:
        """What stands on the screen since it was last looked at."""
        new = []
        while not self.coming.empty():
            new.append(self.coming.get())
        self.lines += new
        return new

    def until_quiet(self, mark: int, length_s: float = 1.2) -> int:
        """Let it speak to its end."""
        wait_until(lambda: self.voice.loud_since(mark), 40, "a sound", self.look)
        return self.voice.wait_for_silence(mark, length_s)

    def look(self) -> str:
        self.drain()
        return f"The screen:\n{self.screen}"

    def said_aloud(self, sentence: str, mark: int) -> float:
        """How much of the sentence's sound, 0 to 1, came out of the speaker since the mark."""
        expected = self.speech.synthesize(sentence, language_of(sentence))
        loud = np.nonzero(np.abs(expected) > 90)[0]
        said, heard = expected[loud[0] : loud[-1]], self.voice.since(mark)
        # Piece by piece: where a crowded machine stutters, what comes after is still the same speech.
        pieces = np.array_split(said, max(1, round(len(said) / RATE / 0.6)))
        return float(np.median([likeness(piece, heard)[0] for piece in pieces]))

    def is_said_aloud(self, sentence: str, mark: int = 0, within_s: float = 60) -> None:
        """Until the sentence has come out of the speaker, and then until it is quiet there."""
        best = 0.0
        until = time.monotonic() + within_s
        while best < SAME:
            assert time.monotonic() < until, f"only {best:.2f} of it was heard: {sentence}\n{self.look()}"
            time.sleep(0.2)
            best = self.said_aloud(sentence.strip(), mark)
        self.voice.wait_for_silence(mark, 1.0)

    def hear(self, text: str) -> None:
        """The cook says something, to its end."""
        self.room.say(self.speech.cook(text, language_of(text)))

    def leave(self) -> None:
        self.process.terminate()
        try:
            self.process.wait(15)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait(10)

    def answer_to(self, text: str, true: Callable[[str], bool], times: int = 3) -> str:
        """What it shows in answer. On a machine that stutters the cook may have to say it again, as in life; how often
        a command is heard the first time is measured elsewhere."""
        for left in reversed(range(times)):
            self.hear(text)
            try:
                return self.wait_for(true, 15)
            except AssertionError:
                if not left:
                    raise
        raise AssertionError("never")


@contextmanager
def assistant(
    room: Pulse, voice: Recording, urls: dict[str, str], home: Path, *words: str, environment_name: str
) -> Iterator[Assistant]:
    environment = {
        **{name: value for name, value in room.environment.items() if not name.startswith("SOUS_")},
        **{f"SOUS_{name.upper()}_URL": url for name, url in urls.items()},
        "SOUS_HOME": str(home),
        "PYTHONPATH": str(ROOT),
        "PYTHONUNBUFFERED": "1",
        "PYTHONIOENCODING": "utf-8",
        "PATH": os.environ["PATH"],
        "ORCHESTRATOR_ENVIRONMENT": environment_name,
    }
    began = voice.mark
    process = subprocess.Popen(
        [
            str(ROOT / ".venvs" / environment_name / "bin" / "python"),
            "-m",
            "orchestrator",
            "voice",
            "--mic",
            "pulse",
            "--speaker",
            "pulse",
            *words,
        ],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    )
    told = Assistant(process, room, voice, Speech(urls["tts"]), began)
    reader = threading.Thread(target=told.read, daemon=True)
    reader.start()
    try:
        told.wait_for(lambda line: line.startswith("🎤"))
        yield told
    finally:
        told.leave()
        reader.join(10)
        assert process.stdout is not None
        process.stdout.close()
