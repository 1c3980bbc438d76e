"""Every option of the text-to-speech service, with its default. Environment names start with `TTS_`."""

import os
from pathlib import Path
from typing import Literal

from pydantic import Field
from pydantic_settings import SettingsConfigDict

from shared.service.kit import state_home
from shared.service.settings import ServiceSettings


class TtsSettings(ServiceSettings):
    model_config = SettingsConfigDict(env_prefix="TTS_", env_ignore_empty=True, extra="ignore", protected_namespaces=())

    port: int = Field(default=8012, ge=0, le=65535, description="Port to listen on; 0 picks a free one.")
    queue_size: int = Field(
        default=64, ge=0, le=10_000, description="How many sentences may wait for a voice; the next request gets 429."
    )
    engine: Literal["auto", "gpt-sovits", "supertonic", "espeak-ng"] = Field(
        default="auto",
        description="The voice to speak with. `auto`: the best one that is set up. espeak-ng stands in when it fails.",
    )
    words_per_minute: int = Field(
        default=175,
        ge=80,
        le=450,
        description="espeak-ng's pace at speed 1. 175 is about five Korean syllables a second: clear and unhurried.",
    )
    first_sound_timeout_ms: int = Field(
        default=2_500,
        ge=50,
        description="When the wanted voice has made no sound after this long, espeak-ng answers instead.",
    )
    piece_timeout_ms: int = Field(
        default=10_000, ge=50, description="The same for every later sentence of an answer that has begun."
    )
    cache_dir: Path | None = Field(
        default=None, description="Where spoken phrases are kept; default: cache/speech under SOUS_HOME."
    )
    cache_mb: int = Field(default=256, ge=0, description="How large that folder may grow; 0 keeps nothing.")

    @property
    def phrases(self) -> Path:
        if self.cache_dir is not None:
            return self.cache_dir.expanduser()
        if not os.environ.get("SOUS_HOME") and (cache := os.environ.get("XDG_CACHE_HOME")):
            return Path(cache) / "sous" / "speech"
        return state_home() / "cache" / "speech"
