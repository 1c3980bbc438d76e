"""The proof itself, inside a namespace without a network: install, start, hear, understand, cook a step, speak, stop.

Run by verify.py. Uses the bundle's own install.sh and, from then on, what that has installed; nothing of this checkout
or its environments takes part.
"""

import fcntl
import http.client
import json
import os
import socket
import struct
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from deploy.local.house import Trouble

SIOCGIFFLAGS, SIOCSIFFLAGS, IFF_UP = 0x8913, 0x8914, 1
NEXT = "다음"
RECIPE = "kimchi-jjigae"


@dataclass(frozen=True, slots=True)
class Turn:
    """What the orchestrator answered to one line."""

    intent: str
    step: int
    speech: tuple[str, ...]
    degraded: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kitchen:
    """An installation, its ports and its state, apart from everything else on this machine."""

    root: Path
    ports: Mapping[str, int]
    environment: Mapping[str, str]

    def run(self, *command: str, typed: str = "") -> str:
        done = subprocess.run(
            [*command], cwd=self.root, env=dict(self.environment), input=typed, capture_output=True, text=True,
            check=False, timeout=180,
        )  # fmt: skip
        if done.returncode != 0:
            raise Trouble(f"{' '.join(command)} ended with {done.returncode}:\n{(done.stderr + done.stdout)[-3000:]}")
        return done.stdout

    def post(self, service: str, path: str, body: bytes, kind: str) -> bytes:
        wire = http.client.HTTPConnection("127.0.0.1", self.ports[service], timeout=30)
        try:
            wire.request("POST", path, body, {"Content-Type": kind})
            reply = wire.getresponse()
            content = reply.read()
        finally:
            wire.close()
        if reply.status != 200:
            raise Trouble(f"{service} {path}: {reply.status} {content[:500].decode(errors='replace')}")
        return content

    def say(self, text: str) -> bytes:
        """A sentence from the voice, as a WAV file."""
        wanted = {"text": text, "language": "ko", "format": "wav"}
        sound = self.post("tts", "/synthesize", json.dumps(wanted).encode(), "application/json")
        if sound[:4] != b"RIFF" or len(sound) < 4000:
            raise Trouble(f"/synthesize answered {len(sound)} bytes that are no speech")
        return sound


