"""Phrases that have been spoken before, on disk: bounded, shared by any number of processes, never half served.

A file carries its own checksum and appears under its name all at once, so a crash or a second writer can at worst leave
a stray temporary file or a file that is found broken and thrown away. Names are hashes: the folder tells nobody what
was said.
"""

import contextlib
import hashlib
import json
import os
import tempfile
import threading
from collections import OrderedDict
from dataclasses import asdict, dataclass
from pathlib import Path

from shared.service.logs import get_logger

log = get_logger(__name__)

_MAGIC = b"sous-phrase-1 "
_DIGEST = 32  # hex characters
_KEEP = 0.9  # how full the folder is left after clearing up
_IN_MEMORY = 16 * 1024 * 1024
_LARGEST = 1 / 8  # no single phrase may take more of the folder than this


@dataclass(frozen=True, slots=True)
class Phrase:
    audio: bytes
    engine: str
    voice: str
    rate: int
    duration_s: float


class PhraseCache:
    """Methods but `recall` block for a fraction of a millisecond; a phrase that can't be kept is no error."""

    def __init__(self, folder: Path, max_bytes: int) -> None:
        self._folder = folder
        self._max_bytes = max_bytes
        self._size: int | None = None  # as far as this process knows; None before the first look
        self._clearing = threading.Lock()
        #: Heard or spoken most recently by this process; the next step is usually here before it is asked for.
        self._recent: OrderedDict[str, Phrase] = OrderedDict()
        self._recent_bytes = 0
        self._holding = threading.Lock()

    @property
    def on(self) -> bool:
        return self._max_bytes > 0

    @staticmethod
    def key(*parts: str | float | None) -> str:
        return hashlib.sha256(json.dumps(parts, ensure_ascii=True).encode("ascii")).hexdigest()

    def has(self, key: str) -> bool:
        return self.on and self._path(key).exists()

    def recall(self, key: str) -> Phrase | None:
        """From memory alone: what the event loop may ask."""
        with self._holding:
            phrase = self._recent.get(key)
            if phrase is not None:
                self._recent.move_to_end(key)
            return phrase

    def read(self, key: str) -> Phrase | None:
        if not self.on:
            return None
        path = self._path(key)
        try:
            raw = path.read_bytes()
        except OSError:
            return None
        phrase = _unpack(raw)
        if phrase is None:
            log.warning("broken_phrase_thrown_away", file=path.name)
            path.unlink(missing_ok=True)
            return None
        with contextlib.suppress(OSError):
            os.utime(path)  # the least recently heard goes first
        self._hold(key, phrase)
        return phrase

    def write(self, key: str, phrase: Phrase) -> None:
        raw = _pack(phrase)
        if not self.on or len(raw) > self._max_bytes * _LARGEST:
            return
        self._hold(key, phrase)
        path = self._path(key)
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle, temporary = tempfile.mkstemp(prefix=".", suffix=".new", dir=path.parent)
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(raw)
                Path(temporary).replace(path)
            except BaseException:
                Path(temporary).unlink(missing_ok=True)
                raise
            self._make_room(len(raw))
        except OSError as error:
            log.warning("phrase_not_kept", reason=error.strerror)

    def _hold(self, key: str, phrase: Phrase) -> None:
        if len(phrase.audio) > _IN_MEMORY * _LARGEST:
            return
        with self._holding:
            if (before := self._recent.pop(key, None)) is not None:
                self._recent_bytes -= len(before.audio)
            self._recent[key] = phrase
            self._recent_bytes += len(phrase.audio)
            while self._recent_bytes > _IN_MEMORY:
                _, oldest = self._recent.popitem(last=False)
                self._recent_bytes -= len(oldest.audio)

    def _make_room(self, added: int) -> None:
        with self._clearing:
            if self._size is not None:
                self._size += added
                if self._size <= self._max_bytes:
                    return
            # Other processes write here too, so the truth is looked up rather than remembered.
            files = sorted(self._files())
            self._size = sum(size for _, size, _ in files)
            if self._size <= self._max_bytes:
                return
            for _, size, path in files:
                path.unlink(missing_ok=True)
                self._size -= size
                if self._size <= self._max_bytes * _KEEP:
                    return

    def _files(self) -> list[tuple[float, int, Path]]:
        """When last heard, size and path of everything here, stray temporary files included."""
        found = []
        for path in self._folder.glob("*/*"):
            with contextlib.suppress(OSError):  # somebody else has just cleared it
                stat = path.stat()
                found.append((stat.st_mtime, stat.st_size, path))
        return found

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / key[2:]


def _pack(phrase: Phrase) -> bytes:
    about = asdict(phrase)
    audio: bytes = about.pop("audio")
    body = json.dumps(about).encode("ascii") + b"\n" + audio
    return _MAGIC + _digest(body) + body


def _unpack(raw: bytes) -> Phrase | None:
    start = len(_MAGIC)
    digest, body = raw[start : start + _DIGEST], memoryview(raw)[start + _DIGEST :]
    if not raw.startswith(_MAGIC) or _digest(body) != digest:
        return None
    end = raw.index(b"\n", start)
    about = json.loads(raw[start + _DIGEST : end])
    return Phrase(audio=raw[end + 1 :], **about)


def _digest(body: bytes | memoryview) -> bytes:
    return hashlib.blake2b(body, digest_size=_DIGEST // 2).hexdigest().encode("ascii")
