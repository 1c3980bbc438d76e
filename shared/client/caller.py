"""How any service is called: deadline, retries, breaker, trace id. The only place in the house where a retry happens.

Retried are connection errors and 429/503 (after their `Retry-After`), for calls that may be repeated without harm,
while the deadline and the retry budget last, and never once the first byte of a stream has arrived.
"""

import asyncio
import random
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar

import httpx
from pydantic import ValidationError
from tenacity import AsyncRetrying, RetryCallState

from shared.client.breaker import Breaker, BreakerOpen
from shared.client.budget import RetryBudget
from shared.client.problems import ServiceProblem, ServiceRefused, ServiceUnavailable, within_contract
from shared.contracts.base import Reply
from shared.contracts.errors import STATUS, ErrorCode
from shared.span import current_span

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class CallPolicy:
    connect_s: float = 0.5  # services live on this machine or next to it
    total_s: float = 10.0
    attempts: int = 3
    backoff_s: float = 0.05  # full jitter: between nothing and this, doubling
    backoff_max_s: float = 1.0
    retry_after_max_s: float = 2.0  # a cook won't wait longer; the caller hears "busy" instead
    hung_s: float = 1.0  # no answer in less time than this is the caller's haste, not the service's fault


@dataclass(frozen=True, slots=True)
class Call:
    method: str
    path: str
    json: object = None
    files: Mapping[str, Any] | None = None
    data: Mapping[str, Any] | None = None
    content: bytes | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    total_s: float | None = None
    idempotent: bool = True
    prompt: bool = True  # False: the answer may take long in a service that is perfectly well


