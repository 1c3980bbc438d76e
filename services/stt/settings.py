"""Every option of the speech-to-text service, with its default. Environment names start with `STT_`."""

from pathlib import Path
from typing import Final, Literal

from pydantic import Field
from pydantic_settings import SettingsConfigDict

from shared.service.settings import ServiceSettings

ComputeType = Literal["auto", "int8", "int8_float16", "int8_float32", "float16", "bfloat16", "float32"]


GPU_BATCH: Final = 16


class SttSettings(ServiceSettings):
    model_config = SettingsConfigDict(env_prefix="STT_", env_ignore_empty=True, extra="ignore", protected_namespaces=())

    port: int = Field(default=8011, ge=0, le=65535, description="Port to listen on; 0 picks a free one.")
    max_body_bytes: int = Field(
        default=25 * 1024 * 1024, ge=1, description="A larger request body is refused with 413."
    )
    max_audio_s: float = Field(
        default=60.0, gt=0, le=3600, description="Longer audio is refused with 413, unpacked or not."
    )
    default_timeout_ms: int = Field(default=60_000, ge=1, description="Deadline of a request that names none.")
    model: str | None = Field(
        default=None,
        description="A faster-whisper model: a folder with a CTranslate2 model, or a name that `make models` has"
        " downloaded (small, large-v3-turbo ...). Unset: a downloaded one if there is any, else the embedded engine.",
    )
    models_dir: Path | None = Field(
        default=None, description="Where downloaded models lie; default: models/ under SOUS_HOME."
    )
    models_url: str = Field(
        default="https://huggingface.co", description="Where `make models` downloads from: the hub, or a mirror of it."
    )
    compute_type: ComputeType = Field(
        default="auto", description="Number format of the model; `auto`: float16 on a GPU, int8 on a CPU."
    )
    cpu_threads: int = Field(
        default=0, ge=0, le=64, description="Threads of one inference on a CPU; 0: up to 4, as cores allow."
    )
    beam_size: int = Field(default=5, ge=1, le=10, description="Width of the search in faster-whisper on a CPU.")
    batch: int | None = Field(
        default=None,
        ge=1,
        le=128,
        description="How many short clips share one inference; unset: 16 on a GPU, 1 on a CPU.",
    )
    short_context: bool = Field(
        default=False,
        description="Give Whisper only as much context as the clip is long: 4-5 times faster on a CPU, tried again"
        " at full length when the result is doubtful. Off, because stock models may loop.",
    )
    wyoming_port: int = Field(default=10300, ge=0, le=65535, description="Port of `python -m services.stt --wyoming`.")
