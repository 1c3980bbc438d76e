"""`up`, `down`, `status` and `logs` over real processes: what a person sees when things go well, and when they don't."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable

import pytest

from deploy.local import processes
from tests.integration.deploy.kitchen import Kitchen

Kitchens = Callable[..., Kitchen]


def until(true: Callable[[], bool], seconds: float = 20) -> bool:
    deadline = time.monotonic() + seconds
    while not true():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True


def test_up_makes_all_three_ready_and_down_leaves_nothing(kitchen: Kitchen) -> None:
    up = kitchen.do("up")
    assert up.returncode == 0, up.stderr
    assert "Ready in" in up.stderr
    rows = kitchen.status()
    assert {name: row["ready"] for name, row in rows.items()} == {"stt": True, "tts": True, "llm": True}
    assert len({row["pid"] for row in rows.values()}) == 3

    down = kitchen.do("down")
    assert (down.returncode, down.stderr.strip()) == (0, "Stopped.")
    assert processes.ours(kitchen.house) == []
    assert kitchen.open_ports() == []
    assert not kitchen.house.private.exists()


def test_up_twice_is_harmless(kitchen: Kitchen) -> None:
    assert kitchen.do("up").returncode == 0
    before = {name: row["pid"] for name, row in kitchen.status().items()}
    again = kitchen.do("up")
    assert again.returncode == 0, again.stderr
    assert {name: row["pid"] for name, row in kitchen.status().items()} == before


def test_two_ups_at_once_start_one_kitchen(kitchen: Kitchen) -> None:
    both = [kitchen.begin("up"), kitchen.begin("up")]
    said = [process.communicate(timeout=60)[1] for process in both]
    assert [process.returncode for process in both] == [0, 0], said
    supervisors = [pid for pid in processes.ours(kitchen.house) if "supervisord" in processes.command(pid)]
    assert len(supervisors) == 1
    assert len(processes.ours(kitchen.house)) == 4


def test_down_twice_is_harmless(kitchen: Kitchen) -> None:
    down = kitchen.do("down")
    assert (down.returncode, down.stderr.strip()) == (0, "Nothing is running.")


def test_a_taken_port_is_named_with_its_process_and_nothing_is_started(kitchen: Kitchen) -> None:
    port = kitchen.ports["llm"]
    with socket.socket() as squatter:
        squatter.bind(("127.0.0.1", port))
        squatter.listen()
        up = kitchen.do("up")
    assert up.returncode == 1
    assert len(up.stderr.splitlines()) == 1
    assert f"Port {port}, for language, is taken by" in up.stderr
    assert f"LLM_PORT={port + 100} make up" in up.stderr
    assert processes.ours(kitchen.house) == []


def test_the_process_behind_a_port_is_found(kitchen: Kitchen) -> None:
    with socket.socket() as squatter:
        squatter.bind(("127.0.0.1", 0))
        squatter.listen()
        port = squatter.getsockname()[1]
        assert kitchen.do("status").returncode == 1  # any other process: /proc is read from outside the holder too
        child = os.fork()
        if child == 0:
            found = processes.holder(port)
            os._exit(0 if found is not None and found.pid == os.getppid() else 1)
        assert os.waitpid(child, 0)[1] == 0
    assert processes.holder(port) is None


def test_a_service_that_dies_while_starting_is_shown_with_its_last_words(kitchen: Kitchen) -> None:
    kitchen.behaves("tts", dies=3, says="libespeak-ng.so.1 은 어디에도 없습니다")
    began = time.monotonic()
    up = kitchen.do("up")
    assert up.returncode == 1
    assert time.monotonic() - began < 15
    assert "Text to speech (tts) stopped while it was starting" in up.stderr
    assert ".run/logs/tts.log" in up.stderr
    assert "libespeak-ng.so.1 은 어디에도 없습니다" in up.stderr
    assert kitchen.status()["tts"]["pid"] == 0


def test_one_that_loads_for_a_while_and_then_dies_is_not_waited_for(kitchen: Kitchen) -> None:
    kitchen.behaves("stt", dies=1, after_s=6, says="loading")  # longer than supervisor's own idea of a start
    up = kitchen.do("up")
    assert up.returncode == 1
    assert "Speech to text (stt) stopped while it was starting" in up.stderr


def test_the_last_words_are_those_of_this_start(kitchen: Kitchen) -> None:
    kitchen.behaves("tts", dies=3, says="the first reason")
    kitchen.do("up")
    kitchen.behaves("tts", dies=3, says="the second reason")
    up = kitchen.do("up")
    assert "the second reason" in up.stderr
    assert "the first reason" not in up.stderr


def test_the_next_up_repairs_what_the_last_one_could_not_start(kitchen: Kitchen) -> None:
    kitchen.behaves("tts", dies=3)
    assert kitchen.do("up").returncode == 1
    others = {name: row["pid"] for name, row in kitchen.status().items() if name != "tts"}
    kitchen.behaves("tts")
    up = kitchen.do("up")
    assert up.returncode == 0, up.stderr
    after = {name: row["pid"] for name, row in kitchen.status().items()}
    assert after.items() >= others.items()


def test_one_that_never_gets_ready_is_an_answer_too(kitchen: Kitchen) -> None:
    kitchen.behaves("stt", deaf=True, detail="the model folder is empty")
    up = kitchen.do("up", "--patience", "2")
    assert up.returncode == 1
    assert "Speech to text (stt) is not ready after 2 s: the model folder is empty" in up.stderr


def test_one_that_calls_itself_failed_is_believed_before_the_time_is_up(kitchen: Kitchen) -> None:
    kitchen.behaves("stt", deaf=True, status="failed", detail="no engine works here")
    up = kitchen.do("up", "--patience", "60", timeout=30)
    assert up.returncode == 1
    assert "Speech to text (stt) is up but cannot work: no engine works here" in up.stderr


def test_a_killed_service_comes_back(kitchen: Kitchen) -> None:
    kitchen.do("up")
    before = kitchen.pid("llm")
    os.kill(before, signal.SIGKILL)
    assert until(lambda: kitchen.status()["llm"]["ready"] is True and kitchen.pid("llm") != before)
    assert kitchen.do("wait").returncode == 0


def test_one_that_crashes_again_and_again_is_given_more_and_more_time(kitchen: Kitchen) -> None:
    kitchen.do("up")
    kitchen.behaves("llm", dies=1, says="crashed")
    os.kill(kitchen.pid("llm"), signal.SIGKILL)
    assert until(lambda: kitchen.house.log("llm").read_text().count("crashed") >= 2)
    assert until(lambda: kitchen.status()["llm"]["state"] == "backoff")
    attempts = kitchen.house.log("llm").read_text().count("crashed")
    time.sleep(1)
    assert kitchen.house.log("llm").read_text().count("crashed") <= attempts + 1


def test_down_ends_what_a_killed_supervisor_left_behind(kitchen: Kitchen) -> None:
    kitchen.behaves("stt", child=True)
    kitchen.do("up")
    os.kill(kitchen.supervisor(), signal.SIGKILL)
    assert until(lambda: len(processes.ours(kitchen.house)) == 4)  # three services and the child of one
    down = kitchen.do("down")
    assert down.returncode == 0, down.stderr
    assert processes.ours(kitchen.house) == []
    assert kitchen.open_ports() == []


def test_up_after_a_killed_supervisor_starts_afresh_despite_socket_and_pid_file(kitchen: Kitchen) -> None:
    kitchen.do("up")
    old = kitchen.supervisor()
    os.kill(old, signal.SIGKILL)
    assert kitchen.house.socket.exists()
    up = kitchen.do("up")
    assert up.returncode == 0, up.stderr
    assert "3 processes of ours that had lost their supervisor" in up.stderr
    assert kitchen.supervisor() != old
    assert len(processes.ours(kitchen.house)) == 4


def test_down_leaves_everybody_elses_processes_alone(kitchens: Kitchens) -> None:
    mine, theirs = kitchens(), kitchens()
    assert [mine.do("up").returncode, theirs.do("up").returncode] == [0, 0]
    assert mine.do("down").returncode == 0
    assert mine.open_ports() == []
    assert sorted(theirs.open_ports()) == ["llm", "stt", "tts"]
    assert all(row["ready"] for row in theirs.status().values())


def test_a_second_kitchen_on_the_same_ports_is_refused_by_name(kitchens: Kitchens) -> None:
    first, second = kitchens(), kitchens()
    second.ports = first.ports
    first.do("up")
    up = second.do("up")
    assert up.returncode == 1
    assert f"(pid {first.pid('stt')})" in up.stderr
    assert "-m services.stt" in up.stderr


def test_a_deep_checkout_with_spaces_and_percent_signs_works(kitchens: Kitchens) -> None:
    deep = kitchens("나의 부엌 100%; really/" + "/".join(["a-rather-long-folder-name"] * 6))
    assert len(str(deep.root)) > 150
    up = deep.do("up")
    assert up.returncode == 0, up.stderr
    assert deep.do("down").returncode == 0
    assert deep.open_ports() == []


def test_changed_settings_restart_what_is_running(kitchen: Kitchen) -> None:
    kitchen.do("up")
    before = kitchen.pid("tts")
    (kitchen.root / ".env").write_text("TTS_GREETING='안녕하세요'  # from the file\n", encoding="utf-8")
    up = kitchen.do("up")
    assert up.returncode == 0, up.stderr
    assert "Settings or environments have changed" in up.stderr
    assert kitchen.pid("tts") != before


def test_status_looks_where_the_services_run_even_when_the_settings_have_changed_since(kitchen: Kitchen) -> None:
    kitchen.do("up")
    began_on = dict(kitchen.ports)
    kitchen.ports = {"stt": 1, "tts": 2, "llm": 3}
    assert [row["url"] for row in kitchen.status().values()] == [f"http://127.0.0.1:{p}" for p in began_on.values()]
    assert kitchen.do("down").returncode == 0
    kitchen.ports = began_on
    assert kitchen.open_ports() == []


def test_an_env_file_chooses_the_ports_and_the_command_line_wins(kitchen: Kitchen) -> None:
    from_file, _ = kitchen.ports.pop("stt"), kitchen.ports.pop("tts")
    (kitchen.root / ".env").write_text(f"# ports\nexport STT_PORT={from_file}\nTTS_PORT=1\n", encoding="utf-8")
    kitchen.ports["tts"] = _
    up = kitchen.do("up")
    assert up.returncode == 0, up.stderr
    assert kitchen.status()["stt"]["url"] == f"http://127.0.0.1:{from_file}"


def test_a_bad_port_is_one_clear_line(kitchen: Kitchen) -> None:
    kitchen.extra["STT_PORT"] = "eighty"
    up = kitchen.do("up")
    assert (up.returncode, up.stderr) == (1, "STT_PORT=eighty is not a port number (1 to 65535).\n")


@pytest.mark.parametrize("host", ["no.such.host.invalid", "203.0.113.7"])
def test_an_address_that_is_not_ours_is_one_clear_line(kitchen: Kitchen, host: str) -> None:
    kitchen.extra["TTS_HOST"] = host
    up = kitchen.do("up")
    assert up.returncode == 1
    assert up.stderr.startswith(f"Nothing can listen on {host} port {kitchen.ports['tts']}: ")
    assert len(up.stderr.splitlines()) == 1


def test_the_orchestrator_finds_a_kitchen_on_unusual_ports_by_itself(kitchen: Kitchen) -> None:
    ask = "from shared.environment import settle; settle('orchestrator'); import os; print(os.environ.get('SOUS_LLM_URL'))"

    def asked(**chosen: str) -> str:
        environment = {"PATH": os.environ["PATH"], **chosen}
        return subprocess.check_output(
            [sys.executable, "-c", ask], cwd=kitchen.root, env=environment, text=True
        ).strip()

    assert asked() == "None"
    kitchen.do("up")
    assert asked() == f"http://127.0.0.1:{kitchen.ports['llm']}"
    assert asked(SOUS_LLM_URL="http://kitchen.lan:8013") == "http://kitchen.lan:8013"
    kitchen.do("down")
    assert asked() == "None"


def test_a_private_folder_that_is_not_private_is_refused(kitchen: Kitchen) -> None:
    kitchen.house.private.mkdir()
    kitchen.house.private.chmod(0o777)
    up = kitchen.do("up")
    assert up.returncode == 1
    assert "is not a private folder of yours" in up.stderr


def test_a_stubborn_service_is_ended_all_the_same(kitchen: Kitchen) -> None:
    kitchen.behaves("stt", stubborn=True)
    kitchen.do("up")
    os.kill(kitchen.supervisor(), signal.SIGKILL)  # without it, its patience (longer than a test's) is not in the way
    assert kitchen.do("down").returncode == 0
    assert processes.ours(kitchen.house) == []


def test_logs_show_each_services_words(kitchen: Kitchen) -> None:
    kitchen.behaves("stt", says="귀를 기울입니다")
    kitchen.do("up")
    logs = kitchen.do("logs", "stt")
    assert "stt | 귀를 기울입니다" in logs.stdout
    assert "tts |" not in logs.stdout
    unknown = kitchen.do("logs", "oven")
    assert (unknown.returncode, unknown.stderr) == (1, "There is no service called oven; there are stt, tts, llm.\n")


def test_the_doctor_sees_a_healthy_kitchen_a_degraded_one_and_one_that_is_down(kitchen: Kitchen) -> None:
    closed = kitchen.do("doctor")
    assert closed.returncode == 2
    assert "BAD   llm: not running   -> make up" in closed.stdout

    kitchen.do("up")
    assert kitchen.do("doctor").returncode == 0
    kitchen.do("down")

    kitchen.behaves("stt", status="degraded", detail="hears kitchen commands only")
    kitchen.do("up")
    weak = kitchen.do("doctor", "--json")
    assert weak.returncode == 1
    findings = {finding["subject"]: finding for finding in json.loads(weak.stdout)["findings"]}
    assert findings["stt"]["level"] == "degraded"
    assert findings["stt"]["fix"] == "make models"


def test_the_doctor_names_who_has_taken_a_port(kitchen: Kitchen) -> None:
    with socket.socket() as squatter:
        squatter.bind(("127.0.0.1", kitchen.ports["tts"]))
        squatter.listen()
        found = kitchen.do("doctor")
    assert f"port {kitchen.ports['tts']} is taken by" in found.stdout
    assert f"(pid {os.getpid()})" in found.stdout
