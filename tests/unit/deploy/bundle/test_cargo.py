"""Images and models: taken along when they are there, put back as what they were."""

import os
import stat
from pathlib import Path

import pytest

from deploy import sums
from deploy.bundle import cargo
from deploy.bundle.manifest import Image
from deploy.local.house import House, Trouble

# A container engine of a few lines: knows the images in $SHELF, saves and loads their ids.
ENGINE = """\
#!/bin/sh
case "$1" in
  info) echo an-engine;;
  images) for one in "$SHELF"/*; do basename "$one" | tr '+' '/'; done;;
  image) cat "$SHELF/$(echo "$5" | tr '/' '+')" 2>/dev/null;;
  save) cp "$SHELF/$(echo "$4" | tr '/' '+')" "$3";;
  load) cp "$3" "$SHELF/sous+stt:local";;
esac
"""


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    program = tmp_path / "bin" / "docker"
    program.parent.mkdir()
    program.write_text(ENGINE, encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    shelf = tmp_path / "shelf"
    shelf.mkdir()
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("SHELF", str(shelf))
    return shelf


def on(shelf: Path, name: str, number: str) -> None:
    (shelf / name.replace("/", "+")).write_text(number, encoding="utf-8")


def test_our_images_are_taken_and_nobody_elses(shelf: Path, tmp_path: Path) -> None:
    on(shelf, "sous/stt:local", "sha256:1111")
    on(shelf, "registry/sous/tts:1.0", "sha256:2222")
    on(shelf, "postgres:17", "sha256:3333")
    bundle = tmp_path / "bundle"
    bundle.mkdir()
    assert cargo.engine() == "docker"
    taken = cargo.images(tmp_path, "docker", bundle, lambda message: None)
    assert [(image.name, image.id) for image in taken] == [
        ("registry/sous/tts:1.0", "sha256:2222"),
        ("sous/stt:local", "sha256:1111"),
    ]
    assert all((bundle / image.file).is_file() for image in taken)


def test_an_image_that_is_not_the_one_that_was_meant_is_refused(shelf: Path, tmp_path: Path) -> None:
    (tmp_path / "images").mkdir()
    (tmp_path / "images" / "stt.tar").write_text("sha256:1111", encoding="utf-8")
    cargo.load("docker", tmp_path, Image("sous/stt:local", "sha256:1111", "images/stt.tar"))
    with pytest.raises(Trouble, match="should be sha256:9999"):
        cargo.load("docker", tmp_path, Image("sous/stt:local", "sha256:9999", "images/stt.tar"))


def test_no_engine_is_no_trouble(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert cargo.engine() == ""


def test_whole_models_are_taken_with_their_checksums_and_half_ones_are_not(tmp_path: Path) -> None:
    for name, file in (("small", "model.bin"), ("half", "model.bin.part")):
        folder = tmp_path / "state" / "models" / "stt" / name
        folder.mkdir(parents=True)
        (folder / file).write_text("weights", encoding="utf-8")
    house = House.at(tmp_path, {"SOUS_HOME": str(tmp_path / "state")})
    bundle = tmp_path / "bundle"
    assert cargo.models(house, bundle, lambda message: None) == ["stt/small"]
    assert (
        list(sums.wrong(bundle / "models" / "stt" / "small", sums.read(bundle / "models/stt/small" / sums.NAME))) == []
    )
    assert not (bundle / "models" / "stt" / "half").exists()
