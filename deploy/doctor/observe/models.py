"""Downloaded weights: are all files there, and are they still the ones that were downloaded?

`make models` leaves a SHA256SUMS in each folder. Reading gigabytes takes longer than anybody waits for a doctor, so
that is done with --deep only; otherwise a file that is younger than its checksum is what gives it away.
"""

from collections.abc import Iterator
from pathlib import Path

from deploy import sums
from deploy.doctor.facts import Model
from deploy.doctor.observe.machine import MB
from deploy.local.house import House
from deploy.local.models import homes

#: What a folder must hold to be a model at all.
NEEDED = {
    "stt": ("model.bin", "config.json", "tokenizer.json"),
    "tts": ("onnx/vocoder.onnx",),
}


def models(house: House, *, deep: bool = False) -> tuple[Model, ...]:
    return tuple(_models(homes(house), deep=deep))


def _models(homes: dict[str, Path], *, deep: bool) -> Iterator[Model]:
    for service, home in homes.items():
        for folder in sorted(home.iterdir()) if home.is_dir() else ():
            if folder.is_dir():
                yield _model(service, folder, deep=deep)


def _model(service: str, folder: Path, *, deep: bool) -> Model:
    if folder.name.endswith(".arriving"):
        return Model(service, folder.name.removesuffix(".arriving"), unfinished=(folder.name,))
    files = [file for file in folder.rglob("*") if file.is_file()]
    missing = tuple(name for name in NEEDED.get(service, ()) if not (folder / name).is_file())
    unfinished = tuple(file.name for file in files if file.suffix == ".part")
    size = sum(file.stat().st_size for file in files) // MB
    state, damaged = _sums(folder, deep=deep)
    return Model(service, folder.name, size, missing, unfinished, state, damaged)


def _sums(folder: Path, *, deep: bool) -> tuple[str, tuple[str, ...]]:
    record = folder / sums.NAME
    if not record.is_file():
        return "absent", ()
    listed = sums.read(record)
    gone = tuple(name for name in listed if not (folder / name).is_file())
    if gone:
        return "bad", gone
    if deep:
        wrong = tuple(sums.wrong(folder, listed))
        return ("bad", wrong) if wrong else ("good", ())
    written = record.stat().st_mtime
    younger = tuple(name for name in listed if (folder / name).stat().st_mtime > written)
    return ("changed", younger) if younger else ("unread", ())
