"""What a service says to Prometheus about itself: its promises, how it stands, which engine serves."""

import pytest

from services.llm.settings import LlmSettings
from services.stt.settings import SttSettings
from services.tts.settings import TtsSettings
from shared.contracts.health import HealthStatus, ServiceName
from shared.service.kit import Kit
from shared.service.ladder import Report
from shared.service.metrics import Metrics
from shared.service.settings import ServiceSettings
from shared.service.targets import TARGETS


def value(metrics: Metrics, name: str, **labels: str) -> float | None:
    return metrics.registry.get_sample_value(name, labels)


@pytest.mark.parametrize(
    ("service", "settings", "route", "seconds"),
    [
        (ServiceName.STT, SttSettings(), "/transcribe", 0.3),
        (ServiceName.LLM, LlmSettings(), "/classify", 0.05),
        (ServiceName.TTS, TtsSettings(), "/synthesize", 0.15),
        (ServiceName.STT, SttSettings(slo_p95_ms=1500), "/transcribe", 1.5),
    ],
    ids=["stt", "llm", "tts", "a slower machine"],
)
def test_the_promises_are_exported(service: ServiceName, settings: ServiceSettings, route: str, seconds: float) -> None:
    metrics = Kit(service, settings).metrics
    assert value(metrics, "sous_slo_p95_seconds", route=route) == seconds
    assert value(metrics, "sous_slo_failure_ratio") == 0.02


def test_the_three_together_promise_a_reply_within_half_a_second() -> None:
    assert sum(one.p95_s for one in TARGETS.values()) == pytest.approx(0.5)


def test_another_share_of_failures_may_be_promised() -> None:
    kit = Kit(ServiceName.TTS, TtsSettings(slo_failure_ratio=0.001))
    assert value(kit.metrics, "sous_slo_failure_ratio") == 0.001


def test_exactly_one_status_is_true() -> None:
    metrics = Metrics("stt", "1")
    for said in HealthStatus:
        metrics.standing(Report(said, "engine", "model", "cpu", ""))
        standing = {status: value(metrics, "sous_status", status=status.value) for status in HealthStatus}
        assert standing == {status: float(status is said) for status in HealthStatus}


def test_only_the_engine_that_serves_is_named() -> None:
    metrics = Metrics("stt", "1")
    metrics.engine_changed("start", Report(HealthStatus.HEALTHY, "faster-whisper", "small", "cuda", ""))
    metrics.engine_changed("down", Report(HealthStatus.DEGRADED, "pocketsphinx", "grammar", "cpu", "no GPU"))
    page = metrics.page().decode()
    assert 'sous_engine_info{device="cpu",engine="pocketsphinx",model="grammar"} 1.0' in page
    assert "small" not in page
    assert value(metrics, "sous_engine_steps_total", direction="down", engine="pocketsphinx") == 1
