"""`--json`: one utterance a line in, exactly one JSON object a line out. With `--clock virtual`, `@+12m30s` moves time.

A program talks to this, so nothing else is ever written to standard output, and every line is flushed.
"""

import json
import re
import sys
from collections.abc import Iterator
from typing import TextIO

from orchestrator.clock import VirtualClock
from orchestrator.cooking_session import CookingSession
from orchestrator.programs.next_line import next_line
from orchestrator.session.timers import next_due
from orchestrator.session.view import Reply, as_json

_MOVE = re.compile(
    r"@\+?\s*(?:(?P<d>\d{1,3})d)?(?:(?P<h>\d{1,4})h)?(?:(?P<m>\d{1,6})m)?(?:(?P<s>\d{1,8}(?:\.\d{1,3})?)s?)?$"
)


async def converse(session: CookingSession, opening: list[Reply], lines: TextIO, out: TextIO) -> int:
    for reply in opening:
        _write(out, as_json(reply))
    while line := await next_line(lines):
        text = line.strip().lstrip("\ufeff")
        if not text:
            continue
        if text.startswith("@"):
            _write(out, _moved(session, text))
        else:
            _write(out, as_json(await session.handle_text(text)))
    return 0


def moved_by(text: str) -> float | None:
    """'@+12m30s' -> 750.0"""
    match = _MOVE.fullmatch(text.strip())
    if match is None or not any(match.groups()):
        return None
    sizes = {"d": 86400, "h": 3600, "m": 60, "s": 1}
    return float(sum(float(match[unit]) * size for unit, size in sizes.items() if match[unit]))


def pass_virtual_time(session: CookingSession, seconds: float) -> list[Reply]:
    """Move a virtual clock, stopping at every moment something comes due, so that nothing rings late."""
    clock = session.clock
    assert isinstance(clock, VirtualClock)
    target = clock.now() + seconds
    replies = [*_until(session, clock, target), *_at(session, clock, target)]
    session.mark_time()
    return replies


def _until(session: CookingSession, clock: VirtualClock, target: float) -> Iterator[Reply]:
    while (moment := next_due(session.state)) is not None and moment <= target:
        yield from _at(session, clock, max(moment, clock.now()))


def _at(session: CookingSession, clock: VirtualClock, moment: float) -> Iterator[Reply]:
    clock.set(moment)
    yield session.tick()


def _moved(session: CookingSession, text: str) -> dict[str, object]:
    seconds = moved_by(text)
    if not isinstance(session.clock, VirtualClock) or seconds is None:
        wrong = "time moves only with --clock virtual" if seconds is not None else "not a time; try @+12m30s"
        return as_json(session.tick()) | {"text": text, "error": wrong}
    replies = pass_virtual_time(session, seconds)
    speech = list(dict.fromkeys(sentence for reply in replies for sentence in reply.speech))
    return as_json(replies[-1]) | {"text": text, "speech": speech, "intent": None, "actions": []}


def _write(out: TextIO, page: dict[str, object]) -> None:
    out.write(json.dumps(page, ensure_ascii=False) + "\n")
    out.flush()


def standard_streams() -> tuple[TextIO, TextIO]:
    """Utterances are UTF-8 whatever the locale says; a stray byte becomes a replacement mark, not a crash."""
    for stream in (sys.stdin, sys.stdout):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
    return sys.stdin, sys.stdout
