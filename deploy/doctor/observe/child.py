"""Asking another process: libraries that may hang, crash or print are never loaded into the doctor itself."""

import json
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from deploy.asking import LIMIT_S

PROBE = Path(__file__).with_name("probe.py")


def probe(python: Path | str, what: str, *words: str, limit_s: float = LIMIT_S) -> Mapping[str, object]:
    """What probe.py found out under that Python; {"error": why} when it did not live to tell."""
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        done = subprocess.run(
            [python, "-I", PROBE, what, *words], capture_output=True, text=True, errors="replace", timeout=limit_s,
            check=False, stdin=subprocess.DEVNULL, env=environment,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return {"error": f"no answer within {limit_s:.0f} s"}
    except OSError as error:
        return {"error": str(error)}
    lines = done.stdout.strip().splitlines()
    try:
        answer = json.loads(lines[-1]) if lines else None
    except ValueError:
        answer = None
    if isinstance(answer, dict):
        return answer
    last = (done.stderr.strip().splitlines() or ["nothing said"])[-1]
    return {"error": f"ended with {done.returncode}: {last}"}


def text(answer: Mapping[str, object], key: str) -> str:
    value = answer.get(key)
    return value if isinstance(value, str) else ""


def number(answer: Mapping[str, object], key: str, otherwise: int = 0) -> int:
    value = answer.get(key)
    return value if isinstance(value, int) else otherwise


def words(answer: Mapping[str, object], key: str) -> tuple[str, ...]:
    value = answer.get(key)
    return tuple(str(one) for one in value) if isinstance(value, list) else ()
