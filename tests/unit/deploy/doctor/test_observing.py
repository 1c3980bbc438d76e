"""What other programs print, turned into facts; and a doctor that never falls over what it finds."""

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from deploy import asking, sums
from deploy.doctor import observe as looking
from deploy.doctor import program, recording
from deploy.doctor.facts import Model
from deploy.doctor.observe import environments, gpu, inside, machine, models
from deploy.doctor.observe import observe as look
from deploy.local.house import House, Trouble

ROOT = Path(__file__).resolve().parents[4]


def test_cards_from_nvidia_smi() -> None:
    rows = (
        "580.95.05, NVIDIA A100-SXM4-80GB, 8.0, 81920, 80000, Enabled\n"
        "580.95.05, Tesla T4, 7.5, 15360, 15000, [N/A]\n"
        "a line that means nothing\n"
    )
    listed = (
        "GPU 0: NVIDIA A100-SXM4-80GB (UUID: GPU-1)\n"
        "  MIG 3g.40gb     Device  0: (UUID: MIG-aa)\n"
        "  MIG 1g.10gb     Device  1: (UUID: MIG-bb)\n"
        "GPU 1: Tesla T4 (UUID: GPU-2)\n"
    )
    (a100, t4), driver = gpu.cards(rows, listed)
    assert driver == "580.95.05"
    assert (a100.compute, a100.memory_mb, a100.mig, a100.slices) == (
        "8.0",
        81920,
        "Enabled",
        ("3g.40gb MIG-aa", "1g.10gb MIG-bb"),
    )
    assert (t4.name, t4.mig, t4.slices) == ("Tesla T4", "", ())


@pytest.mark.parametrize(
    ("text", "driver"),
    [
        ("NVRM version: NVIDIA UNIX x86_64 Kernel Module  575.57.08  Sat May 24 07:25:27 UTC 2025", "575.57.08"),
        ("NVRM version: NVIDIA UNIX Open Kernel Module for x86_64  580.95.05  Release Build", "580.95.05"),
        ("", None),
    ],
)
def test_the_kernels_own_words(text: str, driver: str | None) -> None:
    found = gpu.DRIVER.search(text)
    assert (found[1] if found else None) == driver


def test_no_nvidia_smi_is_no_trouble() -> None:
    assert asking.said_by(["no-such-program-anywhere", "-L"]) == (-1, "")
    assert gpu.cards("", "") == ((), "")


@pytest.mark.parametrize(
    ("text", "name"), [('NAME="Ubuntu"\nID=ubuntu\n', "ubuntu"), ('ID="rocky"\n', "rocky"), ("", "")]
)
def test_the_distribution(text: str, name: str) -> None:
    assert machine.distribution(text) == name


def environment(root: Path, name: str, **packages: tuple[str, str, dict[str, str]]) -> Path:
    (root / "Makefile").touch()  # a checkout
    site = root / ".venvs" / name / "lib" / "python3.11" / "site-packages"
    for package, (version, tag, files) in packages.items():
        papers = site / f"{package}-{version}.dist-info"
        papers.mkdir(parents=True)
        (papers / "WHEEL").write_text(f"Wheel-Version: 1.0\nTag: {tag}\n", encoding="utf-8")
        for file, text in files.items():
            (site / file).parent.mkdir(parents=True, exist_ok=True)
            (site / file).write_text(text, encoding="utf-8")
    return site


def test_packages_are_read_from_their_papers(tmp_path: Path) -> None:
    torch = {"torch/version.py": "from typing import Optional\ncuda: Optional[str] = '13.0'\n"}
    environment(
        tmp_path,
        "stt",
        torch=("2.13.0", "cp311-cp311-manylinux_2_28_x86_64", torch),
        nvidia_cublas_cu12=("12.9.3.13", "py3-none-manylinux_2_27_x86_64", {}),
        idna=("3.20", "py3-none-any", {}),
    )
    stt = next(one for one in environments.environments(House.at(tmp_path, {})) if one.name == "stt")
    assert [(wheel.name, wheel.version, wheel.tags, wheel.cuda) for wheel in stt.wheels] == [
        ("nvidia-cublas-cu12", "12.9.3.13", ("manylinux_2_27_x86_64",), ""),
        ("torch", "2.13.0", ("manylinux_2_28_x86_64",), "13.0"),
    ]
    assert (stt.state, stt.chosen) == ("stale", True)


def test_a_cpu_build_of_torch_says_so(tmp_path: Path) -> None:
    torch = {"torch/version.py": "cuda: Optional[str] = None\nhip: Optional[str] = None\n"}
    environment(tmp_path, "stt", torch=("2.13.0+cpu", "cp311-cp311-manylinux_2_28_x86_64", torch))
    (stt, *_) = environments.environments(House.at(tmp_path, {}))
    assert stt.wheels[0].cuda == ""


def test_without_a_checkout_the_one_environment_is_the_one_we_run_in(tmp_path: Path) -> None:
    (this,) = environments.environments(House.at(tmp_path, {}))
    assert (this.name, this.state, this.chosen) == ("this", "ready", True)
    assert "pydantic-core" in {wheel.name for wheel in this.wheels}


def whisper(home: Path, name: str = "small") -> Path:
    folder = home / "models" / "stt" / name
    folder.mkdir(parents=True)
    for file in ("model.bin", "config.json", "tokenizer.json"):
        (folder / file).write_bytes(file.encode() * 100)
    return folder


