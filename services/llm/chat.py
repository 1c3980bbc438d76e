"""`POST /chat`: answers grounded in the recipe that comes with the question, as server-sent events or one JSON.

What the recipe or a table can answer needs no model. What a model says is checked sentence by sentence before anyone
hears it, which is also the size in which speech is made. After the first byte nothing is ever tried again.
"""

import asyncio
import json
import time
from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Any, Literal

from fastapi import APIRouter
from fastapi.responses import StreamingResponse

from services.llm import prompts
from services.llm.answers import grounded
from services.llm.answers.number_guard import WITHHELD, NumberGuard
from services.llm.answers.recipe import Recipe
from services.llm.backends import Backend, BackendBusy, BackendFailed
from services.llm.minds import Minds
from services.llm.settings import LlmSettings
from services.llm.situation import Situation
from shared.contracts.errors import ErrorCode
from shared.contracts.llm import Action, ChatDone, ChatMessage, ChatRequest
from shared.kitchen.ingredient_names import Ambiguous, Found, find_ingredients
from shared.kitchen.language import Language, language_of
from shared.kitchen.sentences import split_sentences
from shared.service.errors import ServiceError
from shared.service.json_body import JsonRoute
from shared.service.kit import Kit
from shared.service.logs import get_logger

log = get_logger(__name__)

PING_S = 10.0
_LONGEST_QUESTION = 500
_EVENTS: dict[int | str, dict[str, Any]] = {
    200: {"content": {"text/event-stream": {}}, "description": "Events: delta, sentence, done, error"}
}
#: Not that the recipe doesn't say: perhaps it does, and nobody here could read it.
_SORRY = {
    Language.KO: "그건 레시피만 봐서는 제가 모르겠어요.",
    Language.EN: "I can't tell that from the recipe.",
}
Source = Literal["recipe", "table", "llm", "fallback"]


def routes(kit: Kit, minds: Minds, settings: LlmSettings) -> APIRouter:
    router = APIRouter(route_class=JsonRoute, tags=["answers"])

    @router.post("/chat", response_model=ChatDone, responses=_EVENTS)
    async def chat(request: ChatRequest) -> ChatDone | StreamingResponse:
        """An answer from the recipe. With `stream` (the default) as events, otherwise as one JSON object."""
        turn = _Turn(kit, minds, settings, request)
        if request.stream:
            headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
            return StreamingResponse(turn.events(), media_type="text/event-stream", headers=headers)
        async for _ in turn.sentences():
            pass
        return turn.done()

    return router


