"""A Wyoming door to an engine that takes minutes to load."""

import asyncio
import sys
import time

from shared.contracts.health import ServiceName
from shared.service import wyoming
from shared.service.kit import Kit
from shared.service.ladder import Ladder, Rung
from shared.service.logs import configure_logging
from shared.service.settings import ServiceSettings


class Furnace:
    model, device = "furnace", "cpu"

    def load(self) -> None:
        time.sleep(300)

    def close(self) -> None:
        pass


def nobody(_: asyncio.StreamReader, __: asyncio.StreamWriter) -> wyoming.Visitor:
    raise AssertionError("nobody comes in this test")


if __name__ == "__main__":
    configure_logging("INFO", "json")
    kit = Kit(ServiceName.STT, ServiceSettings())
    sys.exit(asyncio.run(wyoming.serve(kit, Ladder([Rung("furnace", Furnace, lambda _: None)]), 0, nobody)))
