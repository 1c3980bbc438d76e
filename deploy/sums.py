"""SHA256SUMS, the format of the `sha256sum` program: beside models and bundles, so that anybody can check them."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

NAME = "SHA256SUMS"


def digest(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def files(folder: Path) -> Iterator[str]:
    """Everything under a folder but the list itself, in one order on every machine."""
    for file in sorted(folder.rglob("*")):
        name = file.relative_to(folder).as_posix()
        if file.is_file() and name != NAME:
            yield name


def write(folder: Path, names: Iterable[str] | None = None) -> Path:
    """Write the list; complete or not at all."""
    lines = [f"{digest(folder / name)}  {name}\n" for name in (files(folder) if names is None else names)]
    target = folder / NAME
    arriving = target.with_name(f".{NAME}")
    arriving.write_text("".join(lines), encoding="utf-8")
    arriving.replace(target)
    return target


def read(record: Path) -> dict[str, str]:
    """File name -> checksum. Lines that are none are left out; paths that lead outside as well."""
    found = {}
    for line in record.read_text(encoding="utf-8").splitlines():
        checksum, _, name = line.partition("  ")
        if len(checksum) == 64 and name and not Path(name).is_absolute() and ".." not in Path(name).parts:
            found[name] = checksum
    return found


def wrong(folder: Path, listed: Mapping[str, str]) -> Iterator[str]:
    """The files that are missing or are not what they were."""
    for name, checksum in listed.items():
        file = folder / name
        if not file.is_file() or digest(file) != checksum:
            yield name