class Caller:
    def __init__(
        self,
        service: str,
        base_url: str,
        *,
        api_key: str | None = None,
        policy: CallPolicy | None = None,
        breaker: Breaker | None = None,
        budget: RetryBudget | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.service = service
        self.base_url = base_url.rstrip("/")
        self.policy = policy or CallPolicy()
        self.breaker = breaker or Breaker(clock=clock)
        self._budget = budget or RetryBudget(clock=clock)
        self._api_key = api_key
        self._transport = transport
        self._sleep = sleep
        self._clock = clock
        self._client: httpx.AsyncClient | None = None

    async def send(self, call: Call) -> httpx.Response:
        """The whole answer, 2xx, or a `ServiceProblem`."""
        return await self._with_deadline(call, stream=False)

    @asynccontextmanager
    async def stream(self, call: Call) -> AsyncIterator[httpx.Response]:
        """The answer as it comes. The deadline and the retries are for its first byte."""
        response = await self._with_deadline(call, stream=True)
        try:
            yield response
        except httpx.HTTPError as error:
            raise self._cut(error) from error
        finally:
            await response.aclose()

    async def look(self, path: str, *, within_s: float = 2.0) -> bytes | None:
        """A glance at `/health` or `/ready`: any answer will do, nothing is retried, the breaker isn't told."""
        client = self._connected()  # the first time this imports a transport, which is not the service's slowness
        try:
            async with asyncio.timeout(within_s):
                return (await client.get(path)).content
        except (httpx.HTTPError, TimeoutError):
            return None

    async def aclose(self) -> None:
        if self._client is not None:
            await self._client.aclose()
            self._client = None

    async def _with_deadline(self, call: Call, *, stream: bool) -> httpx.Response:
        total_s = call.total_s if call.total_s is not None else self.policy.total_s
        span = current_span()
        if (left := span.remaining_s) is not None:
            total_s = min(total_s, max(left, 0.001))
        deadline = self._clock() + total_s

        async def attempt() -> httpx.Response:
            left_s = deadline - self._clock()
            try:
                async with asyncio.timeout(left_s):
                    return await self._open(call, left_s, stream=stream)
            except TimeoutError:
                raise ServiceUnavailable(
                    self.service, ErrorCode.DEADLINE_EXCEEDED, f"no answer within {total_s:g} s"
                ) from None

        self._budget.deposit()
        with span.stage(self.service):
            return await self._with_retries(call, attempt, deadline)

    async def _with_retries(
        self, call: Call, attempt: Callable[[], Awaitable[httpx.Response]], deadline: float
    ) -> httpx.Response:
        def pause(state: RetryCallState) -> float:
            told = _retry_after(state)
            if told is not None:
                return told
            most = min(self.policy.backoff_s * 2 ** (state.attempt_number - 1), self.policy.backoff_max_s)
            return random.uniform(0, min(most, max(0.0, deadline - self._clock())))

        def worth_it(state: RetryCallState) -> bool:
            problem = state.outcome.exception() if state.outcome is not None else None
            if not call.idempotent or not isinstance(problem, ServiceUnavailable) or not _passing(problem):
                return False
            told = problem.retry_after_s or 0.0
            if told > self.policy.retry_after_max_s or self._clock() + told >= deadline:
                return False
            return state.attempt_number < self.policy.attempts and self._budget.withdraw()

        retrying = AsyncRetrying(retry=worth_it, wait=pause, stop=lambda _state: False, sleep=self._sleep, reraise=True)
        return await retrying(self._once, call, attempt)

    async def _once(self, call: Call, attempt: Callable[[], Awaitable[httpx.Response]]) -> httpx.Response:
        began = self._clock()

        def counts(error: BaseException) -> bool:
            if not isinstance(error, ServiceUnavailable) or not error.counts:
                return False
            patient = call.prompt and self._clock() - began >= self.policy.hung_s
            return patient or error.code is not ErrorCode.DEADLINE_EXCEEDED

        try:
            with self.breaker.call(counts):
                return await attempt()
        except BreakerOpen as error:
            raise ServiceUnavailable(
                self.service, ErrorCode.UPSTREAM_FAILED, str(error), retry_after_s=error.retry_after_s
            ) from None

    async def _open(self, call: Call, left_s: float, *, stream: bool) -> httpx.Response:
        client = self._connected()
        span = current_span()
        headers = {
            "traceparent": span.traceparent,
            "X-Request-ID": span.request_id or span.trace_id,
            **call.headers,
        }
        headers.setdefault("X-Timeout-Ms", str(max(1, int(left_s * 1000))))
        request = client.build_request(
            call.method,
            call.path,
            json=call.json,
            files=call.files,
            data=call.data,
            content=call.content,
            headers=headers,
        )
        try:
            response = await client.send(request, stream=stream)
            if response.is_success:
                return response
            if stream:
                await response.aread()
                await response.aclose()
        except (httpx.ConnectError, httpx.ConnectTimeout) as error:
            raise ServiceUnavailable(
                self.service, ErrorCode.UPSTREAM_FAILED, f"cannot be reached at {self.base_url}"
            ) from error
        except httpx.HTTPError as error:
            raise self._cut(error) from error
        raise self._refusal(response)

    def _connected(self) -> httpx.AsyncClient:
        # Made at the first call: building a TLS context takes longer than a whole CookingSession may.
        if self._client is None:
            transport = self._transport
            if transport is None:
                from httpx_aiohttp import AiohttpTransport

                # httpx's own pool has tails of 0.1-0.9 s where the work is 0.2 ms (benchmarks/http_client.py).
                transport = AiohttpTransport(verify=self.base_url.startswith("https:"))
            headers = {"Authorization": f"Bearer {self._api_key}"} if self._api_key else {}
            self._client = httpx.AsyncClient(
                base_url=self.base_url,
                transport=transport,
                headers=headers,
                timeout=httpx.Timeout(None, connect=self.policy.connect_s),
                trust_env=False,  # a proxy for the outside world has no business between us and our own servers
            )
        return self._client

    def _cut(self, error: httpx.HTTPError) -> ServiceUnavailable:
        return ServiceUnavailable(
            self.service, ErrorCode.UPSTREAM_FAILED, f"the connection broke ({type(error).__name__})"
        )

    def _refusal(self, response: httpx.Response) -> ServiceProblem:
        said = _read_error(response)
        code, message, trace_id = said.known_code(response.status_code), said.message, said.trace_id
        status = response.status_code
        if status == 429 or status >= 500:
            return ServiceUnavailable(
                self.service,
                code,
                message,
                trace_id=trace_id,
                retry_after_s=_seconds(response.headers.get("retry-after")),
                counts=status != 429,
            )
        return ServiceRefused(self.service, code, message, param=said.param, trace_id=trace_id)

    def parse(self, read: Callable[[bytes], T], response: httpx.Response) -> T:
        """The body as a contract model."""
        with within_contract(self.service):
            return read(response.content)


class _Said(Reply):
    """The part of an error envelope we use. Its code is any text here: a newer server may know more of them."""

    code: str = ""
    message: str
    param: str | None = None
    trace_id: str | None = None

    def known_code(self, status: int) -> ErrorCode:
        if self.code in set(ErrorCode):
            return ErrorCode(self.code)
        return next((code for code, number in STATUS.items() if number == status), ErrorCode.UPSTREAM_FAILED)


class _Envelope(Reply):
    error: _Said


def _read_error(response: httpx.Response) -> _Said:
    try:
        return _Envelope.model_validate_json(response.content).error
    except ValidationError:
        return _Said(message=f"answered {response.status_code}")


def _passing(problem: ServiceUnavailable) -> bool:
    """Faults that may be gone at the next attempt: unreachable, busy, loading. Not: too slow, or broken inside."""
    if isinstance(problem.__cause__, httpx.HTTPError):
        return True
    return problem.code in (ErrorCode.BUSY, ErrorCode.LOADING, ErrorCode.DRAINING)


def _retry_after(state: RetryCallState) -> float | None:
    problem = state.outcome.exception() if state.outcome is not None else None
    return problem.retry_after_s if isinstance(problem, ServiceUnavailable) else None


def _seconds(header: str | None) -> float | None:
    try:
        return max(0.0, float(header)) if header is not None else None
    except ValueError:
        return None
