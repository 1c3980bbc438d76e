"""/chat: answers from the recipe, checked answers from a model, and what happens when either stops."""

import json
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.integration.services.llm.conftest import ROOT, Server
from tests.integration.services.llm.model_double import Fault, ModelDouble

JJIGAE: dict[str, Any] = {
    "@type": "Recipe",
    "name": "된장찌개",
    "recipeYield": "2인분",
    "recipeIngredient": ["된장 2큰술", "두부 1/2모", "애호박 1/3개", "물 2컵", "대파 1대"],
    "recipeInstructions": [
        {"@type": "HowToStep", "text": "두부와 애호박을 썰어요."},
        {"@type": "HowToStep", "text": "물 2컵에 된장을 풀고 중불에서 10분 끓여요."},
        {
            "@type": "HowToStep",
            "text": "두부와 대파를 넣고 3분 더 끓여요.",
            "x-tip": "두부는 마지막에 넣어야 부서지지 않아요.",
        },
    ],
}
COOKIES: dict[str, Any] = {
    "@type": "Recipe",
    "name": "Oat cookies",
    "recipeIngredient": ["2 cups oats", "1 cup flour", "1/2 cup butter", "2 eggs"],
    "recipeInstructions": ["Mix the oats and the flour.", "Bake at 180°C for 12 to 15 minutes."],
}


def ask(server: Server, text: str, recipe: dict[str, Any], step: int | None = None, **more: Any) -> dict[str, Any]:
    reply = server.post("/chat", text=text, recipe=recipe, step=step, stream=False, **more)
    assert reply.status_code == 200, reply.text
    return dict(reply.json())


def events(server: Server, **body: Any) -> list[tuple[str, Any]]:
    found = []
    with httpx.stream("POST", f"{server.url}/chat", json=body, timeout=20) as reply:
        assert reply.headers["content-type"].startswith("text/event-stream")
        name = ""
        for line in reply.iter_lines():
            if line.startswith("event: "):
                name = line.removeprefix("event: ")
            elif line.startswith("data: "):
                found.append((name, json.loads(line.removeprefix("data: "))))
    return found


@pytest.mark.parametrize(
    ("question", "recipe", "step", "parts"),
    [
        ("된장 얼마나 넣어?", JJIGAE, 1, ["2큰술"]),
        ("물 얼마나 넣어?", JJIGAE, 2, ["2컵"]),
        ("얼마나 끓여?", JJIGAE, 2, ["10분"]),
        ("불 세기는?", JJIGAE, 2, ["중불"]),
        ("몇 단계 남았어?", JJIGAE, 2, ["1단계"]),
        ("재료 알려 줘", JJIGAE, 1, ["된장 2큰술", "대파 1대"]),
        ("설탕 얼마나 넣어?", JJIGAE, 1, ["설탕은 없어요"]),
        ("how many eggs do I need?", COOKIES, 1, ["2"]),
        ("how long do I bake them?", COOKIES, 2, ["12 minutes to 15 minutes"]),
        ("what temperature?", COOKIES, 2, ["180"]),
        ("what's the next step?", COOKIES, 1, ["Bake at 180°C"]),
    ],
)
def test_the_recipe_answers_by_itself(
    llm: Server, question: str, recipe: dict[str, Any], step: int, parts: list[str]
) -> None:
    reply = ask(llm, question, recipe, step)
    assert reply["source"] == "recipe"
    assert all(part in reply["text"] for part in parts), reply["text"]


@pytest.mark.parametrize(
    ("question", "recipe", "parts"),
    [
        ("닭고기 다 익은 거 어떻게 알아?", JJIGAE, ["74"]),
        ("is it safe if the pork is a little pink?", COOKIES, ["145"]),
        ("버터 없는데 뭐 넣어?", JJIGAE, ["마가린"]),
        ("i'm out of butter, what can i use?", COOKIES, ["margarine"]),
        ("이거 대두 알레르기 있어도 먹어도 돼?", JJIGAE, ["두부", "포장지"]),
        ("does this have peanuts in it?", COOKIES, ["don't see any", "labels"]),
    ],
)
def test_safety_allergens_and_substitutes_come_from_tables(
    llm: Server, question: str, recipe: dict[str, Any], parts: list[str]
) -> None:
    reply = ask(llm, question, recipe, 1)
    assert reply["source"] == "table"
    assert all(part in reply["text"] for part in parts), reply["text"]


def test_what_nobody_knows_is_said_so(llm: Server) -> None:
    for question, answer in (
        ("왜 된장을 풀어?", "그건 레시피만 봐서는 제가 모르겠어요."),
        ("why does the miso go in last?", "I can't tell that from the recipe."),
    ):
        reply = ask(llm, question, JJIGAE, 2)
        assert (reply["source"], reply["text"]) == ("fallback", answer)


