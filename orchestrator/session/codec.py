"""Events to JSON and back. The one place that knows how a log line is written."""

from dataclasses import dataclass

from pydantic import TypeAdapter, ValidationError

from orchestrator.session.events import Event

#: Raised when a line's meaning changes; a reader refuses lines that are newer than itself.
VERSION = 2


@dataclass(frozen=True, slots=True)
class Line:
    """One turn, or one moment of time passing. Written whole or not at all: half a turn never counts."""

    at: float
    events: tuple[Event, ...]
    v: int = VERSION


class Unreadable(ValueError):
    """A line that is no line of ours."""


class TooNew(Unreadable):
    """A line of a later format: whole, and of use to whoever wrote it."""


_LINE: TypeAdapter[Line] = TypeAdapter(Line)
_FORMAT: TypeAdapter[dict[str, object]] = TypeAdapter(dict[str, object])


def encode(line: Line) -> bytes:
    return _LINE.dump_json(line) + b"\n"


def decode(raw: bytes) -> Line:
    try:
        line = _LINE.validate_json(raw)
    except ValidationError as error:
        _refuse_newer(_format_of(raw))  # whose events this one need not know
        first = error.errors(include_url=False, include_input=False)[0]
        raise Unreadable(f"{'.'.join(map(str, first['loc']))}: {first['msg']}") from error
    _refuse_newer(line.v)
    return line


def _refuse_newer(version: int) -> None:
    if version > VERSION:
        raise TooNew(f"written by a newer Sous (format {version}; this one reads {VERSION})")


def _format_of(raw: bytes) -> int:
    try:
        version = _FORMAT.validate_json(raw).get("v")
    except ValidationError:
        return 0
    return version if isinstance(version, int) else 0
