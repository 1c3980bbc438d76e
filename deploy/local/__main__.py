"""`python -m deploy.local up|down|status|logs|wait|doctor|sync`: the commands behind the Makefile."""

import argparse
import sys
import time

from deploy.local import doctor, environments, report, rise
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
            began = time.monotonic()
            names = dict.fromkeys([*map(house.venv, PORTS), "orchestrator"])
            environments.sync(house.root, list(names), say)
            rise.up(house, say)
            rise.wait(house, say, options.patience)
            say(f"Ready in {time.monotonic() - began:.1f} s. `make chat` talks to it, `make down` stops it.")
        case "wait":
            rise.wait(house, say, options.patience)
        case "down":
            rise.down(house, say)
        case "status":
            return report.status(house, as_json=options.json)
        case "logs":
            report.logs(house, options.names, options.lines, follow=options.follow)
        case "doctor":
            return doctor.main(house, as_json=options.json)
    return 0


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m deploy.local", description="Run Sous on this machine.")
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="command")
    up = verbs.add_parser("up", help="build the environments, start the services, wait until they are ready")
    wait = verbs.add_parser("wait", help="wait until every service is ready")
    for starting in (up, wait):
        starting.add_argument("--patience", type=float, default=120.0, metavar="SECONDS")
    verbs.add_parser("down", help="stop everything")
    for name, words in (("status", "what is running"), ("doctor", "what is wrong and how to fix it")):
        verbs.add_parser(name, help=words).add_argument("--json", action="store_true")
    logs = verbs.add_parser("logs", help="the last lines of each service's log")
    logs.add_argument("names", nargs="*", default=[], metavar="service")
    logs.add_argument("-n", "--lines", type=int, default=20)
    logs.add_argument("-f", "--follow", action="store_true")
    sync = verbs.add_parser("sync", help="build or update environments")
    sync.add_argument("names", nargs="+", metavar="environment")
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
