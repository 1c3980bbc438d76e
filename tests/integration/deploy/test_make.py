"""The Makefile as somebody types it, over stand-in services."""

import shutil
import subprocess
from collections.abc import Callable

from deploy.local import processes
from tests.integration.deploy.kitchen import Kitchen


def make(kitchen: Kitchen, *words: str, typed: str = "", **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [shutil.which("make") or "make", *words],
        cwd=kitchen.root,
        env={**kitchen.environment, **more},
        input=typed,
        capture_output=True,
        text=True,
        check=False,
        timeout=90,
    )


def test_chat_brings_everything_up_reads_what_is_piped_in_and_leaves_it_running(kitchen: Kitchen) -> None:
    chat = make(kitchen, "chat", typed="다음\nnext\n")
    assert chat.returncode == 0, chat.stderr
    assert chat.stdout == "heard 다음\nheard next\n"
    assert "make down" in chat.stderr
    assert all(row["ready"] for row in kitchen.status().values())
    again = make(kitchen, "chat", typed="이전\n")
    assert (again.returncode, again.stdout) == (0, "heard 이전\n")


def test_chat_knows_where_the_services_are(kitchen: Kitchen) -> None:
    chat = make(kitchen, "chat", typed="where\n")
    assert f"http://127.0.0.1:{kitchen.ports['llm']}" in chat.stdout


def test_chat_hands_its_words_on(kitchen: Kitchen) -> None:
    (kitchen.root / "orchestrator" / "__main__.py").write_text("import sys; print(sys.argv[1:])", encoding="utf-8")
    chat = make(kitchen, "chat", 'ARGS=--recipe "김치 볶음밥.cook" --json')
    assert chat.stdout == "['--recipe', '김치 볶음밥.cook', '--json']\n"


def test_chat_ends_at_once_when_nothing_is_typed(kitchen: Kitchen) -> None:
    chat = make(kitchen, "chat")
    assert (chat.returncode, chat.stdout) == (0, "")


def test_chat_fails_when_the_conversation_does(kitchen: Kitchen) -> None:
    chat = make(kitchen, "chat", typed="fail\n")
    assert chat.returncode != 0
    assert "Error 7" in chat.stderr


def test_chat_does_not_begin_when_a_service_is_missing(kitchen: Kitchen) -> None:
    kitchen.behaves("llm", dies=1, says="no classifier")
    chat = make(kitchen, "chat", typed="다음\n")
    assert chat.returncode != 0
    assert chat.stdout == ""
    assert "no classifier" in chat.stderr


def test_help_is_the_default_and_lists_every_target(kitchen: Kitchen) -> None:
    listed = make(kitchen)
    assert listed.returncode == 0
    for target in ("chat", "up", "down", "status", "logs", "test", "lint", "doctor", "models", "bench"):
        assert f"make {target} " in listed.stdout


def test_without_a_python_one_line_says_so(kitchen: Kitchen) -> None:
    done = make(kitchen, "status", PATH="/nonexistent")
    assert done.returncode != 0
    assert "Sous needs Python 3.11 or newer" in done.stderr


def test_a_start_with_a_service_that_dies_closes_down_cleanly(kitchens: Callable[..., Kitchen]) -> None:
    kitchen = kitchens()
    kitchen.behaves("stt", dies=2)
    assert make(kitchen, "up").returncode != 0
    assert make(kitchen, "down").returncode == 0
    assert processes.ours(kitchen.house) == []
