"""Never silent: an engine that is missing, slow or broken gives way to espeak-ng, and comes back by itself."""

import json
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.integration.services.tts.conftest import KO, Server, Start, started
from tests.integration.services.tts.doubles import GptSovitsDouble, tiny_supertonic

TWO = "양파를 써세요. 그다음 기름을 두르세요."


def with_sovits(start: Start, sovits: GptSovitsDouble, folder: Path, **more: object) -> Server:
    settings = {
        "gpt_sovits__url": sovits.url,
        "gpt_sovits__voices": sovits.voices(folder),
        "climb_every_s": 0.3,
        "first_sound_timeout_ms": 800,
        "piece_timeout_ms": 800,
        "cache_mb": 0,
    }
    return start(**{**settings, **more})


def test_the_better_voice_speaks_when_it_works(start: Start, sovits: GptSovitsDouble, tmp_path: Path) -> None:
    server = with_sovits(start, sovits, tmp_path, gpt_sovits__top_k=7, gpt_sovits__text_split_method="cut5")
    answer = server.say(TWO, voice="dad", speed=1.5)
    assert answer.headers["x-engine"] == "gpt-sovits"
    assert answer.headers["x-voice"] == "dad"
    assert answer.headers["x-sample-rate"] == "32000"
    assert "x-fallback-from" not in answer.headers
    first, second = sovits.requests[-2:]
    assert [first["text"], second["text"]] == ["양파를 써세요.", "그다음 기름을 두르세요."]
    assert first["ref_audio_path"] == "refs/dad.wav"
    assert (first["text_lang"], first["prompt_lang"], first["prompt_text"]) == ("ko", "ko", "안녕하세요.")
    assert (first["top_k"], first["text_split_method"], first["speed_factor"]) == (7, "cut5", 1.5)
    health = server.health()
    assert (health["status"], health["engine"]) == ("healthy", "gpt-sovits")


def test_every_parameter_of_theirs_can_be_set(start: Start, sovits: GptSovitsDouble, tmp_path: Path) -> None:
    wanted = {
        "top_k": 5, "top_p": 0.9, "temperature": 0.8, "batch_size": 2, "batch_threshold": 0.5, "split_bucket": False,
        "parallel_infer": False, "fragment_interval": 0.2, "seed": 42, "streaming_mode": 1, "repetition_penalty": 1.2,
        "sample_steps": 16, "super_sampling": True, "overlap_length": 3, "min_chunk_length": 12,
    }  # fmt: skip
    server = with_sovits(start, sovits, tmp_path, **{f"gpt_sovits__{name}": value for name, value in wanted.items()})
    assert server.say("소금을 넣으세요.").headers["x-engine"] == "gpt-sovits"
    assert {name: sovits.requests[-1][name] for name in wanted} == wanted


BROKEN = ["400", "zeros", "silence", "noise", "wrong rate", "endless", "short", "drop", "hang", "html"]


@pytest.fixture(scope="module")
def patient(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, GptSovitsDouble]]:
    """One server for all the ways to fail: it must get over each of them anyway."""
    folder = tmp_path_factory.mktemp("sovits")
    with GptSovitsDouble() as double:
        settings = {"climb_every_s": 0.3, "first_sound_timeout_ms": 800, "piece_timeout_ms": 800, "cache_mb": 0}
        table = double.voices(folder)
        with started(folder / "home", gpt_sovits__url=double.url, gpt_sovits__voices=table, **settings) as server:
            yield server, double


@pytest.mark.parametrize("mode", BROKEN)
def test_before_the_first_byte(patient: tuple[Server, GptSovitsDouble], mode: str) -> None:
    server, sovits = patient
    failed = 'sous_tts_fallbacks_total{engine="gpt-sovits",reason="failed"}'
    before = server.metric(failed)
    sovits.mode = mode
    answer = server.say(TWO)
    assert answer.status_code == 200
    assert answer.headers["x-engine"] == "espeak-ng"
    assert answer.headers["x-voice"] == "espeak-ko"
    assert answer.headers["x-fallback-from"] == "gpt-sovits"
    assert float(answer.headers["x-audio-duration"]) > 1
    health = server.health()
    assert (health["status"], health["engine"]) == ("degraded", "espeak-ng")
    assert "gpt-sovits" in str(health["detail"])
    # It stays usable all the while, and nobody waits for the broken one again.
    assert server.say("다음 문장입니다.").headers["x-fallback-from"] == "gpt-sovits"
    assert server.metric(failed) == before + 1
    assert server.metric('sous_engine_info{device="cpu",engine="espeak-ng"') == 1
    sovits.mode = "speech"
    server.wait_until(lambda: server.health()["engine"] == "gpt-sovits")
    assert server.metric('sous_engine_info{device="remote",engine="gpt-sovits"') == 1
    assert server.health()["status"] == "healthy"
    assert server.say(TWO).headers["x-engine"] == "gpt-sovits"


