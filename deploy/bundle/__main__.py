"""`python -m deploy.bundle make|verify`: the commands behind `make bundle` and `make bundle-verify`."""

import argparse
import sys
from pathlib import Path

from deploy.bundle import verify
from deploy.bundle.make import bundle, native
from deploy.bundle.pins import Target
from deploy.local.house import House, Trouble


def say(message: str) -> None:
    sys.stderr.write(message + "\n")
    sys.stderr.flush()


def main() -> int:
    here = native()
    parser = argparse.ArgumentParser(prog="python -m deploy.bundle", description="Sous for networks that reach nobody.")
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="command")
    making = verbs.add_parser("make", help="gather everything in one folder")
    making.add_argument("--with", dest="extra", nargs="+", default=[], metavar="ENVIRONMENT",
                        help="heavy environments as well: llm-transformers, vllm, gpt-sovits, stt-cuda")  # fmt: skip
    making.add_argument("--processor", default=here.processor, help="x86_64 or aarch64 (default: this machine's)")
    making.add_argument("--python", default=here.python, help="the Python over there, e.g. 3.12 (default: this one)")
    making.add_argument("--glibc", default=here.glibc, help="the oldest glibc over there (default: %(default)s)")
    making.add_argument("--out", type=Path, help="where to (default: dist/sous-...)")
    making.add_argument("--no-images", action="store_true", help="leave the container images out")
    proving = verbs.add_parser("verify", help="install it with the network off, start everything, cook a step")
    proving.add_argument("bundle", type=Path, nargs="?", help="default: the newest under dist/")
    chosen = parser.parse_args()
    house = House.at()
    try:
        if chosen.verb == "make":
            bundle(house, chosen.extra, Target(chosen.processor, chosen.python, chosen.glibc), say, chosen.out,
                   images=not chosen.no_images)  # fmt: skip
            return 0
        return verify.verify(chosen.bundle or verify.newest(house.root / "dist"), say)
    except (Trouble, OSError) as trouble:
        say(str(trouble))
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    raise SystemExit(main())
