"""The installer over small bundles that are not whole, not for this machine, or not wanted where they were sent."""

import os
import platform
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from deploy import sums
from deploy.bundle import install, manifest, source, verify
from deploy.bundle.make import INSTALL_SH, native
from deploy.bundle.manifest import Manifest, Packed
from deploy.local.house import Trouble

ROOT = Path(__file__).resolve().parents[4]
HERE = f"{sys.version_info.major}.{sys.version_info.minor}"
FACTS = Manifest(
    name="sous-test", commit="", changed=False, processor=platform.machine(), python=HERE, glibc="2.17",
    environments={"stt": Packed("", 2, 20)}, models=(), images=(), absent={},
)  # fmt: skip


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """Two wheels (of a few bytes), their list, the project's installer, checksums."""
    folder = tmp_path / "bundle"
    wheels = folder / "wheels" / "stt"
    wheels.mkdir(parents=True)
    lines = []
    for name in ("python_multipart-0.0.34", "fastapi-0.165.0"):
        file = wheels / f"{name}-py3-none-any.whl"
        file.write_bytes(name.encode())
        package, _, version = name.partition("-")
        lines.append(f"{package.replace('_', '-')}=={version} --hash=sha256:{sums.digest(file)}\n")
    (wheels / "pins.txt").write_text("".join(lines), encoding="utf-8")
    for name in source.files(ROOT):
        if name.startswith(("deploy/", "shared/__init__", "shared/environment")):
            (folder / "source" / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / "source" / name).write_bytes((ROOT / name).read_bytes())
    (folder / "install.sh").write_text(INSTALL_SH.read_text(encoding="utf-8").replace("@PYTHON@", HERE), "utf-8")
    FACTS.write(folder)
    sums.write(folder)
    return folder


def sh(bundle: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["sh", str(bundle / "install.sh"), *words],
        cwd=bundle.parent,
        env={"PATH": os.environ["PATH"], "PYTHON": sys.executable, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_whole_bundle_is_called_whole_and_nothing_is_written_into_it(bundle: Path) -> None:
    before = sorted(bundle.rglob("*"))
    done = sh(bundle, "--check")
    assert (done.returncode, done.stderr.splitlines()[-1]) == (0, "The bundle is whole.")
    assert sh(bundle, "--check", LANG="ko_KR.UTF-8").stderr.splitlines()[-1] == "꾸러미가 온전합니다."
    assert sorted(bundle.rglob("*")) == before


@pytest.mark.parametrize("name", ["python_multipart-0.0.34", "fastapi-0.165.0"])
def test_without_any_one_wheel_it_fails_by_name_and_installs_nothing(bundle: Path, name: str) -> None:
    (bundle / "wheels" / "stt" / f"{name}-py3-none-any.whl").unlink()
    done = sh(bundle, "target")
    assert done.returncode == 1
    assert f"wheels/stt/{name}-py3-none-any.whl" in done.stderr
    assert not (bundle.parent / "target").exists()


def test_also_when_the_checksums_were_written_again_to_match(bundle: Path) -> None:
    (bundle / "wheels" / "stt" / "python_multipart-0.0.34-py3-none-any.whl").unlink()
    sums.write(bundle)
    done = sh(bundle, "target")
    assert done.returncode == 1
    assert "Missing for stt" in done.stderr
    assert "python-multipart==0.0.34" in done.stderr


def test_one_flipped_byte_is_found_wherever_it_is(bundle: Path) -> None:
    names = list(sums.read(bundle / sums.NAME))
    for name in [*names[::9], "install.sh", "wheels/stt/pins.txt", "wheels/stt/fastapi-0.165.0-py3-none-any.whl"]:
        if name == manifest.NAME:
            continue  # read before it is checked: see the next test
        file = bundle / name
        whole = file.read_bytes()
        if not whole:
            continue
        file.write_bytes(bytes([whole[0] ^ 1]) + whole[1:])
        with pytest.raises(Trouble, match="Damaged"):
            install.check(bundle)
        file.write_bytes(whole)
    install.check(bundle)


def test_a_damaged_manifest_is_no_manifest_or_has_the_wrong_checksum(bundle: Path) -> None:
    file = bundle / manifest.NAME
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("sous-test", "sous-tesu"), encoding="utf-8")
    with pytest.raises(Trouble, match="Damaged"):
        install.check(bundle)
    file.write_text(text[:-10], encoding="utf-8")
    with pytest.raises(Trouble, match="no bundle, or half of one"):
        install.check(bundle)


@pytest.mark.parametrize("lost", ["SHA256SUMS", "source"])
def test_half_a_bundle_says_so(bundle: Path, lost: str) -> None:
    (bundle / lost).rename(bundle / "elsewhere")
    done = sh(bundle, "target")
    assert done.returncode == 1
    assert "missing" in done.stderr


def test_the_wrong_python_is_named_in_both_languages(bundle: Path) -> None:
    file = bundle / "install.sh"
    file.write_text(INSTALL_SH.read_text(encoding="utf-8").replace("@PYTHON@", "3.99"), encoding="utf-8")
    done = sh(bundle, "target")
    assert done.returncode == 1
    assert "This bundle is for Python 3.99" in done.stderr
    assert "Python 3.99용" in done.stderr


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        (replace(FACTS, processor="s390x"), "is for s390x"),
        (replace(FACTS, python="3.99"), "is for Python 3.99"),
        (replace(FACTS, glibc="9.1"), "needs glibc 9.1"),
        (replace(FACTS, environments={"vllm": Packed("", 1, 10**18)}), "too little room"),
    ],
)
def test_a_bundle_for_another_machine(tmp_path: Path, facts: Manifest, says: str) -> None:
    with pytest.raises(Trouble, match=says):
        install.fits(facts, tmp_path / "bundle", tmp_path / "target")


