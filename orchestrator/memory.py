"""Sessions on disk: one folder each, with an append-only log that survives power cuts.

A turn is one line, written in one piece and synced before the reply is spoken. A torn last line is a turn that never
happened: it is cut off when the log is opened again. What the lines mean is the business of `session/`.
"""

import errno
import fcntl
import os
import re
import secrets
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from orchestrator.session.codec import Line, TooNew, Unreadable, decode, encode
from orchestrator.session.events import Event
from orchestrator.session.fold import apply
from orchestrator.session.state import State

LOG = "events.jsonl"
_NAME = re.compile(r"[\w가-힣][\w가-힣.-]{0,63}")


#: The data and the length of the file, not its times: one write to the disk less where the system can tell.
_to_disk = getattr(os, "fdatasync", os.fsync)


class MemoryTrouble(Exception):
    """Something a person has to know about a session; the message is all they need to read."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """A session read back: its state, and when it last changed."""

    id: str
    state: State
    lines: tuple[Line, ...]
    damage: str = ""

    @property
    def last_at(self) -> float | None:
        return self.lines[-1].at if self.lines else None


def new_id(now: float) -> str:
    return time.strftime("%Y%m%d-%H%M%S", time.localtime(now)) + "-" + secrets.token_hex(4)


def checked_id(wanted: str) -> str:
    """A session's name becomes a folder's name, so it may not climb out of it."""
    if not _NAME.fullmatch(wanted):
        raise MemoryTrouble(
            f"'{wanted[:70]}' can't be a session's name: letters, digits, '-', '_' and '.', at most 64."
        )
    return wanted


def read_log(path: Path, *, to_write: bool = False) -> tuple[tuple[Line, ...], int, str]:
    """The readable lines, how many bytes they take, and what was wrong with the rest.

    `to_write`: what only a newer Sous can read is no damage, and raises `TooNew`.
    """
    raw = path.read_bytes() if path.exists() else b""
    lines: list[Line] = []
    good = 0
    for piece in raw.splitlines(keepends=True):
        if not piece.endswith(b"\n"):
            return tuple(lines), good, "the last line was torn (the power went, or the program was killed)"
        try:
            lines.append(decode(piece))
        except Unreadable as error:
            if to_write and isinstance(error, TooNew):
                raise
            return tuple(lines), good, f"line {len(lines) + 1} can't be read: {error}"
        good += len(piece)
    return tuple(lines), good, ""


def recall(folder: Path, session: str) -> Remembered:
    """Read a session without touching it."""
    lines, _, damage = read_log(folder / checked_id(session) / LOG)
    state = State()
    for line in lines:
        for event in line.events:
            state = apply(state, event)
    return Remembered(session, state, lines, damage)


def known_sessions(folder: Path) -> list[str]:
    """Latest first."""
    logs = sorted(folder.glob(f"*/{LOG}"), key=lambda log: log.stat().st_mtime, reverse=True)
    return [log.parent.name for log in logs]


class SessionLog:
    """The open log of one session. One program at a time: two would each write the other's turns away."""

    def __init__(self, folder: Path, session: str) -> None:
        self.session = checked_id(session)
        place = folder / session
        path = place / LOG
        try:
            place.mkdir(parents=True, exist_ok=True)
            self._file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_CLOEXEC", 0), 0o600)
        except OSError as error:
            raise MemoryTrouble(
                f"Can't keep the session in {place}: {error.strerror}. SOUS_HOME names another folder."
            ) from error
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(self._file)
            raise MemoryTrouble(f"Session '{session}' is open in another program.") from error
        try:
            lines, good, damage = read_log(path, to_write=True)
            if damage:
                self._set_aside(path, good)
        except TooNew as error:
            os.close(self._file)
            raise MemoryTrouble(
                f"Session '{session}' was {error}. Update Sous to go on with it, or give another name to begin anew."
            ) from error
        except OSError as error:
            os.close(self._file)
            raise MemoryTrouble(f"The session in {place} can't be read and mended: {error.strerror}.") from error
        state = State()
        for line in lines:
            for event in line.events:
                state = apply(state, event)
        self.remembered = Remembered(session, state, lines, damage)

    def append(self, at: float, events: Sequence[Event]) -> None:
        """One turn, on disk before this returns. Without events it only says that time had come this far."""
        raw = encode(Line(at, tuple(events)))
        try:
            written = os.write(self._file, raw)
            if written != len(raw):
                # A full disk took half a line: away with it, or it would spoil the next one.
                os.ftruncate(self._file, os.fstat(self._file).st_size - written)
                raise OSError(errno.ENOSPC, "no space left")
            _to_disk(self._file)
        except OSError as error:
            raise MemoryTrouble(f"The session can't be saved: {error.strerror}.") from error

    def close(self) -> None:
        os.close(self._file)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _set_aside(self, path: Path, good: int) -> None:
        """Cut the unreadable tail off, and keep a copy of it behind the earlier ones: somebody may want to look."""
        with path.with_suffix(".damaged").open("ab") as damaged:
            damaged.write(path.read_bytes()[good:] + b"\n")
        os.ftruncate(self._file, good)
        os.fsync(self._file)
