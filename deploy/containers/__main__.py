"""`python -m deploy.containers up | down | roll`, which `make compose-up` and its siblings call."""

import argparse
import sys
import time

from deploy.containers.engine import EngineTrouble, Project, wait_healthy
from deploy.containers.roll import roll

SERVICES = ("stt", "tts", "llm")
ALL = ("cook", "scale", "observability", "gpu")
# What a profile starts beside the three services; `scale` stands for itself.
STARTED = {
    "": SERVICES,
    "observability": (*SERVICES, "prometheus", "grafana"),
    "scale": ("front", "stt-replica", "tts-replica", "llm-replica"),
    "gpu": ("stt", "stt-gpu", "tts", "llm", "vllm", "gpt-sovits"),
}
WITHIN_S = {"gpu": 1200.0}


def up(profile: str) -> None:
    project = Project((profile,) if profile else (), environment=gpu_settings() if profile == "gpu" else {})
    services = STARTED[profile]
    project.run("build", *(service for service in services if service not in ("prometheus", "grafana")))
    began = time.monotonic()
    project.run("up", "-d", *services)
    wait_healthy([one for service in services for one in project.containers(service)], WITHIN_S.get(profile, 90.0))
    say(f"Up and healthy in {time.monotonic() - began:.1f} s: {', '.join(services)}")
    if not profile:
        say("Cook: docker-compose run --rm orchestrator")


def gpu_settings() -> dict[str, str]:
    from deploy.containers.engine import CHECKOUT

    lines = (CHECKOUT / "deploy" / "containers" / "gpu.env").read_text(encoding="utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))


def say(text: str) -> None:
    print(text, flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m deploy.containers", description="Sous in containers.")
    verbs = parser.add_subparsers(dest="verb", required=True)
    starting = verbs.add_parser("up", help="build, start, wait until healthy")
    starting.add_argument("profile", nargs="?", default="", choices=sorted(STARTED))
    verbs.add_parser("down", help="stop and remove the containers; volumes (sessions, models) stay")
    verbs.add_parser("roll", help="replace the replicas of profile scale one by one")
    wanted = parser.parse_args()
    try:
        if wanted.verb == "up":
            up(wanted.profile)
        elif wanted.verb == "down":
            Project(ALL).run("down", "--remove-orphans")
        else:
            say(f"{roll(Project(('scale',)), say)} replicas replaced.")
    except EngineTrouble as trouble:
        print(trouble, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
