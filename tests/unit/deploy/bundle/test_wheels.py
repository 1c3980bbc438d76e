"""Wheels built from source: a build that was cut off is done again, and what is built carries its paper."""

from pathlib import Path

import pytest

from deploy import sums
from deploy.bundle.pins import Pin, Target
from deploy.bundle.wheels import Store
from deploy.local.house import Trouble

PIP = """\
#!/bin/sh
[ "$3" = wheel ] || exit 0
while [ "$1" != -w ]; do shift; done
mkdir -p "$2" && echo built > "$2/soup-1.0-py3-none-{platform}.whl"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where pip has put a package that is published as source alone."""
    (tmp_path / "store").mkdir()
    (tmp_path / "store" / "soup-1.0.tar.gz").write_bytes(b"source of soup")
    return tmp_path / "store"


def store(folder: Path, platform: str = "any", *, native: bool = True) -> Store:
    python = folder.parent / "python"
    python.write_text(PIP.replace("{platform}", platform), encoding="utf-8")
    python.chmod(0o755)
    return Store(folder, Target(), python, native)


def pin(folder: Path) -> Pin:
    return Pin("soup", "1.0", "", frozenset({sums.digest(folder / "soup-1.0.tar.gz")}))


@pytest.mark.parametrize("cut_off", [False, True])
def test_a_wheel_without_its_paper_is_built_again(folder: Path, cut_off: bool) -> None:
    if cut_off:
        (folder / "soup-1.0-py3-none-any.whl").write_bytes(b"half a wh")
    said: list[str] = []
    wheel = folder / "soup-1.0-py3-none-any.whl"
    assert store(folder).gather([pin(folder)], said.append) == {pin(folder): wheel}
    assert wheel.read_text(encoding="ascii") == "built\n"
    assert len(said) == 2
    assert store(folder).gather([pin(folder)], said.append) == {pin(folder): wheel}
    assert len(said) == 2  # there already
    assert not (folder / ".building").exists()


def test_what_has_to_be_compiled_for_another_machine_is_refused_each_time(folder: Path) -> None:
    for _ in range(2):
        with pytest.raises(Trouble, match="has to be compiled"):
            store(folder, "linux_x86_64", native=False).gather([pin(folder)], lambda _: None)
