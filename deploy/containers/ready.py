"""Exit 0 when a service on this machine is ready: the health check of the containers.

A bare socket instead of an HTTP library: this starts every few seconds in every container, and importing urllib would
cost ten times as much as asking.
"""

import socket
import sys


def ready(port: int, path: str = "/ready", within_s: float = 8.0) -> bool:
    try:
        with socket.create_connection(("127.0.0.1", port), within_s) as line:
            line.settimeout(within_s)
            line.sendall(f"GET {path} HTTP/1.0\r\nHost: localhost\r\n\r\n".encode())
            return line.recv(64).split(b" ")[1:2] == [b"200"]
    except OSError:
        return False


if __name__ == "__main__":
    asked = [place.partition("/") for place in sys.argv[1:]]  # 8011, or 5000/health
    sys.exit(0 if asked and all(ready(int(port), f"/{path or 'ready'}") for port, _, path in asked) else 1)
