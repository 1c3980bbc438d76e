"""`python -m services.stt.download` (`make models`): fetch a faster-whisper model. The one place that downloads any.

The files arrive in a folder beside the final one and are moved when all are there, so a download that was cut off is
never taken for a model, and goes on where it stopped.
"""

from shared.environment import settle

settle("stt")

import sys  # noqa: E402 - the right Python first
from pathlib import Path  # noqa: E402

from services.stt.models import PREFERRED, home, missing_files  # noqa: E402
from services.stt.settings import SttSettings  # noqa: E402

FILES = ["config.json", "preprocessor_config.json", "model.bin", "tokenizer.json", "vocabulary.*"]


def wanted(settings: SttSettings) -> str:
    """The model somebody named, or the best one for the device they named; a CPU's when they did not."""
    return settings.model or PREFERRED["cuda" if settings.device == "cuda" else "cpu"][0]


def fetch(repository: str, folder: Path) -> None:
    """Into `folder`, all or nothing."""
    from huggingface_hub import snapshot_download

    arriving = folder.with_name(f"{folder.name}.arriving")
    snapshot_download(repository, local_dir=arriving, allow_patterns=FILES)
    if absent := missing_files(arriving):
        raise OSError(f"{repository} lacks {', '.join(absent)}")
    arriving.rename(folder)


def main() -> int:
    from faster_whisper.utils import _MODELS as KNOWN  # names people use -> repositories; pinned with the library

    settings = SttSettings()
    name = wanted(settings)
    folder = home(settings) / name
    if not missing_files(folder):
        say(f"stt: {name} is here already.")
        return 0
    if name not in KNOWN:
        say(f"stt: there is no model called {name!r}; there are {', '.join(sorted(KNOWN))}.")
        return 1
    say(f"stt: downloading {name} from {KNOWN[name]} to {folder} ...")
    folder.parent.mkdir(parents=True, exist_ok=True)
    try:
        fetch(KNOWN[name], folder)
    except (OSError, RuntimeError, ValueError) as trouble:  # every way the hub's client has of saying "not now"
        say(f"stt: {name} could not be downloaded: {str(trouble).splitlines()[0]}")
        return 1
    say(f"stt: {name} is ready. `make restart` uses it.")
    return 0


def say(message: str) -> None:
    sys.stderr.write(message + "\n")


if __name__ == "__main__":
    sys.exit(main())
