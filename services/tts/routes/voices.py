"""`GET /voices` and `POST /normalize`: what can be heard, and what would be said."""

from fastapi import APIRouter

from services.tts.engines import EngineName
from services.tts.engines.espeak import Espeak
from services.tts.order import written_out
from services.tts.stage import Stage
from shared.contracts.tts import NormalizeReply, NormalizeRequest, Voice, VoicesReply
from shared.kitchen.language import Language, language_of
from shared.service.json_body import JsonRoute


def routes(stage: Stage, espeak: Espeak) -> APIRouter:
    router = APIRouter(route_class=JsonRoute, tags=["speech"])

    @router.get("/voices")
    async def voices() -> VoicesReply:
        """Every voice that may be asked for; `default` marks the one each language gets unasked."""
        defaults = {
            language: stage.choir.of_engine(stage.cast(language, None)[0], language, None).id for language in Language
        }
        return VoicesReply(
            voices=[
                Voice(
                    id=speaker.id,
                    name=speaker.name,
                    language=speaker.languages[0].value,
                    languages=[language.value for language in speaker.languages],
                    engine=speaker.engine.value,
                    default=speaker.id in defaults.values(),
                )
                for speaker in stage.choir.speakers
            ]
        )

    @router.post("/normalize")
    async def normalize(asked: NormalizeRequest) -> NormalizeReply:
        """The text as it would be said, and what espeak-ng would be told to make of it."""
        text = stage.kit.check_text(asked.text)
        language = language_of(text) if asked.language == "auto" else Language(asked.language)
        said = await written_out(text, language)
        voice = stage.choir.of_engine(EngineName.ESPEAK, language, None).inner
        reading = await stage.kit.admission.run(lambda _: espeak.reading(said, language, voice), stage="read")
        return NormalizeReply(spoken=said, language=language.value, pronounced=reading.heard, phonemes=reading.phonemes)

    return router
