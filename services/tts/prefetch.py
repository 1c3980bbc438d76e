"""Texts that will probably be asked for soon, spoken into the phrase cache while nobody is waiting."""

import asyncio
from collections import deque
from collections.abc import Iterable

from services.tts.desk import Desk
from services.tts.order import Order
from shared.contracts.errors import ErrorCode
from shared.service.admission import Priority
from shared.service.errors import ServiceError
from shared.service.logs import get_logger

log = get_logger(__name__)

_MOST = 256  # what is pushed out was asked for longest ago: the cook has moved on


class Prefetch:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._coming: deque[Order] = deque(maxlen=_MOST)
        self._working: asyncio.Task[None] | None = None

    def add(self, orders: Iterable[Order]) -> None:
        self._coming.extend(orders)
        if self._coming and (self._working is None or self._working.done()):
            self._working = asyncio.create_task(self._work(), name="prefetch")

    def close(self) -> None:
        if self._working is not None:
            self._working.cancel()

    async def _work(self) -> None:
        while self._coming:
            order = self._coming.popleft()
            try:
                if not await self._desk.known(order):
                    await self._desk.whole(order, Priority.BATCH)
            except ServiceError as error:
                if error.code is ErrorCode.BUSY:
                    self._coming.appendleft(order)
                    await asyncio.sleep(1)
                else:
                    log.warning("prefetch_failed", code=error.code.value)
