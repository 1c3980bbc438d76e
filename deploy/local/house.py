"""One checkout as the supervisor sees it: where its files lie, which services it runs and on which ports.

Only facts; nothing is created or started here. Two checkouts on one machine never share a path of this page.
"""

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from deploy.local.dotenv import layered
from shared.environment import fingerprint

CHECKOUT = Path(__file__).resolve().parents[2]

# Every process we start carries this variable, so that `down` finds what is ours and touches nothing else.
MARK = "SOUS_HOUSE"

TITLES = {"stt": "speech to text", "tts": "text to speech", "llm": "language", "vllm": "vLLM"}
PORTS = {"stt": 8011, "tts": 8012, "llm": 8013}

# Settings the services read: when one of them changes, `make up` restarts what is running.
PREFIXES = ("STT_", "TTS_", "LLM_", "SOUS_HOME", "HF_", "CUDA_")


class Trouble(Exception):
    """Something a person has to know or do; the message is all they need to read."""


@dataclass(frozen=True, slots=True)
class Service:
    """One of the three servers, as an address to look at."""

    name: str
    host: str
    port: int

    @property
    def title(self) -> str:
        return TITLES[self.name]

    @property
    def label(self) -> str:
        """At the beginning of a sentence."""
        return f"{self.title[0].upper()}{self.title[1:]} ({self.name})"

    @property
    def reach(self) -> str:
        """An address to connect to: "every interface" is somewhere to listen, not somewhere to go."""
        return {"0.0.0.0": "127.0.0.1", "::": "::1", "": "127.0.0.1"}.get(self.host, self.host)

    @property
    def url(self) -> str:
        host = f"[{self.reach}]" if ":" in self.reach else self.reach
        return f"http://{host}:{self.port}"


@dataclass(frozen=True, slots=True)
class House:
    """A checkout with its services, its environment variables and the places of its files."""

    root: Path
    services: tuple[Service, ...]
    environment: Mapping[str, str]

    @classmethod
    def at(cls, root: Path = CHECKOUT, environment: Mapping[str, str] = os.environ) -> "House":
        root = root.resolve()
        seen = layered(root / ".env", environment)
        return cls(root, tuple(service(name, seen) for name in PORTS), seen)

    @property
    def key(self) -> str:
        return hashlib.sha256(str(self.root).encode()).hexdigest()[:12]

    @property
    def run(self) -> Path:
        return self.root / ".run"

    @property
    def logs(self) -> Path:
        return self.run / "logs"

    def log(self, name: str) -> Path:
        return self.logs / f"{name}.log"

    @property
    def private(self) -> Path:
        """Home of the socket. Not in the checkout: a socket's path may have about 100 characters, a checkout more.

        Not in XDG_RUNTIME_DIR either: it differs between a desktop, an ssh login and sudo, and `down` must find what
        `up` started.
        """
        return Path(f"/tmp/sous-{os.getuid()}-{self.key}")  # noqa: S108 (made 0700 and checked to be ours)

    @property
    def socket(self) -> Path:
        return self.private / "supervisor.sock"

    def venv(self, name: str) -> str:
        """The environment a program runs in: its own, unless e.g. STT_ENVIRONMENT=stt-cuda says otherwise."""
        return self.environment.get(f"{name.upper()}_ENVIRONMENT") or name

    def python(self, name: str) -> Path:
        return self.root / ".venvs" / self.venv(name) / "bin" / "python"

    @property
    def addresses(self) -> dict[str, str]:
        """Where the orchestrator finds the services, in its own settings' words."""
        return {f"SOUS_{service.name.upper()}_URL": service.url for service in self.services}

    def settings(self) -> str:
        """A fingerprint of everything that makes a running service the one that was asked for."""
        chosen = sorted(f"{k}={v}" for k, v in self.environment.items() if k.startswith(PREFIXES))
        for name in PORTS:
            chosen.append(fingerprint(self.venv(name), self.root))
        return hashlib.sha256("\n".join(chosen).encode()).hexdigest()[:16]


def service(name: str, environment: Mapping[str, str]) -> Service:
    variable = f"{name.upper()}_PORT"
    text = environment.get(variable) or str(PORTS[name])
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise Trouble(f"{variable}={text} is not a port number (1 to 65535).")
    return Service(name, environment.get(f"{name.upper()}_HOST") or "127.0.0.1", int(text))
