"""A house of containers for tests: its own project name, free ports, images of its own tag, gone without a trace."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from deploy.containers.engine import EngineTrouble, Project, said, wait_healthy
from tests.ports import free_port

ROOT = Path(__file__).resolve().parents[2]
IMAGES = {"SOUS_IMAGES": "sous-test", "SOUS_TAG": "test", "BUILD_NETWORK": os.environ.get("BUILD_NETWORK", "host")}
LIGHT = ("stt", "tts", "llm", "orchestrator", "front")
SERVICES = ("stt", "tts", "llm")


@dataclass(frozen=True, slots=True)
class Reached:
    """A service as the tests of the contract know it: an address."""

    port: int

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"


@dataclass(frozen=True, slots=True)
class House:
    project: Project
    services: tuple[str, ...]
    ports: dict[str, int]
    #: From `up` to the last container healthy.
    took_s: float = 0.0
    reached: dict[str, Reached] = field(default_factory=dict)

    def container(self, service: str) -> str:
        (only,) = self.project.containers(service)
        return only

    def containers(self) -> dict[str, tuple[str, ...]]:
        return {service: self.project.containers(service) for service in self.services}

    def inside(self, container: str, *command: str) -> str:
        return said("docker", "exec", container, *command)


PUBLISHED = {
    "stt": "PUBLISH_STT",
    "tts": "PUBLISH_TTS",
    "llm": "PUBLISH_LLM",
    "front_stt": "PUBLISH_FRONT_STT",
    "front_tts": "PUBLISH_FRONT_TTS",
    "front_llm": "PUBLISH_FRONT_LLM",
    "prometheus": "PUBLISH_PROMETHEUS",
    "grafana": "PUBLISH_GRAFANA",
}


@contextmanager
def house(
    services: tuple[str, ...],
    *,
    profiles: tuple[str, ...] = (),
    override: Path | None = None,
    doors: dict[str, str] | None = None,
    within_s: float = 90,
    **environment: str,
) -> Iterator[House]:
    """Start `services`, wait until they are healthy, take everything down again. `doors`: service -> published name."""
    ports = {name: free_port() for name in PUBLISHED}
    files = [str(ROOT / "compose.yaml"), *([str(override)] if override else [])]
    chosen = {
        **IMAGES,
        **{PUBLISHED[name]: str(port) for name, port in ports.items()},
        "COMPOSE_FILE": os.pathsep.join(files),
        **environment,
    }
    project = Project(profiles, f"soustest{secrets.token_hex(4)}", chosen)
    try:
        import time

        began = time.monotonic()
        project.run("up", "-d", "--no-build", *services, quiet=True)
        wait_healthy([one for service in services for one in project.containers(service)], within_s)
        reached = {name: Reached(ports[door]) for name, door in (doors or {n: n for n in SERVICES}).items()}
        yield House(project, services, ports, time.monotonic() - began, reached)
    finally:
        Project(("cook", "scale", "observability"), project.name, chosen).run(
            "down", "-v", "--remove-orphans", "-t", "5", quiet=True
        )


def no_engine() -> str | None:
    """Why nothing here can run; None when it can."""
    from deploy.containers.engine import compose_command

    try:
        compose_command()
    except EngineTrouble as trouble:
        return str(trouble)
    return None