@pytest.mark.parametrize("stream", [True, False])
def test_after_the_first_byte_the_rest_is_finished(
    start: Start, sovits: GptSovitsDouble, tmp_path: Path, stream: bool
) -> None:
    server = with_sovits(start, sovits, tmp_path)
    alone = len(server.say("양파를 써세요.", format="pcm").content)

    def second_one_fails() -> None:
        until = time.monotonic() + 30
        while len(sovits.requests) < 3 and time.monotonic() < until:  # the trial, the one above, the first of the two
            time.sleep(0.001)
        sovits.mode = "400"

    sovits.takes_s = 0.15
    breaking = threading.Thread(target=second_one_fails)
    breaking.start()
    answer = server.say(TWO, format="pcm", stream=stream)
    breaking.join()
    assert answer.headers["x-engine"] == "gpt-sovits"
    assert "x-fallback-from" not in answer.headers
    assert len(answer.content) > alone + 32_000  # and something substantial after it, at the same rate
    assert server.metric('sous_tts_fallbacks_total{engine="gpt-sovits",reason="failed"}') == 1


def test_what_two_voices_said_together_is_not_kept(start: Start, sovits: GptSovitsDouble, tmp_path: Path) -> None:
    server = with_sovits(start, sovits, tmp_path, cache_mb=16, climb_every_s=60)
    sovits.mode = "400"
    assert server.say(TWO).headers["x-fallback-from"] == "gpt-sovits"
    again = server.say(TWO)
    assert (again.headers["x-cache"], again.headers["x-fallback-from"]) == ("hit", "gpt-sovits")


def test_phrases_of_a_voice_that_is_down_are_still_there(start: Start, sovits: GptSovitsDouble, tmp_path: Path) -> None:
    server = with_sovits(start, sovits, tmp_path, cache_mb=16)
    good = server.say(TWO)
    server.wait_until(lambda: server.say(TWO).headers["x-cache"] == "hit")
    sovits.mode = "hang"
    assert server.say("다른 문장입니다.").headers["x-fallback-from"] == "gpt-sovits"
    again = server.say(TWO)
    assert (again.headers["x-cache"], again.headers["x-engine"]) == ("hit", "gpt-sovits")
    assert "x-fallback-from" not in again.headers
    assert again.content == good.content