def cut_off() -> None:
    """The loopback up, everything else down: proven, not assumed."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as control:
        asked = struct.pack("16sH14s", b"lo", 0, b"")
        flags = struct.unpack("16sH14s", fcntl.ioctl(control, SIOCGIFFLAGS, asked))[1]
        fcntl.ioctl(control, SIOCSIFFLAGS, struct.pack("16sH14s", b"lo", flags | IFF_UP, b""))
    devices = [line.split(":")[0].strip() for line in Path("/proc/net/dev").read_text().splitlines() if ":" in line]
    if set(devices) - {"lo"} and _reaches_out():
        raise Trouble(f"This is no place without a network: {', '.join(devices)}.")


def _reaches_out() -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # an address kept for documentation: nobody is asked anything
        except OSError:
            return False
    return True


def rehearse(bundle: Path, folder: Path) -> dict[str, float]:
    """Seconds of each step; Trouble at the first that does not work."""
    took: dict[str, float] = {}
    began = time.monotonic()

    def done(step: str) -> None:
        nonlocal began
        took[step] = round(time.monotonic() - began, 1)
        sys.stderr.write(f"  {step}: {took[step]} s\n")
        began = time.monotonic()

    target = folder / "sous"
    ports = dict(zip(("stt", "tts", "llm"), _free_ports(3), strict=True))
    kitchen = Kitchen(target, ports, _environment(folder, ports))
    first = subprocess.run(
        ["sh", str(bundle / "install.sh"), str(target)], cwd=folder, env=dict(kitchen.environment), check=False
    )
    if first.returncode != 0:
        raise Trouble("install.sh failed.")
    done("install")
    kitchen_do = [sys.executable, "-m", "deploy.local"]
    try:
        kitchen.run(*kitchen_do, "up")
        done("start")
        heard = json.loads(kitchen.post("stt", "/transcribe?language=ko", kitchen.say(NEXT), "audio/wav"))
        question = {"text": heard["text"] or NEXT, "current_step": "양파를 볶아 주세요."}
        meant = json.loads(kitchen.post("llm", "/classify", json.dumps(question).encode(), "application/json"))
        if meant["intent"] != "next_step":
            raise Trouble(f"/classify understood {meant['intent']} for {question['text']!r}")
        done("hear and understand")
        turns = _cook(kitchen)
        if len(turns) != 2 or turns[1].intent != "next_step" or turns[1].step != turns[0].step + 1:
            raise Trouble(f"{NEXT} did not lead to the next step: {turns}")
        if turns[1].degraded:
            raise Trouble(f"cooked, but without {', '.join(turns[1].degraded)}")
        kitchen.say(turns[1].speech[0])
        done("cook a step and say it")
        _healthy(kitchen)
        done("ask the doctor")
        sys.stderr.write(f"    said {NEXT}, heard {heard['text']!r}, understood {meant['intent']}\n")
        sys.stderr.write(f"    answered {turns[1].speech[0]}\n")
    finally:
        kitchen.run(*kitchen_do, "down")
    done("stop")
    return took


def _cook(kitchen: Kitchen) -> list[Turn]:
    """A recipe opened, and one word said."""
    command = [sys.executable, "-m", "orchestrator", "--json", "--recipe", RECIPE, "--lang", "ko"]
    said = kitchen.run(*command, typed=f"{NEXT}\n").splitlines()
    turns = [json.loads(line) for line in said]
    return [Turn(str(t["intent"]), int(t["step"]), tuple(t["speech"]), tuple(t["degraded"])) for t in turns]


def _healthy(kitchen: Kitchen) -> None:
    """The installation's own doctor finds the three services ready, and its environments as they should be."""
    command = [sys.executable, "-B", "-m", "deploy.doctor", "--json"]
    done = subprocess.run(command, cwd=kitchen.root, env=dict(kitchen.environment), capture_output=True, check=False)
    codes = {finding["subject"]: finding["code"] for finding in json.loads(done.stdout)["findings"]}
    sick = {name: codes.get(name) for name in kitchen.ports if codes.get(name) != "ready"}
    sick |= {name: code for name, code in codes.items() if name.startswith("environment ") and code != "environment"}
    if sick:
        raise Trouble(f"The doctor found: {sick}")


def _environment(folder: Path, ports: Mapping[str, int]) -> dict[str, str]:
    """A clean one: nothing of this machine's settings, a state folder of its own."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL", "TERM") if name in os.environ}
    chosen = {f"{name.upper()}_PORT": str(port) for name, port in ports.items()}
    home = folder / "home"
    home.mkdir(exist_ok=True)
    state = {"HOME": str(home), "SOUS_HOME": str(folder / "state"), "PYTHON": sys.executable, "HF_HUB_OFFLINE": "1"}
    return {**kept, **chosen, **state}


def _free_ports(count: int) -> list[int]:
    sockets = [socket.socket() for _ in range(count)]
    for one in sockets:
        one.bind(("127.0.0.1", 0))
    ports = [int(one.getsockname()[1]) for one in sockets]
    for one in sockets:
        one.close()
    return ports


def main() -> int:
    bundle, folder = Path(sys.argv[1]), Path(sys.argv[2])
    try:
        cut_off()
        took = rehearse(bundle, folder)
    except (Trouble, OSError, subprocess.TimeoutExpired, ValueError, KeyError) as trouble:
        sys.stderr.write(f"NOT PROVEN: {trouble}\n")
        return 1
    sys.stdout.write(json.dumps(took) + "\n")
    sys.stderr.write("Proven: it installs, starts and cooks with no network.\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
