"""Which lines of a pinned list are meant for which machine, and which wheels run there."""

from pathlib import Path

import pytest

from deploy.bundle.markers import NotUnderstood, holds
from deploy.bundle.pins import Pin, Target, meant_for, named, read
from deploy.bundle.wheels import _rounds, glibc_floor

ROOT = Path(__file__).resolve().parents[4]
DEBIAN = {"sys_platform": "linux", "platform_machine": "x86_64", "python_full_version": "3.11.2",
          "implementation_name": "cpython"}  # fmt: skip


@pytest.mark.parametrize(
    ("marker", "expected"),
    [
        ("", True),
        ("sys_platform == 'linux'", True),
        ("sys_platform != 'win32'", True),
        ("sys_platform == 'win32'", False),
        ("python_full_version < '3.12'", True),
        ("python_full_version >= '3.11.5'", False),  # compared as numbers, not as text
        ("python_full_version < '3.11.10'", True),
        ("python_full_version == '3.11.2.0'", True),
        ("python_full_version >= '3.12' and sys_platform == 'emscripten'", False),
        ("platform_machine == 'AMD64' or platform_machine == 'x86_64'", True),
        ("(sys_platform == 'win32' or sys_platform == 'linux') and implementation_name != 'PyPy'", True),
        ("'linux' in sys_platform", True),
        ("platform_machine not in 'arm64 aarch64'", True),
    ],
)
def test_markers(marker: str, expected: bool) -> None:
    assert holds(marker, DEBIAN) is expected


@pytest.mark.parametrize(
    "marker", ["__import__('os').system('x')", "sys_platform", "moon == 'full'", "1 < 2 < 3", "=="]
)
def test_what_is_no_marker_is_refused_and_never_run(marker: str) -> None:
    with pytest.raises(NotUnderstood):
        holds(marker, DEBIAN)


SUM = "a" * 64
LIST = f"""\
# Compiled from x.in
python-multipart==0.0.34 \\
    --hash=sha256:{SUM}
    # via x
soupsieve==2.10 ; python_full_version < '3.11.5' \\
    --hash=sha256:{SUM} \\
    --hash=sha256:{"b" * 64}
soupsieve==4.1.1 ; python_full_version >= '3.11.5' \\
    --hash=sha256:{SUM}
colorama==0.4.6 ; sys_platform == 'win32' \\
    --hash=sha256:{SUM}
"""


def test_a_list_is_read_with_its_markers_and_checksums() -> None:
    pins = read(LIST)
    assert [(pin.name, pin.version, len(pin.hashes)) for pin in pins] == [
        ("python-multipart", "0.0.34", 1),
        ("soupsieve", "2.10", 2),
        ("soupsieve", "4.1.1", 1),
        ("colorama", "0.4.6", 1),
    ]
    assert pins[1].spelled([SUM]) == f"soupsieve==2.10 ; python_full_version < '3.11.5' --hash=sha256:{SUM}"


def test_every_python_of_a_minor_version_finds_its_wheels() -> None:
    """Debian 12 has 3.11.2, this machine perhaps 3.11.9: both versions of soupsieve have to be there."""
    assert [pin.version for pin in meant_for(read(LIST), Target(python="3.11"))] == ["0.0.34", "2.10", "4.1.1"]
    assert [pin.version for pin in meant_for(read(LIST), Target(python="3.13"))] == ["0.0.34", "4.1.1"]


def test_a_line_without_a_checksum_is_refused() -> None:
    with pytest.raises(ValueError, match="not a pin with checksums: httpx"):
        read("httpx==0.28.1\n")


@pytest.mark.parametrize("name", sorted(path.stem for path in (ROOT / "envs").glob("*.txt")))
@pytest.mark.parametrize("target", [Target(), Target("aarch64", "3.13"), Target(python="3.12", glibc="2.36")], ids=str)
def test_every_list_of_ours_is_understood(name: str, target: Target) -> None:
    pins = meant_for(read((ROOT / "envs" / f"{name}.txt").read_text(encoding="utf-8")), target)
    assert pins
    if name in {"stt", "tts", "llm"}:
        assert "python-multipart" in {pin.name for pin in pins}, "without it, uploads fail at the first request"


@pytest.mark.parametrize(
    ("file", "package"),
    [
        ("python_multipart-0.0.34-py3-none-any.whl", ("python-multipart", "0.0.34")),
        ("ctranslate2-4.8.5-cp311-cp311-manylinux_2_27_x86_64.manylinux_2_28_x86_64.whl", ("ctranslate2", "4.8.5")),
        ("jstyleson-0.0.2.tar.gz", ("jstyleson", "0.0.2")),
        ("ruamel.yaml-0.18.tar.gz", ("ruamel-yaml", "0.18")),
    ],
)
def test_file_names(file: str, package: tuple[str, str]) -> None:
    assert named(file) == package


def test_the_oldest_glibc_that_all_wheels_run_on() -> None:
    files = [
        Path("a-1-py3-none-any.whl"),
        Path("b-1-cp311-cp311-manylinux_2_27_x86_64.manylinux_2_28_x86_64.whl"),
        Path("c-1-cp311-cp311-manylinux2014_x86_64.manylinux_2_17_x86_64.whl"),
    ]
    assert glibc_floor(files) == "2.27"
    assert glibc_floor([]) == "2.17"


def test_platforms_are_told_newest_first() -> None:
    tags = Target("aarch64", glibc="2.28").platforms()
    assert tags[0] == "manylinux_2_28_aarch64"
    assert {"manylinux2014_aarch64", "manylinux_2_17_aarch64", "linux_aarch64"} <= set(tags)
    assert "manylinux_2_31_aarch64" not in tags


def test_pip_never_gets_the_same_package_twice_in_a_list() -> None:
    pins = [Pin(name, version, "", frozenset({SUM})) for name, version in (("a", "1"), ("a", "2"), ("b", "1"))]
    rounds = list(_rounds(pins))
    assert sorted(pin.version for part in rounds for pin in part if pin.name == "a") == ["1", "2"]
    assert all(len({pin.name for pin in part}) == len(part) for part in rounds)
