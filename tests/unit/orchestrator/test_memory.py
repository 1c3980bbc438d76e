"""What is on disk after a power cut, a full disk, a second program, a newer version: never half a turn."""

import errno
import os
from pathlib import Path

import pytest

from orchestrator.memory import LOG, MemoryTrouble, SessionLog, checked_id, known_sessions, new_id, recall
from orchestrator.session.codec import Line, encode
from orchestrator.session.events import Event, Heard, Said, StepMoved, TimerStarted
from orchestrator.session.fold import apply, replay
from orchestrator.session.state import State, Timer
from shared.kitchen.intents import Intent
from tests.unit.orchestrator.session.scenes import NOON, cooking, say

TURNS: list[tuple[Event, ...]] = [
    (Heard("다음"), StepMoved(2), Said(("2단계.",))),
    (Heard("타이머"), TimerStarted(Timer("t1", "국", 600, ends_at=NOON + 600))),
    (Heard("다음"), StepMoved(3)),
]


def written(folder: Path, turns: list[tuple[Event, ...]] = TURNS) -> Path:
    with SessionLog(folder, "s") as log:
        for number, turn in enumerate(turns):
            log.append(NOON + number, turn)
    return folder / "s" / LOG


def test_what_was_written_comes_back(tmp_path: Path) -> None:
    written(tmp_path)
    kept = recall(tmp_path, "s")
    assert kept.state == replay(event for turn in TURNS for event in turn)
    assert kept.last_at == NOON + 2
    assert not kept.damage


@pytest.mark.parametrize("cut", range(1, 60, 7))
def test_a_torn_last_line_is_a_turn_that_never_happened(cut: int, tmp_path: Path) -> None:
    path = written(tmp_path)
    path.write_bytes(path.read_bytes()[:-cut])
    whole = replay(event for turn in TURNS[:2] for event in turn)
    assert recall(tmp_path, "s").state == whole
    with SessionLog(tmp_path, "s") as log:
        assert log.remembered.state == whole
        assert log.remembered.damage
        log.append(NOON + 9, TURNS[2])
    again = recall(tmp_path, "s")
    assert not again.damage
    assert again.state == replay(event for turn in TURNS for event in turn)
    assert path.with_suffix(".damaged").exists()


def test_every_way_to_cut_the_file_gives_whole_turns(tmp_path: Path) -> None:
    path = written(tmp_path)
    raw = path.read_bytes()
    whole = [State()]
    for turn in TURNS:
        state = whole[-1]
        for event in turn:
            state = apply(state, event)
        whole.append(state)
    for end in range(len(raw)):
        path.write_bytes(raw[:end])
        assert recall(tmp_path, "s").state == whole[raw[:end].count(b"\n")]


@pytest.mark.parametrize(
    "rubbish", [b"\x00" * 512 + b"\n", b"not json\n", b'{"at":1,"events":[{"type":"??"}]}\n', b"[]\n", b"\xff\xfe\n"]
)
def test_rubbish_in_the_log_is_set_aside_and_named(rubbish: bytes, tmp_path: Path) -> None:
    path = written(tmp_path)
    path.write_bytes(path.read_bytes() + rubbish)
    kept = recall(tmp_path, "s")
    assert len(kept.lines) == 3
    assert "line 4" in kept.damage


@pytest.mark.parametrize(
    "newer",
    [encode(Line(NOON, TURNS[0], v=99)), b'{"v": 98, "at": 1.0, "events": [{"type": "tasted", "salt": "none"}]}\n'],
    ids=["the same events", "an event nobody knows here"],
)
def test_a_newer_log_is_neither_misread_nor_touched(tmp_path: Path, newer: bytes) -> None:
    path = written(tmp_path)
    path.write_bytes(path.read_bytes() + newer + encode(Line(NOON, TURNS[1])))
    before = path.read_bytes()
    assert "newer" in recall(tmp_path, "s").damage
    for _ in range(2):  # and it isn't locked afterwards
        with pytest.raises(MemoryTrouble, match=r"Session 's' was written by a newer Sous .* Update Sous"):
            SessionLog(tmp_path, "s")
    assert path.read_bytes() == before
    assert not path.with_suffix(".damaged").exists()


