"""A service that does nothing for a living, built on the real kit: its work lasts as long as the request says."""

import asyncio
import sys
import time
from collections.abc import AsyncIterator

from fastapi import APIRouter, FastAPI, WebSocket
from pydantic import Field
from pydantic_settings import SettingsConfigDict
from starlette.responses import StreamingResponse

from shared.contracts.base import Reply, Request
from shared.contracts.health import ServiceName
from shared.service.admission import Cancelled
from shared.service.app import create_app
from shared.service.json_body import JsonRoute
from shared.service.kit import Kit
from shared.service.ladder import Ladder, Rung
from shared.service.run import run_service
from shared.service.settings import ServiceSettings


class ToySettings(ServiceSettings):
    model_config = SettingsConfigDict(env_prefix="TOY_", extra="ignore")
    load_s: float = 0.0


class Simmer(Request):
    text: str = Field(min_length=1)
    ms: float = Field(default=0, ge=0, le=60_000)
    fail: bool = False


class Simmered(Reply):
    text: str
    abandoned_before: int


class Pot:
    model, device = "pot", "cpu"

    def __init__(self, load_s: float) -> None:
        self._load_s = load_s

    def load(self) -> None:
        time.sleep(self._load_s)

    def close(self) -> None:
        pass


def build(settings: ServiceSettings) -> FastAPI:
    assert isinstance(settings, ToySettings)
    kit = Kit(ServiceName.LLM, settings)
    ladder = Ladder([Rung("pot", lambda: Pot(settings.load_s), lambda _: None)])
    router = APIRouter(route_class=JsonRoute)
    abandoned = 0

    @router.post("/simmer")
    async def simmer(wanted: Simmer) -> Simmered:
        text = kit.check_text(wanted.text)

        def work(cancelled: Cancelled) -> None:
            nonlocal abandoned
            if wanted.fail:
                raise RuntimeError(f"burnt: {wanted.text}")
            if cancelled.wait(wanted.ms / 1000):
                abandoned += 1

        await kit.admission.run(work)
        return Simmered(text=text, abandoned_before=abandoned)

    @router.get("/drip")
    async def drip(most: int = 20) -> StreamingResponse:
        async def drops() -> AsyncIterator[str]:
            for number in range(most):
                yield f"drop {number}\n"
                await asyncio.sleep(0.05)

        return StreamingResponse(drops(), media_type="text/plain")

    @router.get("/spill")
    async def spill() -> StreamingResponse:
        async def drops() -> AsyncIterator[str]:
            yield "a drop\n"
            raise RuntimeError("spilt")

        return StreamingResponse(drops(), media_type="text/plain")

    @router.websocket("/tap")
    async def tap(socket: WebSocket) -> None:
        await socket.accept()
        await socket.send_text("open")
        await socket.receive_text()

    return create_app(kit, ladder, [router], summary="A toy.")


if __name__ == "__main__":
    sys.exit(run_service(ServiceName.LLM, ToySettings, build))
