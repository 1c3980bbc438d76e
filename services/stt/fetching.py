"""Fetching a model's files: with progress, resumed where a broken connection left off, and verified.

The address is a hub's (or any mirror's with the same paths: `STT_MODELS_URL`). A file counts only once its checksum is
right; until then it is called `.part`. What to fetch and where it goes is `download.py`.
"""

import hashlib
import shutil
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import httpx

Progress = Callable[[str, int, int], None]  # file, bytes so far, bytes in all

_ATTEMPTS: Final = 6
_TIMEOUT: Final = httpx.Timeout(30.0, connect=15.0)
_CHUNK: Final = 1 << 16  # small: what was buffered when a connection breaks is lost


class DownloadFailed(Exception):
    """In words for the person who typed `make models`."""


@dataclass(frozen=True, slots=True)
class _Remote:
    """What the server says about a file before sending it."""

    size: int
    checksum: str  # 64 digits: sha256 of the content; 40: git's sha1 of the blob; anything else: none


def fetch(base: str, names: Iterable[str], folder: Path, progress: Progress, *, pause_s: float = 2.0) -> None:
    """All of `names` under `base` into `folder`. Files that are there already are not asked for again."""
    folder.mkdir(parents=True, exist_ok=True)
    with httpx.Client(timeout=_TIMEOUT, follow_redirects=True) as client:
        for name in names:
            if not (folder / name).exists():
                _fetch_one(client, f"{base.rstrip('/')}/{name}", folder / name, progress, pause_s)


def _fetch_one(client: httpx.Client, url: str, target: Path, progress: Progress, pause_s: float) -> None:
    part = target.with_name(target.name + ".part")
    for attempt in range(1, _ATTEMPTS + 1):
        try:
            remote = _ask(client, url)
            _check_room(target.parent, remote.size - (part.stat().st_size if part.exists() else 0))
            _receive(client, url, part, remote, progress)
            break
        except httpx.TransportError as error:
            if attempt == _ATTEMPTS:
                raise DownloadFailed(
                    f"The connection broke {attempt} times ({type(error).__name__}). Run it again to go on."
                ) from error
            time.sleep(pause_s * attempt)
    if remote.checksum and not _matches(part, remote.checksum):
        part.unlink()
        raise DownloadFailed(f"{target.name} arrived damaged (wrong checksum) and was deleted: run it again.")
    part.replace(target)


def _ask(client: httpx.Client, url: str) -> _Remote:
    answer = client.head(url)
    if answer.status_code == 404:
        raise DownloadFailed(f"There is no such file: {url}")
    if answer.status_code >= 400:
        raise DownloadFailed(f"The server answered {answer.status_code} for {url}")
    # A hub names the content's checksum on its own answer, before it redirects to where the content lies.
    said = [step.headers for step in (*answer.history, answer)]
    checksum = next((h["x-linked-etag"] for h in said if "x-linked-etag" in h), answer.headers.get("etag", ""))
    size = next((h["x-linked-size"] for h in said if "x-linked-size" in h), answer.headers.get("content-length", "0"))
    return _Remote(int(size), checksum.removeprefix("W/").strip('"'))


def _receive(client: httpx.Client, url: str, part: Path, remote: _Remote, progress: Progress) -> None:
    have = part.stat().st_size if part.exists() else 0
    if have > remote.size > 0:
        part.unlink()
        have = 0
    if have == remote.size > 0:
        return
    headers = {"Range": f"bytes={have}-"} if have else {}
    with client.stream("GET", url, headers=headers) as answer:
        if answer.status_code >= 400:
            raise DownloadFailed(f"The server answered {answer.status_code} for {url}")
        resumed = answer.status_code == 206
        done = have if resumed else 0
        with part.open("ab" if resumed else "wb") as file:
            for piece in answer.iter_bytes(_CHUNK):
                file.write(piece)
                done += len(piece)
                progress(part.name.removesuffix(".part"), done, remote.size)
    if remote.size and done < remote.size:
        raise httpx.ReadError(f"only {done} of {remote.size} bytes came")


def _matches(path: Path, checksum: str) -> bool:
    if len(checksum) == 64:
        digest = hashlib.sha256()
    elif len(checksum) == 40:
        digest = hashlib.sha1(f"blob {path.stat().st_size}\0".encode(), usedforsecurity=False)
    else:
        return True
    with path.open("rb") as file:
        while piece := file.read(_CHUNK):
            digest.update(piece)
    return digest.hexdigest() == checksum


def _check_room(folder: Path, needed: int) -> None:
    free = shutil.disk_usage(folder).free
    if needed > free:
        raise DownloadFailed(f"{needed / 1e9:.1f} GB are needed, and the disk has {free / 1e9:.1f} GB free.")
