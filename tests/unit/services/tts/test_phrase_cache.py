"""On disk, bounded, shared, and never half served."""

import multiprocessing
import random
import threading
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from services.tts.phrase_cache import Phrase, PhraseCache

MB = 1024 * 1024


def phrase(audio: bytes = b"sound" * 100) -> Phrase:
    return Phrase(audio, "espeak-ng", "espeak-ko", 22_050, 1.25)


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_what_is_written_is_read_by_another_process(tmp_path: Path) -> None:
    key = PhraseCache.key("a", 1.0, None)
    PhraseCache(tmp_path, MB).write(key, phrase())
    other = PhraseCache(tmp_path, MB)
    assert other.recall(key) is None
    assert other.read(key) == phrase()
    assert other.recall(key) == phrase()
    assert other.has(key)
    assert not other.has(PhraseCache.key("b"))


def test_keys_differ_in_every_part() -> None:
    keys = {
        PhraseCache.key(*parts) for parts in [("a", "b"), ("ab", ""), ("a", "b", None), ("a", "b", 0.0), ("b", "a")]
    }
    assert len(keys) == 5


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.data())
def test_no_damage_is_ever_served(tmp_path: Path, data: st.DataObject) -> None:
    folder = tmp_path / str(random.random())
    key = PhraseCache.key("x")
    PhraseCache(folder, MB).write(key, phrase())
    (file,) = files(folder)
    raw = bytearray(file.read_bytes())
    if data.draw(st.booleans()):
        del raw[data.draw(st.integers(0, len(raw) - 1)) :]
    else:
        at = data.draw(st.integers(0, len(raw) - 1))
        raw[at] ^= data.draw(st.integers(1, 255))
    file.write_bytes(raw)
    assert PhraseCache(folder, MB).read(key) is None
    assert not file.exists()


def test_the_least_recently_heard_goes_first(tmp_path: Path) -> None:
    import os

    cache = PhraseCache(tmp_path, 100_000)
    keys = [PhraseCache.key(n) for n in range(12)]
    for age, key in enumerate(keys):
        cache.write(key, phrase(bytes(9_000)))
        for path in files(tmp_path):
            if path.name == key[2:]:
                os.utime(path, (1000 + age, 1000 + age))
        PhraseCache(tmp_path, 100_000).read(keys[0])  # heard again and again
    assert sum(path.stat().st_size for path in files(tmp_path)) <= 100_000
    fresh = PhraseCache(tmp_path, 100_000)
    assert fresh.has(keys[0])
    assert fresh.has(keys[-1])
    assert not fresh.has(keys[1])


def test_what_is_too_large_is_not_kept(tmp_path: Path) -> None:
    cache = PhraseCache(tmp_path, 80_000)
    cache.write(PhraseCache.key("x"), phrase(bytes(20_000)))
    assert files(tmp_path) == []


def test_off_keeps_nothing(tmp_path: Path) -> None:
    cache = PhraseCache(tmp_path, 0)
    cache.write(PhraseCache.key("x"), phrase())
    assert cache.read(PhraseCache.key("x")) is None
    assert files(tmp_path) == []


def test_memory_is_bounded_too(tmp_path: Path) -> None:
    cache = PhraseCache(tmp_path, 1024 * MB)
    keys = [PhraseCache.key(n) for n in range(20)]
    for key in keys:
        cache.write(key, phrase(bytes(MB)))
    held = [key for key in keys if cache.recall(key) is not None]
    assert held == keys[-16:]


def test_a_disk_that_is_full_or_read_only_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    PhraseCache(tmp_path / "file" / "under", MB).write(PhraseCache.key("x"), phrase())


def _write_and_read(folder: str, seed: int) -> None:
    rng = random.Random(seed)
    for _ in range(150):
        n = rng.randrange(20)
        # A new one each time, so that it is the disk that is asked.
        cache = PhraseCache(Path(folder), 60_000)
        if rng.random() < 0.5:
            cache.write(PhraseCache.key(n), phrase(bytes([n]) * 5_000))
        else:
            found = cache.read(PhraseCache.key(n))
            assert found is None or found.audio == bytes([n]) * 5_000


def test_many_writers_readers_and_clearers_at_once(tmp_path: Path) -> None:
    workers = [
        multiprocessing.get_context("spawn").Process(target=_write_and_read, args=(str(tmp_path), n)) for n in range(3)
    ]
    threads = [threading.Thread(target=_write_and_read, args=(str(tmp_path), 10 + n)) for n in range(3)]
    for worker in (*workers, *threads):
        worker.start()
    for worker in (*workers, *threads):
        worker.join()
    assert [worker.exitcode for worker in workers] == [0, 0, 0]
    assert not [path for path in files(tmp_path) if path.name.endswith(".new")]


@pytest.mark.parametrize("when", ["write", "replace"])
def test_a_crash_while_writing_leaves_no_phrase(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, when: str) -> None:
    cache = PhraseCache(tmp_path, MB)

    def crash(*_: object) -> None:
        raise KeyboardInterrupt

    if when == "replace":
        monkeypatch.setattr(Path, "replace", crash)
    else:
        monkeypatch.setattr("os.fdopen", crash)
    with pytest.raises(KeyboardInterrupt):
        cache.write(PhraseCache.key("x"), phrase())
    assert PhraseCache(tmp_path, MB).read(PhraseCache.key("x")) is None
    assert files(tmp_path) == []
