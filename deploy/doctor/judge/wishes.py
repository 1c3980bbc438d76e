"""What the owner of this machine wants of its GPU, read from the settings and from what is installed."""

from deploy.doctor import cuda
from deploy.doctor.facts import Environment, Facts
from deploy.doctor.finding import Level

#: Environments that are there for a GPU and for nothing else.
FOR_A_GPU = frozenset({"stt-cuda", "vllm", "gpt-sovits"})
SERVICE_OF = {"stt": "stt", "stt-cuda": "stt", "tts": "tts", "llm": "llm", "llm-transformers": "llm"}


def demanded(facts: Facts) -> tuple[str, ...]:
    """Services that were told to use a GPU or not to start."""
    return tuple(name for name in ("stt", "tts", "llm") if facts.settings.get(f"{name.upper()}_DEVICE") == "cuda")


def hoped(facts: Facts) -> bool:
    """Whether something was installed that is of use with a GPU alone."""
    return any(for_a_gpu(one) for one in facts.environments if one.state != "missing")


def for_a_gpu(one: Environment) -> bool:
    torch = next((wheel for wheel in one.wheels if wheel.name == "torch"), None)
    return one.name in FOR_A_GPU or (torch is not None and bool(cuda.needed_by("torch", torch.version, torch.cuda)))


def weight(facts: Facts) -> Level:
    """How bad it is when the GPU cannot be used: nothing to somebody who never asked for one."""
    if demanded(facts):
        return Level.BROKEN
    return Level.DEGRADED if hoped(facts) else Level.NOTE


def weight_for(facts: Facts, environment: str) -> Level:
    """The same for what stands in one environment."""
    return Level.BROKEN if SERVICE_OF.get(environment) in demanded(facts) else Level.DEGRADED


def without_a_gpu(facts: Facts) -> str:
    """The command that makes peace with having none."""
    chosen = " ".join(f"{name.upper()}_DEVICE=auto" for name in demanded(facts))
    return f"{chosen} make restart" if chosen else "make restart"
