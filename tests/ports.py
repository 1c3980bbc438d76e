"""A port for a server of a test's own, that nobody takes between the question and the answer.

Not port 0: those lie where the system also takes the ports of outgoing connections from, and a server needs half a
second until it listens. Below that range nothing is taken by chance, and each worker of a run has a part of its own.
"""

import itertools
import os
import socket

_FIRST, _ALL = 20_000, 12_000
_worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
_each = _ALL // int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
# Where a run begins differs from the next one's, so that two of them on one machine seldom meet.
_numbers = itertools.count(os.getppid() * 97)


def free_port() -> int:
    for number in itertools.islice(_numbers, _each):
        port = _FIRST + _worker * _each + number % _each
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise AssertionError("no port is free")
