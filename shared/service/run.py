"""Running a service as a process: its port, its signals, its quiet end.

SIGTERM: `/ready` says 503 at once, new work is refused, streams in flight finish, then the process exits with 0. What
has not finished by the drain deadline, or when a second signal comes, is cut.
uvicorn's own handler closes the listener first, so a load balancer could never read that 503; hence our own.
"""

import argparse
import asyncio
import contextlib
import json
import os
import socket
import sys
import time
from collections.abc import Callable, Iterator
from typing import TypeVar

import uvicorn
from fastapi import FastAPI
from pydantic import ValidationError

from shared.contracts.health import ServiceName
from shared.service.ending import Signals, end_within, first_of
from shared.service.kit import Kit
from shared.service.logs import configure_logging, get_logger
from shared.service.settings import ServiceSettings

log = get_logger(__name__)

S = TypeVar("S", bound=ServiceSettings)


class _Server(uvicorn.Server):
    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield  # signals are `_drain`'s business


def run_service(
    service: ServiceName,
    settings_type: type[S],
    build: Callable[[S], FastAPI],
    argv: list[str] | None = None,
) -> int:
    parser = argparse.ArgumentParser(prog=f"python -m services.{service.value}")
    parser.add_argument("--host", help="address to listen on (default: from settings, loopback)")
    parser.add_argument("--port", type=int, help="port to listen on")
    parser.add_argument("--openapi", action="store_true", help="print the OpenAPI page and exit")
    wanted = parser.parse_args(argv)
    overrides = {key: value for key in ("host", "port") if (value := getattr(wanted, key)) is not None}
    try:
        settings = settings_type(**overrides)
    except ValidationError as error:
        for problem in error.errors():
            field = "_".join(map(str, problem["loc"]))
            name = f"--{field}" if field in overrides else f"{settings_type.model_config['env_prefix']}{field}".upper()
            print(f"{name}: {problem['msg']}", file=sys.stderr)  # noqa: T201 - for the person starting it
        return 2
    if wanted.openapi:
        sys.stdout.write(openapi_text(build(settings)))
        return 0
    configure_logging(settings.log_level, settings.log_format, service=service.value)
    try:
        listener = _listen(settings.host, settings.port)
    except OSError as error:
        print(f"Cannot listen on {settings.host}:{settings.port}: {error.strerror}.", file=sys.stderr)  # noqa: T201
        return 1
    app = build(settings)
    config = uvicorn.Config(
        app, log_config=None, access_log=False, server_header=False, date_header=False, timeout_keep_alive=75,
        timeout_graceful_shutdown=1,  # waiting is `_drain`'s business; what is left after it is cut
    )  # fmt: skip
    server = _Server(config)
    with asyncio.Runner(loop_factory=config.get_loop_factory()) as runner:
        runner.run(_serve(server, listener, app.state.kit))
    return 0


def openapi_text(app: FastAPI) -> str:
    return json.dumps(app.openapi(), indent=2, ensure_ascii=False, sort_keys=True) + "\n"


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError:
        listener.close()
        raise
    listener.set_inheritable(True)
    return listener


async def _serve(server: _Server, listener: socket.socket, kit: Kit) -> None:
    signals = Signals()
    serving = asyncio.create_task(server.serve(sockets=[listener]))
    host, port = listener.getsockname()[:2]
    log.info("listening", host=host, port=port, pid=os.getpid())
    await first_of(serving, signals.asked.wait())
    if signals.asked.is_set():
        await first_of(_drain(kit), signals.insisted.wait())
        end_within()
        server.should_exit = True
    await serving
    log.info("stopped")


async def _drain(kit: Kit) -> None:
    kit.closing.draining.set()
    log.info("draining", in_flight=kit.closing.in_flight)
    began = time.monotonic()
    await asyncio.sleep(kit.settings.drain_notice_s)
    kit.closing.refusing = True
    while kit.closing.in_flight and time.monotonic() - began < kit.settings.drain_timeout_s:  # noqa: ASYNC110
        await asyncio.sleep(0.02)
