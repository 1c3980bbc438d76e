"""`python -m deploy.local up|chat|down|status|logs|wait|doctor|sync`: the commands behind the Makefile."""

import argparse
import os
import sys
import time

from deploy.doctor import program as doctor
from deploy.local import environments, keeper, logs, models, report, rise, vllm
from deploy.local.house import PORTS, House, Trouble


def say(message: str) -> None:
    sys.stderr.write(message + "\n")
    sys.stderr.flush()


def main() -> int:
    options = arguments()
    try:
        house = House.at()
        return run(house, options)
    except Trouble as trouble:
        say(f"\r\033[K{trouble}" if sys.stderr.isatty() else str(trouble))
        return 1
    except KeyboardInterrupt:
        return 130


def run(house: House, options: argparse.Namespace) -> int:
    match options.verb:
        case "sync":
            environments.sync(house.root, options.names, say)
        case "up":
            took = bring_up(house, options.patience)
            say(f"Ready in {took:.1f} s. `make chat` talks to it, `make down` stops it.")
        case "chat":
            took = bring_up(house, options.patience)
            say(f"Ready in {took:.1f} s. The services stay up afterwards; `make down` stops them.")
            chat(house, options.words)
        case "voice":
            environments.sync(house.root, ["voice"], say)
            took = bring_up(house, options.patience)
            say(f"Ready in {took:.1f} s. The services stay up afterwards; `make down` stops them.")
            chat(house, ["voice", *options.words], environment="voice")
        case "wait":
            rise.wait(keeper.as_started(house), say, options.patience)
        case "vllm":
            vllm.serve(house, options.words, say, cpu=options.cpu)
        case "models":
            models.fetch(house, say)
        case "down":
            rise.down(house, say)
        case "status":
            return report.status(keeper.as_started(house), as_json=options.json)
        case "logs":
            logs.show(house, options.names, options.lines, follow=options.follow)
        case "doctor":
            return doctor.run(options, keeper.as_started(house))
    return 0


def bring_up(house: House, patience: float) -> float:
    """Environments, services, readiness. Returns the seconds it took."""
    began = time.monotonic()
    names = dict.fromkeys([*map(house.venv, PORTS), "orchestrator"])
    environments.sync(house.root, list(names), say)
    before = rise.up(house, say)
    rise.wait(house, say, patience, before)
    return time.monotonic() - began


def chat(house: House, words: list[str], environment: str = "orchestrator") -> None:
    """Become the conversation: same terminal or pipe, and its exit status is ours."""
    python = str(house.python(environment))
    os.chdir(house.root)
    chosen = {"ORCHESTRATOR_ENVIRONMENT": environment} if environment != "orchestrator" else {}
    os.execve(python, [python, "-m", "orchestrator", *words], {**house.addresses, **house.environment, **chosen})


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m deploy.local", description="Run Sous on this machine.")
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="command")
    up = verbs.add_parser("up", help="build the environments, start the services, wait until they are ready")
    wait = verbs.add_parser("wait", help="wait until every service is ready")
    chat = verbs.add_parser("chat", help="up, then the text mode")
    chat.add_argument("words", nargs="*", help="for the text mode (after --)")
    voice = verbs.add_parser("voice", help="up, then cook by voice: microphone and speaker")
    voice.add_argument("words", nargs="*", help="for the voice loop (after --)")
    for starting in (up, wait, chat, voice):
        starting.add_argument("--patience", type=float, default=120.0, metavar="SECONDS")
    serving = verbs.add_parser("vllm", help="serve the language model with vLLM on port 5000")
    serving.add_argument("--cpu", action="store_true", help="without a GPU: for tests, far too slow to cook with")
    serving.add_argument("words", nargs="*", help="for vLLM (after --)")
    verbs.add_parser("models", help="download better models")
    verbs.add_parser("down", help="stop everything")
    verbs.add_parser("status", help="what is running").add_argument("--json", action="store_true")
    doctor.options(verbs.add_parser("doctor", help="what is wrong and how to fix it"))
    reading = verbs.add_parser("logs", help="the last lines of each service's log")
    reading.add_argument("names", nargs="*", default=[], metavar="service")
    reading.add_argument("-n", "--lines", type=int, default=20)
    reading.add_argument("-f", "--follow", action="store_true")
    sync = verbs.add_parser("sync", help="build or update environments")
    sync.add_argument("names", nargs="+", metavar="environment")
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
