"""A stand-in for a service: answers /ready and /health, ends cleanly on SIGTERM, and misbehaves when told to.

It reads NAME.json of its checkout at start: `dies` (exit status, after `says`), `deaf` (never ready), `stubborn`
(ignores SIGTERM), `status` and `detail` (of its health), `after_s` (dies so much later), `child` (starts a process of its own that outlives it).
"""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

NAME = Path(__file__).parent.name
ORDERS = Path(__file__).parents[2] / f"{NAME}.json"
BEHAVIOUR = json.loads(ORDERS.read_text()) if ORDERS.exists() else {}


class Answers(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        ready = not BEHAVIOUR.get("deaf")
        status = 200 if ready or self.path == "/health" else 503
        body = {
            "status": BEHAVIOUR.get("status", "healthy"),
            "engine": f"{NAME} stand-in",
            "detail": BEHAVIOUR.get("detail"),
        }
        text = json.dumps({**body, "pid": os.getpid(), "greeting": os.environ.get("TTS_GREETING", "")}).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, *args: object) -> None:
        pass


if BEHAVIOUR.get("says"):
    sys.stderr.write(BEHAVIOUR["says"] + "\n")
time.sleep(BEHAVIOUR.get("after_s", 0))
if "dies" in BEHAVIOUR:
    sys.exit(BEHAVIOUR["dies"])
if BEHAVIOUR.get("child"):
    subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"], start_new_session=True)
server = ThreadingHTTPServer(("127.0.0.1", int(os.environ[f"{NAME.upper()}_PORT"])), Answers)
stop = signal.SIG_IGN if BEHAVIOUR.get("stubborn") else lambda *_: threading.Thread(target=server.shutdown).start()
signal.signal(signal.SIGTERM, stop)
server.serve_forever()
server.server_close()
