"""Which program somebody asked for. Each one's work is in a module of its own."""

import argparse
import sys

from pydantic import ValidationError

from orchestrator.programs import doctor_command, recipes_command, sessions_command, talk, trace_command, voice_command
from orchestrator.settings import OrchestratorSettings


def main(argv: list[str]) -> int:
    options = _parser().parse_args(argv)
    try:
        settings = OrchestratorSettings()
    except ValidationError as error:
        for problem in error.errors():
            sys.stderr.write(f"SOUS_{'_'.join(map(str, problem['loc'])).upper()}: {problem['msg']}\n")
        return 2
    return int(options.run(options, settings))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m orchestrator", description="Cook with Sous.")
    talk.add_options(parser)
    parser.set_defaults(run=talk.run)
    verbs = parser.add_subparsers(metavar="recipes|sessions|trace|doctor|voice")
    for command in (recipes_command, sessions_command, trace_command, doctor_command, voice_command):
        command.add_parser(verbs)
    return parser
