"""Memory: what the chosen models will ask for, against what is there. Round figures, on the careful side.

The embedded services were measured (180 + 100 + 120 MB resident after a hundred requests each; the program, the
supervisor and some air come on top). The rest is an estimate, rounded up: weights, plus what computing with them takes.
docs/gpu.md shows the sums.
"""

# ruff: noqa: E501 - two languages side by side, and a Korean letter counts twice

from collections.abc import Iterator
from dataclasses import dataclass

from deploy.doctor.facts import Facts
from deploy.doctor.finding import Code, Finding, Level, Words
from deploy.doctor.judge import gpu

EMBEDDED_MB = 700  # the three services and supervisor together
SYSTEM_MB = 600  # what everything else on a small machine uses

#: On a CPU, beyond the embedded engine.
CPU_MB = {"tiny": 200, "base": 300, "small": 800, "medium": 1800, "large-v3": 3600, "large-v3-turbo": 1900}
SUPERTONIC_MB = 700
TRANSFORMERS_MB = 9500  # a 4 B model in bfloat16

#: On a GPU.
GPU_MB = {"tiny": 500, "base": 700, "small": 1500, "medium": 3000, "large-v3": 5000, "large-v3-turbo": 3000}
GPT_SOVITS_MB = 4000
VLLM_MB = 5000  # Qwen3-4B AWQ: 2.7 GB of weights, 1.2 GB for 8192 tokens, the rest for graphs and activations
VLLM_SHARE = 0.92  # what it takes unless told otherwise, needed or not


@dataclass(frozen=True, slots=True)
class Eater:
    """One model and its appetite."""

    name: str
    megabytes: int


def judge(facts: Facts) -> Iterator[Finding]:
    yield from _memory(facts)
    if gpu.usable(facts):
        yield from _vram(facts)


def _whisper(facts: Facts, preferred: tuple[str, ...]) -> str:
    """The Whisper model that would be loaded; empty when there is none."""
    here = {model.name for model in facts.models if model.service == "stt" and not model.missing}
    chosen = facts.settings.get("STT_MODEL", "")
    return chosen if chosen in CPU_MB else next((name for name in preferred if name in here), "")


def on_the_cpu(facts: Facts) -> list[Eater]:
    eaters = [Eater("the embedded engines", EMBEDDED_MB)]
    if (name := _whisper(facts, ("small", "large-v3-turbo"))) and not _ear_on_gpu(facts):
        eaters.append(Eater(f"faster-whisper {name}", CPU_MB[name]))
    if any(model.service == "tts" and not model.missing for model in facts.models):
        eaters.append(Eater("Supertonic", SUPERTONIC_MB))
    if facts.settings.get("LLM_LOCAL_MODEL") and not gpu.usable(facts):
        eaters.append(Eater("the language model in process", TRANSFORMERS_MB))
    return eaters


def on_the_gpu(facts: Facts) -> list[Eater]:
    built = {one.name for one in facts.environments if one.state != "missing"}
    eaters = []
    if (name := _whisper(facts, ("large-v3-turbo", "small"))) and _ear_on_gpu(facts):
        eaters.append(Eater(f"faster-whisper {name}", GPU_MB[name]))
    if "gpt-sovits" in built:
        eaters.append(Eater("GPT-SoVITS", GPT_SOVITS_MB))
    if "vllm" in built:
        eaters.append(Eater("vLLM", VLLM_MB))
    if facts.settings.get("LLM_LOCAL_MODEL"):
        eaters.append(Eater("the language model in process", TRANSFORMERS_MB))
    return eaters


def _ear_on_gpu(facts: Facts) -> bool:
    stt = next((one for one in facts.environments if one.chosen and one.name.startswith("stt")), None)
    return (
        stt is not None
        and gpu.usable(facts)
        and facts.settings.get("STT_DEVICE") != "cpu"
        and (stt.ctranslate2.devices > 0)
    )


