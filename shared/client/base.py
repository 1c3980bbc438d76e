"""What the three clients share: how a service stands, and how a client ends."""

from types import TracebackType
from typing import ClassVar, Self

from pydantic import BaseModel, ValidationError

from shared.client.breaker import BreakerState
from shared.client.caller import Call, Caller
from shared.contracts.health import Health, Readiness, ServiceName


class ServiceClient:
    service: ClassVar[ServiceName]

    def __init__(self, base_url: str = "", *, api_key: str | None = None, caller: Caller | None = None) -> None:
        self._caller = caller or Caller(self.service.value, base_url, api_key=api_key)

    @property
    def base_url(self) -> str:
        return self._caller.base_url

    @property
    def breaker_state(self) -> BreakerState:
        return self._caller.breaker.state

    async def health(self) -> Health | None:
        """How the service says it is, also while loading; None when nobody answers."""
        body = await self._caller.look("/health")
        try:
            return Health.model_validate_json(body) if body is not None else None
        except ValidationError:
            return None  # something answers there, but it is not one of our services

    async def ready(self) -> bool:
        body = await self._caller.look("/ready")
        try:
            return body is not None and Readiness.model_validate_json(body).ready
        except ValidationError:
            return False

    async def aclose(self) -> None:
        await self._caller.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        await self.aclose()


def json_call(
    path: str, body: BaseModel, *, total_s: float | None = None, idempotent: bool = True, prompt: bool = True
) -> Call:
    """A POST of one contract model. Defaults are left out: an older server may not know the newest field."""
    content = body.model_dump_json(exclude_defaults=True).encode()
    return Call(
        "POST",
        path,
        content=content,
        headers={"Content-Type": "application/json"},
        total_s=total_s,
        idempotent=idempotent,
        prompt=prompt,
    )
