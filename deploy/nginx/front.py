"""Keep nginx's list of replicas true: ask DNS who there is and each one's /ready who may work; reload on a change.

nginx alone reads DNS once, at its start, and finds out by failing that a replica is gone. Standard library only. It is
the container's main process: it starts nginx, hands on the signals, and ends when nginx does.
"""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

LIST = Path("/tmp/upstreams.conf")  # noqa: S108 - the container's own tmpfs; its root is read-only
LOOK_EVERY_S = 0.5
PATIENCE_S = 2.0


@dataclass(frozen=True, slots=True)
class Upstream:
    """A service as nginx knows it, and the name under which its replicas are found."""

    name: str
    host: str
    port: int


def upstreams(environment: Mapping[str, str]) -> tuple[Upstream, ...]:
    found = (("stt", 8011), ("tts", 8012), ("llm", 8013))
    return tuple(Upstream(name, environment.get(f"{name.upper()}_HOST") or f"{name}-replica", at) for name, at in found)


def addresses(host: str, port: int) -> tuple[str, ...] | None:
    """Every replica's address, ready or not; None when there is no saying (the name server stumbles)."""
    try:
        found = socket.getaddrinfo(host, port, socket.AF_INET, socket.SOCK_STREAM)
    except OSError:
        return None
    return tuple(sorted({str(one[4][0]) for one in found}))


def is_ready(address: str, port: int) -> bool:
    try:
        with socket.create_connection((address, port), PATIENCE_S) as line:
            line.settimeout(PATIENCE_S)
            line.sendall(b"GET /ready HTTP/1.0\r\nHost: front\r\n\r\n")
            return line.recv(64).split(b" ")[1:2] == [b"200"]
    except OSError:
        return False


def chosen(there: tuple[str, ...], ready: tuple[bool, ...]) -> tuple[str, ...]:
    """The ready ones; all of them when none is: then a replica's own words ("loading ...") beat ours."""
    return tuple(one for one, fit in zip(there, ready, strict=True) if fit) or there


def written(replicas: Mapping[Upstream, tuple[str, ...]]) -> str:
    """The list in nginx's words. `max_fails=0`: who is out is decided here, by asking, not by losing requests."""
    parts = []
    for upstream, there in replicas.items():
        servers = [f"  server {one}:{upstream.port} max_fails=0;" for one in there] or ["  server 127.0.0.1:9 down;"]
        body = "\n".join(["  zone " + upstream.name + " 64k;", "  least_conn;", *servers])
        # Shorter than the 75 s the services keep a quiet connection: nginx must be the one who hangs up.
        parts.append(f"upstream {upstream.name} {{\n{body}\n  keepalive 32;\n  keepalive_timeout 55s;\n}}\n")
    return "\n".join(parts)


def look(
    wanted: tuple[Upstream, ...],
    known: Mapping[Upstream, tuple[str, ...]],
    pool: ThreadPoolExecutor,
    find: Callable[[str, int], tuple[str, ...] | None] = addresses,
    ask: Callable[[str, int], bool] = is_ready,
) -> dict[Upstream, tuple[str, ...]]:
    """Who may work. Where no address can be found out, those known from before are asked again."""
    found = {}
    for upstream in wanted:
        there = find(upstream.host, upstream.port)
        if there is None:
            there = known.get(upstream, ())
        ready = tuple(pool.map(ask, there, [upstream.port] * len(there)))
        found[upstream] = chosen(there, ready)
    return found


def main() -> int:
    wanted = upstreams(os.environ)
    command = ["nginx", "-c", "/etc/sous/nginx/nginx.conf", "-e", "/dev/stderr"]
    with ThreadPoolExecutor(16) as pool:
        known = look(wanted, {}, pool)
        LIST.write_text(written(known), encoding="ascii")
        nginx = subprocess.Popen([*command, "-g", "daemon off;"])

        def quit_gently(_number: int, _frame: FrameType | None) -> None:
            nginx.send_signal(signal.SIGQUIT)  # answers in flight are finished

        signal.signal(signal.SIGTERM, quit_gently)
        signal.signal(signal.SIGINT, quit_gently)
        while nginx.poll() is None:
            time.sleep(LOOK_EVERY_S)
            now = look(wanted, known, pool)
            if now != known and nginx.poll() is None:
                known = now
                LIST.write_text(written(now), encoding="ascii")
                nginx.send_signal(signal.SIGHUP)
                print(*(f"{one.name}={','.join(there) or 'nobody'}" for one, there in now.items()), flush=True)
    return nginx.returncode


if __name__ == "__main__":
    sys.exit(main())