def test_events_say_the_same_to_show_and_to_speak(llm: Server) -> None:
    said = events(llm, text="지금 단계 다시 읽어 줘", recipe=JJIGAE, step=3)
    assert [name for name, _ in said] == ["delta", "sentence", "done"]
    assert said[1][1] == {"text": "두부와 대파를 넣고 3분 더 끓여요.", "index": 0}
    assert said[-1][1]["text"] == "두부와 대파를 넣고 3분 더 끓여요."


def test_every_bundled_recipe_can_be_asked(llm: Server) -> None:
    for path in sorted((ROOT / "orchestrator" / "recipes" / "bundled").glob("*.json")):
        recipe = json.loads(path.read_text(encoding="utf-8"))
        korean = recipe["inLanguage"] == "ko"
        reply = ask(llm, "재료 알려 줘" if korean else "what ingredients do I need?", recipe, 1)
        assert reply["source"] == "recipe", Path(path).name


WHY = "왜 된장을 풀어?"


def test_a_model_answers_sentence_by_sentence(with_model: Server, model: ModelDouble) -> None:
    model.answer = "국물에 맛이 고르게 배어요. 덩어리가 남지 않아요."
    said = events(with_model, text=WHY, recipe=JJIGAE, step=2)
    assert [data["text"] for name, data in said if name == "sentence"] == [
        "국물에 맛이 고르게 배어요.",
        "덩어리가 남지 않아요.",
    ]
    assert said[-1][0] == "done"
    assert said[-1][1]["source"] == "llm"
    asked = model.asked[-1]["messages"][0]["content"]
    assert "<recipe>" in asked
    assert "된장 2큰술" in asked


def test_a_number_from_nowhere_is_withheld(with_model: Server, model: ModelDouble) -> None:
    model.answer = "맛이 배어요. 꼭 47분 동안 저으세요. 10분이면 돼요."
    reply = ask(with_model, WHY, JJIGAE, 2)
    assert "47" not in reply["text"]
    assert "10분이면 돼요." in reply["text"]
    assert reply["withheld"] is True
    assert "말하지 않을게요" in reply["text"]


def test_a_stream_that_breaks_is_ended_honestly_and_never_begun_again(with_model: Server, model: ModelDouble) -> None:
    model.answer = "국물에 맛이 배어요. 그리고 덩어리가 남지 않게 잘 풀어야 하니까 천천히 저으세요."
    model.fault = Fault.DROP
    asked_before = len(model.asked)
    said = events(with_model, text=WHY, recipe=JJIGAE, step=2)
    assert said[-1][0] == "error"
    assert said[-1][1]["error"]["code"] == "upstream_failed"
    assert len(model.asked) == asked_before + 1


def test_a_model_that_is_down_before_the_first_word_costs_an_honest_answer(
    with_model: Server, model: ModelDouble
) -> None:
    model.fault = Fault.ERROR
    reply = ask(with_model, WHY, JJIGAE, 2)
    assert (reply["source"], reply["degraded"]) == ("fallback", True)


def test_hanging_up_stops_the_model(with_model: Server, model: ModelDouble) -> None:
    model.answer = "그래서 그렇게 해요. "
    model.fault = Fault.ENDLESS
    body = {"text": WHY, "recipe": JJIGAE, "step": 2}
    with httpx.stream("POST", f"{with_model.url}/chat", json=body, timeout=20) as reply:
        next(reply.iter_lines())
    assert model.left.wait(5)


@pytest.mark.parametrize(
    "body",
    [{}, {"text": "왜?", "messages": [{"role": "user", "content": "왜?"}]}, {"text": " "}, {"messages": []},
     {"messages": [{"role": "assistant", "content": "네"}]}, {"text": "왜?", "recipe": []}],
)  # fmt: skip
def test_bad_questions_are_named(llm: Server, body: dict[str, Any]) -> None:
    reply = llm.post("/chat", **body)
    assert reply.status_code == 422
    assert reply.json()["error"]["code"] in ("invalid_field", "unknown_field")


@pytest.mark.parametrize(
    "recipe", [{}, {"recipeIngredient": 5}, {"recipeInstructions": "끓인다.\n먹는다."}, {"name": None}]
)
def test_half_a_recipe_is_no_reason_to_fail(llm: Server, recipe: dict[str, Any]) -> None:
    assert llm.post("/chat", text="재료 알려 줘", recipe=recipe, stream=False).status_code == 200
