"""`python -m services.tts.download` (`make models`): fetch Supertonic's weights. The one place that downloads any.

About 400 MB at a pinned revision, each file checked against its published size and checksum. The files arrive in a
folder beside the final one and are moved when all are there, so a download that was cut off is never taken for a
model, and goes on where it stopped.
"""

from shared.environment import settle

settle("tts")

import hashlib  # noqa: E402 - the right Python first
import os  # noqa: E402
import sys  # noqa: E402
from dataclasses import dataclass  # noqa: E402
from pathlib import Path  # noqa: E402

import httpx  # noqa: E402
from pydantic import BaseModel, TypeAdapter, ValidationError  # noqa: E402

from services.tts.settings import TtsSettings  # noqa: E402

REPOSITORY = "Supertone/supertonic-3"
REVISION = "724fb5abbf5502583fb520898d45929e62f02c0b"
WANTED = ("onnx/", "voice_styles/", "LICENSE")


class _Lfs(BaseModel):
    oid: str  # SHA-256


class _Listed(BaseModel):
    type: str
    path: str
    size: int = 0
    lfs: _Lfs | None = None


@dataclass(frozen=True, slots=True)
class Hub:
    address: str
    client: httpx.Client

    def files(self) -> list[_Listed]:
        answer = self.client.get(
            f"{self.address}/api/models/{REPOSITORY}/tree/{REVISION}", params={"recursive": "true"}
        )
        answer.raise_for_status()
        listed = TypeAdapter(list[_Listed]).validate_json(answer.content)
        return [one for one in listed if one.type == "file" and one.path.startswith(WANTED) and _inside(one.path)]

    def fetch(self, file: _Listed, target: Path) -> None:
        """Going on where an earlier try stopped."""
        target.parent.mkdir(parents=True, exist_ok=True)
        have = target.stat().st_size if target.exists() else 0
        if have < file.size or not have:
            headers = {"Range": f"bytes={have}-"} if have else {}
            address = f"{self.address}/{REPOSITORY}/resolve/{REVISION}/{file.path}"
            with self.client.stream("GET", address, headers=headers) as answer:
                answer.raise_for_status()
                with target.open("ab" if answer.status_code == 206 else "wb") as out:
                    for part in answer.iter_bytes(1 << 20):
                        out.write(part)
        if target.stat().st_size != file.size or (file.lfs is not None and _sha256(target) != file.lfs.oid):
            target.unlink()
            raise OSError(f"{file.path} arrived damaged; run it again")


def fetch(hub: Hub, folder: Path) -> None:
    """Into `folder`, all or nothing."""
    files = hub.files()
    if not any(file.path.endswith("vocoder.onnx") for file in files):
        raise OSError("the model is not published there any more")
    arriving = folder.with_name(f"{folder.name}.arriving")
    for number, file in enumerate(files, 1):
        say(f"tts: {number}/{len(files)} {file.path} ({file.size / 1e6:.1f} MB)")
        hub.fetch(file, arriving / file.path)
    arriving.rename(folder)


def main() -> int:
    folder = TtsSettings().supertonic
    if folder.is_dir():
        say(f"tts: {folder.name} is here already.")
        return 0
    say(f"tts: downloading {REPOSITORY} to {folder} ...")
    address = os.environ.get("HF_ENDPOINT", "https://huggingface.co").rstrip("/")
    try:
        with httpx.Client(timeout=httpx.Timeout(30.0, connect=10.0), follow_redirects=True) as client:
            fetch(Hub(address, client), folder)
    except (OSError, httpx.HTTPError, ValidationError) as trouble:
        say(f"tts: {folder.name} could not be downloaded: {str(trouble).splitlines()[0]}")
        return 1
    say(f"tts: {folder.name} is ready. `make restart` uses it. Its licence (OpenRAIL) lies beside it.")
    return 0


def _inside(path: str) -> bool:
    return not Path(path).is_absolute() and ".." not in Path(path).parts


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def say(message: str) -> None:
    sys.stderr.write(message + "\n")


if __name__ == "__main__":
    sys.exit(main())
