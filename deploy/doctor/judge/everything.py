"""All findings about a machine, in the order in which people should read them."""

from collections.abc import Callable, Iterator

from deploy.doctor.facts import Facts
from deploy.doctor.finding import Code, Finding, Level, Words
from deploy.doctor.judge import appetite, gpu, machine, models, services, sound, wheels

#: In this order, each with the question (of `observe`) that it cannot do without.
JUDGES: tuple[tuple[str, Callable[[Facts], Iterator[Finding]]], ...] = (
    ("machine", machine.judge),
    ("gpu", gpu.judge),
    ("gpu", wheels.judge),
    ("machine", appetite.judge),
    ("models", models.judge),
    ("sound", sound.judge),
    ("services", services.judge),
)


def judge(facts: Facts) -> list[Finding]:
    """Every finding, the machine first, then what stands on it. What was not seen is not judged."""
    seen = [finding for needs, ask in JUDGES if needs not in facts.unseen for finding in ask(facts)]
    return [*seen, *_unseen(facts)]


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
