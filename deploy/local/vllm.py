"""`make vllm`: the big language model, served by vLLM in an environment of its own, in the foreground.

Not one of the three services: Sous works without it, and any other OpenAI-compatible server does as well.
"""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from deploy.local import environments
from deploy.local.environments import Say
from deploy.local.house import House, Service, Trouble
from deploy.local.rise import require_port

MODEL = "jjjunho/Qwen3-4B-Instruct-2507-Korean-AWQ"
PORT = 5000

# The model's own 262,144 tokens of context would eat the whole card; a recipe and a conversation need far fewer.
CONTEXT = "8192"
# Hearing and speaking live on the same card: vLLM would take nine tenths of it.
SHARE_OF_THE_CARD = "0.6"

# What people cook is nobody's business: left alone, vLLM tells its makers how it is used.
_QUIET = {"VLLM_NO_USAGE_STATS": "1", "DO_NOT_TRACK": "1"}
_ON_THE_CPU = {"VLLM_TARGET_DEVICE": "cpu", "VLLM_CPU_KVCACHE_SPACE": "1"}


def serve(house: House, words: Sequence[str], say: Say, *, cpu: bool) -> None:
    """Become vLLM. Whatever `words` say is vLLM's business and wins over our defaults."""
    require_port(Service("vllm", "127.0.0.1", port(house.environment)), "make vllm")
    if not cpu and not Path("/proc/driver/nvidia/version").exists():
        raise Trouble(
            "There is no NVIDIA driver here, and vLLM needs one. Without a GPU, Sous answers without vLLM; "
            "`make vllm-cpu` tries it on the processor, for tests."
        )
    name = "vllm-cpu" if cpu else "vllm"
    if environments.stale(house.root, name):
        say("vLLM is large: the first installation takes a few minutes.")
    environments.sync(house.root, [name], say)
    python = str(house.root / ".venvs" / name / "bin" / "python")
    os.execve(python, [python, *command(house.environment, words, cpu=cpu)], surroundings(house.environment, cpu=cpu))


def command(environment: Mapping[str, str], words: Sequence[str], *, cpu: bool) -> list[str]:
    """What follows `python`. Of two options alike vLLM takes the later one, so `words` come last."""
    # Not the `vllm` command: it looks for a distribution of that name, and the one for CPUs is called vllm-cpu.
    built = ["-m", "vllm.entrypoints.openai.api_server", "--model", environment.get("VLLM_MODEL") or MODEL]
    built += ["--host", "127.0.0.1", "--port", str(port(environment)), "--max-model-len", CONTEXT]
    if cpu:
        built += ["--dtype", "bfloat16", "--enforce-eager"]  # float16 is weak on CPUs, and compiling takes minutes
    else:
        built += ["--gpu-memory-utilization", SHARE_OF_THE_CARD]
    return [*built, *words]


def surroundings(environment: Mapping[str, str], *, cpu: bool) -> dict[str, str]:
    """vLLM's environment: ours, without our own two names, of which VLLM_PORT means something else to vLLM."""
    kept = {name: value for name, value in environment.items() if name not in ("VLLM_PORT", "VLLM_MODEL")}
    return {**_QUIET, **_ON_THE_CPU, **kept} if cpu else {**_QUIET, **kept}


def port(environment: Mapping[str, str]) -> int:
    text = environment.get("VLLM_PORT") or str(PORT)
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise Trouble(f"VLLM_PORT={text} is not a port number (1 to 65535).")
    return int(text)
