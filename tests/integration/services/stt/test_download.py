"""`make models`, against a hub of our own: progress, resuming, checksums, and no question asked twice."""

import hashlib
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from services.stt import download, fetching
from services.stt.fetching import DownloadFailed, fetch
from tests.integration.services.stt.conftest import FIXTURE

BIG = bytes(range(256)) * 4096 * 3
FILES = {
    "config.json": b"{}",
    "tokenizer.json": b'{"a":1}',
    "vocabulary.txt": b"a\nb\n",
    "model.bin": BIG,
}


class Hub(BaseHTTPRequestHandler):
    """Serves `files`; cuts answers short, lies about checksums, or is away, when told to."""

    files: dict[str, bytes] = {}  # noqa: RUF012
    cut_after: list[int] = []  # noqa: RUF012 - one list for the class, emptied by the fixture
    lie = False
    asked: list[tuple[str, str, str]] = []  # noqa: RUF012

    def do_HEAD(self) -> None:
        self._begin(head=True)

    def do_GET(self) -> None:
        body, start = self._begin(head=False)
        if body is None:
            return
        cut = Hub.cut_after.pop(0) if Hub.cut_after and len(body) > 10_000 else None
        self.wfile.write(body[start : start + cut] if cut is not None else body[start:])
        if cut is not None:
            self.wfile.flush()
            self.connection.close()

    def _begin(self, *, head: bool) -> tuple[bytes | None, int]:
        name = self.path.rpartition("/")[2]
        span = self.headers.get("Range", "")
        Hub.asked.append((self.command, self.path, span))
        body = Hub.files.get(name)
        if body is None:
            self.send_error(404)
            return None, 0
        start = int(span.removeprefix("bytes=").removesuffix("-")) if span else 0
        self.send_response(206 if span else 200)
        self.send_header("Content-Length", str(len(body) - start))
        if len(body) > 10_000:
            digest = hashlib.sha256(b"something else" if Hub.lie else body).hexdigest()
            self.send_header("X-Linked-Etag", f'"{digest}"')
        else:
            git = hashlib.sha1(b"blob %d\0" % len(body) + body).hexdigest()
            self.send_header("ETag", f'"{git}"')
        self.end_headers()
        return body, start

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


@pytest.fixture
def hub() -> Iterator[str]:
    Hub.files, Hub.cut_after, Hub.lie, Hub.asked = dict(FILES), [], False, []
    server = ThreadingHTTPServer(("127.0.0.1", 0), Hub)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def quiet(_name: str, _done: int, _size: int) -> None:
    pass


def test_every_file_arrives_whole(hub: str, tmp_path: Path) -> None:
    seen: list[tuple[str, int, int]] = []
    fetch(hub, FILES, tmp_path, lambda *step: seen.append(step))
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == FILES
    assert ("model.bin", len(BIG), len(BIG)) in seen


def test_a_broken_connection_goes_on_where_it_stopped(hub: str, tmp_path: Path) -> None:
    Hub.cut_after = [1_000_000, 500_000]
    fetch(hub, ["model.bin"], tmp_path, quiet, pause_s=0.01)
    assert (tmp_path / "model.bin").read_bytes() == BIG
    spans = [span for method, _, span in Hub.asked if method == "GET"]
    assert spans[0] == ""
    assert all(int(span.removeprefix("bytes=").rstrip("-")) > 0 for span in spans[1:])


def test_a_download_stopped_by_hand_goes_on_the_next_time(hub: str, tmp_path: Path) -> None:
    def stop_half_way(_name: str, done: int, size: int) -> None:
        if done > size / 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fetch(hub, ["model.bin"], tmp_path, stop_half_way)
    assert not (tmp_path / "model.bin").exists()
    kept = (tmp_path / "model.bin.part").stat().st_size
    fetch(hub, ["model.bin"], tmp_path, quiet)
    assert Hub.asked[-1][2] == f"bytes={kept}-"
    assert (tmp_path / "model.bin").read_bytes() == BIG


def test_a_damaged_file_is_not_kept(hub: str, tmp_path: Path) -> None:
    Hub.lie = True
    with pytest.raises(DownloadFailed, match="damaged"):
        fetch(hub, ["model.bin"], tmp_path, quiet)
    assert list(tmp_path.iterdir()) == []


def test_a_missing_file_and_a_missing_server_are_told_apart(hub: str, tmp_path: Path) -> None:
    with pytest.raises(DownloadFailed, match="no such file"):
        fetch(hub, ["other.bin"], tmp_path, quiet)
    with pytest.raises(DownloadFailed, match="connection broke"):
        fetch("http://127.0.0.1:9", ["model.bin"], tmp_path, quiet, pause_s=0.0)


def test_no_room_is_said_before_anything_is_written(hub: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching.shutil, "disk_usage", lambda _: type("Disk", (), {"free": 10})())
    with pytest.raises(DownloadFailed, match="GB free"):
        fetch(hub, ["model.bin"], tmp_path, quiet)
    assert list(tmp_path.iterdir()) == []


def test_the_command_downloads_once_and_then_asks_nobody(
    hub: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("STT_MODELS_URL", hub)
    monkeypatch.setenv("STT_MODELS_DIR", str(tmp_path))
    assert download.main(["small"]) == 0
    assert "100%" in capsys.readouterr().err
    asked = len(Hub.asked)
    assert all("/Systran/faster-whisper-small/resolve/main/" in path for _, path, _ in Hub.asked)
    assert download.main(["small"]) == 0
    assert "here already" in capsys.readouterr().err
    assert len(Hub.asked) == asked


def test_a_downloaded_model_is_found_by_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from services.stt import models
    from services.stt.settings import SttSettings

    (tmp_path / "small").symlink_to(FIXTURE)
    assert models.find(SttSettings(models_dir=tmp_path), "cpu") == tmp_path / "small"
    assert models.find(SttSettings(models_dir=tmp_path), "cuda") == tmp_path / "small"
