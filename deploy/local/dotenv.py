"""The optional `.env` file of a checkout: KEY=VALUE lines, nothing cleverer (no expansion, no commands)."""

from collections.abc import Mapping
from pathlib import Path


def parse(text: str) -> dict[str, str]:
    """Blank lines and `#` comments are skipped; `export ` and one pair of quotes are taken off."""
    values: dict[str, str] = {}
    for raw in text.splitlines():
        line = raw.strip().removeprefix("export ").lstrip()
        if not line or line.startswith("#") or "=" not in line:
            continue
        key, _, value = line.partition("=")
        value = value.strip()
        if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
            value = value[1:-1]
        elif " #" in value:
            value = value.split(" #", 1)[0].rstrip()
        values[key.strip()] = value
    return values


def layered(file: Path, environment: Mapping[str, str]) -> dict[str, str]:
    """The environment with the file underneath: what somebody typed on the command line wins."""
    below = parse(file.read_text(encoding="utf-8")) if file.is_file() else {}
    return {**below, **environment}
