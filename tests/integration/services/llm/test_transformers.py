"""The in-process backend on a tiny random model, with and without a LoRA adapter, in its own environment.

Part of `make test-vllm`, because both need torch; `make test-vllm` builds .venvs/llm-transformers-cpu.
"""

import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.integration.services.llm.conftest import ROOT, Server, started
from tests.utterances import UNSURE

pytestmark = pytest.mark.vllm

PYTHON = ROOT / ".venvs" / "llm-transformers-cpu" / "bin" / "python"
RECIPE = {"recipeIngredient": ["된장 2큰술"], "recipeInstructions": ["된장을 풀어요."]}


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not PYTHON.exists():
        pytest.fail("There is no .venvs/llm-transformers-cpu. `make test-vllm` builds it.")
    home = tmp_path_factory.mktemp("tiny")
    builder = Path(__file__).with_name("tiny_model.py")
    subprocess.run([PYTHON, builder, home / "model", "--adapter", home / "adapter"], check=True, timeout=300)
    return home


@pytest.fixture(scope="module", params=["plain", "adapted"])
def llm(request: pytest.FixtureRequest, tiny: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    settings = {
        "local_model": tiny / "model",
        "deadline_ms": 8000,
        "environment": "llm-transformers-cpu",
        "max_answer_tokens": 4000,
    }
    if request.param == "adapted":
        settings["local_adapter"] = tiny / "adapter"
    with started(tmp_path_factory.mktemp("llm"), python=str(PYTHON), **settings) as server:
        server.wait_until(lambda: bool(server.health()["engine"] == "transformers"), 120)
        yield server


def test_it_is_loaded_and_says_what_it_is(llm: Server) -> None:
    health = llm.health()
    assert (health["status"], health["device"]) == ("healthy", "cpu")
    assert health["model"] in ("model", "model+adapter")


def test_labels_are_scored_and_a_random_model_is_not_believed(llm: Server) -> None:
    reply = llm.classify(UNSURE, timeout=60)
    assert (reply["intent"], reply["source"], reply["degraded"]) == ("out_of_scope", "fallback", True)
    assert llm.classify("다음")["source"] == "command"


def test_generation_stops_when_the_cook_hangs_up(llm: Server) -> None:
    body = {"text": "왜 된장을 풀어?", "recipe": RECIPE, "step": 1}
    with httpx.stream("POST", f"{llm.url}/chat", json=body, timeout=30) as reply:
        assert reply.status_code == 200
        time.sleep(0.3)  # it is in the middle of thousands of random words
    end = time.monotonic() + 60
    # The single place is free again as soon as the stop was seen: then the next question is really asked.
    while "proposal_refused" not in _log_after(llm):
        assert time.monotonic() < end
        time.sleep(0.2)


def _log_after(llm: Server) -> str:
    before = len(llm.running.log_text())
    llm.classify(f"왜 된장을 풀어? {time.monotonic_ns()}", timeout=60)
    return llm.running.log_text()[before:]


def test_a_wrong_folder_names_the_setting(tiny: Path, tmp_path: Path) -> None:
    wrong = {"environment": "llm-transformers-cpu", "local_model": tiny / "nowhere"}
    with started(tmp_path, python=str(PYTHON), **wrong) as server:
        server.wait_until(lambda: "LLM_LOCAL_MODEL" in server.health()["detail"], 120)
        assert server.health()["status"] == "degraded"
        assert server.classify("다음")["intent"] == "next_step"
