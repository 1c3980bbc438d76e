"""Machines we know, as recorded facts, and what the doctor says about each: the faults and notes, subject by subject.

`machines/NAME.json` is what `make doctor ARGS="--save FILE"` writes, without what is at its default. Most were written
by hand from reports of other people's machines; `a-container-of-ours` was recorded.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from deploy.doctor import recording, tell
from deploy.doctor.facts import Facts
from deploy.doctor.finding import Code, Finding, Level, verdict
from deploy.doctor.judge.everything import judge

MACHINES = Path(__file__).with_name("machines")

# name, exit status, subject -> code of everything that is not simply in order
KNOWN: list[tuple[str, int, dict[str, str]]] = [
    ("laptop", 0, {}),
    (
        "laptop-fresh",
        2,
        {
            "environment stt": "not_built",
            "environment tts": "not_built",
            "environment llm": "not_built",
            "environment orchestrator": "not_built",
            "stt": "not_running",
            "tts": "not_running",
            "llm": "not_running",
        },
    ),
    ("laptop-half-built", 2, {"environment stt": "stale"}),
    ("macbook", 0, {}),
    ("server-in-a-rack", 0, {"sound": "portaudio_missing"}),
    ("card-without-driver", 0, {"gpu": "driver_missing"}),
    ("card-without-driver-gpu-wanted", 1, {"gpu": "driver_missing"}),
    ("no-card-gpu-demanded", 2, {"gpu": "no_gpu"}),
    ("container-without-gpu", 2, {"gpu": "gpu_not_passed"}),
    ("container-without-gpu-nobody-minds", 0, {"gpu": "gpu_not_passed"}),
    ("container-visible-devices-void", 1, {"gpu": "gpu_not_passed"}),
    ("container-utility-only", 1, {"gpu": "gpu_not_passed"}),
    ("container-with-gpu", 0, {}),
    ("driver-575-cu130", 1, {"llm-transformers: driver": "driver_too_old", "vllm: driver": "driver_too_old"}),
    ("driver-580-cu130", 0, {}),
    ("driver-610", 0, {}),
    ("driver-470", 1, {"stt-cuda: driver": "driver_too_old"}),
    ("driver-525-minor-compatibility", 0, {}),
    ("driver-450-cu118", 0, {}),
    ("t4", 0, {}),
    ("t4-bfloat16", 1, {"stt: compute type": "compute_type"}),
    ("two-gpus", 0, {"gpus": "several_gpus"}),
    ("two-gpus-one-chosen", 0, {}),
    ("mig", 0, {"NVIDIA A100-SXM4-80GB: MIG": "mig"}),
    ("mig-not-cut", 1, {"gpu": "mig_empty"}),
    ("wsl", 0, {}),
    ("wsl-cu130", 1, {"vllm: driver": "driver_too_old"}),
    ("wsl-without-driver", 1, {"gpu": "wsl_driver"}),
    ("wsl-linux-driver-inside", 1, {"gpu": "wsl_shadow"}),
    ("compat-in-front", 1, {"gpu": "compat_shadow"}),
    ("compat-hidden-in-a-folder", 1, {"gpu": "compat_shadow"}),
    ("compat-older-than-driver", 1, {"gpu": "compat_shadow"}),
    ("compat-works-in-a-data-centre", 0, {"libcuda": "compat_in_use"}),
    ("stub-in-front", 1, {"gpu": "stub_shadow"}),
    ("driver-updated-not-restarted", 1, {"gpu": "driver_mismatch"}),
    ("after-suspend", 1, {"gpu": "cuda_init"}),
    ("fabric-manager-off", 1, {"gpu": "cuda_init"}),
    ("hidden-by-cuda-visible-devices", 1, {"gpu": "gpu_hidden"}),
    ("driver-without-libcuda", 1, {"gpu": "libcuda_missing"}),
    ("driver-hangs", 1, {"gpu": "cuda_init"}),
    ("pascal-cu130", 1, {"llm-transformers: NVIDIA GeForce GTX 1080": "arch_unsupported"}),
    ("blackwell-cu126", 1, {"llm-transformers: NVIDIA GeForce RTX 5090": "arch_unsupported"}),
    ("torch-without-cuda", 1, {"llm-transformers: torch": "cpu_build"}),
    ("cublas-missing", 2, {"stt: cuBLAS": "cublas_missing"}),
    ("cudnn-missing", 1, {"stt-cuda: cuDNN": "cudnn_major"}),
    ("float16-on-a-cpu", 1, {"stt: compute type": "compute_type"}),
    ("toolkit-missing", 0, {"containers": "toolkit_missing"}),
    ("crowded-16gb", 1, {"gpu memory": "vram_low"}),
    ("crowded-8gb", 1, {"gpu memory": "vram_low"}),
    ("too-small-6gb", 1, {"gpu memory": "vram_low"}),
    ("h100-with-everything", 1, {"gpu memory": "vram_low"}),
    ("disk-full", 2, {"disk": "disk_low", "disk of sessions and models": "disk_low"}),
    ("disk-low", 1, {"disk": "disk_low", "disk of sessions and models": "disk_low"}),
    ("state-not-writable", 2, {"disk of sessions and models": "not_writable"}),
    ("little-memory", 1, {"memory": "memory_low"}),
    ("whisper-on-2gb", 1, {"memory": "memory_low"}),
    ("port-taken", 2, {"tts": "port_taken"}),
    ("port-taken-by-somebody-else", 2, {"tts": "port_taken"}),
    ("port-impossible", 2, {"llm": "port_impossible"}),
    ("one-died", 2, {"stt": "not_running"}),
    ("one-starting", 2, {"stt": "starting"}),
    ("one-hangs", 2, {"llm": "no_answer"}),
    ("one-failed", 2, {"stt": "not_ready"}),
    ("one-on-a-fallback", 1, {"tts": "fallback"}),
    ("services-elsewhere", 2, {"llm": "no_answer"}),
    ("no-portaudio", 0, {"sound": "portaudio_missing"}),
    ("no-loudspeaker", 0, {"sound": "no_loudspeaker"}),
    ("no-microphone", 0, {"sound": "no_microphone"}),
    ("sound-server-down", 0, {"sound": "sound_broken"}),
    (
        "alpine",
        2,
        {
            "C library": "musl",
            "environment stt": "not_built",
            "environment tts": "not_built",
            "environment llm": "not_built",
            "environment orchestrator": "not_built",
        },
    ),
    ("ubuntu-18-04", 2, {"C library": "glibc_old"}),
    ("riscv", 2, {"processor": "wrong_architecture", "environment stt": "not_built"}),
    ("environment-from-a-newer-system", 2, {"llm: built for": "glibc_old"}),
    ("environment-from-another-processor", 2, {"stt: built for": "glibc_old"}),
    ("ctranslate2-cannot-be-imported", 1, {"stt: ctranslate2": "stale"}),
    ("model-half-downloaded", 1, {"model stt/small": "model_incomplete"}),
    ("model-arriving", 1, {"model tts/supertonic-3": "model_incomplete"}),
    ("model-damaged", 2, {"model stt/small": "model_damaged"}),
    ("model-changed", 0, {"model stt/small": "model_changed"}),
    ("model-read-whole", 0, {}),
    ("could-not-look", 0, {"gpu": "unseen"}),
    ("nothing-seen", 0, {}),
    ("a-container-of-the-voice", 0, {}),
    ("a-read-only-container", 0, {"disk of sessions and models": "not_writable"}),
    ("a-container-of-ours", 0, {"environment llm-transformers": "stale", "sound": "no_microphone"}),
]


def seen(name: str) -> Facts:
    return recording.read(MACHINES / f"{name}.json")


def findings(name: str) -> dict[str, Finding]:
    return {finding.subject: finding for finding in judge(seen(name))}


def everything() -> Iterator[Finding]:
    for name, _, _ in KNOWN:
        yield from judge(seen(name))


@pytest.mark.parametrize(("name", "status", "expected"), KNOWN, ids=[name for name, _, _ in KNOWN])
def test_what_is_said_of_each_machine(name: str, status: int, expected: dict[str, str]) -> None:
    found = judge(seen(name))
    unusual = [finding for finding in found if finding.level is not Level.OK and finding.code is not Code.NO_MODELS]
    assert {finding.subject: finding.code.value for finding in unusual} == expected
    assert verdict(found) == status
    assert len({finding.subject for finding in found}) == len(found), "one finding for each subject"


def test_every_recorded_machine_is_in_the_table_and_every_code_is_seen_on_one() -> None:
    assert {path.stem for path in MACHINES.glob("*.json")} == {name for name, _, _ in KNOWN}
    assert {finding.code for finding in everything()} == set(Code)


def test_every_fault_says_what_why_and_the_command_in_both_languages() -> None:
    for finding in everything():
        if finding.level in {Level.DEGRADED, Level.BROKEN}:
            assert finding.what.en, finding
            assert finding.why.en, finding
            assert finding.fix, finding
            assert re.search("[가-힣]", finding.why.ko), finding
            assert not re.search("[가-힣]", finding.why.en + finding.what.en), finding


def test_the_same_fault_is_worse_when_the_gpu_was_demanded_and_nothing_when_nobody_wanted_it() -> None:
    machine = seen("card-without-driver")
    hoping = seen("card-without-driver-gpu-wanted")
    demanding = replace(hoping, settings={"STT_DEVICE": "cuda"})
    levels = [
        next(f.level for f in judge(one) if f.code is Code.DRIVER_MISSING) for one in (machine, hoping, demanding)
    ]
    assert levels == [Level.NOTE, Level.DEGRADED, Level.BROKEN]


@pytest.mark.parametrize(
    ("name", "subject", "fix"),
    [
        ("laptop-fresh", "environment stt", "make up"),
        ("container-without-gpu", "gpu", "docker compose --env-file deploy/containers/gpu.env up -d"),
        ("card-without-driver", "gpu", "sudo ubuntu-drivers install"),
        ("driver-470", "stt-cuda: driver", "sudo apt install nvidia-driver libcuda1"),
        (
            "driver-575-cu130",
            "vllm: driver",
            ".venvs/uv/bin/uv pip install --python .venvs/vllm/bin/python 'vllm<0.20'",
        ),
        (
            "pascal-cu130",
            "llm-transformers: NVIDIA GeForce GTX 1080",
            ".venvs/uv/bin/uv pip install --python .venvs/llm-transformers/bin/python --torch-backend=cu126"
            " 'torch==2.13.0'",
        ),
        ("compat-in-front", "gpu", "unset LD_LIBRARY_PATH"),
        ("compat-older-than-driver", "gpu", "rm -f /etc/ld.so.conf.d/*compat* && ldconfig"),
        ("driver-updated-not-restarted", "gpu", "sudo reboot"),
        ("hidden-by-cuda-visible-devices", "gpu", "unset CUDA_VISIBLE_DEVICES"),
        ("cublas-missing", "stt: cuBLAS", "STT_ENVIRONMENT=stt-cuda make up"),
        ("float16-on-a-cpu", "stt: compute type", "STT_COMPUTE_TYPE=auto make restart"),
        ("crowded-16gb", "gpu memory", 'make vllm ARGS="--gpu-memory-utilization 0.54"'),
        ("crowded-8gb", "gpu memory", 'make vllm ARGS="--gpu-memory-utilization 0.57"'),
        ("too-small-6gb", "gpu memory", "STT_DEVICE=cpu make restart"),
        ("mig", "NVIDIA A100-SXM4-80GB: MIG", "CUDA_VISIBLE_DEVICES=MIG-5a1b make restart"),
        ("port-taken", "tts", "TTS_PORT=8112 make up"),
        ("no-portaudio", "sound", "sudo apt install libportaudio2"),
        (
            "model-damaged",
            "model stt/small",
            'rm -r "${SOUS_HOME:-$HOME/.local/state/sous}/models/stt/small" && make models',
        ),
    ],
)
def test_the_exact_command(name: str, subject: str, fix: str) -> None:
    assert findings(name)[subject].fix == fix


def test_no_driver_is_ever_called_too_new() -> None:
    newer = seen("driver-610")
    for driver in ("580.65.06", "610.22.01", "700.10"):
        facts = replace(newer, gpu=replace(newer.gpu, driver=driver))
        assert verdict(judge(facts)) == 0


def test_the_reason_given_for_an_unseen_driver_does_not_blame_its_version() -> None:
    finding = findings("container-without-gpu")["gpu"]
    assert "not passed" in finding.what.en
    assert "No newer driver helps" in finding.why.en
    assert "driver_too_old" not in {f.code for f in judge(seen("container-without-gpu"))}


def test_told_to_people_and_to_programs() -> None:
    facts = seen("driver-575-cu130")
    found = judge(facts)
    english = list(tell.lines(found, "en"))
    assert any(line.startswith("weak  vllm: driver: torch 2.13.0 is built for CUDA 13.0") for line in english)
    assert english[-1] == "It works, but not fully."
    assert list(tell.lines(found, "ko"))[-1] == "되지만 다 되지는 않습니다."
    assert '"verdict": 1' in tell.as_json(facts, found, "ko")


@pytest.mark.parametrize(
    ("chosen", "environment", "expected"),
    [
        ("ko", {"LANG": "en_US.UTF-8"}, "ko"),
        (None, {"LANG": "ko_KR.UTF-8"}, "ko"),
        (None, {"LC_ALL": "C.UTF-8", "LANG": "ko_KR.UTF-8"}, "en"),
        (None, {}, "en"),
    ],
)
def test_the_language(chosen: str | None, environment: dict[str, str], expected: str) -> None:
    assert tell.language(chosen, environment) == expected
