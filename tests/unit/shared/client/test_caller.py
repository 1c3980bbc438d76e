"""One call to a service, with the far side played by respx: what is retried, what isn't, and what the caller hears."""

import asyncio
import json
import time

import httpx
import pytest
import respx

from shared.client.breaker import Breaker, BreakerPolicy, BreakerState
from shared.client.budget import RetryBudget
from shared.client.caller import Call, Caller, CallPolicy
from shared.client.llm import LlmClient
from shared.client.problems import ServiceRefused, ServiceUnavailable
from shared.client.tts import TtsClient
from shared.contracts.errors import ErrorCode
from shared.contracts.llm import ChatRequest, ClassifyRequest
from shared.contracts.tts import SynthesizeRequest
from shared.kitchen.intents import Intent
from shared.span import Span, entered

URL = "http://sous.test"
REPLY = {
    "success": True, "intent": "next_step", "response": "", "duration_ms": 0.4, "confidence": 1.0, "slots": {},
    "actions": [{"intent": "next_step", "slots": {}}], "alternatives": [], "language": "ko", "source": "command",
    "degraded": False,
}  # fmt: skip


def refusal(code: str, message: str = "no") -> dict[str, object]:
    return {"success": False, "error": {"code": code, "message": message, "type": "x", "param": None, "trace_id": "t"}}


class Kitchen:
    """A caller whose pauses are written down instead of slept."""

    def __init__(self, **policy: float) -> None:
        self.pauses: list[float] = []
        self.now = 0.0
        self.breaker = Breaker(BreakerPolicy(minimum_calls=100_000), clock=lambda: self.now)
        self.budget = RetryBudget(clock=lambda: self.now)
        self.caller = Caller(
            "llm",
            URL,
            policy=CallPolicy(**policy),  # type: ignore[arg-type]
            breaker=self.breaker,
            budget=self.budget,
            transport=httpx.AsyncHTTPTransport(),  # replaced by respx
            sleep=self._pause,
            clock=lambda: self.now,
        )
        self.llm = LlmClient(caller=self.caller)

    async def _pause(self, seconds: float) -> None:
        self.pauses.append(seconds)
        self.now += seconds


@pytest.fixture
def kitchen() -> Kitchen:
    return Kitchen()


ASK = ClassifyRequest(text="다음")


@respx.mock
async def test_an_answer_comes_back_as_its_model(kitchen: Kitchen) -> None:
    route = respx.post(f"{URL}/classify").respond(json=REPLY)
    with entered(Span(trace_id="a" * 32, request_id="turn-7")):
        reply = await kitchen.llm.classify(ASK)
    assert reply.intent is Intent.NEXT_STEP
    sent = route.calls.last.request
    assert json.loads(sent.content) == {"text": "다음"}
    assert sent.headers["traceparent"].split("-")[1] == "a" * 32
    assert sent.headers["X-Request-ID"] == "turn-7"
    assert int(sent.headers["X-Timeout-Ms"]) == 2000


@respx.mock
async def test_a_refused_connection_is_tried_again(kitchen: Kitchen) -> None:
    respx.post(f"{URL}/classify").mock(side_effect=[httpx.ConnectError("refused"), httpx.Response(200, json=REPLY)])
    assert (await kitchen.llm.classify(ASK)).intent is Intent.NEXT_STEP
    assert len(kitchen.pauses) == 1
    assert kitchen.pauses[0] <= 0.05


@pytest.mark.parametrize("status", [429, 503])
@respx.mock
async def test_busy_and_loading_wait_as_long_as_told(kitchen: Kitchen, status: int) -> None:
    code = "busy" if status == 429 else "loading"
    respx.post(f"{URL}/classify").mock(
        side_effect=[
            httpx.Response(status, json=refusal(code), headers={"Retry-After": "1"}),
            httpx.Response(200, json=REPLY),
        ]
    )
    await kitchen.llm.classify(ASK)
    assert kitchen.pauses == [1.0]


@respx.mock
async def test_a_wait_longer_than_a_cook_would_stand_is_not_waited(kitchen: Kitchen) -> None:
    route = respx.post(f"{URL}/classify").respond(429, json=refusal("busy"), headers={"Retry-After": "30"})
    with pytest.raises(ServiceUnavailable) as told:
        await kitchen.llm.classify(ASK)
    assert (told.value.code, told.value.retry_after_s, route.call_count) == (ErrorCode.BUSY, 30.0, 1)


