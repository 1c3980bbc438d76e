"""Where a bundle may be written: what somebody else keeps there is never deleted."""

from pathlib import Path

import pytest

from deploy.bundle import make
from deploy.bundle.manifest import Manifest
from deploy.local.house import House, Trouble


def test_a_half_made_environment_for_pip_is_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / f"pip-{make.native().python}"
    (home / "bin").mkdir(parents=True)
    (home / "bin" / "python").touch()  # and then the machine was switched off
    made: list[list[str]] = []
    monkeypatch.setattr(make.subprocess, "run", lambda command, **_: made.append(command))
    assert make._pip(tmp_path) == make._pip(tmp_path) == home / "bin" / "python"
    assert [command[2:4] for command in made] == [["venv", "--clear"]]


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> House:
    """A checkout whose lists ask for nothing, so that making its bundle needs neither pip nor a network."""
    monkeypatch.setattr(make, "_wheels", lambda *_: ({}, []))
    root = tmp_path / "checkout"
    (root / "envs").mkdir(parents=True)
    for name in (make.INSTALLER, *make.LIGHT):
        (root / "envs" / f"{name}.txt").write_text("", encoding="utf-8")
    return House(root, (), {"SOUS_HOME": str(tmp_path / "state")})


def made(house: House, out: Path) -> Path:
    return make.bundle(house, [], make.native(), lambda _: None, out, images=False)


def test_a_folder_with_somebody_elses_files_is_refused_before_any_work(house: House, tmp_path: Path) -> None:
    holidays = tmp_path / "usb" / "holidays.jpg"
    holidays.parent.mkdir()
    holidays.write_bytes(b"sun")
    with pytest.raises(Trouble, match="holds something else"):
        made(house, holidays.parent)
    assert holidays.read_bytes() == b"sun"
    assert not (tmp_path / ".usb.making").exists()


def test_a_manifest_of_another_program_makes_no_bundle_of_ours(house: House, tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text('{"name": "a web page"}', encoding="utf-8")
    with pytest.raises(Trouble, match="holds something else"):
        made(house, tmp_path)


def test_a_file_and_a_whole_disk_are_refused_as_well(house: House, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear", encoding="utf-8")
    with pytest.raises(Trouble, match="holds something else"):
        made(house, tmp_path / "letter.txt")
    with pytest.raises(Trouble, match="whole disk"):
        made(house, Path("/"))


@pytest.mark.parametrize("before", ["nothing", "an empty folder", "an older bundle"])
def test_a_new_folder_an_empty_one_and_an_older_bundle_are_taken(house: House, tmp_path: Path, before: str) -> None:
    out = tmp_path / "sous"
    if before != "nothing":
        out.mkdir()
    if before == "an older bundle":
        (out / "left-over").touch()
        Manifest("sous", "", False, "", "", "", {}, (), (), {}).write(out)
    assert made(house, out) == out.resolve()
    assert (out / "install.sh").is_file()
    assert not (out / "left-over").exists()
