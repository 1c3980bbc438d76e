"""vLLM, or any other server that speaks OpenAI's chat API, reached by `LLM_BASE_URL`.

No retries and no queue here: a question that is late, refused or malformed is worth less than the embedded answer that
already stands. The start-up self-test proves that the server really constrains its output: some accept a schema, answer
200 and ignore it.
"""

import asyncio
from collections.abc import AsyncGenerator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final, cast

from services.llm.backends import BackendBusy, BackendFailed
from services.llm.prompts import PROPOSAL_SCHEMA
from services.llm.settings import LlmSettings
from shared.client.breaker import Breaker, BreakerOpen
from shared.contracts.llm import ChatMessage
from shared.service.ladder import EngineUnavailable, NotConfigured
from shared.service.logs import get_logger

if TYPE_CHECKING:
    from openai import AsyncOpenAI, OpenAI
    from openai.types.chat import ChatCompletionMessageParam

log = get_logger(__name__)

#: Nobody answers this with one of the two words unless they were made to.
_TEMPTING: Final = 'What colour is a ripe strawberry? Answer in JSON: {"word": ...}.'
_WORDS: Final = ("spatula", "colander")
_FORCED: Final[dict[str, Any]] = {
    "name": "self_test",
    "strict": True,
    "schema": {
        "type": "object",
        "properties": {"word": {"type": "string", "enum": list(_WORDS)}},
        "required": ["word"],
        "additionalProperties": False,
    },
}


