"""Which engines there are, best first, which voices each brings, and the trial that each must pass before it may speak
to anyone."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from threading import Event

from services.tts.engines import EngineName, Mouth, Sound, Utterance
from services.tts.engines.espeak import Espeak
from services.tts.engines.gpt_sovits import GptSovits, Upstream, read_voices, tint
from services.tts.engines.supertonic import Supertonic, style_files
from services.tts.settings import TtsSettings
from services.tts.voices import ESPEAK_SPEAKERS, Speaker
from shared.kitchen.language import Language
from shared.service.ladder import EngineFailed, EngineUnavailable, Rung

_TRIAL = {Language.KO: "다음 단계입니다.", Language.EN: "This is the next step."}


@dataclass(frozen=True, slots=True)
class Offer:
    """An engine that may be asked to speak: how to build it, and its voices, known before it is loaded."""

    name: EngineName
    build: Callable[[], Mouth]
    speakers: tuple[Speaker, ...] = ()
    set_up: bool = True

    def rung(self) -> Rung[Mouth]:
        def smoke(mouth: Mouth) -> None:
            if self.speakers:
                try_out(mouth, self.speakers[0])

        return Rung(self.name, self.build, smoke)


def offers(settings: TtsSettings, espeak: Espeak) -> list[Offer]:
    """The engines that are set up here (all of them when they are wanted by name), and espeak-ng."""
    wanted = settings.engine
    found = [_gpt_sovits(settings), _supertonic(settings)]
    chosen = [offer for offer in found if wanted == offer.name or (wanted == "auto" and offer.set_up)]
    pace = str(settings.words_per_minute)
    own = tuple(replace(speaker, tint=pace) for speaker in ESPEAK_SPEAKERS)
    return [*chosen, Offer(EngineName.ESPEAK, lambda: espeak, own)]


def try_out(mouth: Mouth, speaker: Speaker) -> None:
    """One real sentence; raises when the engine made nothing of it."""
    language = speaker.languages[0]
    heard: list[Sound] = []
    mouth.speak(Utterance(_TRIAL[language], language, speaker.inner), heard.append, Event())
    if sum(sound.seconds for sound in heard) < 0.2:
        raise EngineFailed("the trial sentence came out silent")


def _supertonic(settings: TtsSettings) -> Offer:
    folder = settings.supertonic
    colour = f"{folder.name} {settings.supertonic_steps} {settings.supertonic_speed}"
    speakers = tuple(
        Speaker(f"supertonic-{path.stem}", path.stem, tuple(Language), EngineName.SUPERTONIC, path.stem, colour)
        for path in style_files(folder)
    )

    def build() -> Mouth:
        if not folder.is_dir():
            raise EngineUnavailable("Supertonic's weights are not here.", "make models")
        return Supertonic(
            folder,
            steps=settings.supertonic_steps,
            base_speed=settings.supertonic_speed,
            device=settings.device,
            threads=settings.cpu_threads,
        )

    return Offer(EngineName.SUPERTONIC, build, speakers, set_up=folder.is_dir())


def _gpt_sovits(settings: TtsSettings) -> Offer:
    own = settings.gpt_sovits
    if own.url is None or own.voices is None:
        missing = EngineUnavailable(
            "No server or no voice table is named.", "set TTS_GPT_SOVITS__URL and TTS_GPT_SOVITS__VOICES"
        )
        return Offer(EngineName.GPT_SOVITS, _raising(missing), set_up=own.url is not None)
    try:
        voices = read_voices(own.voices)
    except EngineUnavailable as error:
        return Offer(EngineName.GPT_SOVITS, _raising(error))
    upstream = Upstream(own.url.rstrip("/"), threading.Lock())
    patience = max(settings.first_sound_timeout_ms, settings.piece_timeout_ms) / 1000
    return Offer(
        EngineName.GPT_SOVITS,
        lambda: GptSovits(upstream, voices, own, patience),
        tuple(
            Speaker(name, one.name or name, tuple(one.languages), EngineName.GPT_SOVITS, name, tint(one, own))
            for name, one in voices.items()
        ),
    )


def _raising(error: EngineUnavailable) -> Callable[[], Mouth]:
    def build() -> Mouth:
        raise error

    return build