@pytest.mark.parametrize(
    ("status", "code"),
    [(400, "malformed_request"), (401, "unauthorized"), (413, "text_too_long"), (422, "invalid_field")],
)
@respx.mock
async def test_our_own_mistakes_are_not_repeated(kitchen: Kitchen, status: int, code: str) -> None:
    route = respx.post(f"{URL}/classify").respond(status, json=refusal(code, "왜 안 되는지"))
    with pytest.raises(ServiceRefused, match="왜 안 되는지") as told:
        await kitchen.llm.classify(ASK)
    assert (told.value.code, route.call_count, told.value.trace_id) == (code, 1, "t")


@respx.mock
async def test_a_code_from_a_newer_server_still_arrives_with_its_words(kitchen: Kitchen) -> None:
    respx.post(f"{URL}/classify").respond(422, json=refusal("salt_missing", "소금이 빠졌어요"))
    with pytest.raises(ServiceRefused, match="소금이 빠졌어요") as told:
        await kitchen.llm.classify(ASK)
    assert told.value.code is ErrorCode.INVALID_FIELD


@pytest.mark.parametrize("status", [500, 504])
@respx.mock
async def test_broken_inside_or_too_slow_is_not_repeated(kitchen: Kitchen, status: int) -> None:
    route = respx.post(f"{URL}/classify").respond(status, json=refusal("internal"))
    with pytest.raises(ServiceUnavailable):
        await kitchen.llm.classify(ASK)
    assert route.call_count == 1


@respx.mock
async def test_an_answer_outside_the_contract_is_a_broken_service(kitchen: Kitchen) -> None:
    respx.post(f"{URL}/classify").respond(json={"intent": "dance"})
    with pytest.raises(ServiceUnavailable, match="outside the contract"):
        await kitchen.llm.classify(ASK)


@respx.mock
async def test_something_else_listening_there_is_a_broken_service(kitchen: Kitchen) -> None:
    respx.post(f"{URL}/classify").respond(502, html="<h1>Bad gateway</h1>")
    with pytest.raises(ServiceUnavailable, match="answered 502"):
        await kitchen.llm.classify(ASK)


@respx.mock
async def test_a_chat_is_never_repeated(kitchen: Kitchen) -> None:
    route = respx.post(f"{URL}/chat").mock(side_effect=httpx.ConnectError("refused"))
    with pytest.raises(ServiceUnavailable):
        async for _ in kitchen.llm.chat(ChatRequest(text="왜 볶아?")):
            pass
    assert route.call_count == 1


@respx.mock
async def test_a_stream_that_breaks_after_its_first_byte_is_not_repeated() -> None:
    async def half() -> object:
        yield b"RIFF"
        raise httpx.ReadError("gone")

    kitchen = Kitchen()
    tts = TtsClient(caller=kitchen.caller)
    route = respx.post(f"{URL}/synthesize").mock(
        side_effect=lambda _: httpx.Response(200, content=half(), headers={"X-Engine": "espeak-ng"})
    )
    heard = b""
    with pytest.raises(ServiceUnavailable, match="broke"):
        async with tts.stream(SynthesizeRequest(text="다음")) as speech:
            async for chunk in speech.chunks:
                heard += chunk
    assert (heard, route.call_count) == (b"RIFF", 1)


@respx.mock
async def test_the_deadline_is_for_everything_together() -> None:
    caller = Caller("llm", URL, transport=httpx.AsyncHTTPTransport())
    started = asyncio.get_running_loop().time()

    async def never(_: httpx.Request) -> httpx.Response:
        await asyncio.sleep(60)
        raise AssertionError("should have been cancelled")

    respx.get(f"{URL}/slow").mock(side_effect=never)
    with pytest.raises(ServiceUnavailable) as told:
        await caller.send(Call("GET", "/slow", total_s=0.05))
    assert told.value.code is ErrorCode.DEADLINE_EXCEEDED
    assert asyncio.get_running_loop().time() - started < 5


HASTE = CallPolicy(hung_s=0.02)


