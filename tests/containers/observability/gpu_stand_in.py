"""What vLLM and NVIDIA's exporter tell Prometheus, by name and kind, without a GPU: counters that count, nothing more.

The names are those of vLLM 0.32 (vllm/v1/metrics/loggers.py) and of dcgm-exporter's default list.
"""

import time

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, start_http_server

GAUGES = {"vllm:num_requests_running": 2, "vllm:num_requests_waiting": 1, "vllm:kv_cache_usage_perc": 0.3}
COUNTERS = {
    "vllm:prompt_tokens": 400,
    "vllm:generation_tokens": 80,
    "vllm:prefix_cache_hits": 9,
    "vllm:prefix_cache_queries": 10,
}
HISTOGRAMS = {"vllm:time_to_first_token_seconds": 0.08, "vllm:e2e_request_latency_seconds": 0.9}
CARDS = {
    "DCGM_FI_DEV_GPU_UTIL": 40,
    "DCGM_FI_DEV_FB_USED": 9000,
    "DCGM_FI_DEV_GPU_TEMP": 55,
    "DCGM_FI_DEV_POWER_USAGE": 120,
}


def main() -> None:
    vllm, cards = CollectorRegistry(), CollectorRegistry()
    for name, value in GAUGES.items():
        Gauge(name, name, ["model_name", "engine"], registry=vllm).labels("korean", "0").set(value)
    counters = {name: Counter(name, name, ["model_name"], registry=vllm).labels("korean") for name in COUNTERS}
    histograms = {name: Histogram(name, name, ["model_name"], registry=vllm).labels("korean") for name in HISTOGRAMS}
    for name, value in CARDS.items():
        Gauge(name, name, ["gpu", "modelName"], registry=cards).labels("0", "H200").set(value)
    start_http_server(5000, registry=vllm)
    start_http_server(9400, registry=cards)
    while True:
        for name, step in COUNTERS.items():
            counters[name].inc(step)
        for name, seconds in HISTOGRAMS.items():
            histograms[name].observe(seconds)
        time.sleep(0.5)


if __name__ == "__main__":
    main()
