"""Waiting to be called by name: microWakeWord's small models. Optional, and off unless asked for.

The models that come with the wheel are four English names; there is none for Korean. A wake word is for a kitchen where
the radio talks all day; otherwise the cook speaks to us without one.
"""

from enum import StrEnum
from typing import Any

from orchestrator.voice.edges import Samples, SoundMissing


class WakeWord(StrEnum):
    OKAY_NABU = "okay_nabu"
    HEY_JARVIS = "hey_jarvis"
    HEY_MYCROFT = "hey_mycroft"
    ALEXA = "alexa"

    @property
    def said(self) -> str:
        return self.value.replace("_", " ")


class WakeWordDetector:
    def __init__(self, word: WakeWord = WakeWord.OKAY_NABU) -> None:
        micro = _micro_wakeword()
        self.word = word
        self._model = micro.MicroWakeWord.from_builtin(micro.Model(word.value))
        self._features = micro.MicroWakeWordFeatures()

    def heard(self, samples: Samples) -> bool:
        """Whether the word has just been said; frames in order, of any size."""
        called = False
        for features in self._features.process_streaming(samples.astype("<i2").tobytes()):
            called = bool(self._model.process_streaming(features)) or called
        if called:
            self.reset()
        return called

    def reset(self) -> None:
        """The next frame does not follow the last one; also keeps one call from counting twice."""
        self._model.reset()
        self._features.reset()


def _micro_wakeword() -> Any:
    try:
        import pymicro_wakeword
    except ImportError as error:
        raise SoundMissing(
            "Wake words are not installed here.", "Start it with `make voice`, which installs them."
        ) from error
    return pymicro_wakeword
