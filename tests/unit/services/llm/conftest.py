"""The embedded model, read once."""

from collections.abc import Callable

import pytest

from services.llm.classifier.embedded import Embedded
from services.llm.situation import Situation, Understanding

Hear = Callable[..., Understanding]


@pytest.fixture(scope="session")
def embedded() -> Embedded:
    embedded = Embedded()
    embedded.load()
    return embedded


@pytest.fixture(scope="session")
def hear(embedded: Embedded) -> Hear:
    def understood(text: str, **situation: object) -> Understanding:
        return embedded.understand(text, Situation(**situation))  # type: ignore[arg-type]

    return understood