class OpenAiCompatible:
    device = "remote"

    def __init__(self, settings: LlmSettings, breaker: Breaker) -> None:
        if settings.base_url is None:
            raise NotConfigured
        self._settings = settings
        self._breaker = breaker
        self._url = settings.base_url.rstrip("/")
        self._free = settings.in_flight
        self._client: AsyncOpenAI | None = None
        self.model = settings.model or ""
        self.structured = False
        self._schemas = True

    @property
    def remark(self) -> str:
        if self.structured:
            return f"structured output proven on {self.model}"
        return f"{self.model} ignores response schemas: its replies are read leniently and checked"

    def load(self) -> None:
        """Find the model, on the loader thread; the clients for the event loop are made when first needed."""
        with self._asking() as client:
            listed = [model.id for model in client.models.list()]
        if self.model and self.model not in listed:
            raise EngineUnavailable(
                f"The model server has no model {self.model!r}.", f"set LLM_MODEL to one of: {', '.join(listed)}"
            )
        if not listed:
            raise EngineUnavailable("The model server lists no model.", "start it with one")
        self.model = self.model or listed[0]

    def self_test(self) -> None:
        with self._asking() as client:
            self.structured, self._schemas = self._obeys(client)
            # One request with the real schema compiles its grammar before a cook waits for it.
            client.chat.completions.create(
                model=self.model,
                messages=[{"role": "user", "content": "다음"}],
                max_tokens=4,
                temperature=0,
                **self._schema(PROPOSAL_SCHEMA),
            )
        log.info("model_server_tested", model=self.model, structured=self.structured)

    def _obeys(self, client: "OpenAI") -> tuple[bool, bool]:
        """Whether it really constrains its output, and whether it takes a schema at all."""
        from openai import BadRequestError, UnprocessableEntityError

        def asked(**more: Any) -> str:
            reply = client.chat.completions.create(
                model=self.model,
                messages=[{"role": "user", "content": _TEMPTING}],
                max_tokens=64,
                temperature=0,
                **more,
            )
            return str(reply.choices[0].message.content or "") if reply.choices else ""

        takes = True
        try:
            said = asked(**self._schema(_FORCED))
        except (BadRequestError, UnprocessableEntityError):  # a server that knows no schemas may still know kitchens
            takes, said = False, asked()
        if not said:
            fix = "serve a model that answers without thinking first"
            raise EngineUnavailable(f"{self.model} says nothing within 64 tokens.", fix)
        # A small model may spend its tokens on blanks between the brackets: what there is of it must still fit.
        bare = "".join(said.split())
        return takes and len(bare) > 1 and any(f'{{"word":"{word}"}}'.startswith(bare) for word in _WORDS), takes

    def _schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        return {"response_format": {"type": "json_schema", "json_schema": schema}} if self._schemas else {}

    @contextmanager
    def _asking(self) -> "Iterator[OpenAI]":
        """A client for the loader thread; whatever goes wrong with it, said so that somebody can mend it."""
        from openai import OpenAI, Timeout

        timeout = Timeout(self._settings.self_test_s, connect=2.0)
        client = OpenAI(base_url=self._url, api_key=self._key, max_retries=0, timeout=timeout)
        try:
            yield client
        except EngineUnavailable:
            raise
        except Exception as error:
            what, fix = self._trouble(error)
            raise EngineUnavailable(f"The model server at {self._url} {what}.", fix) from error
        finally:
            client.close()

    def _trouble(self, error: Exception) -> tuple[str, str]:
        from openai import APIConnectionError, APIStatusError, APITimeoutError

        match error:
            case APITimeoutError():
                return f"does not answer within {self._settings.self_test_s:g} s", "see what it is busy with"
            case APIConnectionError():
                return "cannot be reached", "start it (`make vllm`) or correct LLM_BASE_URL"
            case APIStatusError(status_code=401 | 403):
                return "wants another key", "set LLM_UPSTREAM_KEY"
            case APIStatusError(status_code=404):
                return "has no such address", "correct LLM_BASE_URL; it usually ends in /v1"
            case APIStatusError(status_code=status) if status < 400:
                return "sends us elsewhere (a redirect)", "set LLM_BASE_URL to where it sends us"
            case APIStatusError(status_code=status):
                return f"answers {status}", "look into its log"
            case _:
                return f"does not speak OpenAI's API ({type(error).__name__})", "correct LLM_BASE_URL"

    def close(self) -> None:
        client, self._client = self._client, None
        if client is not None:
            # Closed from the loader thread: its loop is still running, or the process is ending anyway.
            loop = getattr(client, "_sous_loop", None)
            if isinstance(loop, asyncio.AbstractEventLoop) and loop.is_running():
                asyncio.run_coroutine_threadsafe(client.close(), loop)

    async def propose(self, messages: Sequence[ChatMessage], within_s: float) -> str:
        with self._place(), self._watched():
            async with asyncio.timeout(within_s):
                reply = await self._async().chat.completions.create(
                    model=self.model,
                    messages=_plain(messages),
                    max_tokens=96,
                    temperature=0,
                    **self._schema(PROPOSAL_SCHEMA),
                )
                said = str(reply.choices[0].message.content or "") if reply.choices else ""
        if not said:
            raise BackendFailed("the model server answered nothing")
        return said

    async def answer(self, messages: Sequence[ChatMessage], first_byte_s: float) -> AsyncGenerator[str]:
        with self._place(), self._watched():
            asking = self._async().chat.completions.create(
                model=self.model,
                messages=_plain(messages),
                max_tokens=self._settings.max_answer_tokens,
                temperature=0.2,
                stream=True,
            )
            async with asyncio.timeout(first_byte_s):
                stream = await asking
            finished = False
            try:
                while True:
                    # Each piece has its own limit: around the whole, it would tick while the listener is slow.
                    try:
                        async with asyncio.timeout(first_byte_s):
                            chunk = await anext(stream)
                    except StopAsyncIteration:
                        break
                    if not chunk.choices:
                        continue
                    finished = finished or chunk.choices[0].finish_reason is not None
                    if piece := chunk.choices[0].delta.content:
                        yield piece
                if not finished:  # a connection that broke can look like an end
                    raise BackendFailed("the model server stopped in the middle of its answer")
            finally:
                # Also when the cook hangs up: the model server then stops, and its place is free.
                await stream.close()

    def _place(self) -> "_Place":
        return _Place(self)

    def _watched(self) -> "_Watched":
        return _Watched(self._breaker)

    @property
    def tripped(self) -> bool:
        return self._breaker.state.value != 0

    def _async(self) -> "AsyncOpenAI":
        if self._client is None:
            from openai import AsyncOpenAI, DefaultAioHttpClient, Timeout

            timeout = Timeout(self._settings.first_byte_ms / 1000, connect=0.5)
            self._client = AsyncOpenAI(
                base_url=self._url,
                api_key=self._key,
                max_retries=0,
                timeout=timeout,
                http_client=DefaultAioHttpClient(timeout=timeout),
            )
            self._client._sous_loop = asyncio.get_running_loop()  # type: ignore[attr-defined]
        return self._client

    @property
    def _key(self) -> str:
        key = self._settings.upstream_key
        return key.get_secret_value() if key is not None else "none"


def _plain(messages: Sequence[ChatMessage]) -> "Iterable[ChatCompletionMessageParam]":
    return cast("Iterable[ChatCompletionMessageParam]", [message.model_dump() for message in messages])


class _Place:
    """One of the places at the model server: taken at once, or not at all."""

    def __init__(self, backend: OpenAiCompatible) -> None:
        self._backend = backend

    def __enter__(self) -> None:
        if self._backend._free <= 0:
            raise BackendBusy
        self._backend._free -= 1

    def __exit__(self, *_: object) -> None:
        self._backend._free += 1


class _Watched:
    """The breaker around one call, and everything that can go wrong in it as `BackendFailed`."""

    def __init__(self, breaker: Breaker) -> None:
        self._breaker = breaker

    def __enter__(self) -> None:
        self._call = self._breaker.call(_counts)
        try:
            self._call.__enter__()
        except BreakerOpen as error:
            raise BackendFailed(str(error)) from error

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: Any) -> None:
        self._call.__exit__(kind, error, trace)
        if error is not None and _counts(error):
            raise BackendFailed(f"{type(error).__name__}: {error}"[:200]) from error


def _counts(error: BaseException) -> bool:
    """Whether this speaks against the server. A cook who hangs up and a full house do not."""
    if isinstance(error, (asyncio.CancelledError, GeneratorExit, BackendBusy)):
        return False
    return isinstance(error, Exception)
