"""The real faster-whisper path, end to end, on a real CTranslate2 model (the tiny one trained for this)."""

import os
import random
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from benchmarks.stt_sentences import ENGLISH, KOREAN
from benchmarks.stt_voices import wav
from services.stt.engines import Asking
from services.stt.engines.rows import Row, RowDecoder, Written
from services.stt.engines.whisper import WhisperEar, WhisperOptions
from services.stt.listening import listen
from tests.integration.services.stt.conftest import FIXTURE, Server, said, serving

#: A thousand with STT_TEST_REQUESTS=1000; fewer by default, because each takes its tenth of a second.
REQUESTS = int(os.environ.get("STT_TEST_REQUESTS", "150"))

#: Sentences the little model knows without fail, as fingerprints: whose answer is this?
FINGERPRINTS = [
    *((text, "ko") for text in KOREAN[:16] if text != "계속 진행해"),
    *((text, "en-us") for text in ENGLISH[1:16]),
]


@pytest.mark.parametrize(("text", "voice"), FINGERPRINTS[:3] + FINGERPRINTS[-3:])
def test_both_languages_are_heard_and_told_apart(whisper: Server, text: str, voice: str) -> None:
    heard = whisper.hear(said(text, voice))
    assert (heard["text"], heard["language"]) == (text, voice[:2])
    assert heard["engine"] == "faster-whisper"
    assert heard["language_probability"] > 0.9
    assert heard["confidence"] > 0.5


def test_words_have_times_in_the_clips_own_time(whisper: Server) -> None:
    heard = whisper.hear(said("how much soy sauce", "en-us"), words="true")
    assert [word["word"] for word in heard["words"]] == ["how", "much", "soy", "sauce"]
    times = [word["start"] for word in heard["words"]]
    assert times == sorted(times)
    assert 0 <= times[0] < heard["words"][-1]["end"] <= heard["duration_s"]


def test_only_allowed_languages_are_considered(whisper: Server) -> None:
    assert whisper.hear(said(KOREAN[0], "ko"), languages="en")["language"] == "en"
    assert whisper.hear(said(KOREAN[0], "ko"), languages="ko,en")["language"] == "ko"


def test_a_batch_mixes_languages_and_every_row_gets_its_own_text(monkeypatch: pytest.MonkeyPatch) -> None:
    batches: list[set[str]] = []
    decode = RowDecoder.decode

    def watched(self: RowDecoder, rows: Sequence[Row]) -> list[Written]:
        written = decode(self, rows)
        batches.append({one.language.value for one in written} | {f"{len(rows)} rows"})
        return written

    monkeypatch.setattr(RowDecoder, "decode", watched)
    ear = WhisperEar(WhisperOptions(FIXTURE, "cpu", "int8", beam_size=1, batch=8))
    ear.load()
    try:
        with ThreadPoolExecutor(24) as callers:
            heard = list(callers.map(lambda pair: listen(ear, said(*pair), Asking()).text, FINGERPRINTS))
    finally:
        ear.close()
    assert heard == [text for text, _ in FINGERPRINTS]
    assert any({"ko", "en", "8 rows"} <= batch for batch in batches), batches


def test_interleaved_requests_each_get_their_own_answer(tmp_path: Path) -> None:
    # Batched on purpose, languages mixed: the arrangement in which answers could change places.
    options = {"STT_MODEL": str(FIXTURE), "STT_BATCH": "8", "STT_QUEUE_SIZE": "64", "STT_BEAM_SIZE": "1"}
    with serving(tmp_path, **options) as server:
        clips = [(text, wav(said(text, voice))) for text, voice in FINGERPRINTS]
        strangers: list[tuple[str, str]] = []
        counted = threading.Lock()
        order = random.Random(5)
        jobs = [clips[order.randrange(len(clips))] for _ in range(REQUESTS)]

        def ask(job: tuple[str, bytes]) -> None:
            text, body = job
            with httpx.Client(timeout=60) as client:
                answer = client.post(server.url + "/transcribe", files={"file": body})
            assert answer.status_code == 200, answer.text
            heard = answer.json()["text"]
            if heard != text:
                with counted:
                    strangers.append((text, heard))

        with ThreadPoolExecutor(32) as clients:
            list(clients.map(ask, jobs))
        known = {text for text, _ in clips}
        # The little model may mishear; it may not hand out somebody else's sentence.
        assert not [pair for pair in strangers if pair[1] in known]
        assert len(strangers) <= len(jobs) * 0.02


def test_a_wrong_folder_is_named_with_its_cure_while_the_embedded_engine_answers(tmp_path: Path) -> None:
    with serving(tmp_path, STT_MODEL=str(tmp_path / "no-such-model")) as server:
        health = server.health()
        assert health["status"] == "degraded"
        assert health["engine"] == "pocketsphinx"
        assert "no-such-model" in health["detail"]
        assert "STT_MODEL=small make models" in health["detail"]
        assert server.hear(said("다음", "ko"))["text"] == "다음"


def test_a_half_copied_model_says_what_is_missing(tmp_path: Path) -> None:
    folder = tmp_path / "half"
    folder.mkdir()
    (folder / "config.json").write_text("{}")
    with serving(tmp_path, STT_MODEL=str(folder)) as server:
        detail = server.health()["detail"]
        assert "model.bin" in detail
        assert "tokenizer.json" in detail


def test_a_model_that_turns_up_is_taken_without_a_restart(tmp_path: Path) -> None:
    folder = tmp_path / "later"
    with serving(tmp_path, STT_MODEL=str(folder), STT_CLIMB_EVERY_S="0.3") as server:
        assert server.health()["engine"] == "pocketsphinx"
        folder.symlink_to(FIXTURE)
        server.until(lambda it: it.health()["engine"] == "faster-whisper")
        assert server.hear(said(KOREAN[0], "ko"))["text"] == KOREAN[0]


def test_a_garbled_model_file_steps_down_instead_of_crashing(tmp_path: Path) -> None:
    folder = tmp_path / "garbled"
    folder.mkdir()
    for file in FIXTURE.iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    (folder / "model.bin").write_bytes((FIXTURE / "model.bin").read_bytes()[:50_000])
    with serving(tmp_path, STT_MODEL=str(folder)) as server:
        assert server.health()["status"] == "degraded"
        assert server.hear(said("previous step", "en-us"))["text"] == "previous step"
