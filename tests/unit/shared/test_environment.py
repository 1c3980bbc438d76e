"""`python -m services.stt` with any Python: into its environment, or one line that names the command to run."""

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from deploy.local.house import House
from deploy.local.models import homes
from orchestrator.home import home_folder
from orchestrator.settings import OrchestratorSettings
from services.stt import models as stt_models
from services.stt.settings import SttSettings
from services.tts.settings import TtsSettings
from shared.environment import STAMP, fingerprint, state_home

ROOT = Path(__file__).resolve().parents[3]

MAIN = """\
from shared.environment import settle
settle("stt")
import sys
print(sys.prefix, *sys.argv[1:], "-X dev" if sys.flags.dev_mode else "")
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    root = tmp_path / "부엌"
    for package in ("shared", "services", "services/stt", "envs"):
        (root / package).mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "shared" / "environment.py", root / "shared")
    (root / "services" / "stt" / "__main__.py").write_text(MAIN, encoding="utf-8")
    for name in ("stt", "stt-cuda"):
        (root / "envs" / f"{name}.txt").write_text(f"{name}==1\n", encoding="utf-8")
    return root


def build(checkout: Path, name: str, *, finished: bool = True) -> Path:
    home = checkout / ".venvs" / name
    venv.create(home, symlinks=True, with_pip=False)
    if finished:
        (home / STAMP).write_text(fingerprint(name, checkout), encoding="ascii")
    return home


def start(
    checkout: Path, *words: str, python: str | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    # A Python with nothing installed, as people have it: the one this environment was made from.
    plain = python or getattr(sys, "_base_executable", sys.executable)
    return subprocess.run(
        [plain, *words],
        cwd=checkout,
        env={"PATH": os.environ["PATH"], "PYTHONNOUSERSITE": "1", **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_any_python_ends_up_in_the_environment_with_its_arguments_and_flags(checkout: Path) -> None:
    home = build(checkout, "stt")
    done = start(checkout, "-X", "dev", "-m", "services.stt", "--port", "다음")
    assert done.stdout.split() == [str(home), "--port", "다음", "-X", "dev"], done.stderr


def test_the_environments_own_python_stays(checkout: Path) -> None:
    home = build(checkout, "stt")
    done = start(checkout, "-m", "services.stt", python=str(home / "bin" / "python"))
    assert done.stdout.split() == [str(home)], done.stderr


def test_another_environment_can_be_chosen(checkout: Path) -> None:
    build(checkout, "stt")
    chosen = build(checkout, "stt-cuda")
    done = start(checkout, "-m", "services.stt", STT_ENVIRONMENT="stt-cuda")
    assert done.stdout.split() == [str(chosen)], done.stderr


def test_without_an_environment_one_line_names_the_command(checkout: Path) -> None:
    done = start(checkout, "-m", "services.stt")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"The stt environment is not built yet. Run this first: make up   (in {checkout})\n"


def test_a_half_built_environment_is_not_entered(checkout: Path) -> None:
    build(checkout, "stt", finished=False)
    done = start(checkout, "-m", "services.stt")
    assert done.returncode == 1
    assert done.stderr.startswith("The stt environment is only half built. Run this first: make up")


def test_an_environment_whose_python_was_removed_is_not_entered(checkout: Path) -> None:
    home = build(checkout, "stt")
    (home / "bin" / "python").unlink()
    (home / "bin" / "python").symlink_to(checkout / "python-of-last-year")
    done = start(checkout, "-m", "services.stt")
    assert done.returncode == 1
    assert "make up" in done.stderr


def test_an_environment_older_than_its_file_is_entered_with_a_word(checkout: Path) -> None:
    home = build(checkout, "stt")
    (checkout / "envs" / "stt.txt").write_text("stt==2\n", encoding="utf-8")
    done = start(checkout, "-m", "services.stt")
    assert done.stdout.split() == [str(home)]
    assert done.stderr == "envs/stt.txt changed after .venvs/stt was built: `make up` updates it.\n"


def test_where_the_libraries_are_there_anyway_nothing_is_asked(checkout: Path) -> None:
    (checkout / "fastapi.py").touch()  # a container: no .venvs, everything importable
    done = start(checkout, "-m", "services.stt")
    assert done.returncode == 0, done.stderr


def test_an_old_python_is_told_so_in_one_line(checkout: Path) -> None:
    pretend = "import sys; sys.version_info = (3, 9, 2); from shared.environment import settle; settle('stt')"
    done = start(checkout, "-c", pretend)
    assert done.returncode == 1
    assert done.stderr.startswith("Sous needs Python 3.11 or newer, and this is Python 3.9.2 (")
    assert len(done.stderr.splitlines()) == 1


def test_nothing_reports_home_unless_somebody_wants_it_to() -> None:
    look = "from shared.environment import settle; settle('stt'); import os; print(os.environ['ORT_DISABLE_TELEMETRY'])"
    said = {
        wanted: subprocess.run(
            [sys.executable, "-c", look],
            cwd=ROOT,
            env={**os.environ, **({"ORT_DISABLE_TELEMETRY": wanted} if wanted else {})},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for wanted in ("", "0")
    }
    assert said == {"": "1", "0": "0"}


@pytest.mark.parametrize(
    ("said", "home"),
    [
        ({}, "/home/cook/.local/state/sous"),
        ({"XDG_STATE_HOME": "/var/state"}, "/var/state/sous"),
        ({"XDG_STATE_HOME": "state"}, "/home/cook/.local/state/sous"),  # to be ignored, say the XDG rules
        ({"XDG_STATE_HOME": ""}, "/home/cook/.local/state/sous"),
        ({"XDG_STATE_HOME": "/var/state", "SOUS_HOME": "~/kitchen"}, "/home/cook/kitchen"),
        ({"SOUS_HOME": "/srv/sous"}, "/srv/sous"),
    ],
)
def test_everybody_keeps_their_things_in_the_same_place(
    monkeypatch: pytest.MonkeyPatch, said: dict[str, str], home: str
) -> None:
    for name in ("SOUS_HOME", "XDG_STATE_HOME", "STT_MODELS_DIR", "TTS_SUPERTONIC_DIR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {"HOME": "/home/cook", **said}.items():
        monkeypatch.setenv(name, value)
    models = Path(home) / "models"
    assert state_home() == Path(home)
    assert home_folder(OrchestratorSettings().home) == Path(home)
    assert stt_models.home(SttSettings()) == models / "stt"
    assert TtsSettings().supertonic.parent == models / "tts"
    assert homes(House.at(ROOT, os.environ)) == {name: models / name for name in ("stt", "tts", "llm")}
