"""The whole house: three real services, the real program, and a service killed in the middle of cooking."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.conftest import ROOT, RunningServer, StartService, run_server


class Cook:
    """Somebody typing at the program, one utterance at a time."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def reads(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line, "the program ended"
        said: dict[str, Any] = json.loads(line)
        return said

    def says(self, text: str) -> dict[str, Any]:
        assert self._process.stdin is not None
        self._process.stdin.write(text + "\n")
        self._process.stdin.flush()
        return self.reads()

    def leaves(self) -> int:
        assert self._process.stdin is not None
        self._process.stdin.close()
        return self._process.wait(20)


@contextmanager
def cooking(services: dict[str, RunningServer], home: Path) -> Iterator[Cook]:
    addresses = {f"SOUS_{name.upper()}_URL": server.url for name, server in services.items()}
    process = subprocess.Popen(
        [sys.executable, "-m", "orchestrator", "--json", "--recipe", "kimchi-jjigae", "--lang", "ko"],
        cwd=ROOT,
        env={**os.environ, **addresses, "SOUS_HOME": str(home)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield Cook(process)
    finally:
        if process.poll() is None:
            process.kill()
            process.wait(10)


def test_cooking_through_real_services_and_losing_one(start_service: StartService, tmp_path: Path) -> None:
    services = {name: start_service(name) for name in ("stt", "tts", "llm")}
    with cooking(services, tmp_path / "home") as cook:
        opening = cook.reads()
        assert (opening["step"], opening["degraded"]) == (1, [])
        first = cook.says("다음")
        assert (first["intent"], first["step"], first["degraded"]) == ("next_step", 2, [])
        assert cook.says("next")["step"] == 3
        assert cook.says("이전")["step"] == 2
        assert cook.says("3단계로")["step"] == 3
        assert cook.says("다시")["step"] == 3
        assert cook.says("재료")["intent"] == "list_ingredients"

        port = services["llm"].port
        services["llm"].process.send_signal(signal.SIGKILL)
        services["llm"].process.wait(10)
        without = cook.says("다음")
        assert (without["step"], without["degraded"]) == (4, ["llm"])
        told = " ".join(without["speech"])
        again = cook.says("이전")
        assert again["step"] == 3
        # It is said once what is missing, not at every turn.
        assert len(told) > len(" ".join(cook.says("다음")["speech"]))
        # The place is kept, and something only the service understands is honestly not understood.
        assert cook.says("음 그러니까 그게 말이지")["step"] == 4

        command = [sys.executable, "-m", "services.llm", "--port", str(port)]
        with run_server(command, port, {"SOUS_HOME": str(tmp_path)}) as back:
            back.wait_ready()
            for _ in range(60):
                if cook.says("다시")["degraded"] == []:
                    break
                subprocess.run(["sleep", "0.5"], check=True)
            else:
                raise AssertionError("the service came back and was not noticed")
        assert cook.leaves() == 0
