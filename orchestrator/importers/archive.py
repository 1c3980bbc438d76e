"""Looking into zip and gzip files without trusting them: nothing is unpacked to disk, everything is bounded.

A zip bomb, a path that climbs out, a million members: refused with the member named, before memory is spent on it.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator

from orchestrator.recipes.trouble import RecipeTrouble

MOST_MEMBERS = 20_000
LARGEST_MEMBER = 16 * 1024 * 1024
LARGEST_TOTAL = 256 * 1024 * 1024


def is_zip(raw: bytes) -> bool:
    return raw[:4] in (b"PK\x03\x04", b"PK\x05\x06")


def is_gzip(raw: bytes) -> bool:
    return raw[:2] == b"\x1f\x8b"


def members(raw: bytes, where: str, *, budget: list[int] | None = None) -> Iterator[tuple[str, bytes]]:
    """(name, content) of every file in a zip. `budget` is shared by zips inside zips."""
    left = [LARGEST_TOTAL] if budget is None else budget
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            infos = archive.infolist()
            if len(infos) > MOST_MEMBERS:
                raise RecipeTrouble(
                    where, f"holds {len(infos)} files; more than {MOST_MEMBERS} is no recipe collection"
                )
            for info in infos:
                if info.is_dir():
                    continue
                inside = f"{where}: {info.filename[:80]}"
                _refuse_climbing(info.filename, inside)
                if info.flag_bits & 0x1:
                    raise RecipeTrouble(inside, "is locked with a password")
                with archive.open(info) as member:
                    # What the directory says about sizes may be a lie: count what really comes out.
                    content = member.read(LARGEST_MEMBER + 1)
                left[0] -= len(content)
                if len(content) > LARGEST_MEMBER or left[0] < 0:
                    raise RecipeTrouble(inside, "unpacks to more than a recipe can be")
                yield info.filename, content
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
        raise RecipeTrouble(where, f"is a damaged zip file: {error}") from error


def gunzipped(raw: bytes, where: str) -> bytes:
    unpacker = zlib.decompressobj(wbits=31)
    try:
        content = unpacker.decompress(raw, LARGEST_MEMBER + 1)
    except zlib.error as error:
        raise RecipeTrouble(where, f"is a damaged gzip file: {error}") from error
    if len(content) > LARGEST_MEMBER:
        raise RecipeTrouble(where, "unpacks to more than a recipe can be")
    if not unpacker.eof:
        raise RecipeTrouble(where, "is a gzip file that ends in the middle")
    return content


def _refuse_climbing(name: str, where: str) -> None:
    """We never write a member to disk, but a name like this means the file was made to do harm."""
    parts = name.replace("\\", "/").split("/")
    if name.startswith(("/", "\\")) or ".." in parts or (len(name) > 1 and name[1] == ":") or "\x00" in name:
        raise RecipeTrouble(where, "has a path that climbs out of the archive; refused")
