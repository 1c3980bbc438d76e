"""One finding: what, why it matters, and the command that fixes it, in both languages. Codes are stable."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """`note` is worth knowing and no fault: it does not change the exit status."""

    OK = "ok"
    NOTE = "note"
    DEGRADED = "degraded"
    BROKEN = "broken"


class Code(StrEnum):
    """What a finding is about; programs may rely on these names."""

    # the machine
    PYTHON = "python"
    DISK = "disk"
    DISK_LOW = "disk_low"
    NOT_WRITABLE = "not_writable"
    MEMORY = "memory"
    MEMORY_LOW = "memory_low"
    GLIBC_OLD = "glibc_old"
    MUSL = "musl"
    WRONG_ARCHITECTURE = "wrong_architecture"
    UNSEEN = "unseen"
    # environments
    ENVIRONMENT = "environment"
    NOT_BUILT = "not_built"
    STALE = "stale"
    # the GPU
    NO_GPU = "no_gpu"
    GPU = "gpu"
    GPU_NOT_PASSED = "gpu_not_passed"
    GPU_HIDDEN = "gpu_hidden"
    DRIVER_MISSING = "driver_missing"
    LIBCUDA_MISSING = "libcuda_missing"
    COMPAT_SHADOW = "compat_shadow"
    COMPAT_IN_USE = "compat_in_use"
    STUB_SHADOW = "stub_shadow"
    DRIVER_MISMATCH = "driver_mismatch"
    CUDA_INIT = "cuda_init"
    WSL_DRIVER = "wsl_driver"
    WSL_SHADOW = "wsl_shadow"
    TOOLKIT_MISSING = "toolkit_missing"
    SEVERAL_GPUS = "several_gpus"
    MIG = "mig"
    MIG_EMPTY = "mig_empty"
    VRAM = "vram"
    VRAM_LOW = "vram_low"
    # wheels against the GPU
    DRIVER_FITS = "driver_fits"
    DRIVER_TOO_OLD = "driver_too_old"
    ARCH_UNSUPPORTED = "arch_unsupported"
    CUBLAS_MISSING = "cublas_missing"
    CUDNN_MAJOR = "cudnn_major"
    COMPUTE_TYPE = "compute_type"
    CPU_BUILD = "cpu_build"
    # models
    MODEL = "model"
    MODEL_INCOMPLETE = "model_incomplete"
    MODEL_DAMAGED = "model_damaged"
    MODEL_CHANGED = "model_changed"
    NO_MODELS = "no_models"
    # sound
    SOUND = "sound"
    PORTAUDIO_MISSING = "portaudio_missing"
    SOUND_BROKEN = "sound_broken"
    NO_MICROPHONE = "no_microphone"
    NO_LOUDSPEAKER = "no_loudspeaker"
    # services
    READY = "ready"
    STARTING = "starting"
    FALLBACK = "fallback"
    NOT_RUNNING = "not_running"
    NOT_READY = "not_ready"
    NO_ANSWER = "no_answer"
    PORT_TAKEN = "port_taken"
    PORT_IMPOSSIBLE = "port_impossible"


@dataclass(frozen=True, slots=True)
class Words:
    """The same sentence twice."""

    en: str = ""
    ko: str = ""

    def spoken(self, language: str) -> str:
        return self.ko if language == "ko" else self.en


@dataclass(frozen=True, slots=True)
class Finding:
    """`fix` is a command to copy, or empty when there is nothing to do."""

    code: Code
    level: Level
    subject: str
    what: Words
    why: Words = Words()
    fix: str = ""


def verdict(findings: Iterable[Finding]) -> int:
    """The exit status. 0: everything works; 1: it works, but not fully; 2: it does not work."""
    levels = {finding.level for finding in findings}
    return 2 if Level.BROKEN in levels else 1 if Level.DEGRADED in levels else 0
