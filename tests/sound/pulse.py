"""A sound stack of the tests' own: a PulseAudio without hardware, with a room to speak in and a speaker to listen to.

The assistant's microphone is the room's monitor, so what is played into the room is what it hears; what it says goes to
the sink `speaker`, whose monitor is recorded from beginning to end. Nothing of the user's own sound is touched.
"""

import os
import shutil
import subprocess
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tests.conftest import watching

Sound = NDArray[np.int16]

RATE = 16_000
INSTALL = "apt-get install --no-install-recommends pulseaudio pulseaudio-utils libportaudio2 libasound2-plugins"
#: Below this it is silence: espeak's quietest vowel is ten times as loud.
QUIET = 60


def wait_until(true: Callable[[], bool], within_s: float, what: str, look: Callable[[], str] = str) -> None:
    until = time.monotonic() + within_s
    while not true():
        if time.monotonic() > until:
            raise AssertionError(f"not within {within_s} s: {what}\n{look()}")
        time.sleep(0.01)


@dataclass
class Recording:
    """Everything that came out of a monitor, as it comes, on a clock that can be compared with the other one's."""

    process: "subprocess.Popen[bytes]"
    pieces: list[Sound] = field(default_factory=list)
    length: int = 0
    began: float = 0.0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def run(self) -> None:
        assert self.process.stdout is not None
        while data := self.process.stdout.read(RATE // 100 * 2):
            piece = np.frombuffer(data[: len(data) // 2 * 2], "<i2")
            with self.lock:
                self.pieces.append(piece)
                self.length += len(piece)
                # The piece that was least late says best when the recording began.
                began = time.monotonic() - self.length / RATE
                self.began = min(self.began, began) if self.began else began

    def since(self, mark: int = 0) -> Sound:
        with self.lock:
            whole = np.concatenate(self.pieces) if self.pieces else np.zeros(0, np.int16)
        return whole[mark:]

    @property
    def mark(self) -> int:
        with self.lock:
            return self.length

    def loud_since(self, mark: int) -> bool:
        return bool((np.abs(self.since(mark)) > QUIET).any())

    def wait_for_sound(self, mark: int, within_s: float = 40) -> int:
        """Where the first sound after the mark is."""
        wait_until(lambda: self.loud_since(mark), within_s, "a sound")
        return mark + int(np.argmax(np.abs(self.since(mark)) > QUIET))

    def wait_for_silence(self, mark: int, length_s: float = 0.6, within_s: float = 60) -> int:
        """Where the last sound before `length_s` of silence is."""
        wanted = round(length_s * RATE)

        def silent() -> bool:
            last = self.since(mark)[-wanted:]
            return len(last) == wanted and not (np.abs(last) > QUIET).any()

        wait_until(silent, within_s, f"{length_s} s of silence")
        sounds = np.nonzero(np.abs(self.since(mark)) > QUIET)[0]
        return mark + int(sounds[-1]) if len(sounds) else mark

    def when(self, at: int) -> float:
        """A place in the recording, as a moment."""
        return self.began + at / RATE


@dataclass
class Pulse:
    folder: Path
    environment: dict[str, str]

    def ctl(self, *words: str) -> str:
        done = subprocess.run(
            ["pactl", *words], env=self.environment, capture_output=True, text=True, check=True, timeout=20
        )
        return done.stdout.strip()

    def plug_in(self, name: str) -> str:
        """A sink; `norewinds` because a sink without hardware otherwise asks for two seconds at a time."""
        return self.ctl(
            "load-module", "module-null-sink", f"sink_name={name}", "rate=48000", "channels=1", "norewinds=1"
        )

    def sinks(self) -> dict[str, str]:
        found = {}
        for line in self.ctl("list", "short", "modules").splitlines():
            number, kind, *words = line.split("\t")
            for word in " ".join(words).split():
                if kind == "module-null-sink" and word.startswith("sink_name="):
                    found[word.removeprefix("sink_name=")] = number
        return found

    def pull_out(self, *names: str) -> None:
        modules = self.sinks()
        for name in names:
            self.ctl("unload-module", modules[name])

    def furnish(self) -> None:
        """Both sinks there, and the defaults pointing at them."""
        for name in ("room", "speaker"):
            if name not in self.sinks():
                self.plug_in(name)
        self.ctl("set-default-sink", "speaker")
        self.ctl("set-default-source", "room.monitor")

    @contextmanager
    def echo(self) -> Iterator[None]:
        """The speaker stands in the room: what it plays is in the microphone a moment later."""
        module = self.ctl("load-module", "module-loopback", "source=speaker.monitor", "sink=room", "latency_msec=40")
        try:
            yield
        finally:
            self.ctl("unload-module", module)

    def play(self, sound: Sound, rate: int = RATE) -> "subprocess.Popen[bytes]":
        """Say something in the room; it goes on while the test does."""
        file = self.folder / f"said-{time.monotonic_ns()}.raw"
        file.write_bytes(sound.astype("<i2").tobytes())
        command = ["pacat", "--playback", "--device=room", "--raw", "--format=s16le", "--channels=1"]
        with file.open("rb") as source:
            return subprocess.Popen(
                [*command, f"--rate={rate}", "--latency-msec=200"], stdin=source, env=self.environment
            )

    def say(self, sound: Sound, rate: int = RATE, within_s: float = 60) -> None:
        """Say something in the room, to its end."""
        playing = self.play(sound, rate)
        assert playing.wait(within_s) == 0

    @contextmanager
    def record(self, source: str) -> Iterator[Recording]:
        command = ["parec", f"--device={source}", "--raw", "--format=s16le", "--channels=1", f"--rate={RATE}"]
        process = subprocess.Popen(
            [*command, "--latency-msec=10"], stdout=subprocess.PIPE, bufsize=0, env=self.environment
        )
        recording = Recording(process)
        thread = threading.Thread(target=recording.run, daemon=True)
        thread.start()
        try:
            wait_until(lambda: recording.mark > 0, 20, f"the first sample of {source}")
            yield recording
        finally:
            process.terminate()
            process.wait(10)
            thread.join(10)
            assert process.stdout is not None
            process.stdout.close()


def watched_machine() -> AbstractContextManager[list[float]]:
    """The longest pause of this machine, in seconds, while the block runs."""
    return watching(Path(__file__).with_name("stumbles.py"))


def stumbled(pauses: list[float]) -> bool:
    """For longer than the sound in any buffer lasts: an echo comes later after that than before."""
    return max(pauses) > 0.04


@contextmanager
def sound_stack(folder: Path, environment: Mapping[str, str] = os.environ) -> Iterator[Pulse]:
    for program in ("pulseaudio", "pactl", "pacat", "parec"):
        if shutil.which(program) is None:
            raise AssertionError(f"{program} is not installed. {INSTALL}")
    runtime = folder / "runtime"
    runtime.mkdir(mode=0o700)
    socket = runtime / "native"
    own = {
        **{name: value for name, value in environment.items() if not name.startswith(("PULSE_", "ALSA_"))},
        "HOME": str(folder),
        "XDG_RUNTIME_DIR": str(runtime),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "PULSE_RUNTIME_PATH": str(runtime),
        "PULSE_STATE_PATH": str(folder / "state"),
        "PULSE_SERVER": f"unix:{socket}",
        "PULSE_COOKIE": str(folder / "cookie"),
    }
    script = folder / "start.pa"
    script.write_text(f".fail\nload-module module-native-protocol-unix auth-anonymous=1 socket={socket}\n")
    command = ["pulseaudio", "-n", "-F", str(script), "--daemonize=no", "--use-pid-file=no", "--exit-idle-time=-1"]
    # Shared memory is often too small in containers; priority, where it may be had, as sound must not wait.
    command += ["--disable-shm=yes", "--high-priority=yes", "--realtime=no", "--log-target=stderr", "--log-level=error"]
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(command, env=own, stdout=log, stderr=log)
    pulse = Pulse(folder, own)
    try:
        wait_until(lambda: server.poll() is not None or answers(pulse), 30, "PulseAudio", (folder / "log").read_text)
        assert server.poll() is None, (folder / "log").read_text()
        pulse.furnish()
        yield pulse
    finally:
        server.terminate()
        server.wait(10)


def answers(pulse: Pulse) -> bool:
    return subprocess.run(["pactl", "info"], env=pulse.environment, capture_output=True, check=False).returncode == 0


def likeness(part: Sound, whole: Sound) -> tuple[float, int]:
    """How much of `part` is in `whole`, 0 to 1 whatever the loudness, and where it begins."""
    if len(whole) < len(part) or not len(part):
        return 0.0, 0
    a, b = part.astype(np.float64), whole.astype(np.float64)
    size = 1 << (len(a) + len(b)).bit_length()
    together = np.fft.irfft(np.fft.rfft(b, size) * np.conj(np.fft.rfft(a, size)), size)[: len(b) - len(a) + 1]
    energy = np.concatenate(([0.0], np.cumsum(b**2)))
    beside = np.sqrt(np.maximum(energy[len(a) :] - energy[: -len(a)], 1e-9)) * np.sqrt((a**2).sum())
    scores = np.where(beside > np.sqrt((a**2).sum()) * 1000, together / beside, 0)
    best = int(np.argmax(scores))
    return float(scores[best]), best
