"""Find the right Python: `python -m services.stt` works with whichever interpreter somebody typed.

Every entry point calls `settle("stt")` before it imports anything else. It replaces the process with the Python of
`.venvs/stt` when that environment is there, stays where it is when the libraries are already importable (containers,
the dev environment), and otherwise says in one line which command to run. Nothing is installed here: that is
`make up`'s work. Standard library only, and old Pythons must be able to read this file to be told they are too old.
"""

import hashlib
import importlib.util
import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path

OLDEST = (3, 11)
CHECKOUT = Path(__file__).resolve().parent.parent
STAMP = "built-from"  # written last into a finished environment
STARTED = ".run/started.json"  # what `make up` started, and where; gone after `make down`

# One library each program cannot do without: enough to tell "installed some other way" from "not installed".
PROOF = {"stt": "fastapi", "tts": "fastapi", "llm": "fastapi", "orchestrator": "httpx"}

# A kitchen is nobody else's business: onnxruntime reports home from the moment it is imported, unless told not to.
SILENCE = {"ORT_DISABLE_TELEMETRY": "1", "HF_HUB_DISABLE_TELEMETRY": "1"}


def settle(name: str) -> None:
    """Return inside the environment called `name`, or replace this process, or exit 1 with one line."""
    for variable, value in SILENCE.items():
        os.environ.setdefault(variable, value)
    if sys.version_info < OLDEST:
        version = ".".join(str(part) for part in sys.version_info[:3])
        stop(f"Sous needs Python 3.11 or newer, and this is Python {version} ({sys.executable}).")
    chosen = os.environ.get(name.upper() + "_ENVIRONMENT") or name  # e.g. STT_ENVIRONMENT=stt-cuda
    home = CHECKOUT / ".venvs" / chosen
    here = Path(sys.prefix).resolve()
    if name == "orchestrator":
        follow()
    if here in (home.resolve(), (CHECKOUT / ".venvs" / "dev").resolve()):
        return
    built_from = stamp(chosen)
    if built_from is not None:
        if built_from != fingerprint(chosen):
            sys.stderr.write(f"envs/{chosen}.txt changed after .venvs/{chosen} was built: `make up` updates it.\n")
        become(home / "bin" / "python")
    if importlib.util.find_spec(PROOF[name]) is None:
        state = "is only half built" if home.exists() else "is not built yet"
        stop(f"The {chosen} environment {state}. Run this first: make up   (in {CHECKOUT})")


def follow() -> None:
    """Let the orchestrator find services that `make up` started on other ports than usual."""
    try:
        addresses = json.loads((CHECKOUT / STARTED).read_text(encoding="utf-8"))["addresses"]
    except (OSError, ValueError, KeyError, TypeError):
        return  # nothing runs, or not in a way we know of: the settings and their defaults stand
    for variable, address in addresses.items():
        os.environ.setdefault(variable, address)


def become(python: Path) -> None:
    """Replace this process with the same command line under another interpreter, once."""
    if os.environ.get("SOUS_SETTLED") == str(os.getpid()):
        return  # we have been here: exec keeps the process id. Going round again would never end.
    os.environ["SOUS_SETTLED"] = str(os.getpid())
    os.environ.pop("__PYVENV_LAUNCHER__", None)  # macOS: would drag the old environment along
    sys.stdout.flush()
    sys.stderr.flush()
    os.execv(str(python), [str(python), *sys.orig_argv[1:]])


def fingerprint(name: str, checkout: Path = CHECKOUT) -> str:
    """What an environment built from today's envs/NAME.txt would carry in its stamp."""
    pins = checkout / "envs" / f"{name}.txt"
    return hashlib.sha256(pins.read_bytes()).hexdigest() if pins.exists() else ""


def stamp(name: str, checkout: Path = CHECKOUT) -> "str | None":
    """The fingerprint an environment was built from; None while it is missing, half built or broken."""
    home = checkout / ".venvs" / name
    mark = home / STAMP
    whole = mark.exists() and (home / "bin" / "python").exists()  # a removed base Python leaves a dangling link
    return mark.read_text(encoding="ascii").strip() if whole else None


def state_home(environment: "Mapping[str, str]" = os.environ) -> Path:
    """Where models, caches and sessions live: SOUS_HOME, or the platform's usual folder."""
    if environment.get("SOUS_HOME"):
        return Path(environment["SOUS_HOME"]).expanduser()
    base = Path(environment.get("XDG_STATE_HOME") or "")
    # The XDG rules say that a relative path there is to be ignored.
    return (base if base.is_absolute() else Path.home() / ".local" / "state") / "sous"


def stop(message: str) -> None:
    """Say one line and exit 1."""
    sys.stderr.write(message + "\n")
    sys.exit(1)
