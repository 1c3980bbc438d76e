"""The service put together: settings, the ladder of engines, and the routes. Importing it needs no heavy library."""

from pathlib import Path

from fastapi import FastAPI

from services.stt.engines import Ear
from services.stt.engines.ladder import rungs
from services.stt.listening import Listener
from services.stt.routes import openai, stream, transcribe
from services.stt.settings import GPU_BATCH, SttSettings
from shared.contracts.health import ServiceName
from shared.service.app import create_app
from shared.service.kit import Kit
from shared.service.ladder import Ladder


def parts(settings: SttSettings) -> tuple[Kit, Ladder[Ear], Listener]:
    """What every door to the service stands on; HTTP is one, Wyoming another."""
    kit = Kit(ServiceName.STT, settings.model_copy(update={"workers": workers(settings)}))
    ladder: Ladder[Ear] = Ladder(
        rungs(settings), climb_every_s=settings.climb_every_s, on_change=kit.metrics.engine_changed
    )
    return kit, ladder, Listener(kit, ladder, settings)


def workers(settings: SttSettings) -> int:
    """How many requests are inside at once: one on a CPU; on a GPU two batches' worth, one decoding, one preparing."""
    if "workers" in settings.model_fields_set:
        return settings.workers
    if settings.batch is not None:
        return 1 if settings.batch == 1 else 2 * settings.batch
    gpu = settings.device == "cuda" or (settings.device == "auto" and Path("/dev/nvidiactl").exists())
    return 2 * GPU_BATCH if gpu else 1


def build(settings: SttSettings) -> FastAPI:
    kit, ladder, listener = parts(settings)
    return create_app(
        kit,
        ladder,
        [transcribe.routes(listener), openai.routes(listener), stream.routes(listener)],
        summary="Speech to text in Korean and English for a kitchen.",
    )
