"""The environments under envs/: pinned, hashed, tied to no place, light where they must be, apart where they must be."""

import re
import shutil
import subprocess
from itertools import combinations
from pathlib import Path

import pytest

from deploy.local import environments
from envs import compile as compiler

ROOT = Path(__file__).resolve().parents[2]
ENVS = ROOT / "envs"

ALL = sorted(compiler.HELD_TO)
LIGHT = ["stt", "tts", "llm", "orchestrator", "dev"]
APART = ["gpt-sovits", "llm-transformers", "vllm"]

REQUIREMENT = re.compile(
    r"^(?P<name>[A-Za-z0-9_.\[\],-]+)==(?P<version>[A-Za-z0-9_.!-]+)(?P<marker> ; .+?)?(?P<hashes>( --hash=sha256:[0-9a-f]{64})+)$"
)


def requirements(name: str) -> list[re.Match[str]]:
    text = (ENVS / f"{name}.txt").read_text(encoding="utf-8").replace(" \\\n   ", "")
    lines = [line for line in text.splitlines() if line and not line.lstrip().startswith("#")]
    found = [REQUIREMENT.match(line) for line in lines]
    wrong = [line for line, match in zip(lines, found, strict=True) if match is None]
    assert wrong == [], "every line is name==version with at least one sha256"
    return [match for match in found if match is not None]


def pins(name: str) -> dict[str, set[str]]:
    versions: dict[str, set[str]] = {}
    for match in requirements(name):
        versions.setdefault(match["name"], set()).add(match["version"])
    return versions


def test_every_environment_has_both_its_files() -> None:
    compiled = {path.stem for path in ENVS.glob("*.txt")}
    written = {path.stem for path in ENVS.glob("*.in")} - {"common"}  # common is only ever included
    assert compiled == written == set(ALL)


@pytest.mark.parametrize("name", ALL)
def test_every_line_is_pinned_and_hashed(name: str) -> None:
    assert requirements(name)


@pytest.mark.parametrize("path", sorted(ENVS.iterdir()), ids=lambda path: path.name)
def test_no_file_names_a_place(path: Path) -> None:
    if path.is_file():
        text = path.read_text(encoding="utf-8")
        assert not re.search(
            r"://|--(extra-)?index|--find-links|^-[if] |\bfile:/|@ |[\s=](/\w+){2,}", text, re.MULTILINE
        )


@pytest.mark.parametrize("name", ALL)
def test_each_compiled_file_belongs_to_todays_in_file(name: str) -> None:
    assert compiler.recorded(name) == compiler.fingerprint(name), "make lock"


@pytest.mark.parametrize("name", [*LIGHT, "stt-cuda"])
def test_light_environments_are_light(name: str) -> None:
    assert not pins(name).keys() & {"torch", "transformers", "vllm", "triton", "tensorflow"}


@pytest.mark.parametrize("name", [name for name in LIGHT if name != "dev"])
def test_the_tests_run_with_the_versions_people_get(name: str) -> None:
    tested = pins("dev")
    assert {
        package: versions for package, versions in pins(name).items() if versions - tested.get(package, set())
    } == {}


def transformers_range(name: str) -> tuple[tuple[int, int], tuple[int, int]]:
    """The versions of transformers an environment can live with: at least, below."""
    texts = {
        "gpt-sovits": (ENVS / "gpt-sovits.in").read_text(encoding="utf-8"),
        "llm-transformers": (ENVS / "llm-transformers.in").read_text(encoding="utf-8"),
        "vllm": "transformers>=5.16,<5.20",  # vLLM's own range, as published with the version vllm.in pins
    }
    match = re.search(r"^transformers>=(\d+)\.(\d+),<(\d+)(?:\.(\d+))?$", texts[name], re.MULTILINE)
    assert match is not None
    low_major, low_minor, high_major, high_minor = (int(group or 0) for group in match.groups())
    return (low_major, low_minor), (high_major, high_minor)


@pytest.mark.parametrize(("one", "other"), list(combinations(APART, 2)))
def test_their_ranges_of_transformers_exclude_each_other(one: str, other: str) -> None:
    (low, high), (other_low, other_high) = transformers_range(one), transformers_range(other)
    assert high <= other_low or other_high <= low


@pytest.mark.parametrize("name", APART)
def test_what_was_pinned_lies_in_that_range(name: str) -> None:
    low, high = transformers_range(name)
    (version,) = pins(name)["transformers"]
    assert low <= tuple(int(part) for part in version.split(".")[:2]) < high


@pytest.mark.parametrize("name", ["vllm-cpu", "llm-transformers-cpu"])
def test_without_a_gpu_nothing_for_one_is_installed(name: str) -> None:
    """Gigabytes: CUDA's libraries, a compiler for GPU kernels. torch itself is brought by pip, from its CPU build."""
    assert not [package for package in pins(name) if package.startswith(("nvidia-", "cuda-", "torch", "triton"))]
    assert (ENVS / f"{name}.pip").read_text(encoding="utf-8").splitlines()[-1] == "torch==2.13.0"


# From here on uv is asked, and uv asks the package registry.


@pytest.fixture(scope="module")
def uv() -> Path:
    environments.sync(ROOT, ["uv"], lambda message: None)
    return ROOT / ".venvs" / "uv" / "bin" / "uv"


def resolve(uv: Path, out: Path, *names: str, extra: list[str] | None = None) -> subprocess.CompletedProcess[str]:
    command = [str(uv), "--no-config", "pip", "compile", "--universal", "--python-version", "3.11", "--quiet"]
    command += ["--generate-hashes", "--no-header", *(extra or []), "--output-file", str(out)]
    command += [f"envs/{name}.in" for name in names]
    environment = compiler.clean_environment(str(uv))
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(("one", "other"), list(combinations(APART, 2)))
def test_uv_refuses_to_put_two_of_them_together(uv: Path, tmp_path: Path, one: str, other: str) -> None:
    together = resolve(uv, tmp_path / "together.txt", one, other)
    assert together.returncode != 0
    assert "No solution found when resolving dependencies" in together.stderr
    assert "transformers" in together.stderr


@pytest.mark.parametrize("name", ["stt", "tts", "llm", "orchestrator", *APART, "vllm-cpu", "llm-transformers-cpu"])
def test_each_resolves_alone_to_the_file_checked_in(uv: Path, tmp_path: Path, name: str) -> None:
    out = tmp_path / f"{name}.txt"
    shutil.copy(ENVS / f"{name}.txt", out)  # uv keeps the versions it finds there, if they still resolve
    alone = resolve(uv, out, name, extra=compiler.extra(name))
    assert alone.returncode == 0, alone.stderr

    def pinned(path: Path) -> list[str]:
        return [line.rstrip(" \\") for line in path.read_text(encoding="utf-8").splitlines() if "==" in line]

    assert pinned(out) == pinned(ENVS / f"{name}.txt")
