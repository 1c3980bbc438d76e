"""`make models`, with a model hub that is only a folder: what arrives whole is used, what does not is not."""

from pathlib import Path

import huggingface_hub
import pytest

from services.stt import download
from services.stt.models import NEEDED
from services.stt.settings import SttSettings


@pytest.fixture
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("STT_MODELS_DIR", str(tmp_path / "models"))
    monkeypatch.delenv("STT_MODEL", raising=False)
    return tmp_path / "models"


def hub(monkeypatch: pytest.MonkeyPatch, *files: str, refuses: Exception | None = None) -> list[str]:
    asked: list[str] = []

    def snapshot_download(repository: str, *, local_dir: Path, allow_patterns: list[str]) -> None:
        asked.append(repository)
        local_dir.mkdir(parents=True, exist_ok=True)
        for file in files:
            (local_dir / file).touch()
        if refuses is not None:
            raise refuses

    monkeypatch.setattr(huggingface_hub, "snapshot_download", snapshot_download)
    return asked


WHOLE = (*NEEDED, "vocabulary.txt")


def test_a_model_arrives_and_is_not_fetched_twice(models: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = hub(monkeypatch, *WHOLE)
    assert download.main() == 0
    assert (models / "small" / "model.bin").exists()
    assert download.main() == 0
    assert len(asked) == 1


def test_one_that_was_cut_off_is_not_taken_for_a_model(
    models: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    hub(monkeypatch, "model.bin", refuses=ConnectionError("the line went dead\nand more"))
    assert download.main() == 1
    assert not (models / "small").exists()
    assert "stt: small could not be downloaded: the line went dead\n" in capsys.readouterr().err
    hub(monkeypatch, *WHOLE)
    assert download.main() == 0


def test_an_incomplete_repository_is_refused(models: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hub(monkeypatch, "model.bin")
    assert download.main() == 1
    assert not (models / "small").exists()


def test_an_unknown_name_lists_the_known_ones(
    models: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = hub(monkeypatch, *WHOLE)
    monkeypatch.setenv("STT_MODEL", "smal")
    assert download.main() == 1
    assert "large-v3-turbo" in capsys.readouterr().err
    assert asked == []


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        (SttSettings(model=None, device="cuda"), "large-v3-turbo"),
        (SttSettings(model=None, device="auto"), "small"),
        (SttSettings(model="base", device="cuda"), "base"),
    ],
)
def test_which_model(settings: SttSettings, expected: str) -> None:
    assert download.wanted(settings) == expected
