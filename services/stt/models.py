"""Which faster-whisper model to use, and where it lies. Starts look here, on the disk, and never download."""

from pathlib import Path
from typing import Final

from services.stt.settings import SttSettings
from shared.environment import state_home
from shared.service.ladder import EngineUnavailable, NotConfigured

#: Best first, by device; what `auto` looks for among the downloaded ones.
PREFERRED: Final = {"cuda": ("large-v3-turbo", "small"), "cpu": ("small", "large-v3-turbo")}
NEEDED: Final = ("model.bin", "config.json", "tokenizer.json")

#: Where each model lives on the hub, with the name of its vocabulary file.
HUB: Final = {
    "tiny": ("Systran/faster-whisper-tiny", "vocabulary.txt"),
    "base": ("Systran/faster-whisper-base", "vocabulary.txt"),
    "small": ("Systran/faster-whisper-small", "vocabulary.txt"),
    "medium": ("Systran/faster-whisper-medium", "vocabulary.txt"),
    "large-v3": ("Systran/faster-whisper-large-v3", "vocabulary.json"),
    "large-v3-turbo": ("mobiuslabsgmbh/faster-whisper-large-v3-turbo", "vocabulary.json"),
}
#: Only these have it, and they need it (128 mel bands instead of 80).
PREPROCESSED: Final = ("large-v3", "large-v3-turbo")


def home(settings: SttSettings) -> Path:
    return settings.models_dir if settings.models_dir is not None else state_home() / "models" / "stt"


def find(settings: SttSettings, device: str) -> Path:
    """The folder of the model to load; NotConfigured when nobody wants one."""
    if settings.model is None:
        for name in PREFERRED[device]:
            folder = home(settings) / name
            if not missing_files(folder):
                return folder
        raise NotConfigured
    if "/" in settings.model or "\\" in settings.model or Path(settings.model).is_dir():
        return _checked(Path(settings.model).expanduser(), "The folder in STT_MODEL")
    return _checked(home(settings) / settings.model, f"The model {settings.model!r}", settings.model)


def missing_files(folder: Path) -> list[str]:
    absent = [name for name in NEEDED if not (folder / name).is_file()]
    if not any(folder.glob("vocabulary.*")):
        absent.append("vocabulary.json")
    return absent


def _checked(folder: Path, what: str, name: str = "small") -> Path:
    known = name if name in HUB else "small"
    fix = f"STT_MODEL={known} make models, then start with STT_MODEL={known}"
    if not folder.is_dir():
        raise EngineUnavailable(f"{what} is not on this machine ({folder.name!r}).", fix)
    absent = missing_files(folder)
    if absent:
        raise EngineUnavailable(f"{what} is no complete CTranslate2 Whisper model: {', '.join(absent)} missing.", fix)
    return folder
