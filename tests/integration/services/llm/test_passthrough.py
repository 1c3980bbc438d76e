"""The model server's own API through ours: OpenAI's client unchanged, bytes unchanged, and no more than two addresses."""

import json

import httpx
import openai
import pytest

from tests.integration.services.llm.conftest import Server
from tests.integration.services.llm.model_double import Fault, ModelDouble

HELLO = [{"role": "user", "content": "안녕"}]


def client(server: Server) -> openai.OpenAI:
    return openai.OpenAI(base_url=f"{server.url}/v1", api_key="any", max_retries=0)


def test_openais_client_works_unchanged(with_model: Server, model: ModelDouble) -> None:
    model.answer = "안녕하세요, 요리해요."
    with client(with_model) as api:
        assert [entry.id for entry in api.models.list()] == ["double"]
        whole = api.chat.completions.create(model="double", messages=HELLO)
        assert whole.choices[0].message.content == model.answer
        pieces = api.chat.completions.create(model="double", messages=HELLO, stream=True)
        assert "".join(piece.choices[0].delta.content or "" for piece in pieces) == model.answer


def test_bytes_go_through_untouched(with_model: Server, model: ModelDouble) -> None:
    body = (
        b'{ "model" : "double",\n "messages":[{"role":"user","content":"\\uc548\\ub155"}], "max_tokens": 7, "x": 1.10 }'
    )
    direct = httpx.post(f"{model.url}/chat/completions", content=body)
    through = httpx.post(f"{with_model.url}/v1/chat/completions", content=body)
    assert model.bodies[-1] == body
    assert through.content == direct.content
    assert through.headers["content-type"] == direct.headers["content-type"]


def test_the_length_of_an_answer_is_capped(with_model: Server, model: ModelDouble) -> None:
    for field in ("max_tokens", "max_completion_tokens"):
        with_model.post("/v1/chat/completions", model="double", messages=HELLO, **{field: 99_999})
        assert model.asked[-1][field] == 1024


@pytest.mark.parametrize(
    ("field", "instead"),
    [("guided_json", "response_format"), ("guided_choice", "structured_outputs.choice"), ("guided_regex", "structured_outputs.regex")],
)  # fmt: skip
def test_fields_that_vllm_ignores_are_refused_with_their_new_name(
    with_model: Server, model: ModelDouble, field: str, instead: str
) -> None:
    before = len(model.asked)
    reply = with_model.post("/v1/chat/completions", model="double", messages=HELLO, **{field: ["a"]})
    assert reply.status_code == 400
    error = reply.json()["error"]
    assert (error["code"], error["param"]) == ("removed_parameter", field)
    assert instead in error["message"]
    assert len(model.asked) == before


@pytest.mark.parametrize("path", ["/v1/load_lora_adapter", "/v1/completions", "/v1/embeddings", "/sleep", "/tokenize"])
def test_nothing_else_of_the_model_server_can_be_reached(with_model: Server, path: str) -> None:
    assert httpx.post(f"{with_model.url}{path}", json={}).status_code == 404


def test_errors_of_the_model_server_arrive_as_they_are(with_model: Server, model: ModelDouble) -> None:
    model.fault = Fault.ERROR
    reply = with_model.post("/v1/chat/completions", model="double", messages=HELLO)
    assert reply.status_code == 500
    assert reply.json() == {"error": {"message": "out of memory"}}


def test_the_reply_tells_whose_time_it_was(with_model: Server, model: ModelDouble) -> None:
    timing = httpx.get(f"{with_model.url}/v1/models").headers["server-timing"]
    assert "upstream;dur=" in timing
    assert "total;dur=" in timing


@pytest.mark.parametrize(
    ("asked", "sent"), [(99_999, 1024), (1e9, 1024), ("99999", 1024), (1024, 1024), ("7", "7"), (None, None)]
)
def test_a_cap_is_no_matter_of_spelling(with_model: Server, model: ModelDouble, asked: object, sent: object) -> None:
    with_model.post("/v1/chat/completions", model="double", messages=HELLO, max_tokens=asked)
    assert model.asked[-1]["max_tokens"] == sent


def test_our_key_stays_here_and_the_trace_goes_on(with_model: Server, model: ModelDouble) -> None:
    trace = "00-" + "a1" * 16 + "-" + "b2" * 8 + "-01"
    headers = {"authorization": "Bearer mine", "cookie": "a=b", "traceparent": trace, "content-type": "text/plain"}
    httpx.post(f"{with_model.url}/v1/chat/completions", json={"messages": HELLO}, headers=headers)
    sent = {name.lower(): value for name, value in model.headers[-1].items()}
    assert not sent.keys() & {"authorization", "cookie"}
    assert sent["traceparent"].split("-")[1] == "a1" * 16
    assert sent["content-type"] == "application/json"


def test_the_other_method_is_named(with_model: Server) -> None:
    reply = httpx.get(f"{with_model.url}/v1/chat/completions")
    assert (reply.status_code, reply.headers["allow"]) == (405, "POST")


def test_a_stream_that_breaks_ends_with_an_error_openais_client_raises(with_model: Server, model: ModelDouble) -> None:
    model.answer = "하나 둘 셋 넷 다섯 여섯"
    model.fault = Fault.DROP
    with client(with_model) as api, pytest.raises(openai.APIError, match="stopped in the middle"):
        list(api.chat.completions.create(model="double", messages=HELLO, stream=True))


def test_hanging_up_reaches_the_model_server(with_model: Server, model: ModelDouble) -> None:
    model.answer = "하나 둘 "
    model.fault = Fault.ENDLESS
    body = {"model": "double", "messages": HELLO, "stream": True}
    with httpx.stream("POST", f"{with_model.url}/v1/chat/completions", json=body) as reply:
        next(reply.iter_bytes())
    assert model.left.wait(5)


def test_a_missing_model_server_is_one_clear_answer(llm: Server) -> None:
    reply = llm.post("/v1/chat/completions", model="any", messages=HELLO)
    assert reply.status_code == 503
    assert "LLM_BASE_URL" in reply.json()["error"]["message"]


@pytest.mark.parametrize(("body", "status"), [(b"{", 400), (b"[]", 422), (b"", 400)])
def test_what_is_no_request_is_not_passed_on(with_model: Server, model: ModelDouble, body: bytes, status: int) -> None:
    before = len(model.asked)
    reply = httpx.post(f"{with_model.url}/v1/chat/completions", content=body)
    assert reply.status_code == status
    assert json.loads(reply.content)["success"] is False
    assert len(model.asked) == before