def _memory(facts: Facts) -> Iterator[Finding]:
    have = facts.machine.memory_mb
    if not have:
        return
    eaters = on_the_cpu(facts)
    needs = sum(eater.megabytes for eater in eaters) + SYSTEM_MB
    what = _table(eaters)
    if have >= needs:
        words = Words(
            f"{have / 1024:.1f} GB, about {needs / 1024:.1f} GB needed",
            f"{have / 1024:.1f} GB, 약 {needs / 1024:.1f} GB 필요",
        )
        yield Finding(Code.MEMORY, Level.OK, "memory", words)
        return
    yield Finding(
        Code.MEMORY_LOW,
        Level.DEGRADED,
        "memory",
        Words(
            f"{have / 1024:.1f} GB, and about {needs / 1024:.1f} GB is needed ({what})",
            f"{have / 1024:.1f} GB인데 약 {needs / 1024:.1f} GB가 필요합니다 ({what})",
        ),
        Words(
            "When memory runs out the system ends a service, or everything waits for the disk.",
            "메모리가 바닥나면 시스템이 서비스를 끄거나 모두 디스크만 기다립니다.",
        ),
        "STT_MODEL=base make models && STT_MODEL=base make restart" if len(eaters) > 1 else "free -h",
    )


def _vram(facts: Facts) -> Iterator[Finding]:
    eaters = on_the_gpu(facts)
    sizes = [_slice_mb(part) for card in facts.gpu.cards for part in card.slices] or [
        card.memory_mb for card in facts.gpu.cards if card.memory_mb
    ]
    if not eaters or not sizes:
        return
    have, needs = min(sizes), sum(eater.megabytes for eater in eaters)
    vllm = any(eater.name == "vLLM" for eater in eaters)
    beside = needs - VLLM_MB if vllm else 0
    crowded = vllm and beside > 0 and have * (1 - VLLM_SHARE) < beside and len(sizes) == 1
    if have >= needs and not crowded:
        words = f"{have / 1024:.1f} GB, {_table(eaters)}"
        yield Finding(Code.VRAM, Level.OK, "gpu memory", Words(words, words))
        return
    share = max(0.1, int(100 * (have - beside - 500) / have) / 100) if have else 0.5
    yield Finding(
        Code.VRAM_LOW,
        Level.DEGRADED,
        "gpu memory",
        Words(
            f"{have / 1024:.1f} GB is too little for all of this at once: {_table(eaters)}"
            if have < needs
            else f"vLLM takes {VLLM_SHARE:.0%} of the card when it starts, and the rest needs {beside / 1024:.1f} GB",
            f"{have / 1024:.1f} GB로는 한꺼번에 모자랍니다: {_table(eaters)}"
            if have < needs
            else f"vLLM이 시작하면서 카드의 {VLLM_SHARE:.0%}를 차지하는데, 나머지도 {beside / 1024:.1f} GB가 필요합니다",
        ),
        Words(
            'Whoever comes last gets "out of memory" and falls back to the CPU.',
            '나중에 뜨는 쪽이 "out of memory"를 만나 CPU로 물러납니다.',
        ),
        f'make vllm ARGS="--gpu-memory-utilization {share:.2f}"' if vllm and have >= needs else _smaller(eaters),
    )


def _smaller(eaters: list[Eater]) -> str:
    if any(eater.name.startswith("faster-whisper") for eater in eaters) and len(eaters) > 1:
        return "STT_DEVICE=cpu make restart"
    return "STT_MODEL=small STT_COMPUTE_TYPE=int8_float16 make restart"


def _slice_mb(part: str) -> int:
    """ "1g.10gb MIG-<uuid>" -> 10240."""
    size = part.partition(" ")[0].partition(".")[2].removesuffix("gb")
    return int(size) * 1024 if size.isdecimal() else 0


def _table(eaters: list[Eater]) -> str:
    return ", ".join(f"{eater.name} {eater.megabytes / 1024:.1f}" for eater in eaters)
