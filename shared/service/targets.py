"""What a service promises: how quickly its main endpoint answers, and how rarely it fails.

The promises are exported as gauges beside the measurements, so that one alert rule covers every service and a
dashboard draws the line a curve must stay under. The defaults of the three services together are the half second that
a cook waits at most between falling silent and hearing the reply. How they fare is Prometheus' business, not ours.
"""

from dataclasses import dataclass

from shared.contracts.health import ServiceName


@dataclass(frozen=True, slots=True)
class Targets:
    """`route`: 95 of 100 requests are answered within `p95_s`; of all requests at most `failure_ratio` fail."""

    route: str
    p95_s: float
    failure_ratio: float = 0.02


TARGETS = {
    ServiceName.STT: Targets("/transcribe", 0.300),
    ServiceName.LLM: Targets("/classify", 0.050),
    ServiceName.TTS: Targets("/synthesize", 0.150),
}


def targets(service: ServiceName, p95_ms: int | None, failure_ratio: float) -> Targets:
    """The promise of one service; `p95_ms` is for those who run it with other engines, on another machine."""
    usual = TARGETS[service]
    return Targets(usual.route, p95_ms / 1000 if p95_ms is not None else usual.p95_s, failure_ratio)