def test_it_does_not_install_over_something_else_or_into_itself(tmp_path: Path) -> None:
    (tmp_path / "target").mkdir()
    (tmp_path / "target" / "letters.txt").write_text("dear", encoding="utf-8")
    with pytest.raises(Trouble, match="holds something else"):
        install.fits(FACTS, tmp_path / "bundle", tmp_path / "target")
    with pytest.raises(Trouble, match="inside the bundle"):
        install.fits(FACTS, tmp_path / "bundle", tmp_path / "bundle" / "sous")


def test_a_model_is_placed_whole_and_one_that_is_there_is_left_alone(tmp_path: Path) -> None:
    model = tmp_path / "bundle" / "small"
    model.mkdir(parents=True)
    (model / "model.bin").write_text("new", encoding="utf-8")
    target = tmp_path / "state" / "models" / "stt" / "small"
    target.with_name("small.arriving").mkdir(parents=True)  # an earlier try that was cut off
    install.place(model, target)
    assert (target / "model.bin").read_text(encoding="utf-8") == "new"
    (target / "model.bin").write_text("mine", encoding="utf-8")
    install.place(model, target)
    assert (target / "model.bin").read_text(encoding="utf-8") == "mine"


def test_where_the_network_cannot_be_taken_away_that_is_said(bundle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verify, "cut_off", lambda: "`unshare` (util-linux) is not here")
    said: list[str] = []
    assert verify.verify(bundle, said.append) == verify.NOT_PROVEN
    assert said[-1].startswith("NOT PROVEN: `unshare` (util-linux) is not here")


def test_no_bundle_yet(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="make bundle"):
        verify.newest(tmp_path)


@pytest.mark.parametrize("with_git", [True, False])
def test_the_project_without_what_is_made_here(tmp_path: Path, with_git: bool) -> None:
    for name in ("a.py", "b/c.txt", "d.pyc", ".venvs/x/y.py", "dist/z", "__pycache__/q"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("", encoding="utf-8")
    (tmp_path / ".gitignore").write_text(".venvs/\ndist/\n__pycache__/\n*.pyc\n", encoding="utf-8")
    if with_git:
        subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    assert source.files(tmp_path) == [".gitignore", "a.py", "b/c.txt"]
    assert source.copy(tmp_path, tmp_path / "dist" / "copy") == 3


def test_this_machine_is_a_target() -> None:
    assert native().python == HERE
    assert native().tag.startswith("linux-")


def test_checksums_are_the_sha256sum_programs(bundle: Path) -> None:
    check: Callable[..., subprocess.CompletedProcess[str]] = subprocess.run
    done = check(["sha256sum", "-c", "--quiet", sums.NAME], cwd=bundle, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "")


def test_a_program_that_was_cut_off_while_unpacking_is_not_trusted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wheels = tmp_path / "bundle" / "wheels" / "uv"
    wheels.mkdir(parents=True)
    with zipfile.ZipFile(wheels / "uv-1.0-py3-none-any.whl", "w") as wheel:
        wheel.writestr("uv-1.0.data/scripts/uv", b"#!/bin/sh\n")
    program = tmp_path / "target" / ".cache" / "uv" / "bin" / "uv"
    whole = Path.write_bytes

    def full(file: Path, content: bytes) -> int:
        whole(file, content[:3])
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as disk:
        disk.setattr(Path, "write_bytes", full)
        with pytest.raises(OSError, match="No space"):
            install._uv(tmp_path / "bundle", tmp_path / "target")
    assert install._uv(tmp_path / "bundle", tmp_path / "target") == program
    assert program.read_bytes() == b"#!/bin/sh\n"
    assert os.access(program, os.X_OK)
