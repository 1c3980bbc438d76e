"""The Wyoming door as a process: what it answers is tested with each service, here only how it ends."""

import signal
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import run_server

DOOR = Path(__file__).with_name("toy_door.py")


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGINT])
def test_it_ends_when_told_also_while_its_engine_is_loading(sign: signal.Signals) -> None:
    with run_server([sys.executable, str(DOOR)], 0) as door:
        until = time.monotonic() + 30
        while "wyoming_listening" not in door.log_text():
            assert time.monotonic() < until
            time.sleep(0.02)
        assert door.stop(sign, within_s=30) == 0
