"""`make models` for speech: all or nothing, checked, and going on where it stopped. The hub is a double."""

import hashlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.integration.services.tts.conftest import KO, Start
from tests.integration.services.tts.doubles import tiny_supertonic


class HubDouble:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.asked: list[tuple[str, str | None]] = []
        self.lie_about = ""
        hub = self

        class Handler(BaseHTTPRequestHandler):
            def log_message(self, *_: object) -> None: ...

            def do_GET(self) -> None:
                hub.asked.append((self.path, self.headers["Range"]))
                if "/api/models/" in self.path:
                    return self._send(200, json.dumps(hub.listing()).encode())
                raw = (hub.folder / self.path.split("/resolve/")[1].split("/", 1)[1]).read_bytes()
                start = int((self.headers["Range"] or "bytes=0-")[6:-1])
                return self._send(206 if start else 200, raw[start:])

            def _send(self, status: int, body: bytes) -> None:
                self.send_response(status)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    def listing(self) -> list[dict[str, object]]:
        listed: list[dict[str, object]] = [{"type": "directory", "path": "onnx"}]
        for path in sorted(self.folder.rglob("*")):
            if path.is_file():
                name = str(path.relative_to(self.folder))
                oid = "0" * 64 if name == self.lie_about else hashlib.sha256(path.read_bytes()).hexdigest()
                listed.append({"type": "file", "path": name, "size": path.stat().st_size, "lfs": {"oid": oid}})
        return [*listed, {"type": "file", "path": "onnx/../../evil", "size": 1}, {"type": "file", "path": "README.md"}]


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[HubDouble]:
    double = HubDouble(tiny_supertonic(tmp_path / "published"))
    yield double
    double.server.shutdown()
    double.server.server_close()


def download(hub: HubDouble, home: Path) -> subprocess.CompletedProcess[str]:
    address = f"http://127.0.0.1:{hub.server.server_address[1]}"
    environment = {**os.environ, "HF_ENDPOINT": address, "SOUS_HOME": str(home)}
    command = [sys.executable, "-m", "services.tts.download"]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=False)


def test_fetched_once_and_spoken_with(hub: HubDouble, tmp_path: Path, start: Start) -> None:
    done = download(hub, tmp_path / "home0")
    assert done.returncode == 0, done.stderr
    assert "vocoder.onnx" in done.stderr
    assert not (tmp_path / "home0" / "models" / "evil").exists()
    again = download(hub, tmp_path / "home0")
    assert (again.returncode, "already" in again.stderr) == (0, True)
    assert start().say(KO).headers["x-engine"] == "supertonic"


def test_cut_off_and_taken_up_again(hub: HubDouble, tmp_path: Path) -> None:
    arriving = tmp_path / "models" / "tts" / "supertonic-3.arriving" / "onnx"
    arriving.mkdir(parents=True)
    (arriving / "vocoder.onnx").write_bytes((hub.folder / "onnx" / "vocoder.onnx").read_bytes()[:100])
    assert download(hub, tmp_path).returncode == 0
    assert ("bytes=100-") in [wanted for path, wanted in hub.asked if path.endswith("vocoder.onnx")]


def test_damage_is_noticed_and_leaves_nothing_behind(hub: HubDouble, tmp_path: Path) -> None:
    hub.lie_about = "onnx/vocoder.onnx"
    done = download(hub, tmp_path)
    assert (done.returncode, "damaged" in done.stderr) == (1, True)
    assert not (tmp_path / "models" / "tts" / "supertonic-3").exists()
    hub.lie_about = ""
    assert download(hub, tmp_path).returncode == 0


def test_no_network_is_one_clear_line(tmp_path: Path, hub: HubDouble) -> None:
    hub.server.shutdown()
    hub.server.server_close()
    done = download(hub, tmp_path)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 2
    assert "could not be downloaded" in done.stderr
