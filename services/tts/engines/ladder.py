"""Which engines there are, best first, and the trial that each must pass before it may speak to anyone."""

from threading import Event

from services.tts.engines import EngineName, Mouth, Sound, Utterance
from services.tts.engines.espeak import Espeak
from services.tts.settings import TtsSettings
from shared.kitchen.language import Language
from shared.service.ladder import EngineFailed, Rung

_TRIAL = "다음 단계입니다."


def rungs(_: TtsSettings, espeak: Espeak) -> list[Rung[Mouth]]:
    return [Rung(EngineName.ESPEAK, lambda: espeak, lambda mouth: try_out(mouth, "ko"))]


def try_out(mouth: Mouth, voice: str) -> None:
    """One real sentence; raises when the engine made nothing of it."""
    heard: list[Sound] = []
    mouth.speak(Utterance(_TRIAL, Language.KO, voice), heard.append, Event())
    if sum(sound.seconds for sound in heard) < 0.2:
        raise EngineFailed("the trial sentence came out silent")
