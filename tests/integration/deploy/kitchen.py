"""A checkout of its own for every test: the real `deploy/` and Makefile, stand-in services, free ports.

The environments are links to the one the tests run in (it holds everything), stamped as finished, so nothing is
installed. Services are the few lines of `stand_in.py`: how they come up, die and end is what these tests are about.
"""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from deploy.local import processes
from deploy.local.house import House
from shared.environment import STAMP, fingerprint

REPOSITORY = Path(__file__).resolve().parents[3]
STAND_IN = Path(__file__).with_name("stand_in.py")


@dataclass
class Kitchen:
    """One checkout and what somebody would do in it."""

    root: Path
    ports: dict[str, int]
    extra: dict[str, str] = field(default_factory=dict)

    @property
    def environment(self) -> dict[str, str]:
        chosen = {f"{name.upper()}_PORT": str(port) for name, port in self.ports.items()}
        inherited = {k: v for k, v in os.environ.items() if not k.startswith(("STT_", "TTS_", "LLM_", "SOUS_", "MAKE"))}
        return {**inherited, **chosen, **self.extra}

    @property
    def house(self) -> House:
        return House.at(self.root, self.environment)

    def begin(self, *words: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", "deploy.local", *words],
            cwd=self.root,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def do(self, *words: str, timeout: float = 90) -> subprocess.CompletedProcess[str]:
        process = self.begin(*words)
        out, err = process.communicate(timeout=timeout)
        return subprocess.CompletedProcess(words, process.returncode, out, err)

    def status(self) -> dict[str, dict[str, object]]:
        return {row["name"]: row for row in json.loads(self.do("status", "--json").stdout)}

    def pid(self, name: str) -> int:
        pid = self.status()[name]["pid"]
        assert isinstance(pid, int)
        return pid

    def supervisor(self) -> int:
        return int((self.house.private / "supervisord.pid").read_text())

    def open_ports(self) -> list[str]:
        return [name for name, port in self.ports.items() if not processes.free("127.0.0.1", port)]

    def behaves(self, name: str, **behaviour: object) -> None:
        """Tell a stand-in how to be (see stand_in.py)."""
        (self.root / f"{name}.json").write_text(json.dumps(behaviour), encoding="utf-8")


def furnish(root: Path) -> Path:
    """Copy what a checkout needs into `root`."""
    for package in ("deploy/local", "deploy/doctor", "envs"):
        shutil.copytree(REPOSITORY / package, root / package, ignore=shutil.ignore_patterns("__pycache__"))
    for file in (
        "deploy/__init__.py",
        "deploy/asking.py",
        "deploy/sums.py",
        "shared/__init__.py",
        "shared/environment.py",
        "Makefile",
    ):
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(REPOSITORY / file, root / file)
    for name in ("stt", "tts", "llm"):
        (root / "services" / name).mkdir(parents=True)
        (root / "services" / name / "__init__.py").touch()
        shutil.copy(STAND_IN, root / "services" / name / "__main__.py")
    (root / "orchestrator").mkdir()
    (root / "orchestrator" / "__main__.py").write_text(ECHO, encoding="utf-8")
    here = Path(sys.prefix)
    for name in ("stt", "tts", "llm", "orchestrator"):
        venv = root / ".venvs" / name
        venv.mkdir(parents=True)
        for part in ("bin", "lib", "pyvenv.cfg"):
            (venv / part).symlink_to(here / part)
        (venv / STAMP).write_text(fingerprint(name, root), encoding="ascii")
    return root


# `python -m orchestrator` of these checkouts: repeats what it hears, and fails when told to.
ECHO = """\
import os, sys
for line in sys.stdin:
    print("heard", line.strip(), flush=True)
    if line.strip() == "where":
        print(os.environ["SOUS_LLM_URL"])
    if line.strip() == "fail":
        sys.exit(7)
"""
