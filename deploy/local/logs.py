"""`make logs`: the last lines of each service's log, and what is added to it. Reads; never writes or rotates."""

import os
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from deploy.local.house import PORTS, House, Trouble

ENOUGH = 64_000  # bytes: more than anybody reads at once


def last(file: Path, lines: int, after: int = 0) -> Iterator[str]:
    """The last lines of a log, of those written after a position (from the beginning, if it was rotated since)."""
    try:
        with file.open("rb") as reader:
            end = reader.seek(0, os.SEEK_END)
            reader.seek(max(after if after <= end else 0, end - ENOUGH))
            yield from reader.read().decode(errors="replace").splitlines()[-lines:]
    except FileNotFoundError:
        yield "(no log)"


def show(house: House, names: Sequence[str], lines: int, *, follow: bool) -> None:
    unknown = sorted(set(names) - set(PORTS))
    if unknown:
        raise Trouble(f"There is no service called {unknown[0]}; there are {', '.join(PORTS)}.")
    chosen = list(names) or list(PORTS)
    for name in chosen:
        for line in last(house.log(name), lines):
            print(f"{name} | {line}", flush=True)
    if follow:
        follow_on(house, chosen)


def follow_on(house: House, names: Sequence[str]) -> None:
    """Print what is added, through rotations, until somebody stops us."""
    at = {name: size(house.log(name)) for name in names}
    while True:
        for name in names:
            file = house.log(name)
            if size(file) < at[name]:
                at[name] = 0  # rotated
            if size(file) > at[name]:
                with file.open("rb") as reader:
                    reader.seek(at[name])
                    whole, _, rest = reader.read().rpartition(b"\n")
                    at[name] = reader.tell() - len(rest)
                for line in whole.decode(errors="replace").splitlines():
                    print(f"{name} | {line}", flush=True)
        time.sleep(0.2)


def size(file: Path) -> int:
    return file.stat().st_size if file.exists() else 0
