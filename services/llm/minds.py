"""Who can understand here: the embedded model always, and above it whatever language model works at the moment.

The ladder of the service kit does the climbing; this adds that the service is ready as soon as its embedded model is,
while a model server is still being tested.
"""

import asyncio
import gc
from collections.abc import Callable
from dataclasses import replace

from services.llm.backends import Backend
from services.llm.backends.openai_compatible import OpenAiCompatible
from services.llm.backends.transformers_local import TransformersLocal
from services.llm.classifier.embedded import Embedded
from services.llm.settings import LlmSettings
from services.llm.situation import Situation
from shared.client.breaker import Breaker
from shared.contracts.errors import ErrorCode
from shared.contracts.health import HealthStatus
from shared.kitchen.intents import Intent
from shared.service.errors import ServiceError
from shared.service.kit import Kit
from shared.service.ladder import EngineUnavailable, Ladder, Report, Rung

Mind = Embedded | Backend


class Minds:
    """`Engines` for the service kit."""

    def __init__(self, kit: Kit, settings: LlmSettings) -> None:
        self.embedded = Embedded()
        self._kit = kit
        self._settings = settings
        self._ready = False
        self._closing: list[Callable[[], None]] = []
        rungs: list[Rung[Mind]] = [
            Rung("openai", self._openai, _prove),
            Rung("transformers", lambda: TransformersLocal(settings), _prove),
            Rung("embedded", lambda: self.embedded, _understands),
        ]
        self._ladder: Ladder[Mind] = Ladder(
            rungs, climb_every_s=settings.climb_every_s, on_change=kit.metrics.engine_changed
        )

    def _openai(self) -> OpenAiCompatible:
        gauge = self._kit.metrics.breaker.labels("model_server")
        return OpenAiCompatible(self._settings, Breaker(on_change=lambda state: gauge.set(state.value)))

    async def start(self) -> None:
        await asyncio.to_thread(self.embedded.load)
        _understands(self.embedded)
        # The vocabulary and the libraries stay for good: the collector need not walk them while a cook waits, nor look
        # at every 700 new objects, which cost an eighth of the pass-through's time.
        gc.collect()
        gc.freeze()
        gc.set_threshold(20_000, 20, 20)
        self._ready = True
        await self._ladder.start()

    async def close(self) -> None:
        for closing in self._closing:
            closing()
        await self._ladder.close()

    def on_close(self, closing: Callable[[], None]) -> None:
        self._closing.append(closing)

    def embedded_now(self) -> Embedded:
        if not self._ready:
            raise ServiceError(ErrorCode.LOADING, "The model is still loading; try again shortly.", retry_after_s=1)
        return self.embedded

    def report(self) -> Report:
        report = self._ladder.report()
        if report.status is HealthStatus.LOADING and self._ready:
            detail = "commands and recipe questions work; a language model is being tested"
            return Report(HealthStatus.DEGRADED, "embedded", self.embedded.model, "cpu", detail)
        backend = self.backend()
        if backend is not None:
            said = "; ".join(part for part in (report.detail, backend.remark) if part)
            return replace(report, detail=said)
        return report

    @property
    def wants_backend(self) -> bool:
        return self._settings.base_url is not None or self._settings.local_model is not None

    @property
    def lacks_backend(self) -> bool:
        """One was asked for, and none works: the reply should say so."""
        return self.wants_backend and self.backend() is None

    def backend(self) -> Backend | None:
        try:
            _, engine = self._ladder.serving()
        except ServiceError:  # still climbing, or nothing works: the embedded model is none of its business
            return None
        return None if isinstance(engine, Embedded) else engine

    async def failed(self, backend: Backend, reason: str) -> None:
        """One failure is bad luck; when the breaker has opened the ladder steps down, and climbs when it recovers."""
        if not isinstance(backend, OpenAiCompatible) or backend.tripped:
            await self._ladder.step_down(backend, f"it keeps failing ({reason})")


def _understands(mind: Mind) -> None:
    assert isinstance(mind, Embedded)
    heard = mind.understand("양파 다 넣었으니까 다음 단계로 넘어가 줘", Situation())
    if heard.actions[0].intent not in (Intent.NEXT_STEP, Intent.STEP_DONE):
        raise EngineUnavailable("the embedded model does not understand its first sentence", "reinstall the service")


def _prove(mind: Mind) -> None:
    assert not isinstance(mind, Embedded)
    mind.self_test()
