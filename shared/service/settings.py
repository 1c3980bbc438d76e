"""The settings every service has; each service adds its own in a subclass with its own prefix."""

from typing import Literal, Self

from pydantic import Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from shared.key_file import KeyFile


class ServiceSettings(BaseSettings):
    model_config = SettingsConfigDict(extra="ignore", env_ignore_empty=True, protected_namespaces=())

    host: str = Field(default="127.0.0.1", description="Address to listen on. Loopback unless you say otherwise.")
    port: int = Field(default=0, ge=0, le=65535, description="Port to listen on; 0 picks a free one.")
    api_key: SecretStr | None = Field(
        default=None, description="When set, every request must carry it as a bearer token."
    )
    api_key_file: KeyFile = Field(
        default=None, description="A file with that key, for containers; used when the key itself is not set."
    )
    device: Literal["auto", "cpu", "cuda"] = Field(
        default="auto",
        description="Where models run. `auto` uses the GPU only if a trial inference works on it.",
    )
    workers: int = Field(default=1, ge=1, le=64, description="How many inferences run at the same time.")
    queue_size: int = Field(default=8, ge=0, le=10_000, description="How many requests may wait; the next gets 429.")
    max_body_bytes: int = Field(default=1_048_576, ge=1, description="A larger request body is refused with 413.")
    max_text_chars: int = Field(default=5_000, ge=1, description="A longer text is refused with 413.")
    default_timeout_ms: int = Field(default=30_000, ge=1, description="Deadline of a request that names none.")
    max_timeout_ms: int = Field(
        default=300_000, ge=1, description="The longest deadline that X-Timeout-Ms may ask for."
    )
    drain_notice_s: float = Field(
        default=0.0,
        ge=0,
        description="After SIGTERM, how long /ready says 503 before refusing work (load balancers).",
    )
    drain_timeout_s: float = Field(default=30.0, ge=0, description="How long work in flight may take after SIGTERM.")
    slo_p95_ms: int | None = Field(
        default=None,
        ge=1,
        description="Promised: 95 of 100 requests are answered within this time. Exported for dashboards and alerts;"
        " unset: what the embedded engines keep (STT 300, LLM 50, TTS 150).",
    )
    slo_failure_ratio: float = Field(
        default=0.02, gt=0, lt=1, description="Promised: no larger share of requests fails. Exported likewise."
    )
    climb_every_s: float = Field(
        default=15.0, gt=0, description="How often a better engine that failed is tried again."
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        default="INFO", description="At DEBUG user text may be logged; at every other level it never is."
    )
    log_format: Literal["json", "console"] = Field(default="json", description="One JSON object a line, or text.")

    @model_validator(mode="after")
    def _key_from_file(self) -> Self:
        if self.api_key is None:
            self.api_key = self.api_key_file
        return self
