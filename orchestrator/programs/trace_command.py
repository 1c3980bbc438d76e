"""`trace SESSION`: where the time of each turn went, in the terminal and as an SVG file."""

import argparse
import sys
from pathlib import Path

from orchestrator import trace
from orchestrator.home import home_folder, sessions_folder
from orchestrator.memory import MemoryTrouble, checked_id, known_sessions
from orchestrator.settings import OrchestratorSettings


def add_parser(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = verbs.add_parser("trace", help="where the time of each turn went")
    parser.add_argument("session", nargs="?", help="the latest one by default")
    parser.add_argument("--svg", type=Path, metavar="FILE", help="write the waterfall as a picture too")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, settings: OrchestratorSettings) -> int:
    folder = sessions_folder(home_folder(settings.home))
    try:
        session = options.session or next(iter(known_sessions(folder)), None)
        turns = trace.read(folder / checked_id(session)) if session else []
    except MemoryTrouble as trouble:
        sys.stderr.write(f"{trouble}\n")
        return 1
    if not turns:
        sys.stderr.write("No turns to draw. `python -m orchestrator sessions list` shows the sessions.\n")
        return 1
    sys.stdout.write("\n".join(trace.drawn(turns)) + "\n")
    if options.svg is not None:
        try:
            options.svg.write_text(trace.svg(turns), encoding="utf-8")
        except OSError as error:
            sys.stderr.write(f"{options.svg} can't be written: {error.strerror}.\n")
            return 1
    return 0
