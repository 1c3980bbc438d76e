"""Looking at this machine. Everything is asked at once, each question has a deadline, and none can end the doctor."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from deploy.doctor.facts import Environment, Facts, Gpu, Machine, Model, Place, Service, Sound
from deploy.doctor.observe import environments, gpu, machine, models, services, sound
from deploy.doctor.observe.meanwhile import begin
from deploy.local.house import House

#: How long the questions may take together. `make doctor` is for people who are waiting.
PATIENCE_S = 2.5
#: With --deep every byte of the models is read.
DEEP_PATIENCE_S = 900.0

TOLD = ("STT_", "TTS_", "LLM_", "SOUS_", "VLLM_")
SECRETS = ("KEY", "TOKEN", "SECRET", "PASSWORD")

T = TypeVar("T")


def observe(house: House, *, deep: bool = False) -> Facts:
    """All facts about this machine. What could not be seen is named in `unseen`, never raised."""
    began = time.monotonic()
    asked = _Asked(began + (DEEP_PATIENCE_S if deep else PATIENCE_S))
    answers = (
        asked.question("machine", lambda: machine.machine(house), Machine()),
        asked.question("disk", lambda: machine.places(house), tuple[Place, ...]()),
        asked.question("gpu", lambda: gpu.gpu(house.environment), Gpu()),
        asked.question("environments", lambda: environments.environments(house), tuple[Environment, ...]()),
        asked.question("sound", sound.sound, Sound()),
        asked.question("models", lambda: models.models(house, deep=deep), tuple[Model, ...]()),
        asked.question("services", lambda: services.services(house), tuple[Service, ...]()),
    )
    the_machine, places, the_gpu, built, heard, weights, serving = answers
    return Facts(
        machine=the_machine(),
        places=places(),
        gpu=the_gpu(),
        environments=built(),
        sound=heard(),
        models=weights(),
        services=serving(),
        settings=settings(house),
        unseen=asked.unseen,
        took_ms=round(1000 * (time.monotonic() - began), 1),
    )


def settings(house: House) -> dict[str, str]:
    """What somebody has set, without what nobody else may know: a recording can be sent to others."""
    return {
        name: value
        for name, value in sorted(house.environment.items())
        if name.startswith(TOLD) and not any(secret in name for secret in SECRETS)
    }


@dataclass(frozen=True, slots=True)
class _Asked:
    """Questions under way, and what became of those without an answer."""

    until: float
    unseen: dict[str, str] = field(default_factory=dict)

    def question(self, name: str, ask: Callable[[], T], nothing: T) -> Callable[[], T]:
        """Begin to look; the result is called for the answer, and is `nothing` when there is none in time."""
        begun = begin(ask)

        def answer() -> T:
            try:
                return begun.result(max(0.0, self.until - time.monotonic()))
            except TimeoutError:
                self.unseen[name] = "took too long"
            except Exception as error:  # noqa: BLE001 - a doctor that falls over the illness is of no use
                self.unseen[name] = f"{type(error).__name__}: {error}"
            return nothing

        return answer
