"""`WS /stream` with a real socket: events in order, final on endpoint, and refusals that say why."""

import json
import time
from typing import Any

import httpx
import numpy as np
import psutil
import pytest
from websockets.sync.client import ClientConnection, connect

from benchmarks.stt_voices import Sound, espeak
from tests.integration.services.stt.conftest import Server, silence


def opened(server: Server, **start: object) -> ClientConnection:
    socket = connect(server.url.replace("http", "ws") + "/stream")
    socket.send(json.dumps({"type": "start", **start}))
    return socket


def pcm(sound: Sound) -> bytes:
    return bytes((np.clip(sound, -1, 1) * 32767).astype("<i2").tobytes())


def say(socket: ClientConnection, sound: Sound, piece: int = 1600) -> None:
    body = pcm(sound)
    for at in range(0, len(body), piece):
        socket.send(body[at : at + piece])


def events(socket: ClientConnection, until: str = "final", count: int = 1) -> list[dict[str, Any]]:
    heard: list[dict[str, Any]] = []
    while sum(event["type"] == until for event in heard) < count:
        heard.append(json.loads(socket.recv(timeout=30)))
    return heard


def spoken(text: str, voice: str) -> Sound:
    return np.concatenate([silence(0.4), espeak().say(text, voice, 160), silence(0.9)])


@pytest.mark.parametrize(("text", "voice"), [("다음", "ko"), ("previous step", "en-us")])
def test_an_utterance_is_found_and_heard(embedded: Server, text: str, voice: str) -> None:
    with opened(embedded, language="auto") as socket:
        say(socket, spoken(text, voice))
        heard = events(socket)
    kinds = [event["type"] for event in heard]
    assert kinds[0] == "speech_started"
    assert kinds[-1] == "final"
    assert "speech_ended" in kinds
    assert heard[-1]["text"] == text
    assert heard[-1]["transcript"]["language"] == voice[:2]
    assert 0 <= heard[-1]["start_s"] < heard[-1]["end_s"] < 4


def test_two_utterances_are_answered_in_order(embedded: Server) -> None:
    with opened(embedded) as socket:
        say(socket, np.concatenate([spoken("다음", "ko"), spoken("다시", "ko")]))
        finals = [event["text"] for event in events(socket, count=2) if event["type"] == "final"]
    assert finals == ["다음", "다시"]


def test_whisper_sends_a_partial_at_a_pause(whisper: Server) -> None:
    with opened(whisper, language="ko") as socket:
        say(socket, spoken("간장 얼마나 넣어", "ko"))
        heard = events(socket)
    assert heard[-1]["text"] == "간장 얼마나 넣어"


def test_other_sample_rates_are_resampled(embedded: Server) -> None:
    import soxr

    sound = soxr.resample(spoken("다음", "ko"), 16_000, 44_100)
    with opened(embedded, sample_rate=44_100) as socket:
        say(socket, sound, piece=4410)
        assert events(socket)[-1]["text"] == "다음"


def test_saying_the_end_finishes_what_is_being_said(embedded: Server) -> None:
    with opened(embedded) as socket:
        say(socket, spoken("다음", "ko")[: -int(0.9 * 16_000)])
        socket.send('{"type":"end"}')
        assert events(socket)[-1]["text"] == "다음"


def test_silence_says_nothing(embedded: Server) -> None:
    with opened(embedded) as socket:
        say(socket, silence(3))
        socket.send('{"type":"end"}')
        with pytest.raises(Exception, match="1000"):
            socket.recv(timeout=10)


@pytest.mark.parametrize(
    ("message", "code"),
    [
        (b"\0\0", "malformed_request"),
        ("hello", "invalid_field"),
        ('{"type":"start","sample_rate":1}', "invalid_field"),
        ('{"type":"start","language":"fr"}', "invalid_field"),
        ('{"type":"start","colour":"red"}', "invalid_field"),
    ],
)
def test_a_wrong_start_is_explained(embedded: Server, message: bytes | str, code: str) -> None:
    with connect(embedded.url.replace("http", "ws") + "/stream") as socket:
        socket.send(message)
        said = json.loads(socket.recv(timeout=10))
        assert (said["type"], said["code"]) == ("error", code)


@pytest.mark.parametrize(("message", "code"), [(b"\0", "not_audio"), ("what?", "malformed_request")])
def test_a_wrong_message_is_explained(embedded: Server, message: bytes | str, code: str) -> None:
    with opened(embedded) as socket:
        socket.send(message)
        said = json.loads(socket.recv(timeout=10))
        assert (said["type"], said["code"]) == ("error", code)


def test_a_hundred_idle_sockets_cost_nothing(embedded: Server) -> None:
    sockets = [opened(embedded) for _ in range(100)]
    try:
        process = psutil.Process(embedded.process.pid)
        time.sleep(0.5)
        before = sum(process.cpu_times()[:2])
        time.sleep(1.0)
        assert sum(process.cpu_times()[:2]) - before < 0.1
        assert httpx.get(embedded.url + "/health").status_code == 200
    finally:
        for socket in sockets:
            socket.close()


def test_a_client_that_vanishes_leaves_nothing_behind(embedded: Server) -> None:
    for _ in range(5):
        socket = opened(embedded)
        say(socket, spoken("다음", "ko")[:16_000])
        socket.socket.close()
    with opened(embedded) as socket:
        say(socket, spoken("다음", "ko"))
        assert events(socket)[-1]["text"] == "다음"
