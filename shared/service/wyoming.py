"""The Wyoming protocol's door to a service, for Home Assistant and its voice satellites. A second door to the same
engines, with the same limits and refusals; what a service answers is its own affair.

Importing this needs the `wyoming` package, which only the speech services have.
"""

import asyncio
from abc import abstractmethod
from collections.abc import Callable
from typing import Final

from wyoming.error import Error
from wyoming.event import Event
from wyoming.info import Attribution, Describe, Info
from wyoming.ping import Ping, Pong
from wyoming.server import AsyncEventHandler, AsyncTcpServer

from shared.service.app import Engines
from shared.service.ending import Signals, end_within, first_of
from shared.service.errors import ServiceError
from shared.service.kit import Kit
from shared.service.logs import get_logger
from shared.span import Span, entered

log = get_logger(__name__)

OURS: Final = Attribution(name="Sous", url="")


class Visitor(AsyncEventHandler):
    """One connection; it may ask many times, one after the other."""

    @abstractmethod
    def info(self) -> Info:
        """What this service can do now."""

    @abstractmethod
    async def asked(self, event: Event) -> bool:
        """Everything that is not the same for all services. False ends the connection."""

    async def run(self) -> None:
        try:
            await super().run()
        except (ValueError, KeyError, TypeError, AttributeError, OSError, asyncio.IncompleteReadError) as error:
            # What arrived is no Wyoming event, or nobody is there any more: this connection ends, the others go on.
            log.info("wyoming_connection_ended", error=type(error).__name__)

    async def handle_event(self, event: Event) -> bool:
        if Describe.is_type(event.type):
            await self.write_event(self.info().event())
        elif Ping.is_type(event.type):
            await self.write_event(Pong(text=Ping.from_event(event).text).event())
        else:
            with entered(Span()):
                return await self.asked(event)
        return True

    async def refuse(self, error: ServiceError) -> None:
        await self.write_event(Error(text=error.message, code=error.code.value).event())


async def serve(
    kit: Kit,
    engines: Engines,
    port: int,
    visitor: Callable[[asyncio.StreamReader, asyncio.StreamWriter], Visitor],
) -> int:
    """The door opens at once; who comes while the engines load is told so. Until a signal says to end."""
    server = AsyncTcpServer(kit.settings.host, port)
    signals = Signals()
    await server.start(visitor)
    log.info("wyoming_listening", host=kit.settings.host, port=_port_of(server, port))
    starting = asyncio.create_task(engines.start(), name="engines-start")
    try:
        await first_of(starting, signals.asked.wait())
        if starting.done():
            await starting
            await signals.asked.wait()
        end_within()
    finally:
        starting.cancel()
        await asyncio.gather(starting, return_exceptions=True)
        await server.stop()
        await engines.close()
        kit.admission.close()
    return 0


def _port_of(server: AsyncTcpServer, port: int) -> int:
    """The port really taken: 0 in the settings means any free one."""
    listening = getattr(server, "_server", None)
    return int(listening.sockets[0].getsockname()[1]) if listening is not None else port