def test_one_request_at_a_time_and_first_sentences_first(start: Start, sovits: GptSovitsDouble, tmp_path: Path) -> None:
    server = with_sovits(start, sovits, tmp_path, first_sound_timeout_ms=20_000, piece_timeout_ms=20_000)
    sovits.takes_s = 0.05
    before = len(sovits.requests)
    answers: list[httpx.Response] = []

    def ask(n: int) -> None:
        answers.append(server.say(f"{n}번 손님의 첫 문장. 그리고 {n}번 손님의 둘째 문장. 셋째 문장입니다."))

    threads = [threading.Thread(target=ask, args=(n,)) for n in range(1, 7)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    order = [str(request["text"]) for request in sovits.requests[before:]]
    assert sovits.most_at_once == 1
    assert [answer.headers["x-engine"] for answer in answers] == ["gpt-sovits"] * 6
    firsts = [at for at, text in enumerate(order) if "첫" in text]
    thirds = [at for at, text in enumerate(order) if "셋째" in text]
    assert len(firsts) == len(thirds) == 6
    assert max(firsts) < min(thirds)


def test_a_queue_that_is_too_long_is_no_failure(start: Start, sovits: GptSovitsDouble, tmp_path: Path) -> None:
    server = with_sovits(start, sovits, tmp_path)
    sovits.takes_s = 0.5
    answers: list[httpx.Response] = []
    threads = [threading.Thread(target=lambda: answers.append(server.say("간장을 넣으세요."))) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    engines = sorted(answer.headers["x-engine"] for answer in answers)
    assert engines[0] == "espeak-ng"
    assert engines[-1] == "gpt-sovits"
    assert server.health()["status"] == "healthy"
    assert server.metric('sous_tts_fallbacks_total{engine="gpt-sovits",reason="busy"}') >= 1


def test_an_upstream_that_is_not_there_at_start(start: Start, tmp_path: Path) -> None:
    with GptSovitsDouble() as gone:
        table = gone.voices(tmp_path)
    server = start(gpt_sovits__url=gone.url, gpt_sovits__voices=table)
    health = server.health()
    assert (health["status"], health["engine"]) == ("degraded", "espeak-ng")
    assert "api_v2.py" in str(health["detail"])
    answer = server.say(KO, voice="mom")
    assert (answer.status_code, answer.headers["x-fallback-from"]) == (200, "gpt-sovits")


def test_a_voice_table_that_is_wrong(start: Start, tmp_path: Path) -> None:
    table = tmp_path / "voices.json"
    table.write_text('{"mom": {}}')
    server = start(gpt_sovits__url="http://127.0.0.1:1", gpt_sovits__voices=table)
    health = server.health()
    assert health["status"] == "degraded"
    assert "mom.ref_audio_path" in str(health["detail"])
    assert str(tmp_path) not in str(health["detail"])
    assert server.say(KO).headers["x-engine"] == "espeak-ng"


def test_clients_never_send_paths(start: Start, sovits: GptSovitsDouble, tmp_path: Path) -> None:
    server = with_sovits(start, sovits, tmp_path)
    before = len(sovits.requests)
    assert server.say("안녕하세요.", voice="refs/mom.wav").status_code == 404
    assert server.say("안녕하세요.", ref_audio_path="/etc/passwd").status_code == 422
    assert len(sovits.requests) == before
    voices = httpx.get(server.url + "/voices").json()["voices"]
    assert [v["id"] for v in voices if v["engine"] == "gpt-sovits"] == ["mom", "dad"]
    assert "refs/" not in json.dumps(voices)


# --- Supertonic, its loading code for real on models of a few hundred bytes ---


def test_supertonic_speaks_from_its_weights(start: Start, tmp_path: Path) -> None:
    server = start(supertonic_dir=tiny_supertonic(tmp_path / "supertonic-3"), cache_mb=0)
    health = server.health()
    assert (health["engine"], health["model"], health["device"]) == ("supertonic", "supertonic-3", "cpu")
    korean, english = server.say(KO), server.say("Stir the soup slowly.", voice="supertonic-M1")
    assert (korean.headers["x-engine"], korean.headers["x-voice"]) == ("supertonic", "supertonic-F1")
    assert (english.headers["x-engine"], english.headers["x-voice"]) == ("supertonic", "supertonic-M1")
    assert korean.content == server.say(KO).content
    assert korean.content != server.say(KO, voice="supertonic-M1").content
    slow, fast = (float(server.say(KO, speed=speed).headers["x-audio-duration"]) for speed in (0.7, 1.6))
    assert slow > fast * 1.8
    assert server.say("안녕하세요.", voice="espeak-ko").headers["x-engine"] == "espeak-ng"


def test_a_torn_download_is_named_with_its_cure_and_noticed_when_mended(start: Start, tmp_path: Path) -> None:
    folder = tiny_supertonic(tmp_path / "supertonic-3")
    vocoder = folder / "onnx" / "vocoder.onnx"
    whole = vocoder.read_bytes()
    vocoder.write_bytes(whole[: len(whole) // 2])
    server = start(supertonic_dir=folder, climb_every_s=0.3)
    health = server.health()
    assert (health["status"], health["engine"]) == ("degraded", "espeak-ng")
    assert "make models" in str(health["detail"])
    assert server.say(KO).headers["x-fallback-from"] == "supertonic"
    vocoder.write_bytes(whole)
    server.wait_until(lambda: server.health()["engine"] == "supertonic")


def test_asked_for_by_name_and_not_there(start: Start, tmp_path: Path) -> None:
    server = start(engine="supertonic")
    health = server.health()
    assert (health["status"], health["engine"]) == ("degraded", "espeak-ng")
    assert "make models" in str(health["detail"])
