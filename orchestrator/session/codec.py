"""Events to JSON and back. The one place that knows how a log line is written."""

from dataclasses import dataclass

from pydantic import TypeAdapter, ValidationError

from orchestrator.session.events import Event

#: Raised when a line's meaning changes; a reader refuses lines that are newer than itself.
VERSION = 1


@dataclass(frozen=True, slots=True)
class Line:
    """One turn, or one moment of time passing. Written whole or not at all: half a turn never counts."""

    at: float
    events: tuple[Event, ...]
    v: int = VERSION


class Unreadable(ValueError):
    """A line that is no line of ours."""


_LINE: TypeAdapter[Line] = TypeAdapter(Line)


def encode(line: Line) -> bytes:
    return _LINE.dump_json(line) + b"\n"


def decode(raw: bytes) -> Line:
    try:
        line = _LINE.validate_json(raw)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        raise Unreadable(f"{'.'.join(map(str, first['loc']))}: {first['msg']}") from error
    if line.v > VERSION:
        raise Unreadable(f"written by a newer Sous (format {line.v}; this one reads {VERSION})")
    return line
