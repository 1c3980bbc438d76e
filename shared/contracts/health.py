"""`/health` and `/ready`: what a service says about itself."""

from enum import StrEnum

from pydantic import Field

from shared.contracts.base import Reply


class ServiceName(StrEnum):
    STT = "stt"
    TTS = "tts"
    LLM = "llm"


class HealthStatus(StrEnum):
    HEALTHY = "healthy"
    DEGRADED = "degraded"  # answering, on a fallback: `detail` says why and how to fix it
    LOADING = "loading"
    FAILED = "failed"

    @property
    def answering(self) -> bool:
        return self in (HealthStatus.HEALTHY, HealthStatus.DEGRADED)


class Health(Reply):
    status: HealthStatus
    model_loaded: bool = Field(description="Whether work can be done.")
    service: ServiceName
    engine: str = Field(description="Who answers now.")
    model: str = Field(description="With which model.")
    device: str = Field(description="`cpu` or `cuda`.")
    version: str
    uptime_s: float = Field(description="Seconds since the start.")
    detail: str = Field(default="", description="Why it is not simply healthy, and what fixes it.")


class Readiness(Reply):
    ready: bool = Field(description="Whether work may be sent here.")
    status: HealthStatus
    draining: bool = Field(default=False, description="Shutting down: finish what is under way, send no more.")
    detail: str = ""
