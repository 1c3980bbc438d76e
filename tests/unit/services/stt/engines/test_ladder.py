"""Which engines stand on the ladder, and what is said of those that cannot."""

from pathlib import Path

import pytest

from services.stt.engines import cuda
from services.stt.engines.ladder import rungs
from services.stt.settings import SttSettings
from shared.service.ladder import EngineUnavailable, NotConfigured


@pytest.mark.parametrize(
    ("device", "names"),
    [
        ("auto", ["faster-whisper", "faster-whisper", "pocketsphinx"]),
        ("cpu", ["faster-whisper", "pocketsphinx"]),
        ("cuda", ["faster-whisper", "pocketsphinx"]),
    ],
)
def test_the_embedded_engine_is_always_the_last(device: str, names: list[str]) -> None:
    assert [rung.name for rung in rungs(SttSettings(device=device))] == names  # type: ignore[arg-type]


def test_without_a_model_nobody_asked_for_whisper(tmp_path: Path) -> None:
    for rung in rungs(SttSettings(models_dir=tmp_path))[:-1]:
        with pytest.raises(NotConfigured):
            rung.build()


@pytest.mark.parametrize(
    ("model", "fix"),
    [
        ("/no/such/folder", "STT_MODEL=small make models"),
        ("large-v3-turbo", "STT_MODEL=large-v3-turbo make models"),
        ("smal", "STT_MODEL=small make models"),
    ],
)
def test_a_model_that_is_not_there_comes_with_its_cure(tmp_path: Path, model: str, fix: str) -> None:
    rung = rungs(SttSettings(model=model, models_dir=tmp_path, device="cpu"))[0]
    with pytest.raises(EngineUnavailable) as refused:
        rung.build()
    assert fix in refused.value.fix
    assert str(tmp_path) not in str(refused.value)


def test_a_gpu_that_is_demanded_and_missing_is_named() -> None:
    import ctranslate2

    if ctranslate2.get_cuda_device_count() == 0:
        with pytest.raises(NotConfigured):
            cuda.check("auto")
        with pytest.raises(EngineUnavailable, match="no CUDA device"):
            cuda.check("cuda")
    else:
        cuda.check("cuda")


def test_cublas_is_loaded_from_its_wheel_where_there_is_one() -> None:
    assert all(library.name.startswith("libcublas") for library in cuda.preload_cublas())
