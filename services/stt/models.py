"""Which faster-whisper model to use and where it lies. Downloading is `make models`' work, never a start's."""

from pathlib import Path
from typing import Final

from services.stt.settings import SttSettings
from shared.service.kit import state_home
from shared.service.ladder import EngineUnavailable, NotConfigured

#: Best first, by device; what `auto` looks for among the downloaded ones.
PREFERRED: Final = {"cuda": ("large-v3-turbo", "small"), "cpu": ("small", "large-v3-turbo")}
NEEDED: Final = ("model.bin", "config.json", "tokenizer.json")


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
        return _checked(Path(settings.model).expanduser(), "STT_MODEL")
    return _checked(home(settings) / settings.model, f"the model {settings.model!r}", settings.model)


def missing_files(folder: Path) -> list[str]:
    absent = [name for name in NEEDED if not (folder / name).is_file()]
    if not any(folder.glob("vocabulary.*")):
        absent.append("vocabulary.json")
    return absent


def _checked(folder: Path, what: str, name: str = "small") -> Path:
    fix = f"STT_MODEL={name} make models, then start with STT_MODEL={name}"
    if not folder.is_dir():
        raise EngineUnavailable(f"{what} is not here: there is no folder {folder.name!r}.", fix)
    absent = missing_files(folder)
    if absent:
        raise EngineUnavailable(f"{what} is no complete CTranslate2 Whisper model: {', '.join(absent)} missing.", fix)
    return folder
