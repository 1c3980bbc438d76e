"""What has been said before is there at once, also what is only about to be asked for."""

import concurrent.futures
import time
from pathlib import Path

from tests.integration.services.tts.conftest import KO, Server, Start


def hit(server: Server, text: str, **wishes: object) -> bool:
    return server.say(text, **wishes).headers["x-cache"] == "hit"


def test_the_second_time_is_a_hit_with_the_same_bytes(start: Start) -> None:
    server = start()
    first = server.say(KO)
    server.wait_until(lambda: hit(server, KO))
    again = server.say(KO)
    assert first.headers["x-cache"] == "miss"
    assert again.content == first.content
    assert again.headers["x-audio-duration"] == first.headers["x-audio-duration"]
    assert again.headers["x-engine"] == "espeak-ng"
    assert server.metric('sous_tts_phrases_total{cache="hit"}') >= 2
    assert server.metric('sous_tts_phrases_total{cache="miss"}') >= 1


def test_a_streamed_phrase_is_kept_as_a_proper_file(start: Start, forgetful: Server) -> None:
    server = start()
    for format_ in ("flac", "mp3"):
        server.say(KO, stream=True, format=format_)
        server.wait_until(lambda kept=format_: hit(server, KO, format=kept))  # type: ignore[misc]
        assert server.say(KO, format=format_).content == forgetful.say(KO, format=format_).content
    streamed = server.say(KO, stream=True)
    server.wait_until(lambda: hit(server, KO))
    whole = server.say(KO)
    assert streamed.content[44:] == whole.content[44:]
    assert int.from_bytes(whole.content[40:44], "little") == len(whole.content) - 44
    assert server.say(KO, stream=True).headers["x-cache"] == "hit"


def test_everything_that_changes_the_sound_is_another_phrase(start: Start) -> None:
    server = start()
    wishes: list[dict[str, object]] = [
        {}, {"speed": 1.2}, {"pitch": 1.2}, {"voice": "espeak-ko-high"}, {"format": "flac"}, {"sample_rate": 16_000},
        {"normalize": False},
    ]  # fmt: skip
    text = "양파 1/2개를 써세요."
    sounds = [server.say(text, **wish) for wish in wishes]
    assert [answer.headers["x-cache"] for answer in sounds] == ["miss"] * len(wishes)
    # Two ways to write what is said the same way are one phrase.
    server.wait_until(lambda: hit(server, text))
    assert hit(server, "양파 ½개를  써세요.")


def test_prefetch_warms_the_next_step(start: Start) -> None:
    server = start()
    steps = ["마늘을 다져 주세요.", "팬에 기름을 두르고 볶습니다.", "간장을 2큰술 넣으세요."]
    assert server.post("/prefetch", texts=steps, format="opus").json() == {"success": True, "accepted": 3, "cached": 0}

    def warm() -> bool:
        return bool(server.post("/prefetch", texts=steps, format="opus").json()["cached"] == 3)

    server.wait_until(warm)
    assert all(hit(server, step, format="opus") for step in steps)
    assert not hit(server, steps[0], format="wav")


def test_it_survives_a_restart_but_not_another_pace(start: Start, tmp_path: Path) -> None:
    kept = tmp_path / "phrases"
    first = start(cache_dir=kept)
    first.say(KO)
    first.wait_until(lambda: hit(first, KO))
    assert hit(start(cache_dir=kept), KO)
    assert not hit(start(cache_dir=kept, words_per_minute=120), KO)


def test_a_torn_file_is_never_served(start: Start, tmp_path: Path) -> None:
    kept = tmp_path / "phrases"
    writer = start(cache_dir=kept)
    good = writer.say(KO).content
    writer.wait_until(lambda: any(path.is_file() for path in kept.rglob("[!.]*")))
    (file,) = (path for path in kept.rglob("*") if path.is_file())
    raw = file.read_bytes()
    file.write_bytes(raw[: len(raw) // 2])
    reader = start(cache_dir=kept)
    answer = reader.say(KO)
    assert answer.headers["x-cache"] == "miss"
    assert answer.content == good
    reader.wait_until(lambda: file.exists() and file.read_bytes() == raw)


def test_it_stays_within_its_bounds(start: Start) -> None:
    server = start(cache_mb=1)
    folder = server.home / "cache" / "speech"
    for n in range(12):
        server.say(f"{n}번째 문장을 말합니다.", sample_rate=24_000)

    def size() -> int:
        return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())

    time.sleep(0.2)
    assert 200_000 < size() <= 1024 * 1024


def test_a_folder_that_cannot_be_written_is_no_error(start: Start, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    server = start(cache_dir=blocked / "phrases")
    assert [server.say(KO).status_code for _ in range(2)] == [200, 200]


def test_two_servers_share_a_folder(start: Start, tmp_path: Path) -> None:
    servers = [start(cache_dir=tmp_path / "shared"), start(cache_dir=tmp_path / "shared")]
    texts = [f"{n}번 문장입니다." for n in range(12)]
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda n: servers[n % 2].say(texts[n % 12]), range(96)))
    assert {answer.status_code for answer in answers} == {200}
    for text in texts:
        assert len({answer.content for n, answer in enumerate(answers) if texts[n % 12] == text}) == 1
