"""`python -m services.stt.download [MODEL]`, which `make models` calls: a Whisper model onto this machine."""

from shared.environment import settle

settle("stt")

import argparse  # noqa: E402 - the right Python first
import sys  # noqa: E402
import time  # noqa: E402

from services.stt.fetching import DownloadFailed, fetch  # noqa: E402
from services.stt.models import HUB, PREPROCESSED, home, missing_files  # noqa: E402
from services.stt.settings import SttSettings  # noqa: E402


def main(argv: list[str] | None = None) -> int:
    settings = SttSettings()
    parser = argparse.ArgumentParser(prog="python -m services.stt.download", description="Download a Whisper model.")
    parser.add_argument(
        "model", nargs="?", default=settings.model if settings.model in HUB else "small", choices=sorted(HUB)
    )
    wanted = parser.parse_args(argv)
    folder = home(settings) / wanted.model
    if not missing_files(folder):
        _say(f"{wanted.model} is here already: {folder}\n")
        return 0
    repository, vocabulary = HUB[wanted.model]
    extra = ["preprocessor_config.json"] if wanted.model in PREPROCESSED else []
    base = f"{settings.models_url.rstrip('/')}/{repository}/resolve/main"
    _say(f"Downloading {wanted.model} to {folder}\n")
    try:
        # The big file last: what is missing or misspelt shows at once.
        fetch(base, ["config.json", "tokenizer.json", vocabulary, *extra, "model.bin"], folder, _Ticker())
    except DownloadFailed as failed:
        _say(f"\n{failed}\n")
        return 1
    except KeyboardInterrupt:
        _say("\nStopped. What has arrived is kept: run it again to go on.\n")
        return 130
    _say(f"\nDone. Start with STT_MODEL={wanted.model}, or leave STT_MODEL unset: it is found by itself.\n")
    return 0


class _Ticker:
    """A line that counts, at most ten times a second."""

    def __init__(self) -> None:
        self._last = 0.0

    def __call__(self, name: str, done: int, size: int) -> None:
        if done >= size or time.monotonic() - self._last > 0.1:
            self._last = time.monotonic()
            _say(f"\r  {name}  {done / 1e6:7.1f} of {size / 1e6:.1f} MB ({done / max(1, size):4.0%})")
            if done >= size:
                _say("\n")


def _say(text: str) -> None:
    sys.stderr.write(text)
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())
