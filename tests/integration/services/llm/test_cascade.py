"""When the model server is asked, and what becomes of its answer. Every fault leaves the embedded answer standing."""

import itertools
import json
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from tests.integration.services.llm.conftest import Server, Start
from tests.integration.services.llm.model_double import Fault, ModelDouble
from tests.utterances import UNSURE

DONE = {"intent": "repeat_step", "confidence": 0.9, "evidence": "거시기"}


def questions(model: ModelDouble) -> list[dict[str, Any]]:
    """What it was asked, without the self-test."""
    named = [
        ask for ask in model.asked if ask.get("response_format", {}).get("json_schema", {}).get("name") == "proposal"
    ]
    return [ask for ask in named if ask["max_tokens"] > 4]


def test_what_is_certain_is_never_asked(with_model: Server, model: ModelDouble) -> None:
    for text in ("다음", "5분 타이머 맞춰 줘", "how much salt do i need", "시청해 주셔서 감사합니다"):
        assert with_model.classify(text)["degraded"] is False
    assert questions(model) == []


def test_a_good_proposal_is_taken(with_model: Server, model: ModelDouble) -> None:
    model.proposal = DONE
    reply = with_model.classify(UNSURE)
    assert (reply["intent"], reply["source"], reply["degraded"]) == ("repeat_step", "llm", False)
    asked = questions(model)[0]
    assert asked["temperature"] == 0
    assert asked["response_format"]["json_schema"]["strict"] is True
    assert asked["messages"][0]["role"] == "system"


def test_slots_come_from_the_words_and_not_from_the_model(with_model: Server, model: ModelDouble) -> None:
    model.proposal = {"intent": "set_timer", "confidence": 0.95, "evidence": "칠 분", "duration_s": 9999}
    reply = with_model.classify("칠 분 그거 저기 거시기로 어떻게 좀")
    if reply["source"] == "llm":
        assert reply["slots"] == {"duration_s": 420}
    else:
        assert reply["intent"] != "set_timer" or reply["slots"] == {"duration_s": 420}


@pytest.mark.parametrize(
    "proposal",
    [
        {"intent": "next_step", "confidence": 0.99, "evidence": "다음으로 가라"},  # was never said
        {"intent": "next_step", "confidence": 0.6, "evidence": "거시기"},  # too unsure to act
        {"intent": "next_step", "confidence": 7, "evidence": "거시기"},  # no probability
        {"intent": "goto_step", "confidence": 0.99, "evidence": "거시기"},  # no step was named
        {"intent": "next_step", "confidence": 0.9, "evidence": ""},
        {"intent": "next_step"},
    ],
)
def test_odd_proposals_fail_closed(with_model: Server, model: ModelDouble, proposal: dict[str, Any]) -> None:
    model.proposal = proposal
    reply = with_model.classify(UNSURE)
    assert (reply["intent"], reply["source"], reply["degraded"]) == ("out_of_scope", "fallback", True)


def test_a_question_never_becomes_an_action(with_model: Server, model: ModelDouble) -> None:
    model.proposal = {"intent": "next_step", "confidence": 1.0, "evidence": "다음 단계로"}
    reply = with_model.classify("다음 단계로 왜 넘어갔어?")
    assert reply["intent"] == "question"
    assert reply["source"] != "llm"


@pytest.mark.parametrize("fault", [Fault.ERROR, Fault.NOT_JSON, Fault.WRONG_INTENT, Fault.HUGE, Fault.REFUSES])
def test_a_broken_model_leaves_the_embedded_answer(with_model: Server, model: ModelDouble, fault: Fault) -> None:
    model.fault = fault
    reply = with_model.classify(UNSURE)
    assert (reply["intent"], reply["degraded"]) == ("out_of_scope", True)
    assert with_model.classify("다음")["intent"] == "next_step"


def test_a_slow_model_is_not_waited_for(with_model: Server, model: ModelDouble) -> None:
    model.fault = Fault.SLOW
    model.slow_s = 20  # far beyond what a crowded test machine adds to the 400 ms that it is given
    began = time.perf_counter()
    reply = with_model.classify(UNSURE)
    assert time.perf_counter() - began < 10
    assert reply["degraded"] is True


