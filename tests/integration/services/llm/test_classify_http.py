"""/classify as clients meet it: over a real socket, embedded model, bad input, load."""

import asyncio
import subprocess

import httpx
import pytest

from tests.integration.services.llm.conftest import Server


def test_the_first_line_everyone_types(llm: Server) -> None:
    said = subprocess.run(
        ["curl", "-s", "-X", "POST", f"{llm.url}/classify", "-d", '{"text":"다음 단계로 넘어가줘","current_step":"양파를 볶아주세요"}'],
        capture_output=True, check=True, text=True,
    )  # fmt: skip
    assert '"success":true' in said.stdout
    assert '"intent":"next_step"' in said.stdout
    assert '"response":""' in said.stdout
    assert '"duration_ms":' in said.stdout


def test_two_requests_in_one_breath(llm: Server) -> None:
    reply = llm.classify("다 했어, 근데 간장 얼마나 넣지?")
    assert [action["intent"] for action in reply["actions"]] == ["step_done", "ingredient_amount"]
    assert reply["intent"] == "step_done"
    assert reply["actions"][1]["slots"] == {"ingredient": "간장"}


def test_what_is_impossible_now_is_not_done(llm: Server) -> None:
    assert llm.classify("40단계로 가 줘", total_steps=6)["intent"] == "out_of_scope"
    assert llm.classify("40단계로 가 줘")["intent"] == "goto_step"
    assert llm.classify("타이머 취소해 줘", timers=[])["intent"] == "out_of_scope"
    assert llm.classify("타이머 취소해 줘", timers=["면"])["intent"] == "cancel_timer"
    assert llm.classify("됐어", ringing=True)["intent"] == "stop"


def test_a_batch_is_answered_in_order(llm: Server) -> None:
    texts = ["다음", "set a timer for five minutes", "오늘 서울 날씨 어때"]
    reply = llm.post("/classify/batch", items=[{"text": text} for text in texts]).json()
    assert [result["intent"] for result in reply["results"]] == ["next_step", "set_timer", "out_of_scope"]
    assert reply["results"][1]["slots"] == {"duration_s": 300}


def test_the_taxonomy_lists_every_intent_with_examples(llm: Server) -> None:
    listed = httpx.get(f"{llm.url}/intents").json()["intents"]
    assert len(listed) == 39
    assert all(info["examples"]["ko"] and info["examples"]["en"] for info in listed)


@pytest.mark.parametrize(
    ("body", "status", "param"),
    [
        ('{"text":""}', 422, "text"),
        ('{"text":"   "}', 422, "text"),
        ('{"text":5}', 422, "text"),
        ("{}", 422, "text"),
        ('{"text":"다음","stepp":1}', 422, "stepp"),
        ('{"text":"다음","step":0}', 422, "step"),
        ('{"text":"다음"', 400, None),
        ('{"text":"' + "가" * 501 + '"}', 413, "text"),
        ('{"text":"' + "a" * 1_100_000 + '"}', 413, None),
    ],
)
def test_bad_input_is_named(llm: Server, body: str, status: int, param: str | None) -> None:
    reply = httpx.post(f"{llm.url}/classify", content=body.encode(), headers={"content-type": "application/json"})
    assert reply.status_code == status, reply.text
    error = reply.json()["error"]
    assert error["param"] == param
    assert reply.json()["success"] is False


async def test_two_hundred_at_once_get_each_their_own_answer(llm: Server) -> None:
    async with httpx.AsyncClient(base_url=llm.url, timeout=60, limits=httpx.Limits(max_connections=200)) as client:
        asking = (client.post("/classify", json={"text": f"{n}분 타이머 맞춰 줘"}) for n in range(1, 201))
        replies = await asyncio.gather(*asking)
    assert {reply.status_code for reply in replies} <= {200, 429}
    for n, reply in enumerate(replies, 1):
        if reply.status_code == 200:
            assert reply.json()["slots"]["duration_s"] == n * 60
