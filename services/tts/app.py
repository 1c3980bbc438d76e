"""The service put together: settings, the ladder of engines, and the routes. Importing it needs no heavy library."""

from dataclasses import dataclass

from fastapi import FastAPI

from services.tts.desk import Desk
from services.tts.engines import Mouth
from services.tts.engines.espeak import Espeak
from services.tts.engines.ladder import offers
from services.tts.phrase_cache import PhraseCache
from services.tts.prefetch import Prefetch
from services.tts.routes import openai, synthesize, voices
from services.tts.settings import TtsSettings
from services.tts.stage import Stage
from services.tts.voices import Choir
from shared.contracts.health import ServiceName
from shared.service.app import create_app
from shared.service.kit import Kit
from shared.service.ladder import Ladder
from shared.service.settings import ServiceSettings


@dataclass(frozen=True, slots=True)
class Parts:
    """What every door to the service stands on; HTTP is one, Wyoming another."""

    kit: Kit
    stage: Stage
    desk: Desk
    prefetch: Prefetch
    espeak: Espeak


def parts(settings: TtsSettings) -> Parts:
    kit = Kit(ServiceName.TTS, settings)
    espeak = Espeak(settings.words_per_minute)
    engines = offers(settings, espeak)
    ladder: Ladder[Mouth] = Ladder(
        [offer.rung() for offer in engines],
        climb_every_s=settings.climb_every_s,
        on_change=kit.metrics.engine_changed,
    )
    stage = Stage(kit, settings, ladder, Choir(speaker for offer in engines for speaker in offer.speakers), espeak)
    desk = Desk(stage, PhraseCache(settings.phrases, settings.cache_mb * 1024 * 1024))
    prefetch = Prefetch(desk)
    stage.on_close(prefetch.close, desk.close)
    return Parts(kit, stage, desk, prefetch, espeak)


def build(settings: ServiceSettings) -> FastAPI:
    assert isinstance(settings, TtsSettings)
    of = parts(settings)
    return create_app(
        of.kit,
        of.stage,
        [
            synthesize.routes(of.stage, of.desk, of.prefetch),
            voices.routes(of.stage, of.espeak),
            openai.routes(of.stage, of.desk),
        ],
        summary="Text to speech in Korean and English for a kitchen.",
    )
