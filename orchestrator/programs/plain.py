"""The text mode when nobody looks at it in a terminal: piped in, piped out. Plain lines, no colours, no prompts."""

import asyncio
from typing import TextIO

from orchestrator.clock import VirtualClock
from orchestrator.cooking_session import CookingSession
from orchestrator.programs.json_lines import moved_by, pass_virtual_time
from orchestrator.programs.next_line import next_line
from orchestrator.session.timers import next_due
from orchestrator.session.view import Reply

LOOK_EVERY_S = 1.0


async def converse(session: CookingSession, opening: list[Reply], lines: TextIO, out: TextIO) -> int:
    """Read to the end of the input; timers that come due meanwhile are announced between the lines."""
    for reply in opening:
        write(out, reply)
    while True:
        reading = asyncio.create_task(next_line(lines))
        while not (await asyncio.wait([reading], timeout=_until_due(session)))[0]:
            write(out, session.tick())
        line = reading.result()
        if not line:
            return 0
        text = line.strip().lstrip("\ufeff")
        if not text:
            continue
        seconds = moved_by(text) if text.startswith("@") and isinstance(session.clock, VirtualClock) else None
        if seconds is not None:
            for reply in pass_virtual_time(session, seconds):
                write(out, reply)
        else:
            write(out, await session.handle_text(text))


def write(out: TextIO, reply: Reply) -> None:
    for sentence in reply.speech:
        out.write(sentence + "\n")
    out.flush()


def _until_due(session: CookingSession) -> float | None:
    """But looked at often: what is waited on stands still while the machine sleeps, and a timer does not."""
    if isinstance(session.clock, VirtualClock):
        return None
    moment = next_due(session.state)
    return None if moment is None else min(LOOK_EVERY_S, max(0.05, moment - session.clock.now()))