def hanging() -> Caller:
    """A caller of a service that takes every request and never answers."""

    async def never(_: httpx.Request) -> httpx.Response:
        await asyncio.sleep(60)
        raise AssertionError("should have been cancelled")

    respx.route(host="sous.test").mock(side_effect=never)
    return Caller("llm", URL, policy=HASTE, transport=httpx.AsyncHTTPTransport())


@respx.mock
async def test_a_service_that_hangs_is_soon_not_asked_at_all() -> None:
    caller = hanging()
    said = []
    for _ in range(5):
        with pytest.raises(ServiceUnavailable) as told:
            await caller.send(Call("GET", "/slow", total_s=0.05))
        said.append(told.value.code)
    assert said == [ErrorCode.DEADLINE_EXCEEDED] * 3 + [ErrorCode.UPSTREAM_FAILED] * 2
    assert caller.breaker.state is BreakerState.OPEN


@respx.mock
async def test_a_probe_that_hangs_closes_the_door_again() -> None:
    caller = hanging()
    now = [0.0]
    caller.breaker = Breaker(clock=lambda: now[0])
    for at in (0.0, 0.0, 0.0, 1.5):
        now[0] = at
        with pytest.raises(ServiceUnavailable, match="no answer within"):
            await caller.send(Call("GET", "/slow", total_s=0.05))
    assert caller.breaker.state is BreakerState.OPEN
    now[0] = 2.8  # the second rest is twice as long as the first
    assert caller.breaker.state is BreakerState.OPEN


@pytest.mark.parametrize(
    "call",
    [
        pytest.param(Call("GET", "/slow", total_s=0.01), id="who is in a hurry"),
        pytest.param(Call("GET", "/slow", total_s=0.05, prompt=False), id="what may take long"),
    ],
)
@respx.mock
async def test_a_slow_answer_is_not_held_against_the_service(call: Call) -> None:
    caller = hanging()
    for _ in range(5):
        with pytest.raises(ServiceUnavailable, match="no answer within"):
            await caller.send(call)
    assert caller.breaker.state is BreakerState.CLOSED


@respx.mock
async def test_a_cook_who_interrupts_is_not_held_against_the_service() -> None:
    caller = hanging()
    for _ in range(5):
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(caller.send(Call("GET", "/slow", total_s=30)), 0.05)
    assert caller.breaker.state is BreakerState.CLOSED


@respx.mock
async def test_the_service_is_told_how_long_there_is_left(kitchen: Kitchen) -> None:
    busy = httpx.Response(429, json=refusal("busy"), headers={"Retry-After": "1"})
    route = respx.post(f"{URL}/classify").mock(side_effect=[busy, httpx.Response(200, json=REPLY)])
    await kitchen.llm.classify(ASK)
    assert [one.request.headers["X-Timeout-Ms"] for one in route.calls] == ["2000", "1000"]


@respx.mock
async def test_a_call_within_a_turn_tells_what_the_turn_has_left(kitchen: Kitchen) -> None:
    route = respx.post(f"{URL}/classify").respond(json=REPLY)
    with entered(Span(deadline=time.monotonic() + 1)):
        await kitchen.llm.classify(ASK)
    assert int(route.calls.last.request.headers["X-Timeout-Ms"]) <= 1000


@respx.mock
async def test_a_turns_own_deadline_shortens_the_calls() -> None:
    caller = Caller("llm", URL, transport=httpx.AsyncHTTPTransport())

    async def never(_: httpx.Request) -> httpx.Response:
        await asyncio.sleep(60)
        raise AssertionError("should have been cancelled")

    respx.get(f"{URL}/slow").mock(side_effect=never)
    with entered(Span(deadline=time.monotonic() + 0.05)), pytest.raises(ServiceUnavailable):
        await caller.send(Call("GET", "/slow", total_s=30))


@respx.mock
async def test_the_budget_ends_retries_in_a_long_outage(kitchen: Kitchen) -> None:
    route = respx.post(f"{URL}/classify").mock(side_effect=httpx.ConnectError("refused"))
    for _ in range(100):
        with pytest.raises(ServiceUnavailable):
            await kitchen.llm.classify(ASK)
    # Without a budget it would be 300 attempts; the bucket gives 10 and then one for every five calls.
    assert 100 < route.call_count <= 100 + 10 + 20 + 5