def the_model(home: Path, *, deep: bool = False) -> Model:
    (model,) = models.models(House.at(home, {"SOUS_HOME": str(home)}), deep=deep)
    return model


def test_a_model_and_its_checksums(tmp_path: Path) -> None:
    folder = whisper(tmp_path)
    assert the_model(tmp_path).sums == "absent"
    sums.write(folder)
    assert the_model(tmp_path).sums == "unread"
    assert the_model(tmp_path, deep=True).sums == "good"

    content = bytearray((folder / "model.bin").read_bytes())
    content[7] ^= 1
    (folder / "model.bin").write_bytes(content)
    deep = the_model(tmp_path, deep=True)
    assert (deep.sums, deep.damaged) == ("bad", ("model.bin",))

    (folder / "config.json").unlink()
    lost = the_model(tmp_path)
    assert (lost.sums, lost.damaged, lost.missing) == ("bad", ("config.json",), ("config.json",))


def test_a_download_under_way(tmp_path: Path) -> None:
    folder = whisper(tmp_path)
    (folder / "model.bin").rename(folder / "model.bin.part")
    assert the_model(tmp_path).unfinished == ("model.bin.part",)
    assert the_model(tmp_path).missing == ("model.bin",)


def test_what_is_sent_into_a_container_is_all_it_needs(tmp_path: Path) -> None:
    """Unpacked alone in an empty folder, under a Python that sees nothing else of ours."""
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-B", "-c", inside.UNPACK],
        cwd=tmp_path, input=inside.parcel(ROOT), capture_output=True, check=False,
        env={"HOME": str(tmp_path), "PATH": "/usr/bin:/bin", "SOUS_LLM_URL": "http://127.0.0.1:9"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()
    facts = recording.parse(done.stdout.decode(), "a container")
    assert not facts.machine.checkout
    assert [(one.name, one.local, one.answers) for one in facts.services] == [("llm", False, False)]


def test_a_container_that_is_not_there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "docker").write_text("#!/bin/sh\necho 'No such container: soup' >&2; exit 1\n", encoding="utf-8")
    (tmp_path / "docker").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    with pytest.raises(Trouble, match="No such container: soup"):
        inside.observe("soup")


def test_keys_are_never_written_down(tmp_path: Path) -> None:
    told = {"STT_DEVICE": "cpu", "STT_API_KEY": "s3cret", "LLM_UPSTREAM_KEY": "s3cret", "HOME": "/home/cook"}
    assert looking.settings(House.at(tmp_path, told)) == {"STT_DEVICE": "cpu"}


def hang() -> object:
    time.sleep(60)
    return None


def fall() -> object:
    raise RuntimeError("the disk made a noise")


@pytest.mark.parametrize(("illness", "why"), [(hang, "took too long"), (fall, "RuntimeError: the disk made a noise")])
def test_what_hangs_or_falls_is_named_and_holds_nobody_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, illness: Callable[[], object], why: str
) -> None:
    monkeypatch.setattr(looking, "PATIENCE_S", 1.5)
    monkeypatch.setattr(looking.sound, "sound", illness)
    began = time.monotonic()
    facts = look(House.at(tmp_path, {"SOUS_HOME": str(tmp_path)}))
    assert facts.unseen["sound"] == why
    assert time.monotonic() - began < 10  # and not 60


def test_a_recording_comes_back_as_it_was(tmp_path: Path) -> None:
    facts = look(House.at(tmp_path, {"SOUS_HOME": str(tmp_path), "STT_PORT": "1", "TTS_PORT": "2", "LLM_PORT": "3"}))
    recording.write(facts, tmp_path / "facts.json")
    assert recording.read(tmp_path / "facts.json") == facts


def test_a_recording_of_tomorrow_can_be_read_today(tmp_path: Path) -> None:
    (tmp_path / "facts.json").write_text('{"format": 9, "gpu": {"driver": "700.1", "quantum": true}}', encoding="utf-8")
    assert recording.read(tmp_path / "facts.json").gpu.driver == "700.1"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "cannot be read"),
        ("[]", "facts is not an object"),
        ('{"gpu": 3}', "facts.gpu is not an object"),
        ('{"gpu": {"cards": [{"name": 4}]}}', "facts.gpu.cards[0].name is 4"),
        ('{"models": [{"name": "small"}]}', "facts.models[0]"),
    ],
)
def test_what_is_no_recording_is_refused_in_words(
    tmp_path: Path, text: str, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "facts.json").write_text(text, encoding="utf-8")
    assert program.main(["--facts", str(tmp_path / "facts.json")]) == 3
    assert says in capsys.readouterr().err


def test_any_python_with_nothing_installed_runs_it_within_three_seconds(tmp_path: Path) -> None:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", "import sys; sys.path.insert(0, '.'); import runpy;"
         "sys.argv = ['doctor', '--json']; runpy.run_module('deploy.doctor', run_name='__main__')"],
        cwd=ROOT, capture_output=True, text=True, check=False,
        env={"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "STT_PORT": "1", "TTS_PORT": "2", "LLM_PORT": "3"},
    )  # fmt: skip
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert done.returncode == json.loads(done.stdout)["verdict"] == 2  # the services are not running
    # Its own work, however busy the machine is; how long it waits for others is bounded above.
    assert used.ru_utime + used.ru_stime - before.ru_utime - before.ru_stime < 3
