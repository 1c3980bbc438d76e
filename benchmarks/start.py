"""How long somebody waits: cold `make chat` until the first words of the recipe, warm `make up` until all are ready.

    make bench NAME=start            (ARGS="--cold 3 --warm 10 --json figures.json")

Measured in a fresh clone of what is committed here, in a temporary folder, on free ports; what runs on this machine
already is left alone. Cold means: no environment, and an empty package cache, so that every package is downloaded.
Warm means: environments built, nothing running.
"""

import argparse
import json
import math
import os
import platform
import shutil
import socket
import statistics
import subprocess
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
GOALS = {"cold make chat to first words": 60.0, "warm make up to all ready": 4.0}


def free_ports() -> dict[str, str]:
    with ExitStack() as held:
        ports = {}
        for name in ("STT_PORT", "TTS_PORT", "LLM_PORT"):
            one = held.enter_context(socket.socket())
            one.bind(("127.0.0.1", 0))
            ports[name] = str(one.getsockname()[1])
    return ports


def first_words(checkout: Path, environment: dict[str, str]) -> float:
    """Seconds from typing `make chat` to the first character of the conversation."""
    began = time.perf_counter()
    with subprocess.Popen(
        ["make", "chat"], cwd=checkout, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as chat:
        assert chat.stdin is not None
        assert chat.stdout is not None
        first = chat.stdout.read(1)
        took = time.perf_counter() - began
        chat.stdin.close()
        chat.stdout.read()
    if not first or chat.returncode != 0:
        raise SystemExit(f"make chat ended with status {chat.returncode} and said {first!r} first")
    return took


def all_ready(checkout: Path, environment: dict[str, str]) -> float:
    """Seconds `make up` takes from nothing running to three services that can answer."""
    began = time.perf_counter()
    subprocess.run(["make", "up"], cwd=checkout, env=environment, check=True, capture_output=True)
    return time.perf_counter() - began


def measure(cold: int, warm: int) -> dict[str, list[float]]:
    figures: dict[str, list[float]] = {name: [] for name in GOALS}
    with tempfile.TemporaryDirectory(prefix="sous-start-") as folder:
        checkout, cache = Path(folder) / "checkout", Path(folder) / "cache"
        subprocess.run(["git", "clone", "--quiet", str(REPOSITORY), str(checkout)], check=True)
        inherited = {k: v for k, v in os.environ.items() if not k.startswith(("STT_", "TTS_", "LLM_", "SOUS_", "MAKE"))}
        environment = {**inherited, **free_ports(), "UV_CACHE_DIR": str(cache), "SOUS_HOME": str(Path(folder) / "home")}
        environment["PIP_NO_CACHE_DIR"] = "1"  # uv itself is downloaded too

        def down() -> None:
            subprocess.run(["make", "down"], cwd=checkout, env=environment, check=True, capture_output=True)

        try:
            for _ in range(cold):
                for leftover in (checkout / ".venvs", checkout / ".run", cache):
                    shutil.rmtree(leftover, ignore_errors=True)
                figures["cold make chat to first words"].append(first_words(checkout, environment))
                down()
            if not cold:
                all_ready(checkout, environment)
                down()
            for _ in range(warm):
                figures["warm make up to all ready"].append(all_ready(checkout, environment))
                down()
        finally:
            down()
    return figures


def p95(values: list[float]) -> float:
    return sorted(values)[math.ceil(0.95 * len(values)) - 1]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--cold", type=int, default=3, help="rounds from nothing (default 3)")
    parser.add_argument("--warm", type=int, default=10, help="rounds with environments built (default 10)")
    parser.add_argument("--json", type=Path, help="write the raw figures to this file")
    options = parser.parse_args()
    figures = measure(options.cold, options.warm)
    print(f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    for name, values in figures.items():
        if values:
            row = f"median {statistics.median(values):5.2f} s   p95 {p95(values):5.2f} s   goal {GOALS[name]:.0f} s"
            print(f"{name:<30} {row}   ({len(values)} rounds)")
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