def test_a_busy_model_is_not_queued_for(start: Start, model: ModelDouble) -> None:
    server = start(base_url=model.url, in_flight=1, deadline_ms=20_000, cache_size=0)
    server.wait_until(lambda: server.health()["engine"] == "openai")
    model.reset()
    model.fault = Fault.SLOW
    model.slow_s = 3
    with ThreadPoolExecutor(1) as other:
        first = other.submit(server.classify, "왜 된장을 풀어?")
        server.wait_until(lambda: len(questions(model)) == 1)
        second = server.classify("왜 두부를 썰어?")
        assert not first.done()
        assert (second["intent"], second["degraded"]) == ("question", True)
        assert first.result()["intent"] == "question"
    assert len(questions(model)) == 1


def test_the_callers_deadline_is_kept(with_model: Server, model: ModelDouble) -> None:
    model.fault = Fault.SLOW
    reply = with_model.post("/classify", headers={"X-Timeout-Ms": "150"}, text=UNSURE)
    assert reply.status_code == 200
    assert reply.json()["degraded"] is True


def test_a_lenient_server_is_noticed_and_still_read(start: Start, model: ModelDouble) -> None:
    model.fault = Fault.IGNORES_SCHEMA
    model.proposal = DONE
    server = start(base_url=model.url)
    server.wait_until(lambda: server.health()["engine"] == "openai")
    assert "ignores response schemas" in server.health()["detail"]
    assert server.classify(UNSURE)["intent"] == "repeat_step"


def test_health_says_that_constraints_are_real(with_model: Server) -> None:
    health = with_model.health()
    assert health["status"] == "healthy"
    assert health["model"] == "double"
    assert "structured output proven" in health["detail"]


def test_a_model_that_keeps_failing_is_left_alone_and_found_again(with_model: Server, model: ModelDouble) -> None:
    model.fault = Fault.ERROR
    numbers = itertools.count()  # a free question is always put to the model; a new one each time

    health: dict[str, object] = {}

    def stepped_down() -> bool:
        with_model.classify(f"왜 된장을 풀어? {next(numbers)}")
        health.update(with_model.health())  # one look: by the next one the model may be on trial again
        return health["engine"] == "embedded"

    with_model.wait_until(stepped_down)
    assert health["status"] == "degraded"
    assert with_model.classify("다음")["degraded"] is False  # commands need no model
    model.fault = Fault.NONE
    model.proposal = DONE
    with_model.wait_until(lambda: with_model.health()["engine"] == "openai")
    assert with_model.classify(UNSURE)["source"] == "llm"


def test_without_a_model_server_everything_embedded_still_works(start: Start) -> None:
    server = start(base_url="http://127.0.0.1:9/v1")
    server.wait_until(lambda: "make vllm" in server.health()["detail"])
    health = server.health()
    assert (health["engine"], health["status"]) == ("embedded", "degraded")
    assert server.classify("다음")["intent"] == "next_step"
    assert server.classify(UNSURE)["degraded"] is True


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (Fault.LOCKED, "set LLM_UPSTREAM_KEY"),
        (Fault.WEB_PAGE, "does not speak OpenAI's API"),
        (Fault.WORDLESS, "says nothing within 64 tokens"),
    ],
)
def test_what_is_wrong_with_a_model_server_is_said_in_health(
    start: Start, model: ModelDouble, fault: Fault, said: str
) -> None:
    model.fault = fault
    server = start(base_url=model.url)
    server.wait_until(lambda: said in server.health()["detail"])
    assert (server.health()["engine"], server.health()["status"]) == ("embedded", "degraded")


def test_a_server_that_knows_no_schemas_is_asked_without(start: Start, model: ModelDouble) -> None:
    model.fault = Fault.NO_SCHEMAS
    model.answer = json.dumps(DONE, ensure_ascii=False)
    server = start(base_url=model.url)
    server.wait_until(lambda: server.health()["engine"] == "openai")
    assert "ignores response schemas" in server.health()["detail"]
    assert server.classify(UNSURE)["source"] == "llm"


def test_callers_may_forbid_the_model(with_model: Server, model: ModelDouble) -> None:
    reply = with_model.classify(UNSURE, allow_llm=False)
    assert (reply["source"], reply["degraded"]) == ("fallback", False)
    assert questions(model) == []


def test_the_same_words_in_the_same_state_are_asked_once(start: Start, model: ModelDouble) -> None:
    model.proposal = DONE
    server = start(base_url=model.url)
    server.wait_until(lambda: server.health()["engine"] == "openai")
    first, again = server.classify(UNSURE), server.classify(UNSURE)
    assert first["source"] == again["source"] == "llm"
    assert len(questions(model)) == 1
    server.classify(UNSURE, paused=True)
    assert len(questions(model)) == 2
