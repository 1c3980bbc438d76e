"""The program as an outside program meets it: lines in, JSON lines out, services there or not."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import Any

import pytest

from orchestrator.voice.wake_word import WakeWord
from tests.conftest import ROOT

NOWHERE = {f"SOUS_{name}_URL": "http://127.0.0.1:9" for name in ("STT", "TTS", "LLM")}
FIELDS = {
    "text", "speech", "intent", "actions", "step", "total_steps", "state", "servings", "scale", "timers", "expects",
    "degraded", "timings",
}  # fmt: skip


def run(
    home: Path, *words: str, said: str = "", env: dict[str, str] | None = None
) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "orchestrator", *words],
        cwd=ROOT,
        env={**os.environ, **NOWHERE, "SOUS_HOME": str(home), **(env or {})},
        input=said,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def talk(home: Path, lines: Sequence[str], *words: str) -> list[dict[str, Any]]:
    done = run(
        home,
        "--json",
        "--recipe",
        "kimchi-jjigae",
        "--clock",
        "virtual",
        *words,
        said="".join(f"{line}\n" for line in lines),
    )
    assert done.returncode == 0, done.stderr
    assert not done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_one_object_a_line_with_every_field(tmp_path: Path) -> None:
    pages = talk(tmp_path, ["다음", "타이머 시작", "@+12m30s", "", "그만"])
    assert len(pages) == 5, "the opening, and one for each line that isn't empty"
    for page in pages:
        assert set(page) >= FIELDS
    opening, moved, started, rang, quiet = pages
    assert (opening["step"], opening["state"], opening["text"]) == (1, "idle", "")
    assert any("1단계" in sentence for sentence in opening["speech"])
    assert (moved["step"], moved["state"], moved["intent"]) == (2, "cooking", "next_step")
    assert moved["actions"] == [{"intent": "next_step", "slots": {}}]
    assert [(t["name"], t["state"], t["remaining_s"]) for t in started["timers"]] == [("고기 볶기", "running", 180)]
    assert started["timers"][0]["ends_at"] == pytest.approx(opening_time(rang) - 750 + 180)
    assert rang["timers"][0]["state"] == "ringing"
    assert rang["intent"] is None
    assert any("끝났어요" in sentence for sentence in rang["speech"])
    assert quiet["timers"][0]["state"] == "done"
    assert all(page["degraded"] == ["stt", "llm", "tts"] for page in pages)


def opening_time(page: dict[str, Any]) -> float:
    """A virtual clock begins at the same moment in every run."""
    return 1_767_225_600.0 + 750


def test_with_every_service_away_it_is_quick(tmp_path: Path) -> None:
    began = time.perf_counter()
    run(tmp_path, "recipes", "list")
    asks_nobody = time.perf_counter() - began  # how long this machine takes to start Python now
    began = time.perf_counter()
    pages = talk(tmp_path, ["다음"] * 5 + ["아무 말이나 하는 중"] * 20)
    assert time.perf_counter() - began < max(5, 4 * asks_nobody)
    assert pages[-1]["step"] == 6
    notices = [s for page in pages for s in page["speech"] if "연결이 안 돼요" in s]
    assert len(notices) == 1, "said once"
    # Some of the twenty may have met a slow disk (every turn is synced); waiting for a service would show in all.
    assert median(page["timings"]["total"] for page in pages[5:]) < 50


def test_the_same_conversation_twice_is_the_same_to_the_last_digit(tmp_path: Path) -> None:
    def without_timings(home: Path) -> list[dict[str, Any]]:
        return [{**page, "timings": None} for page in talk(home, ["다음", "10분 타이머", "@+3m", "얼마나 남았어?"])]

    assert without_timings(tmp_path / "a") == without_timings(tmp_path / "b")


def test_a_session_goes_on_where_it_was(tmp_path: Path) -> None:
    talk(tmp_path, ["다음", "다음", "타이머 시작", "@+1m"], "--session", "dinner")
    pages = talk(tmp_path, ["어디까지 했지", "@+4m"], "--session", "dinner")
    assert any("3단계 하던 중" in sentence for sentence in pages[0]["speech"])
    assert pages[0]["timers"][0]["remaining_s"] == 240
    assert pages[1]["step"] == 3
    assert pages[2]["timers"][0]["state"] == "ringing"


def test_piped_text_is_plain_and_ends_with_the_input(tmp_path: Path) -> None:
    done = run(tmp_path, said="다음\n다시\n")
    assert done.returncode == 0
    assert done.stderr == ""
    assert "\x1b" not in done.stdout
    assert done.stdout.count("2단계.") == 2


def test_input_without_an_end_of_line_and_with_broken_bytes(tmp_path: Path) -> None:
    process = subprocess.run(
        [sys.executable, "-m", "orchestrator", "--json", "--recipe", "tomato-pasta"],
        cwd=ROOT,
        env={**os.environ, **NOWHERE, "SOUS_HOME": str(tmp_path), "LC_ALL": "C"},
        input=b"\xef\xbb\xbfnext\r\n\xff\xfe\x00\n" + b"x" * 100_000 + b"\nnext",
        capture_output=True,
        timeout=60,
        check=False,
    )
    pages = [json.loads(line) for line in process.stdout.splitlines()]
    assert process.returncode == 0, process.stderr
    assert [page["step"] for page in pages] == [1, 2, 2, 2, 3]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--json", "--recipe", "no-such-recipe"), "no such recipe"),
        (("--json", "--recipe", "gone.json"), "gone.json"),
        (("--json", "--session", "../../etc"), "can't be a session's name"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(words: tuple[str, ...], says: str, tmp_path: Path) -> None:
    done = run(tmp_path, *words)
    assert done.returncode == 2
    assert done.stdout == ""
    assert says in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_two_programs_do_not_share_a_session(tmp_path: Path) -> None:
    first = subprocess.Popen(
        [sys.executable, "-m", "orchestrator", "--json", "--session", "one", "--recipe", "tomato-pasta"],
        cwd=ROOT,
        env={**os.environ, **NOWHERE, "SOUS_HOME": str(tmp_path)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    try:
        assert first.stdout is not None
        first.stdout.readline()
        done = run(tmp_path, "--json", "--session", "one")
        assert done.returncode == 2
        assert "open in another program" in done.stderr
    finally:
        first.communicate(b"", timeout=20)


def test_a_recipe_of_ones_own_as_json_and_as_cooklang(tmp_path: Path) -> None:
    (tmp_path / "tea.cook").write_text(
        "---\ntitle: Tea\n---\nBoil @water{1%cup}.\n\nSteep for ~{3%minutes}.\n", encoding="utf-8"
    )
    exported = run(tmp_path, "recipes", "export", "pancakes")
    (tmp_path / "mine.json").write_text(exported.stdout, encoding="utf-8")
    for file, steps in (("tea.cook", 2), ("mine.json", 7)):
        done = run(tmp_path, "--json", "--recipe", str(tmp_path / file), said="next\n")
        pages = [json.loads(line) for line in done.stdout.splitlines()]
        assert [page["total_steps"] for page in pages] == [steps, steps]
        assert pages[1]["step"] == 2


def test_recipes_from_the_command_line(tmp_path: Path) -> None:
    (tmp_path / "soup.md").write_text(
        "# Green Soup\n\n- 1 onion\n- 200 g peas\n\n1. Chop the onion.\n2. Add the peas and simmer for 10 minutes.\n",
        encoding="utf-8",
    )
    (tmp_path / "bad.json").write_text("{", encoding="utf-8")
    assert "kimchi-jjigae" in run(tmp_path, "recipes", "list").stdout
    brought = run(tmp_path, "recipes", "import", str(tmp_path / "soup.md"), str(tmp_path / "bad.json"))
    assert brought.returncode == 1
    assert "bad.json" in brought.stderr
    assert "green-soup: Green Soup, 2 ingredients, 2 steps" in brought.stdout
    assert "10 minutes" in run(tmp_path, "recipes", "show", "green-soup").stdout
    assert "@peas{200%g}" in run(tmp_path, "recipes", "export", "green-soup", "--format", "cook").stdout
    assert run(tmp_path, "recipes", "check").returncode == 0
    assert run(tmp_path, "recipes", "show", "nothing").returncode == 1


def test_sessions_and_trace_from_the_command_line(tmp_path: Path) -> None:
    talk(tmp_path, ["다음", "국간장 얼마나?"], "--session", "lunch")
    assert "김치찌개 2/7" in run(tmp_path, "sessions", "list").stdout
    shown = run(tmp_path, "sessions", "show", "lunch").stdout
    assert "› 다음" in shown
    assert "2단계" in shown
    assert all(json.loads(line)["events"] for line in run(tmp_path, "sessions", "export", "lunch").stdout.splitlines())
    resumed = run(tmp_path, "sessions", "resume", "lunch", "--json", said="다음\n")
    assert [json.loads(line)["step"] for line in resumed.stdout.splitlines()] == [2, 3]
    drawn = run(tmp_path, "trace", "lunch", "--svg", str(tmp_path / "t.svg"))
    assert "next_step" in drawn.stdout
    assert (tmp_path / "t.svg").read_text(encoding="utf-8").startswith("<svg")
    assert run(tmp_path, "sessions", "show", "nobody").returncode == 1


def test_a_full_disk_or_a_closed_folder_is_said_plainly(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    done = run(blocked, "--json", "--recipe", "tomato-pasta")
    assert done.returncode == 2
    assert "SOUS_HOME" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("words", [("--json",), ()], ids=["json", "piped"])
def test_ctrl_c_ends_it_while_the_input_is_still_open(words: tuple[str, ...], tmp_path: Path) -> None:
    program = subprocess.Popen(
        [sys.executable, "-m", "orchestrator", *words, "--recipe", "tomato-pasta"],
        cwd=ROOT,
        env={**os.environ, **NOWHERE, "SOUS_HOME": str(tmp_path)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert program.stdin is not None
    assert program.stdout is not None
    try:
        program.stdout.readline()
        program.send_signal(signal.SIGINT)
        assert program.wait(timeout=20) == 130
        assert program.stderr is not None
        assert program.stderr.read() == b""
    finally:
        program.stdin.close()
        program.kill()
        program.wait()
        program.stdout.close()


def test_a_name_nobody_can_listen_for_is_answered_with_those_that_can(tmp_path: Path) -> None:
    done = run(tmp_path, "voice", env={"SOUS_WAKE_WORD": "hey_you"})
    assert done.returncode == 2
    assert "SOUS_WAKE_WORD" in done.stderr
    for word in WakeWord:
        assert word.value in done.stderr
    assert len(done.stderr.splitlines()) == 1
