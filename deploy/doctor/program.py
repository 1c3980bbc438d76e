"""The doctor as a program: its options, and looking, judging and telling in that order."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from deploy.doctor import recording, tell
from deploy.doctor.facts import Facts
from deploy.doctor.finding import verdict
from deploy.doctor.judge.everything import judge
from deploy.doctor.observe import inside, observe
from deploy.local import keeper
from deploy.local.house import House, Trouble


def options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="one JSON object, for programs")
    parser.add_argument("--lang", choices=("ko", "en"), help="the language of the findings (default: the terminal's)")
    parser.add_argument("--deep", action="store_true", help="also read every byte of the downloaded models")
    parser.add_argument("--container", metavar="NAME", help="look from inside a running container (docker exec)")
    parser.add_argument("--save", type=Path, metavar="FILE", help="write down what was seen, to be judged elsewhere")
    parser.add_argument("--facts", type=Path, metavar="FILE", help="judge what --save wrote, instead of this machine")


def run(chosen: argparse.Namespace, house: House | None = None) -> int:
    """0: everything works. 1: not fully. 2: it does not work. 3: there was nothing to judge."""
    try:
        facts = _facts(chosen, house)
        if chosen.save:
            recording.write(facts, chosen.save)
    except (recording.Unreadable, Trouble, OSError) as trouble:
        sys.stderr.write(f"{trouble}\n")
        return 3
    findings = judge(facts)
    tongue = tell.language(chosen.lang, os.environ)
    said = [tell.as_json(facts, findings, tongue)] if chosen.json else tell.lines(findings, tongue)
    for line in said:
        sys.stdout.write(line + "\n")
    return verdict(findings)


def _facts(chosen: argparse.Namespace, house: House | None) -> Facts:
    if chosen.facts:
        return recording.read(chosen.facts)
    if chosen.container:
        return inside.observe(chosen.container)
    return observe(_house(house), deep=chosen.deep)


def _house(house: House | None) -> House:
    return house if house is not None else keeper.as_started(House.at())


def main(words: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m deploy.doctor", description="What is wrong here, why it matters, and which command fixes it."
    )
    options(parser)
    return run(parser.parse_args(words))
