"""`/health` and `/ready`: what a service says about itself."""

from enum import StrEnum

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
    model_loaded: bool
    service: ServiceName
    engine: str
    model: str
    device: str
    version: str
    uptime_s: float
    detail: str = ""


class Readiness(Reply):
    ready: bool
    status: HealthStatus
    draining: bool = False
    detail: str = ""