def test_what_was_set_aside_before_is_kept(tmp_path: Path) -> None:
    path = written(tmp_path)
    for torn in (b'{"at": 1, "first', b'{"at": 2, "second'):
        path.write_bytes(path.read_bytes() + torn)
        SessionLog(tmp_path, "s").close()
    assert path.with_suffix(".damaged").read_bytes().splitlines() == [b'{"at": 1, "first', b'{"at": 2, "second']


def test_a_log_that_cannot_be_mended_is_said_plainly(tmp_path: Path) -> None:
    path = written(tmp_path)
    path.write_bytes(path.read_bytes()[:-9])
    path.with_suffix(".damaged").mkdir()
    before = path.read_bytes()
    with pytest.raises(MemoryTrouble, match="can't be read and mended"):
        SessionLog(tmp_path, "s")
    assert path.read_bytes() == before


def test_one_program_at_a_time(tmp_path: Path) -> None:
    with SessionLog(tmp_path, "s"), pytest.raises(MemoryTrouble, match="another program"):
        SessionLog(tmp_path, "s")
    SessionLog(tmp_path, "s").close()


def test_a_full_disk_leaves_no_half_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with SessionLog(tmp_path, "s") as log:
        log.append(NOON, TURNS[0])
        real = os.write

        def half(file: int, raw: bytes) -> int:
            return real(file, raw[: len(raw) // 2])

        monkeypatch.setattr(os, "write", half)
        with pytest.raises(MemoryTrouble, match="can't be saved"):
            log.append(NOON, TURNS[1])
        monkeypatch.setattr(os, "write", real)
        log.append(NOON, TURNS[2])
    kept = recall(tmp_path, "s")
    assert not kept.damage
    assert [len(line.events) for line in kept.lines] == [3, 2]


def test_a_disk_error_is_said_plainly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(file: int, raw: bytes) -> int:
        raise OSError(errno.EIO, "Input/output error")

    with SessionLog(tmp_path, "s") as log:
        monkeypatch.setattr(os, "write", broken)
        with pytest.raises(MemoryTrouble, match="Input/output error"):
            log.append(NOON, TURNS[0])


@pytest.mark.parametrize("name", ["", ".", "..", "../x", "a/b", "a\\b", "a\x00b", "-x", "x" * 65, "~", ".hidden"])
def test_a_session_name_stays_inside_its_folder(name: str) -> None:
    with pytest.raises(MemoryTrouble):
        checked_id(name)


@pytest.mark.parametrize("name", ["dinner", "저녁", "2026-01-01", "a.b_c"])
def test_ordinary_session_names(name: str) -> None:
    assert checked_id(name) == name


def test_new_names_differ_and_sessions_are_listed_latest_first(tmp_path: Path) -> None:
    assert len({new_id(NOON) for _ in range(300)}) == 300
    for name, age in (("old", 100), ("new", 10)):
        with SessionLog(tmp_path, name) as log:
            log.append(NOON, TURNS[0])
        os.utime(tmp_path / name / LOG, (NOON - age, NOON - age))
    assert known_sessions(tmp_path) == ["new", "old"]


def test_a_whole_recipe_travels_with_the_session(tmp_path: Path) -> None:
    state = say(cooking(), Intent.NEXT_STEP).state
    from orchestrator.session.choosing import opened
    from tests.unit.orchestrator.session.scenes import stew

    with SessionLog(tmp_path, "s") as log:
        log.append(NOON, opened(State(), stew()).events)
        log.append(NOON, say(cooking(), Intent.NEXT_STEP).events)
    kept = recall(tmp_path, "s").state
    assert kept.recipe == state.recipe
    assert kept == state
