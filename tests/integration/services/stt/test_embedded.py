"""The service as it comes out of the box: kitchen commands in two languages, and nothing from nothing."""

import httpx
import numpy as np
import pytest

from benchmarks import stt_voices as sounds
from shared.kitchen import find_command
from tests.integration.services.stt.conftest import Server, said, silence


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("다음", "ko"),
        ("이전 단계", "ko"),
        ("재료 알려줘", "ko"),
        ("오 분 타이머", "ko"),
        ("얼마나 남았어", "ko"),
        ("간장 얼마나 넣어", "ko"),
        ("next step", "en-us"),
        ("previous step", "en-us"),
        ("read the ingredients", "en-us"),
        ("cancel the timer", "en-us"),
        ("how much time is left", "en-us"),
        ("how much soy sauce", "en-us"),
    ],
)
def test_commands_are_heard_in_either_language_without_saying_which(embedded: Server, text: str, voice: str) -> None:
    heard = embedded.hear(said(text, voice))
    assert heard["language"] == voice[:2]
    assert heard["engine"] == "pocketsphinx"
    assert not heard["no_speech"]
    meant = find_command(text)
    if meant is None:
        assert heard["text"] == text
    else:
        got = find_command(heard["text"])
        assert got is not None
        assert got.intent == meant.intent


@pytest.mark.parametrize("keyword", ["두반장", "gochujang"])
def test_the_open_recipes_words_are_listened_for(embedded: Server, keyword: str) -> None:
    question = f"{keyword} 얼마나 넣어" if keyword == "두반장" else f"how much {keyword}"
    voice = "ko" if keyword == "두반장" else "en-us"
    assert embedded.hear(said(question, voice), keywords=f"{keyword},소금", language=voice[:2])["text"] == question


def test_chatter_is_refused_and_not_bent_into_a_command(embedded: Server) -> None:
    for text, voice in (
        ("어제 본 영화 진짜 무서웠어", "ko"),
        ("선생님이 숙제를 많이 내주셨어", "ko"),
        ("the weather was lovely on our holiday", "en-us"),
        ("nobody told me about the wedding", "en-us"),
    ):
        heard = embedded.hear(said(text, voice))
        assert heard["text"] == ""
        assert heard["rejected"] == "low_confidence"
        assert heard["no_speech"] is False


NOISES = {
    "digital silence": silence(3),
    "white": sounds.coloured(3, 0.0, 1),
    "pink": sounds.coloured(3, 1.0, 2),
    "brown": sounds.coloured(3, 2.0, 3),
    "hum": (0.2 * np.sin(2 * np.pi * 50 * np.arange(48_000) / 16_000)).astype(np.float32),
    "music-like tones": sounds.tones(4, 4),
    "fan": sounds.fan(4, 5),
    "sizzle": sounds.sizzle(4, 6),
    "breath": sounds.breath(4, 7),
    "one click": np.eye(1, 32_000, 16_000, dtype=np.float32)[0],
}


@pytest.mark.parametrize("name", NOISES)
def test_nothing_comes_from_nothing(embedded: Server, whisper: Server, name: str) -> None:
    for server in (embedded, whisper):
        heard = server.hear(NOISES[name])
        assert heard["text"] == ""
        assert heard["segments"] == []
        assert heard["rejected"] is not None
        if name == "digital silence":
            assert heard["no_speech"] is True


def test_the_embedded_engine_hears_nothing_in_noise_even_without_looking_for_speech(embedded: Server) -> None:
    for name in ("white", "pink", "hum", "fan"):
        assert embedded.hear(NOISES[name], vad="false")["text"] == ""


def test_health_says_plainly_what_it_is_and_how_to_get_more(embedded: Server) -> None:
    health = embedded.health()
    assert health["status"] == "healthy"
    assert health["engine"] == "pocketsphinx"
    assert "kitchen commands only" in health["detail"]
    assert "make models" in health["detail"]


def test_a_reply_tells_where_its_time_went(embedded: Server) -> None:
    answer = embedded.send(said("다음", "ko"))
    timings = answer.json()["timings"]
    assert timings["decode_ms"] < 20
    assert 0 < timings["infer_ms"] <= timings["total_ms"]
    assert {"queue", "decode", "vad", "infer", "total"} <= {
        part.partition(";")[0].strip() for part in answer.headers["server-timing"].split(",")
    }


def test_what_was_said_is_not_in_the_log_or_the_metrics(embedded: Server) -> None:
    embedded.hear(said("재료 알려줘", "ko"))
    assert "재료" not in embedded.log_text()
    assert "재료" not in httpx.get(embedded.url + "/metrics").text


def test_files_may_wait_for_those_who_speak(embedded: Server) -> None:
    body = sounds.wav(said("다음", "ko"))
    for priority, status in (("batch", 200), ("interactive", 200), ("urgent", 422)):
        headers = {"content-type": "audio/wav", "x-priority": priority}
        answer = httpx.post(embedded.url + "/transcribe", content=body, headers=headers, timeout=60)
        assert answer.status_code == status
    assert answer.json()["error"]["param"] == "X-Priority"


def test_the_engine_is_in_the_metrics(embedded: Server) -> None:
    page = httpx.get(embedded.url + "/metrics").text
    assert 'sous_engine_info{device="cpu",engine="pocketsphinx",model="kitchen-grammar-ko-en"} 1.0' in page
