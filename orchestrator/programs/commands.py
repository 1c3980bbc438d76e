"""Which program somebody asked for. Each one's work is in a module of its own, imported only when it is wanted."""

import argparse
import sys

from pydantic import ValidationError

from orchestrator.programs import talk
from orchestrator.settings import OrchestratorSettings


def main(argv: list[str]) -> int:
    options = _parser().parse_args(argv)
    try:
        settings = OrchestratorSettings()
    except ValidationError as error:
        for problem in error.errors():
            sys.stderr.write(f"SOUS_{'_'.join(map(str, problem['loc'])).upper()}: {problem['msg']}\n")
        return 2
    return talk.run(options, settings)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m orchestrator", description="Cook with Sous.")
    talk.add_options(parser)
    return parser
