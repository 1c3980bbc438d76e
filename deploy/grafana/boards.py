"""What is asked of Sous while it runs: every question of the dashboards, its expression and its unit. How it looks in
Grafana's JSON is drawn in `draw.py`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

ROUTES = 'route!~"/health|/ready|/metrics|unmatched"'


@dataclass(frozen=True, slots=True)
class Line:
    """One expression and what its curves are called."""

    expression: str
    called: str = ""


@dataclass(frozen=True, slots=True)
class Panel:
    question: str
    lines: Sequence[Line]
    unit: str = "short"
    kind: str = "timeseries"
    width: int = 8
    why: str = ""
    stacked: bool = False
    #: Values from which it is yellow and red; the other way round when good is more.
    yellow: float | None = None
    red: float | None = None
    most: float | None = None


@dataclass(frozen=True, slots=True)
class Row:
    title: str
    panels: Sequence[Panel]


@dataclass(frozen=True, slots=True)
class Dashboard:
    uid: str
    title: str
    rows: Sequence[Row]


KITCHEN = Dashboard(
    "sous-kitchen",
    "Sous: the kitchen",
    [
        Row(
            "At a glance",
            [
                Panel("Who answers?", [Line('sum by (job) (up{job=~"stt|tts|llm"})', "{{job}}")], kind="stat", width=6),
                Panel(
                    "How do they feel?",
                    [Line("sum by (job, status) (sous_status) > 0", "{{job}} {{status}}")],
                    kind="stat",
                    width=6,
                    why="What /health says: degraded is answering on a fallback.",
                ),
                Panel(
                    "Which engine serves?",
                    [Line("sum by (job, engine, device) (sous_engine_info)", "{{job}}: {{engine}} on {{device}}")],
                    kind="stat",
                    width=6,
                ),
                Panel(
                    "Understood without a language model",
                    [Line("sous:understood_alone:ratio30m", "share")],
                    unit="percentunit",
                    kind="stat",
                    width=6,
                    yellow=0.9,
                    red=0.7,
                    why="Commands and the embedded classifier answer within milliseconds; a model takes a second.",
                ),
            ],
        ),
        Row(
            "Where a turn's time goes",
            [
                Panel(
                    "Half of the turns: time in each stage",
                    [Line("sous:stage:p50_5m", "{{job}} {{stage}}")],
                    unit="s",
                    stacked=True,
                    why="stt decode, vad, infer; llm understand, llm; tts normalize, infer, encode; queue is waiting.",
                ),
                Panel("95 of 100: time in each stage", [Line("sous:stage:p95_5m", "{{job}} {{stage}}")], unit="s"),
                Panel(
                    "p95 of each endpoint, and what was promised",
                    [
                        Line("sous:latency:p95_5m and on (job, route) sous:latency:promised", "{{job}} {{route}}"),
                        Line("sous:latency:promised", "{{job}} promised"),
                    ],
                    unit="s",
                ),
            ],
        ),
        Row(
            "Understanding and speaking",
            [
                Panel(
                    "Who understood?",
                    [Line("sum by (source) (rate(sous_understood_total[5m]))", "{{source}}")],
                    unit="reqps",
                    stacked=True,
                ),
                Panel(
                    "Speech that was known already",
                    [Line("sum by (cache) (rate(sous_tts_phrases_total[5m]))", "{{cache}}")],
                    unit="reqps",
                    stacked=True,
                    why="A hit costs no synthesis: the next step is spoken ahead.",
                ),
                Panel(
                    "Requests",
                    [Line(f"sum by (job, route) (rate(sous_requests_total{{{ROUTES}}}[5m]))", "{{job}} {{route}}")],
                    unit="reqps",
                ),
            ],
        ),
        Row(
            "Queue",
            [
                Panel("Waiting for a worker", [Line("sum by (job) (sous_queue_depth)", "{{job}}")]),
                Panel("Being answered", [Line("sum by (job) (sous_in_flight)", "{{job}}")]),
                Panel(
                    "Refused and given up",
                    [
                        Line("sum by (job, reason) (rate(sous_rejections_total[5m]))", "{{job}} {{reason}}"),
                        Line("sum by (job) (rate(sous_hang_ups_total[5m]))", "{{job}} hung up"),
                    ],
                    unit="reqps",
                    why="busy: the queue was full. Malformed requests count here too.",
                ),
            ],
        ),
    ],
)

BUDGET = Dashboard(
    "sous-budget",
    "Sous: promises and error budget",
    [
        Row(
            "Today",
            [
                Panel(
                    "Error budget left",
                    [Line("sous:error_budget:left1d", "{{job}}")],
                    unit="percentunit",
                    kind="stat",
                    yellow=0.5,
                    red=0.0,
                    why="1: nothing has failed today. Below 0: more failed than was promised.",
                ),
                Panel(
                    "Failed today",
                    [
                        Line("sous:failure_ratio:rate1d", "{{job}}"),
                        Line("sous:failure_ratio:promised", "{{job}} promised"),
                    ],
                    unit="percentunit",
                    kind="stat",
                ),
                Panel(
                    "How fast the budget burns",
                    [Line("sous:failure_ratio:rate1h / sous:failure_ratio:promised", "{{job}}")],
                    kind="stat",
                    yellow=1,
                    red=14.4,
                    why="1: exactly as much as allowed. 14.4: a month's worth within two days.",
                ),
            ],
        ),
        Row(
            "As it goes",
            [
                Panel(
                    "Failures",
                    [
                        Line("sous:failure_ratio:rate5m", "{{job}}"),
                        Line("sous:failure_ratio:promised", "{{job}} promised"),
                    ],
                    unit="percentunit",
                    width=12,
                ),
                Panel(
                    "p95 as a share of what was promised",
                    [Line("sous:latency:p95_5m / on (job, route) sous:latency:promised", "{{job}} {{route}}")],
                    unit="percentunit",
                    width=12,
                    yellow=0.8,
                    red=1,
                ),
                Panel(
                    "Answers by status",
                    [Line(f"sum by (job, status) (rate(sous_requests_total{{{ROUTES}}}[5m]))", "{{job}} {{status}}")],
                    unit="reqps",
                    width=12,
                ),
                Panel(
                    "Engines stepping down and climbing back",
                    [
                        Line(
                            "sum by (job, direction, engine) (sous_engine_steps_total)",
                            "{{job}} {{direction}} {{engine}}",
                        )
                    ],
                    width=12,
                ),
            ],
        ),
    ],
)

GPU = Dashboard(
    "sous-gpu",
    "Sous: GPU and vLLM",
    [
        Row(
            "The cards",
            [
                Panel("Load", [Line("DCGM_FI_DEV_GPU_UTIL", "GPU {{gpu}}")], unit="percent", width=6, most=100),
                Panel("Memory in use", [Line("DCGM_FI_DEV_FB_USED", "GPU {{gpu}}")], unit="decmbytes", width=6),
                Panel(
                    "Heat", [Line("DCGM_FI_DEV_GPU_TEMP", "GPU {{gpu}}")], unit="celsius", width=6, yellow=80, red=88
                ),
                Panel("Power", [Line("DCGM_FI_DEV_POWER_USAGE", "GPU {{gpu}}")], unit="watt", width=6),
            ],
        ),
        Row(
            "vLLM",
            [
                Panel(
                    "Running and waiting",
                    [
                        Line("sum(vllm:num_requests_running)", "running"),
                        Line("sum(vllm:num_requests_waiting)", "waiting"),
                    ],
                ),
                Panel(
                    "KV cache in use",
                    [Line("max(vllm:kv_cache_usage_perc)", "used")],
                    unit="percentunit",
                    most=1,
                    yellow=0.8,
                    red=0.95,
                ),
                Panel(
                    "First token",
                    [
                        Line(
                            f"histogram_quantile({q}, sum by (le) (rate(vllm:time_to_first_token_seconds_bucket[5m])))",
                            f"p{round(q * 100)}",
                        )
                        for q in (0.5, 0.95)
                    ],
                    unit="s",
                ),
                Panel(
                    "Whole answer",
                    [
                        Line(
                            f"histogram_quantile({q}, sum by (le) (rate(vllm:e2e_request_latency_seconds_bucket[5m])))",
                            f"p{round(q * 100)}",
                        )
                        for q in (0.5, 0.95)
                    ],
                    unit="s",
                ),
                Panel(
                    "Tokens a second",
                    [
                        Line("sum(rate(vllm:prompt_tokens_total[5m]))", "read"),
                        Line("sum(rate(vllm:generation_tokens_total[5m]))", "written"),
                    ],
                ),
                Panel(
                    "Of the prompt, known already",
                    [
                        Line(
                            "sum(rate(vllm:prefix_cache_hits_total[5m]))"
                            " / sum(rate(vllm:prefix_cache_queries_total[5m]))",
                            "share",
                        )
                    ],
                    unit="percentunit",
                    most=1,
                ),
            ],
        ),
        Row(
            "Sous and its model",
            [
                Panel(
                    "Is the model server asked?",
                    [Line("max by (upstream) (sous_breaker_state)", "{{upstream}}")],
                    why="0: yes. 1: one trial request. 2: no, it keeps failing.",
                    width=12,
                    yellow=1,
                    red=2,
                ),
                Panel(
                    "Which engine on which device?",
                    [
                        Line(
                            "sum by (job, engine, model, device) (sous_engine_info)",
                            "{{job}}: {{engine}} {{model}}, {{device}}",
                        )
                    ],
                    kind="stat",
                    width=12,
                ),
            ],
        ),
    ],
)

DASHBOARDS = {"kitchen": KITCHEN, "budget": BUDGET, "gpu": GPU}