@respx.mock
async def test_a_dead_service_is_soon_not_asked_at_all() -> None:
    kitchen = Kitchen()
    kitchen.caller.breaker = Breaker(BreakerPolicy(minimum_calls=3), clock=lambda: kitchen.now)
    route = respx.post(f"{URL}/classify").mock(side_effect=httpx.ConnectError("refused"))
    for _ in range(10):
        with pytest.raises(ServiceUnavailable):
            await kitchen.llm.classify(ASK)
    assert kitchen.llm.breaker_state is BreakerState.OPEN
    assert route.call_count == 3


@respx.mock
async def test_a_full_queue_does_not_open_the_breaker() -> None:
    kitchen = Kitchen()
    kitchen.caller.breaker = Breaker(BreakerPolicy(minimum_calls=3), clock=lambda: kitchen.now)
    respx.post(f"{URL}/classify").respond(429, json=refusal("busy"), headers={"Retry-After": "60"})
    for _ in range(10):
        with pytest.raises(ServiceUnavailable):
            await kitchen.llm.classify(ASK)
    assert kitchen.llm.breaker_state is BreakerState.CLOSED


@respx.mock
async def test_looking_at_health_works_while_a_service_is_loading(kitchen: Kitchen) -> None:
    body = {
        "status": "loading", "model_loaded": False, "service": "llm", "engine": "", "model": "", "device": "",
        "version": "1", "uptime_s": 0.1, "detail": "loading classifier",
    }  # fmt: skip
    respx.get(f"{URL}/health").respond(503, json=body)
    health = await kitchen.llm.health()
    assert health is not None
    assert health.status == "loading"


@respx.mock
async def test_a_chat_arrives_in_pieces(kitchen: Kitchen) -> None:
    page = (
        'event: delta\ndata: {"text":"간장 "}\n\n: ping\n\nevent: sentence\ndata: {"text":"간장 두 큰술이요."}\n\n'
        'event: done\ndata: {"success":true,"text":"간장 두 큰술이요.","source":"recipe"}\n\n'
    )
    respx.post(f"{URL}/chat").respond(200, text=page, headers={"content-type": "text/event-stream"})
    pieces = [piece async for piece in kitchen.llm.chat(ChatRequest(text="간장 얼마나?"))]
    assert [(piece.kind, piece.text) for piece in pieces] == [
        ("delta", "간장 "),
        ("sentence", "간장 두 큰술이요."),
        ("done", "간장 두 큰술이요."),
    ]


@respx.mock
async def test_a_chat_cut_in_the_middle_says_so(kitchen: Kitchen) -> None:
    respx.post(f"{URL}/chat").respond(200, text='event: delta\ndata: {"text":"간"}\n\n')
    with pytest.raises(ServiceUnavailable, match="ended in the middle"):
        async for _ in kitchen.llm.chat(ChatRequest(text="간장 얼마나?")):
            pass


@pytest.mark.parametrize("kind", ["delta", "sentence", "done"])
@pytest.mark.parametrize("data", ["[]", "{", '{"text": 5}'])
@respx.mock
async def test_a_chat_outside_the_contract_is_a_broken_service(kitchen: Kitchen, kind: str, data: str) -> None:
    respx.post(f"{URL}/chat").respond(200, text=f"event: {kind}\ndata: {data}\n\n")
    with pytest.raises(ServiceUnavailable, match="outside the contract"):
        async for _ in kitchen.llm.chat(ChatRequest(text="간장 얼마나?")):
            pass


@respx.mock
async def test_sound_outside_the_contract_is_a_broken_service(kitchen: Kitchen) -> None:
    tts = TtsClient(caller=kitchen.caller)
    respx.post(f"{URL}/synthesize").respond(200, content=b"RIFF", headers={"X-Sample-Rate": "22.05 kHz"})
    with pytest.raises(ServiceUnavailable, match="outside the contract"):
        await tts.synthesize(SynthesizeRequest(text="다음"))
    with pytest.raises(ServiceUnavailable, match="outside the contract"):
        async with tts.stream(SynthesizeRequest(text="다음")):
            pass