class _Turn:
    """One question and its answer, from the first sentence to the last."""

    def __init__(self, kit: Kit, minds: Minds, settings: LlmSettings, request: ChatRequest) -> None:
        self._began = time.perf_counter()
        self._minds = minds
        self._settings = settings
        self._conversation = _conversation(kit, request)
        self._question = self._conversation[-1].content
        self._language = (
            language_of(self._question, Language.KO) if request.language == "auto" else Language(request.language)
        )
        self._recipe = Recipe.of(request.recipe or {})
        self._has_recipe = bool(self._recipe.steps or self._recipe.ingredients)
        self._step = request.step
        self._said: list[str] = []
        self._source: Source = "fallback"
        self._degraded = False
        self._withheld = False

    async def sentences(self) -> AsyncGenerator[str]:
        known = self._from_recipe()
        if known is not None:
            self._source = known.source
            for sentence in split_sentences(known.text):
                yield self._spoken(sentence)
            return
        backend = self._minds.backend()
        if backend is not None:
            async with aclosing(self._from_model(backend)) as answer:
                async for sentence in answer:
                    yield sentence
        if not self._said:
            self._source = "fallback"
            self._degraded = self._degraded or self._minds.lacks_backend
            yield self._spoken(_SORRY[self._language])

    def done(self) -> ChatDone:
        return ChatDone(
            text=" ".join(self._said),
            source=self._source,
            degraded=self._degraded,
            withheld=self._withheld,
            duration_ms=round((time.perf_counter() - self._began) * 1000, 3),
        )

    async def events(self) -> AsyncGenerator[bytes]:
        """`delta` and `sentence` say the same words: for those who show and those who speak."""
        try:
            async for index, sentence in _numbered(self.sentences()):
                if sentence is None:
                    yield b": ping\n\n"
                    continue
                yield _event("delta", {"text": sentence if index == 0 else f" {sentence}"})
                yield _event("sentence", {"text": sentence, "index": index})
        except ServiceError as error:
            yield _event("error", json.loads(error.body()))
            return
        yield _event("done", self.done().model_dump(mode="json"))

    def _from_recipe(self) -> grounded.Grounded | None:
        situation = Situation(
            step=self._step,
            total_steps=len(self._recipe.steps) or None,
            language=self._language,
            ingredients=tuple(item.name for item in self._recipe.ingredients),
        )
        understood = self._minds.embedded_now().understand(self._question, situation)
        if not self._has_recipe:
            return None
        answers = [
            answer for action in understood.actions if (answer := grounded.answer(self._asked(action))) is not None
        ]
        if not answers:
            return None
        return grounded.Grounded(" ".join(answer.text for answer in answers), answers[0].source)

    def _asked(self, action: Action) -> grounded.Asked:
        return grounded.Asked(self._question, action, self._language, self._recipe, self._step)

    async def _from_model(self, backend: Backend) -> AsyncGenerator[str]:
        text = self._recipe.as_text() if self._has_recipe else ""
        mentioned = find_ingredients(self._question, self._recipe.ingredients)
        table = grounded.told_about(self._question, [name for one in mentioned for name in _names(one)])
        guard = NumberGuard(text, table, *(message.content for message in self._conversation if message.role == "user"))
        messages = prompts.to_answer(self._language, text[:12_000], self._step, self._conversation)
        self._source = "llm"
        rest = ""
        try:
            async with aclosing(backend.answer(messages, self._settings.first_byte_ms / 1000)) as pieces:
                async for piece in pieces:
                    rest += piece
                    *whole, rest = _split(rest)
                    for sentence in whole:
                        if checked := self._checked(sentence, guard):
                            yield checked
            if rest.strip() and (checked := self._checked(rest, guard)):
                yield checked
        except BackendBusy:
            self._degraded = True
        except BackendFailed as error:
            self._degraded = True
            log.warning("model_failed", reason=str(error))
            await self._minds.failed(backend, str(error))
            if self._said:
                raise ServiceError(
                    ErrorCode.UPSTREAM_FAILED, "The model stopped in the middle of its answer."
                ) from error

    def _checked(self, sentence: str, guard: NumberGuard) -> str | None:
        sentence = sentence.strip()
        if guard.allows(sentence):
            return self._spoken(sentence)
        if self._withheld:
            return None
        self._withheld = True
        return self._spoken(WITHHELD[self._language])

    def _spoken(self, sentence: str) -> str:
        self._said.append(sentence)
        return sentence


def _conversation(kit: Kit, request: ChatRequest) -> list[ChatMessage]:
    if (request.messages is None) == (request.text is None):
        raise ServiceError(ErrorCode.INVALID_FIELD, "Give either 'text' or 'messages'.", param="text")
    if request.text is not None:
        return [ChatMessage(role="user", content=kit.check_text(request.text, limit=_LONGEST_QUESTION))]
    assert request.messages is not None
    if request.messages[-1].role != "user":
        raise ServiceError(ErrorCode.INVALID_FIELD, "The last message must be the user's.", param="messages")
    for message in request.messages:
        kit.check_text(message.content, "messages")
    return request.messages


def _names(one: Found | Ambiguous) -> tuple[str, ...]:
    return (one.name,) if isinstance(one, Found) else one.names


def _split(text: str) -> list[str]:
    """Whole sentences, and the beginning of the next one last."""
    sentences = split_sentences(text)
    if not sentences:
        return [text]
    # The last piece may go on: "3." is no sentence before the next letter has come.
    last = text.rfind(sentences[-1])
    return [*sentences[:-1], text[last:]] if last >= 0 else [text]


async def _numbered(sentences: AsyncGenerator[str]) -> AsyncGenerator[tuple[int, str | None]]:
    """The sentences with their places; None in between whenever nothing has come for a while."""
    index = 0
    waiting = asyncio.ensure_future(anext(sentences))
    try:
        while True:
            done, _ = await asyncio.wait({waiting}, timeout=PING_S)
            if not done:
                yield index, None
                continue
            try:
                sentence = waiting.result()
            except StopAsyncIteration:
                return
            yield index, sentence
            index += 1
            waiting = asyncio.ensure_future(anext(sentences))
    finally:
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)


def _event(name: str, data: object) -> bytes:
    return f"event: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n".encode()
