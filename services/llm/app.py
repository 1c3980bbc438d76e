"""The language service put together."""

from fastapi import FastAPI

from services.llm import classify
from services.llm.classifier.embedded import Embedded
from services.llm.settings import LlmSettings
from services.llm.situation import Situation
from shared.contracts.health import ServiceName
from shared.service.app import create_app
from shared.service.kit import Kit
from shared.service.ladder import Ladder, Rung
from shared.service.settings import ServiceSettings


def build(settings: ServiceSettings) -> FastAPI:
    assert isinstance(settings, LlmSettings)
    kit = Kit(ServiceName.LLM, settings)
    ladder = Ladder([Rung("embedded", Embedded, _understands_next)], climb_every_s=settings.climb_every_s)
    return create_app(
        kit, ladder, [classify.routes(kit, ladder)], summary="Understands what a cook says; answers from the recipe."
    )


def _understands_next(engine: Embedded) -> None:
    heard = engine.understand("다음", Situation())
    if heard.actions[0].intent != "next_step":
        raise RuntimeError("the embedded model does not understand '다음'")
