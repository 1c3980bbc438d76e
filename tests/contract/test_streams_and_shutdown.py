"""SIGTERM while somebody is listening: the stream finishes, then the process ends."""

import signal

import httpx

from tests.conftest import StartService

LONG = " ".join(
    f"{n}단계. 양파를 썰고 간장을 두 큰술 넣은 다음 십오 분 동안 약한 불에서 끓여 주세요." for n in range(1, 25)
)


def test_speech_being_streamed_is_finished_after_sigterm(start_service: StartService) -> None:
    server = start_service("tts")
    wanted = {"text": LONG, "format": "pcm", "stream": True}
    with httpx.Client(base_url=server.url, timeout=60, trust_env=False) as web:
        whole = web.post("/synthesize", json=wanted).content
        with web.stream("POST", "/synthesize", json={**wanted, "speed": 1.01}) as other:
            expected = len(other.read())
        heard = 0
        # Another speed than what the phrase cache has, so that the engine is still at work when the signal comes.
        with web.stream("POST", "/synthesize", json={**wanted, "speed": 1.02}) as response:
            chunks = response.iter_raw()
            heard += len(next(chunks))
            server.process.send_signal(signal.SIGTERM)
            for chunk in chunks:
                heard += len(chunk)
    assert server.process.wait(20) == 0
    assert len(whole) > expected > heard * 0.97
    assert heard > len(whole) * 0.9


def test_a_listener_who_leaves_frees_the_voice(start_service: StartService) -> None:
    server = start_service("tts", TTS_WORKERS="1", TTS_QUEUE_SIZE="1")
    with httpx.Client(base_url=server.url, timeout=60, trust_env=False) as web:
        for round_number in range(5):
            wanted = {"text": f"{round_number}. {LONG}"[:4900], "format": "pcm", "stream": True}
            with web.stream("POST", "/synthesize", json=wanted) as response:
                assert response.status_code == 200
                next(response.iter_raw())
            assert web.post("/synthesize", json={"text": f"다음 {round_number}"}).status_code == 200
