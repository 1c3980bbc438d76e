"""Asking :8013 what was meant, and free questions."""

from collections.abc import AsyncIterator
from contextlib import aclosing
from dataclasses import dataclass
from typing import Literal

from pydantic import ValidationError

from shared.client.base import ServiceClient, json_call
from shared.client.caller import Call
from shared.client.problems import ServiceUnavailable, within_contract
from shared.client.sse import events
from shared.contracts.base import Reply
from shared.contracts.errors import ErrorCode, ErrorEnvelope
from shared.contracts.health import ServiceName
from shared.contracts.llm import (
    ChatDone,
    ChatRequest,
    ClassifyReply,
    ClassifyRequest,
    IntentsReply,
)


@dataclass(frozen=True, slots=True)
class ChatPiece:
    """`delta` for the screen as it comes, `sentence` for the voice, `done` with the whole answer at the end."""

    kind: Literal["delta", "sentence", "done"]
    text: str
    done: ChatDone | None = None


class _Words(Reply):
    """What a `delta` or a `sentence` carries."""

    text: str = ""


class LlmClient(ServiceClient):
    service = ServiceName.LLM

    async def classify(self, request: ClassifyRequest, *, total_s: float = 2.0) -> ClassifyReply:
        response = await self._caller.send(json_call("/classify", request, total_s=total_s))
        return self._caller.parse(ClassifyReply.model_validate_json, response)

    async def intents(self) -> IntentsReply:
        response = await self._caller.send(Call("GET", "/intents"))
        return self._caller.parse(IntentsReply.model_validate_json, response)

    async def chat(self, request: ChatRequest, *, first_byte_s: float = 5.0) -> AsyncIterator[ChatPiece]:
        """Never retried: an answer costs the model server seconds, and half of one may have been spoken. Nor is a slow
        answer held against the service: commands are understood there all the while."""
        call = json_call("/chat", request, total_s=first_byte_s, idempotent=False, prompt=False)
        async with self._caller.stream(call) as response, aclosing(events(response)) as stream:
            async for event in stream:
                if event.name == "error":
                    raise self._chat_error(event.data)
                if event.name == "done":
                    with within_contract(self.service):
                        done = ChatDone.model_validate_json(event.data)
                    yield ChatPiece("done", done.text, done)
                    return
                if event.name in ("delta", "sentence"):
                    kind: Literal["delta", "sentence"] = "delta" if event.name == "delta" else "sentence"
                    with within_contract(self.service):
                        text = _Words.model_validate_json(event.data).text
                    yield ChatPiece(kind, text)
        raise ServiceUnavailable(self.service, ErrorCode.UPSTREAM_FAILED, "the answer ended in the middle")

    def _chat_error(self, data: str) -> ServiceUnavailable:
        try:
            said = ErrorEnvelope.model_validate_json(data).error
        except ValidationError:
            return ServiceUnavailable(self.service, ErrorCode.UPSTREAM_FAILED, "the answer broke off")
        return ServiceUnavailable(self.service, said.code, said.message, trace_id=said.trace_id)
