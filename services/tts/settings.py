"""Every option of the text-to-speech service, with its default. Environment names start with `TTS_`."""

import os
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, Field
from pydantic_settings import SettingsConfigDict

from shared.environment import state_home
from shared.service.settings import ServiceSettings


class GptSovitsSettings(BaseModel):
    """GPT-SoVITS, in the words of its `api_v2.py`. Names in the environment: `TTS_GPT_SOVITS__TOP_K` and so on."""

    url: str | None = Field(default=None, description="Where api_v2.py listens, e.g. http://127.0.0.1:9880.")
    voices: Path | None = Field(
        default=None,
        description="JSON file: voice id -> ref_audio_path, prompt_text, prompt_lang, aux_ref_audio_paths.",
    )
    text_lang_ko: str = Field(default="ko", description="text_lang of Korean sentences (ko or all_ko).")
    text_lang_en: str = Field(default="en", description="text_lang of English sentences.")
    top_k: int = Field(default=15, ge=1, le=100)
    top_p: float = Field(default=1.0, gt=0, le=1)
    temperature: float = Field(default=1.0, gt=0, le=2)
    text_split_method: Literal["cut0", "cut1", "cut2", "cut3", "cut4", "cut5"] = Field(
        default="cut0", description="We send one sentence at a time, so by default it is not cut again."
    )
    batch_size: int = Field(default=1, ge=1, le=200)
    batch_threshold: float = Field(default=0.75, ge=0, le=1)
    split_bucket: bool = True
    parallel_infer: bool = True
    speed_factor: float = Field(default=1.0, ge=0.5, le=2.0, description="Its own pace, before the request's speed.")
    fragment_interval: float = Field(default=0.3, ge=0.01, le=2, description="Seconds of silence after a fragment.")
    seed: int = Field(default=0, description="-1: a different reading every time.")
    media_type: Literal["wav", "raw", "ogg", "aac"] = "wav"
    raw_rate: int = Field(default=32_000, description="The rate of `media_type: raw`, which does not say its own.")
    streaming_mode: int = Field(
        default=0, ge=0, le=3, description="Its answer is listened to before it is passed on, so 0 is fastest."
    )
    repetition_penalty: float = Field(default=1.35, gt=0, le=5)
    sample_steps: int = Field(default=32, ge=1, le=128)
    super_sampling: bool = False
    overlap_length: int = Field(default=2, ge=0, le=50)
    min_chunk_length: int = Field(default=16, ge=1, le=200)


class TtsSettings(ServiceSettings):
    model_config = SettingsConfigDict(
        env_prefix="TTS_", env_nested_delimiter="__", env_ignore_empty=True, extra="ignore", protected_namespaces=()
    )

    port: int = Field(default=8012, ge=0, le=65535, description="Port to listen on; 0 picks a free one.")
    wyoming_port: int = Field(default=10200, ge=0, le=65535, description="Port of `python -m services.tts --wyoming`.")
    queue_size: int = Field(
        default=64, ge=0, le=10_000, description="How many sentences may wait for a voice; the next request gets 429."
    )
    max_answers: int = Field(
        default=128, ge=1, description="How many answers may be in progress, waiting ones included; the next gets 429."
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
    supertonic_dir: Path | None = Field(
        default=None, description="Folder with Supertonic's weights; default: models/tts/supertonic-3 under SOUS_HOME."
    )
    supertonic_steps: int = Field(default=8, ge=1, le=100, description="More steps sound better and take longer.")
    supertonic_speed: float = Field(
        default=1.05, ge=0.7, le=2.0, description="Its own pace, before the request's speed."
    )
    cpu_threads: int = Field(
        default=0, ge=0, le=64, description="Threads of one inference; 0: up to 4, as cores allow."
    )
    gpt_sovits: GptSovitsSettings = GptSovitsSettings()
    cache_dir: Path | None = Field(
        default=None, description="Where spoken phrases are kept; default: cache/speech under SOUS_HOME."
    )
    cache_mb: int = Field(default=256, ge=0, description="How large that folder may grow; 0 keeps nothing.")

    @property
    def supertonic(self) -> Path:
        return (
            self.supertonic_dir.expanduser()
            if self.supertonic_dir
            else state_home() / "models" / "tts" / "supertonic-3"
        )

    @property
    def phrases(self) -> Path:
        if self.cache_dir is not None:
            return self.cache_dir.expanduser()
        if not os.environ.get("SOUS_HOME") and (cache := os.environ.get("XDG_CACHE_HOME")):
            return Path(cache) / "sous" / "speech"
        return state_home() / "cache" / "speech"
