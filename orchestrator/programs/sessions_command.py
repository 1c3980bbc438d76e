"""`sessions list|resume|show|export`: what is remembered."""

import argparse
import sys
import time
from pathlib import Path

from orchestrator.home import home_folder, sessions_folder
from orchestrator.memory import LOG, MemoryTrouble, Remembered, checked_id, known_sessions, recall
from orchestrator.programs import talk
from orchestrator.session.codec import encode
from orchestrator.session.events import Heard, Said, TimerRang
from orchestrator.settings import OrchestratorSettings


def add_parser(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = verbs.add_parser("sessions", help="list, resume, show and export sessions")
    actions = parser.add_subparsers(dest="action", required=True)
    actions.add_parser("list", help="latest first")
    resume = actions.add_parser("resume", help="go on where you were; the latest one by default")
    talk.add_options(resume)
    resume.add_argument("id", nargs="?")
    show = actions.add_parser("show", help="what was said, turn by turn")
    show.add_argument("id")
    export = actions.add_parser("export", help="every event as JSON lines")
    export.add_argument("id")
    export.add_argument("--output", type=Path)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, settings: OrchestratorSettings) -> int:
    folder = sessions_folder(home_folder(settings.home))
    try:
        match options.action:
            case "list":
                return _list(folder)
            case "resume":
                return _resume(folder, options, settings)
            case "show":
                return _show(_known(folder, options.id))
            case _:
                return _export(_known(folder, options.id), options.output)
    except MemoryTrouble as trouble:
        sys.stderr.write(f"{trouble}\n")
        return 1


def _known(folder: Path, session: str) -> Remembered:
    if not (folder / checked_id(session) / LOG).exists():
        raise MemoryTrouble(f"No session '{session}'. `python -m orchestrator sessions list` shows them.")
    return recall(folder, session)


def _list(folder: Path) -> int:
    for session in known_sessions(folder):
        kept = recall(folder, session)
        state = kept.state
        when = time.strftime("%Y-%m-%d %H:%M", time.localtime(kept.last_at)) if kept.last_at else "-"
        where = f"{state.recipe.title} {state.place.step}/{len(state.recipe.steps)}" if state.recipe else "-"
        damage = f"  (!) {kept.damage}" if kept.damage else ""
        timers = f", {len(state.live_timers)} timers" if state.live_timers else ""
        _line(f"{session:<24} {when}  {where}  {state.place.phase.value}{timers}{damage}")
    return 0


def _resume(folder: Path, options: argparse.Namespace, settings: OrchestratorSettings) -> int:
    wanted = options.id or options.session or next(iter(known_sessions(folder)), None)
    if wanted is None:
        raise MemoryTrouble("There is no session to resume yet. `python -m orchestrator` begins one.")
    _known(folder, wanted)
    options.session = wanted
    return talk.run(options, settings)


def _show(kept: Remembered) -> int:
    for line in kept.lines:
        when = time.strftime("%H:%M:%S", time.localtime(line.at))
        for event in line.events:
            if isinstance(event, Heard) and event.text:
                _line(f"{when}  › {event.text}   [{', '.join(intent.value for intent in event.intents)}]")
            elif isinstance(event, TimerRang):
                _line(f"{when}  🔔 {event.id}")
            elif isinstance(event, Said):
                for sentence in event.sentences:
                    _line(f"          {sentence}")
    if kept.damage:
        _line(f"(!) {kept.damage}")
    return 0


def _export(kept: Remembered, output: Path | None) -> int:
    raw = b"".join(encode(line) for line in kept.lines)
    if output is None:
        sys.stdout.write(raw.decode())
        return 0
    try:
        output.write_bytes(raw)
    except OSError as error:
        raise MemoryTrouble(f"{output} can't be written: {error.strerror}.") from error
    return 0


def _line(text: str) -> None:
    sys.stdout.write(text + "\n")
