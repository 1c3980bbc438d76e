"""The Docker engine and its compose command as we use them: whichever generation of compose is installed.

What docker-compose 1.29 and `docker compose` (v2) have in common, and nothing else. Standard library only.
"""

import json
import os
import shutil
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]


class EngineTrouble(Exception):
    """Something a person has to know or do; the message is all they need to read."""


def said(*command: str) -> str:
    """What a command prints; EngineTrouble with its own words when it fails."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except FileNotFoundError as error:
        raise EngineTrouble(f"{command[0]} is not installed here.") from error
    if done.returncode:
        raise EngineTrouble((done.stderr or done.stdout).strip() or f"{command[0]} failed ({done.returncode}).")
    return done.stdout.strip()


@cache
def compose_command() -> tuple[str, ...]:
    """`docker compose` where it is installed, else docker-compose; SOUS_COMPOSE names another one."""
    if chosen := os.environ.get("SOUS_COMPOSE"):
        return tuple(chosen.split())
    try:
        said("docker", "info", "--format", "{{.ServerVersion}}")
    except EngineTrouble as trouble:
        reason = str(trouble).splitlines()[-1]
        raise EngineTrouble(f"No Docker engine answers here ({reason}). Install one and start it.") from trouble
    try:
        said("docker", "compose", "version")
    except EngineTrouble:
        if shutil.which("docker-compose") is None:
            raise EngineTrouble("Neither `docker compose` nor docker-compose is installed here.") from None
        return ("docker-compose",)
    return ("docker", "compose")


@dataclass(frozen=True, slots=True)
class Project:
    """One set of containers started together from compose.yaml."""

    profiles: tuple[str, ...] = ()
    name: str | None = None
    environment: Mapping[str, str] = field(default_factory=dict)

    def run(self, *words: str, quiet: bool = False, feed: str | None = None) -> str:
        """`docker-compose WORDS`: its progress is shown unless `quiet`, what it prints comes back."""
        command = [*compose_command()]
        command += ["-p", self.name] if self.name else []
        command += [word for profile in self.profiles for word in ("--profile", profile)]
        done = subprocess.run(
            [*command, *words],
            cwd=CHECKOUT,
            env={**os.environ, **self.environment},
            input=feed,
            stdin=subprocess.DEVNULL if feed is None else None,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE if quiet else None,
            text=True,
            check=False,
        )
        if done.returncode:
            tail = "\n".join((done.stderr or done.stdout or "").splitlines()[-15:])
            raise EngineTrouble(
                f"{' '.join(command[-3:])} {' '.join(words)} failed ({done.returncode}).\n{tail}".rstrip()
            )
        return done.stdout

    def containers(self, service: str) -> tuple[str, ...]:
        """The ids of a service's containers; empty when it has none."""
        return tuple(self.run("ps", "-q", service, quiet=True).split())


def health(container: str) -> str:
    """starting, healthy, unhealthy; what the engine calls its state when there is no health check; gone."""
    try:
        state = json.loads(said("docker", "inspect", "--format", "{{json .State}}", container))
    except EngineTrouble:
        return "gone"
    return str(state["Health"]["Status"] if state.get("Health") and state["Running"] else state["Status"])


def last_words(container: str) -> str:
    """A container's name and the end of its log."""
    look = ["docker", "logs", "--tail", "20", container]
    log = subprocess.run(look, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False).stdout
    return f"{said('docker', 'inspect', '--format', '{{.Name}}', container)} ({health(container)})\n{log}".rstrip()


def wait_healthy(containers: Sequence[str], within_s: float) -> float:
    """Seconds until all of them were healthy."""
    began = time.monotonic()
    waiting = list(containers)
    while waiting:
        waiting = [one for one in waiting if health(one) != "healthy"]
        if waiting and time.monotonic() - began > within_s:
            raise EngineTrouble(f"Not healthy after {within_s:.0f} s:\n{last_words(waiting[0])}")
        if waiting:
            time.sleep(0.2)
    return time.monotonic() - began
