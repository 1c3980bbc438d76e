"""A small OpenAI-compatible server with faults to order: what stands behind :8013 in tests without a real model.

Threads and the standard library only. It keeps what it was asked, and knows when a client left in mid-stream.
"""

import json
import re
import threading
import time
from dataclasses import dataclass, field
from enum import StrEnum
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class Fault(StrEnum):
    NONE = "none"
    SLOW = "slow"
    ERROR = "error"
    DROP = "drop"  # closes the connection in mid-stream
    NOT_JSON = "not_json"
    IGNORES_SCHEMA = "ignores_schema"
    WRONG_INTENT = "wrong_intent"
    HUGE = "huge"
    ENDLESS = "endless"
    REFUSES = "refuses"  # 429
    LOCKED = "locked"  # 401 without its key
    NO_SCHEMAS = "no_schemas"  # 400 for any response_format
    WORDLESS = "wordless"  # 200 with nothing in it
    WEB_PAGE = "web_page"  # 200 and HTML at every address: some other server


@dataclass
class ModelDouble:
    """`proposal` is what it answers to /classify's question, `answer` what it says in a chat."""

    fault: Fault = Fault.NONE
    proposal: dict[str, Any] = field(default_factory=lambda: {"intent": "question", "confidence": 0.9, "evidence": "?"})
    answer: str = "네, 그렇게 하세요."
    slow_s: float = 3.0
    asked: list[dict[str, Any]] = field(default_factory=list)
    bodies: list[bytes] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    left: threading.Event = field(default_factory=threading.Event)
    served: int = 0

    def __enter__(self) -> "ModelDouble":
        double = self

        class Handler(_Handler):
            model = double

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()
        self.port = self._server.server_port
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(5)

    def reset(self) -> None:
        self.fault, self.answer = Fault.NONE, "네, 그렇게 하세요."
        self.proposal = {"intent": "question", "confidence": 0.9, "evidence": "?"}
        self.asked.clear()
        self.bodies.clear()
        self.headers.clear()
        self.left.clear()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1"


class _Handler(BaseHTTPRequestHandler):
    model: ModelDouble
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def log_message(self, *_: Any) -> None: ...

    def do_GET(self) -> None:
        if self.model.fault is Fault.LOCKED:
            self._send(401, b'{"error":{"message":"Incorrect API key"}}')
        elif self.model.fault is Fault.WEB_PAGE:
            self._send(200, b"<html>It works!</html>")
        elif self.path == "/v1/models":
            listed = {"object": "list", "data": [{"id": "double", "object": "model", "created": 1, "owned_by": "test"}]}
            self._send(200, json.dumps(listed).encode())
        else:
            self._send(404, b'{"error":{"message":"no"}}')

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        double = self.model
        double.bodies.append(body)
        double.headers.append(dict(self.headers.items()))
        request = json.loads(body)
        double.asked.append(request)
        schema = request.get("response_format", {}).get("json_schema", {}).get("name")
        if double.fault is Fault.NO_SCHEMAS and schema is not None:
            self._send(400, b'{"error":{"message":"response_format is not supported"}}')
            return
        if double.fault is Fault.WORDLESS:
            self._complete("")
            return
        if schema == "self_test" or request.get("max_tokens") == 4:
            self._complete('{"word": "spatula"}' if double.fault is not Fault.IGNORES_SCHEMA else "Red, of course!")
            return
        if double.fault is Fault.SLOW:
            time.sleep(double.slow_s)
        if double.fault is Fault.ERROR:
            self._send(500, b'{"error":{"message":"out of memory"}}')
        elif double.fault is Fault.REFUSES:
            self._send(429, b'{"error":{"message":"busy"}}')
        elif request.get("stream"):
            self._stream()
        else:
            self._complete(self._reply(schema))

    def _reply(self, schema: str | None) -> str:
        double = self.model
        if double.fault is Fault.NOT_JSON:
            return "I think the cook wants the next step."
        if double.fault is Fault.HUGE:
            return '{"intent":"next_step","confidence":0.99,"evidence":"' + "가" * 200_000 + '"}'
        if double.fault is Fault.WRONG_INTENT:
            return json.dumps({**double.proposal, "intent": "launch_rocket"})
        if schema == "proposal":
            said = json.dumps(double.proposal, ensure_ascii=False)
            return f"Sure! Here you are:\n```json\n{said}\n```" if double.fault is Fault.IGNORES_SCHEMA else said
        return double.answer

    def _complete(self, content: str) -> None:
        self.model.served += 1
        choice = {"index": 0, "message": {"role": "assistant", "content": content}, "finish_reason": "stop"}
        reply = {"id": "c1", "object": "chat.completion", "created": 1, "model": "double", "choices": [choice]}
        self._send(200, json.dumps(reply, ensure_ascii=False).encode())

    def _stream(self) -> None:
        double = self.model
        self.send_response(200)
        self.send_header("content-type", "text/event-stream")
        self.send_header("transfer-encoding", "chunked")
        self.end_headers()
        words = re.findall(r"\S+\s*", double.answer)
        try:
            while True:
                for place, word in enumerate(words):
                    if double.fault is Fault.DROP and place == max(1, len(words) // 2):
                        time.sleep(0.1)  # what was sent before the fall is on its way
                        self.close_connection = True
                        self.connection.close()
                        return
                    self._chunk(self._piece(word))
                    if double.fault is Fault.ENDLESS:
                        time.sleep(0.02)
                if double.fault is not Fault.ENDLESS:
                    break
            self._chunk(self._piece("", finish="stop"))
            self._chunk(b"data: [DONE]\n\n")
            self._chunk(b"")
            double.served += 1
        except OSError:
            double.left.set()

    def _piece(self, text: str, finish: str | None = None) -> bytes:
        choice = {"index": 0, "delta": {"content": text}, "finish_reason": finish}
        piece = {"id": "c1", "object": "chat.completion.chunk", "created": 1, "model": "double", "choices": [choice]}
        return f"data: {json.dumps(piece, ensure_ascii=False)}\n\n".encode()

    def _chunk(self, data: bytes) -> None:
        self.wfile.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
        self.wfile.flush()

    def _send(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
