"""Language models that can be asked when the embedded one is unsure. One module each, behind `Backend`.

A backend proposes; it never decides. Its words are checked in `services/llm/proposals.py` before they count.
"""

from collections.abc import AsyncGenerator, Sequence
from typing import Protocol, runtime_checkable

from shared.contracts.llm import ChatMessage


class BackendBusy(Exception):
    """All its places are taken: not a fault, and never a reason to wait."""


class BackendFailed(Exception):
    """It did not answer, or not with anything usable."""


@runtime_checkable
class Backend(Protocol):
    @property
    def model(self) -> str: ...
    @property
    def device(self) -> str: ...
    @property
    def remark(self) -> str:
        """Said in /health: what the self-test found."""
        ...

    def load(self) -> None: ...
    def close(self) -> None: ...
    def self_test(self) -> None: ...

    async def propose(self, messages: Sequence[ChatMessage], within_s: float) -> str:
        """The raw JSON of a proposal."""
        ...

    def answer(self, messages: Sequence[ChatMessage], first_byte_s: float) -> AsyncGenerator[str]:
        """Pieces of an answer as they come; closing the iterator stops the model."""
        ...
