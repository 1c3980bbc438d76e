"""The language service put together."""

from fastapi import FastAPI

from services.llm import chat, classify, passthrough
from services.llm.cascade import Cascade
from services.llm.minds import Minds
from services.llm.settings import LlmSettings
from shared.contracts.health import ServiceName
from shared.service.app import create_app
from shared.service.kit import Kit
from shared.service.settings import ServiceSettings


def build(settings: ServiceSettings) -> FastAPI:
    assert isinstance(settings, LlmSettings)
    kit = Kit(ServiceName.LLM, settings)
    minds = Minds(kit, settings)
    cascade = Cascade(minds, deadline_s=settings.deadline_ms / 1000, cache_size=settings.cache_size)
    app = create_app(
        kit,
        minds,
        [classify.routes(kit, cascade), chat.routes(kit, minds, settings)],
        summary="Understands what a cook says; answers from the recipe.",
    )
    # Last in the list is innermost: behind the doorway (key, deadline, metrics), before the framework's routing.
    app.user_middleware.append(passthrough.beside(minds, settings))
    return app
