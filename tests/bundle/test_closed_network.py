"""A real bundle: made from the package registry once, then installed, started and cooked with where nobody is reached.

`make test-bundle`. Needs a network to make the bundle and `unshare -rn` to take it away again; where the second is
refused the first test fails and says so, because then nothing has been proven.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from deploy import sums
from deploy.bundle import install, source, verify
from deploy.bundle.make import LIGHT, bundle, native
from deploy.local.house import House, Trouble
from shared.environment import STAMP

pytestmark = pytest.mark.bundle


def say(message: str) -> None:
    sys.stderr.write(message + "\n")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    return bundle(House.at(environment={"SOUS_HOME": str(folder / "state")}), [], native(), say,
                  folder / "sous-test", images=False)  # fmt: skip


@pytest.fixture
def copied(made: Path) -> Iterator[Path]:
    """One's own, to do harm to: the same files under another name, until one is replaced."""
    copy = made.with_name("copied")
    shutil.copytree(made, copy, copy_function=os.link)
    yield copy
    shutil.rmtree(copy)


def installed(bundle: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """As somebody in a closed network would do it; the checks come before anything that would need one."""
    command = ["sh", str(bundle / "install.sh"), *words]
    environment = {**os.environ, "PYTHON": sys.executable, "LANG": "C.UTF-8"}
    return subprocess.run(command, cwd=bundle.parent, env=environment, capture_output=True, text=True, check=False)


def wheels(bundle: Path) -> list[Path]:
    return sorted((bundle / "wheels").rglob("*.whl"))


def test_it_installs_starts_and_cooks_with_the_network_off(made: Path) -> None:
    said: list[str] = []
    assert verify.verify(made, said.append) == 0, said


def test_python_multipart_is_there_for_each_service_that_takes_uploads(made: Path) -> None:
    for name in ("stt", "tts", "llm"):
        assert list((made / "wheels" / name).glob("python_multipart-*.whl")), name


def test_each_environment_has_a_wheelhouse_and_a_list_with_checksums(made: Path) -> None:
    for name in ("uv", *LIGHT):
        lines = (made / "wheels" / name / "pins.txt").read_text(encoding="utf-8").splitlines()
        assert len(lines) == len(list((made / "wheels" / name).glob("*.whl")))
        assert all(line.count("--hash=sha256:") == 1 for line in lines)


def test_without_any_one_of_its_wheels_it_is_refused_by_name(copied: Path) -> None:
    for wheel in wheels(copied):
        away = copied.with_name("away.whl")
        wheel.rename(away)
        with pytest.raises(Trouble, match="Missing") as refused:
            install.check(copied)
        assert str(wheel.relative_to(copied)) in str(refused.value)
        away.rename(wheel)


def test_a_removed_wheel_ends_the_installation_before_it_begins(copied: Path, tmp_path: Path) -> None:
    (wheel,) = (copied / "wheels" / "stt").glob("python_multipart-*.whl")
    wheel.unlink()
    done = installed(copied, str(tmp_path / "sous"))
    assert done.returncode == 1
    assert wheel.name in done.stderr
    assert not (tmp_path / "sous").exists()

    sums.write(copied)  # somebody makes the checksums match what is left
    done = installed(copied, str(tmp_path / "sous"))
    assert done.returncode == 1
    assert "python-multipart==" in done.stderr
    assert not (tmp_path / "sous").exists()


def test_a_flipped_byte_ends_it_too(copied: Path, tmp_path: Path) -> None:
    wheel = max(wheels(copied), key=lambda one: one.stat().st_size)
    content = bytearray(wheel.read_bytes())
    content[len(content) // 2] ^= 1
    wheel.unlink()  # the link: the bundle it was copied from stays whole
    wheel.write_bytes(content)
    done = installed(copied, str(tmp_path / "sous"))
    assert done.returncode == 1
    assert f"Damaged:\n  {wheel.relative_to(copied)}" in done.stderr
    assert not (tmp_path / "sous").exists()


def test_the_installer_itself_takes_wheels_from_nowhere_else(copied: Path, tmp_path: Path) -> None:
    """Past all checks of ours: uv, told to stay offline, finds no other copy in any cache or index of this machine."""
    (wheel,) = (copied / "wheels" / "orchestrator").glob("tenacity-*.whl")
    wheel.unlink()
    source.copy(copied / "source", tmp_path)
    with pytest.raises(Trouble, match="tenacity"):
        install.build(copied, tmp_path, "orchestrator", os.environ)
    assert not (tmp_path / ".venvs" / "orchestrator" / STAMP).exists()


def test_it_goes_on_where_it_was_cut_off_and_leaves_alone_what_is_done(made: Path, tmp_path: Path) -> None:
    source.copy(made / "source", tmp_path)
    install.build(made, tmp_path, "orchestrator", os.environ)
    stamp = tmp_path / ".venvs" / "orchestrator" / STAMP
    written = stamp.stat().st_mtime_ns
    install.build(made, tmp_path, "orchestrator", os.environ)
    assert stamp.stat().st_mtime_ns == written

    stamp.unlink()  # cut off in the middle: no stamp, and half of the packages
    (tenacity,) = tmp_path.glob(".venvs/orchestrator/lib/python3*/site-packages/tenacity")
    shutil.rmtree(tenacity)
    install.build(made, tmp_path, "orchestrator", os.environ)
    assert tenacity.is_dir()
    assert stamp.exists()
