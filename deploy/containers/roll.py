"""Replace every replica by a new one, one after the other: an update that nobody notices.

`docker-compose up` recreates all replicas of a service at once, so it can't do this. Each replica is told to stop, says
"not ready", finishes what it has begun, and goes; nginx has asked its /ready meanwhile and sends nothing more there.
"""

import time
from collections.abc import Callable

from deploy.containers.engine import EngineTrouble, Project, said, wait_healthy

SERVICES = ("stt-replica", "tts-replica", "llm-replica")
GRACE_S = 45  # stop_grace_period of compose.yaml
NOTICED_S = 2.0  # nginx looks twice a second and gives an answer one second
HEALTHY_S = 60.0


def roll(project: Project, say: Callable[[str], None], services: tuple[str, ...] = SERVICES) -> int:
    """How many replicas were replaced."""
    replaced = 0
    for service in services:
        old = project.containers(service)
        if len(old) == 1:
            raise EngineTrouble(f"{service} has one replica only: replacing it would be seen. REPLICAS=2 or more.")
        for container in old:
            say(f"{service}: {container[:12]} stops ...")
            said("docker", "stop", "--time", str(GRACE_S), container)
            said("docker", "rm", container)
            project.run(
                "up", "-d", "--no-deps", "--no-recreate", "--scale", f"{service}={len(old)}", service, quiet=True
            )
            (new,) = set(project.containers(service)) - set(old)
            took = wait_healthy([new], HEALTHY_S)
            time.sleep(NOTICED_S)
            old = (*(one for one in old if one != container), new)
            replaced += 1
            say(f"{service}: {new[:12]} is ready after {took:.1f} s")
    return replaced
