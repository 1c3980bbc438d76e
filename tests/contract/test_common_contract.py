"""What holds for all three services, asked of the real ones over real sockets (section 3 of the design)."""

import asyncio
import io
import json
import re
import signal
import socket
import time
import wave
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest

from tests.conftest import RunningServer, StartService, watched_health


def silence(seconds: float = 0.5) -> bytes:
    buffer = io.BytesIO()
    with wave.open(buffer, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(16000)
        out.writeframes(b"\0\0" * int(16000 * seconds))
    return buffer.getvalue()


@dataclass(frozen=True)
class Door:
    """One service's main endpoint and a request it answers."""

    service: str
    path: str
    body: bytes
    headers: dict[str, str] = field(default_factory=lambda: {"content-type": "application/json"})

    def knock(self, web: httpx.Client, **headers: str) -> httpx.Response:
        return web.post(self.path, content=self.body, headers={**self.headers, **headers})


STT = Door("stt", "/transcribe", silence(), {"content-type": "audio/wav"})
TTS = Door("tts", "/synthesize", '{"text":"다음 단계로 넘어갈게요."}'.encode())
LLM = Door("llm", "/classify", '{"text":"다음","current_step":"양파를 볶아주세요"}'.encode())
DOORS = [STT, TTS, LLM]
JSON_DOORS = [TTS, LLM]

each_door = pytest.mark.parametrize("door", DOORS, ids=lambda door: door.service)
each_json_door = pytest.mark.parametrize("door", JSON_DOORS, ids=lambda door: door.service)


@pytest.fixture
def web(door: Door, shared_services: StartService):
    with httpx.Client(base_url=shared_services(door.service).url, timeout=30, trust_env=False) as client:
        yield client


def error_of(response: httpx.Response) -> dict[str, object]:
    body = response.json()
    assert body["success"] is False
    assert set(body["error"]) == {"code", "message", "type", "param", "trace_id"}
    assert "Traceback" not in response.text
    return body["error"]


@each_door
def test_it_answers_and_says_how_long_each_stage_took(door: Door, web: httpx.Client) -> None:
    response = door.knock(web)
    assert response.status_code == 200, response.text
    assert re.search(r"\w+;dur=[\d.]+", response.headers["Server-Timing"])
    assert response.headers["X-Request-ID"]
    assert response.headers["traceparent"].startswith("00-")


@each_door
def test_health(door: Door, web: httpx.Client) -> None:
    response = web.get("/health")
    said = response.json()
    fields = {"status", "model_loaded", "service", "engine", "model", "device", "version", "uptime_s", "detail"}
    assert response.status_code == 200
    assert fields <= set(said)
    assert (said["status"], said["model_loaded"], said["service"]) == ("healthy", True, door.service)
    assert said["engine"]
    assert said["uptime_s"] > 0
    assert web.get("/ready").json()["ready"] is True


@each_door
def test_metrics(door: Door, web: httpx.Client) -> None:
    door.knock(web)
    page = web.get("/metrics").text
    for name in ("sous_requests_total", "sous_request_seconds_bucket", "sous_queue_depth", "sous_engine_info"):
        assert name in page, name
    assert f'service="{door.service}"' in page


@each_door
def test_wrong_method_and_address(door: Door, web: httpx.Client) -> None:
    wrong = web.delete(door.path)
    assert (wrong.status_code, error_of(wrong)["code"]) == (405, "method_not_allowed")
    nowhere = web.get("/nowhere")
    assert (nowhere.status_code, error_of(nowhere)["code"]) == (404, "not_found")


@each_json_door
@pytest.mark.parametrize(
    ("body", "statuses"),
    [
        (b"{", {400}),
        (b"[1]", {422}),
        (b"{}", {422}),
        (b'{"text":5}', {422}),
        (b'{"text":""}', {422}),
        (b'{"text":"   "}', {422}),
        (b'{"text":"a","salt":1}', {422}),
        (json.dumps({"text": "가" * 300_000}).encode(), {413}),
        (json.dumps({"text": "x" * 1_000_000}).encode(), {413}),
        (b'{"text":"' + b"x" * 3_000_000 + b'"}', {413}),
    ],
    ids=["malformed", "list", "empty object", "wrong type", "empty", "blank", "unknown field", "300k", "1 MB", "3 MB"],
)  # fmt: skip
def test_bad_json(door: Door, web: httpx.Client, body: bytes, statuses: set[int]) -> None:
    response = web.post(door.path, content=body, headers=door.headers)
    assert response.status_code in statuses, response.text[:300]
    error_of(response)
    assert web.get("/health").status_code == 200


@each_json_door
def test_wrong_content_type(door: Door, web: httpx.Client) -> None:
    response = web.post(door.path, content=door.body, headers={"content-type": "text/csv"})
    assert (response.status_code, error_of(response)["code"]) == (415, "unsupported_media_type")


@each_json_door
def test_curl_without_a_content_type_works(door: Door, web: httpx.Client) -> None:
    response = web.post(door.path, content=door.body, headers={"content-type": "application/x-www-form-urlencoded"})
    assert response.status_code == 200


@pytest.mark.parametrize("door", [STT], ids=["stt"])
@pytest.mark.parametrize(
    ("content", "kind", "statuses"),
    [
        (b"", "audio/wav", {400, 415, 422}),
        (b"this is no sound at all", "audio/wav", {415}),
        (b"\0" * 5000, "audio/webm", {415}),
        (b"{}", "application/json", {415}),
        (silence()[:30], "audio/wav", {415}),
        (b"\0" * 60_000_000, "audio/wav", {413}),
    ],
    ids=["empty", "text", "zeros", "json", "cut header", "60 MB"],
)
def test_bad_audio(door: Door, web: httpx.Client, content: bytes, kind: str, statuses: set[int]) -> None:
    response = web.post(door.path, content=content, headers={"content-type": kind})
    assert response.status_code in statuses, response.text[:300]
    error_of(response)
    assert web.get("/health").status_code == 200


@each_door
def test_a_traces_id_comes_back_also_in_an_error(door: Door, web: httpx.Client) -> None:
    trace = "0af7651916cd43dd8448eb211c80319c"
    response = web.post(door.path, content=b"\0", headers={**door.headers, "traceparent": f"00-{trace}-{'1' * 16}-01"})
    assert response.status_code >= 400
    assert error_of(response)["trace_id"] == trace


@each_door
async def test_two_hundred_at_a_queue_of_eight(door: Door, start_service: StartService) -> None:
    server = start_service(door.service, **{f"{door.service.upper()}_QUEUE_SIZE": "8"})
    limits = httpx.Limits(max_connections=250)
    with watched_health(server.port) as health:
        async with httpx.AsyncClient(base_url=server.url, timeout=60, limits=limits, trust_env=False) as web:

            async def one() -> int:
                response = await web.post(door.path, content=door.body, headers=door.headers)
                if response.status_code == 429:
                    assert int(response.headers["Retry-After"]) >= 1
                    assert error_of(response)["code"] == "busy"
                return response.status_code

            answers = await asyncio.gather(*(one() for _ in range(200)))
    assert len(answers) == 200
    assert set(answers) <= {200, 429}
    assert answers.count(200) >= 9
    health.sort()
    assert health[len(health) // 2] < 50
    assert health[-1] < 2000


@each_door
def test_hanging_up_in_the_middle_of_a_body_harms_nobody(door: Door, web: httpx.Client) -> None:
    host, port = web.base_url.host, web.base_url.port
    assert port is not None
    for cut in (0, 1, len(door.body) // 2, len(door.body)):
        with socket.create_connection((host, port)) as line:
            kind = door.headers["content-type"]
            head = f"POST {door.path} HTTP/1.1\r\nHost: x\r\nContent-Type: {kind}\r\nContent-Length: {len(door.body)}\r\n\r\n"
            line.sendall(head.encode() + door.body[:cut])
    assert door.knock(web).status_code == 200


@each_door
def test_a_key_when_one_is_set(door: Door, start_service: StartService) -> None:
    server = start_service(door.service, **{f"{door.service.upper()}_API_KEY": "sesame"})
    with httpx.Client(base_url=server.url, timeout=30, trust_env=False) as web:
        assert door.knock(web).status_code == 401
        assert door.knock(web, Authorization="Bearer wrong").status_code == 401
        assert door.knock(web, Authorization="Bearer sesame").status_code == 200
        assert web.get("/health").status_code == 200


@each_door
def test_it_listens_on_loopback_only_unless_told(door: Door, shared_services: StartService) -> None:
    server = shared_services(door.service)
    listening = [
        line.split()[1]
        for table in ("/proc/net/tcp", "/proc/net/tcp6")
        for line in Path(table).read_text().splitlines()[1:]
        if line.split()[3] == "0A" and line.split()[1].endswith(f":{server.port:04X}")
    ]
    assert listening == [f"0100007F:{server.port:04X}"]


@each_door
def test_what_people_say_is_never_logged(door: Door, start_service: StartService) -> None:
    server: RunningServer = start_service(door.service)
    with httpx.Client(base_url=server.url, timeout=30, trust_env=False) as web:
        for text in ("비밀양념장 010-1234-5678", "비밀양념장"):
            body = json.dumps({"text": text}, ensure_ascii=False).encode()
            web.post(door.path, content=body, headers={"content-type": "application/json"})
            web.post(door.path, content=body[:-3], headers={"content-type": "application/json"})
            web.post(door.path, content=json.dumps({"text": text, "x": text}).encode())
    server.stop()
    log = server.log_text()
    assert "request" in log
    assert "비밀" not in log
    # With its hyphen: in the random ids of a log all digits follow each other now and then.
    assert "1234-5678" not in log


@each_door
def test_sigterm_ends_it_quietly(door: Door, start_service: StartService) -> None:
    server = start_service(door.service)
    with httpx.Client(base_url=server.url, timeout=30, trust_env=False) as web:
        assert door.knock(web).status_code == 200
    began = time.monotonic()
    assert server.stop(signal.SIGTERM) == 0
    assert time.monotonic() - began < 5
    assert "Traceback" not in server.log_text()


def test_the_first_request_everyone_makes(shared_services: StartService) -> None:
    """The curl line of the README, as curl sends it."""
    body = '{"text":"다음 단계로 넘어가줘","current_step":"양파를 볶아주세요"}'.encode()
    response = httpx.post(
        f"{shared_services('llm').url}/classify",
        content=body,
        headers={"content-type": "application/x-www-form-urlencoded"},
        trust_env=False,
    )
    said = response.json()
    assert response.status_code == 200
    assert (said["success"], said["intent"], said["response"]) == (True, "next_step", "")
    assert said["duration_ms"] >= 0
