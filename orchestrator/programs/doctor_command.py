"""`doctor`: what is wrong here. With the project around it all is examined; without, whether the services answer."""

import argparse
import asyncio
import importlib.util
import sys

from orchestrator.home import home_folder
from orchestrator.settings import OrchestratorSettings
from shared.client.llm import LlmClient
from shared.client.stt import SttClient
from shared.client.tts import TtsClient


def add_parser(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = verbs.add_parser("doctor", help="what works here, what doesn't, why, and the command that fixes it")
    parser.set_defaults(run=run)
    if _came_along():
        from deploy.doctor import program

        program.options(parser)


def run(options: argparse.Namespace, settings: OrchestratorSettings) -> int:
    if not _came_along():
        return asyncio.run(_services(settings))
    from deploy.doctor import program

    return program.run(options)


def _came_along() -> bool:
    """Whether the doctor is here; a container of one's own may have been made without."""
    return importlib.util.find_spec("deploy") is not None and importlib.util.find_spec("deploy.doctor") is not None


async def _services(settings: OrchestratorSettings) -> int:
    clients = (SttClient(settings.stt_url), TtsClient(settings.tts_url), LlmClient(settings.llm_url))
    worst = 0
    for client in clients:
        health = await client.health()
        await client.aclose()
        if health is None:
            worst = 2
            _line(f"✗ {client.service.value}: nothing answers at {client.base_url}. Fix: make up")
        else:
            worst = max(worst, 0 if health.status.value == "healthy" else 1)
            _line(
                f"{'✓' if health.status.value == 'healthy' else '!'} {client.service.value}: {health.status.value}, "
                f"{health.engine} on {health.device}. {health.detail}".rstrip()
            )
    home = home_folder(settings.home)
    try:
        home.mkdir(parents=True, exist_ok=True)
        _line(f"✓ sessions are kept in {home}")
    except OSError as error:
        worst = 2
        _line(f"✗ {home} can't be written: {error.strerror}. Fix: set SOUS_HOME to a folder of yours")
    return worst


def _line(text: str) -> None:
    sys.stdout.write(text + "\n")
