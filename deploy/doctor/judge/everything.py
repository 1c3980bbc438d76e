"""All findings about a machine, in the order in which people should read them."""

from collections.abc import Iterator

from deploy.doctor.facts import Facts
from deploy.doctor.finding import Code, Finding, Level, Words
from deploy.doctor.judge import appetite, gpu, machine, models, services, sound, wheels


def judge(facts: Facts) -> list[Finding]:
    """Every finding, the machine first, then what stands on it."""
    return [
        *machine.judge(facts),
        *gpu.judge(facts),
        *wheels.judge(facts),
        *appetite.judge(facts),
        *models.judge(facts),
        *sound.judge(facts),
        *services.judge(facts),
        *_unseen(facts),
    ]


def _unseen(facts: Facts) -> Iterator[Finding]:
    for name, why in facts.unseen.items():
        yield Finding(
            Code.UNSEEN,
            Level.NOTE,
            name,
            Words(f"could not be looked at: {why}", f"살펴보지 못했습니다: {why}"),
            Words("What is not seen is not judged.", "보지 못한 것은 판단하지 않습니다."),
            "make doctor",
        )
