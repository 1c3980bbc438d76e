"""Run by `child.probe` under somebody's Python, alone: `probe.py cuda|sound|environment`. Prints one line of JSON.

Imports nothing of ours, so that any environment's Python can run it. It may die; whoever asked expects that.
"""

import contextlib
import ctypes
import ctypes.util
import json
import os
import sys
from pathlib import Path

Answer = dict[str, object]


def cuda() -> Answer:
    """Load libcuda as any program would get it, and ask it three things."""
    try:
        lib = ctypes.CDLL("libcuda.so.1")
    except OSError as error:
        return {"error": str(error)}
    init = lib.cuInit(0)
    found: Answer = {"path": _mapped("libcuda.so") or "libcuda.so.1", "init": init}
    value = ctypes.c_int(0)
    if lib.cuDriverGetVersion(ctypes.byref(value)) == 0:
        found["cuda"] = value.value
    if init == 0 and lib.cuDeviceGetCount(ctypes.byref(value)) == 0:
        found["devices"] = value.value
    return found


class _Device(ctypes.Structure):
    """The beginning of PaDeviceInfo."""

    _fields_ = (
        ("version", ctypes.c_int),
        ("name", ctypes.c_char_p),
        ("host", ctypes.c_int),
        ("inputs", ctypes.c_int),
        ("outputs", ctypes.c_int),
    )


def sound() -> Answer:
    """Devices as PortAudio, the voice mode's library, sees them."""
    name = ctypes.util.find_library("portaudio") or "libportaudio.so.2"
    try:
        lib = ctypes.CDLL(name)
    except OSError:
        return {"portaudio": ""}
    lib.Pa_GetDeviceInfo.restype = ctypes.POINTER(_Device)
    lib.Pa_GetErrorText.restype = ctypes.c_char_p
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # ALSA tells everybody about every card that is not there
    failed = lib.Pa_Initialize()
    if failed:
        return {"portaudio": name, "error": lib.Pa_GetErrorText(failed).decode(errors="replace")}
    inputs, outputs = [], []
    for index in range(lib.Pa_GetDeviceCount()):
        device = lib.Pa_GetDeviceInfo(index).contents
        title = (device.name or b"?").decode(errors="replace")
        if device.inputs > 0:
            inputs.append(title)
        if device.outputs > 0:
            outputs.append(title)
    lib.Pa_Terminate()
    return {"portaudio": name, "inputs": inputs, "outputs": outputs}


def environment(*sonames: str) -> Answer:
    """Which libraries can be opened here, from the system or from the wheels, and what CTranslate2 says."""
    found: Answer = {"libraries": {name: _opens(name) for name in sonames}}
    try:
        import ctranslate2
    except Exception as error:  # noqa: BLE001 - whatever it is, it is the answer
        found["error"] = str(error)
        return found
    found["cpu_types"] = sorted(ctranslate2.get_supported_compute_types("cpu"))
    found["devices"] = ctranslate2.get_cuda_device_count()
    try:
        found["cuda_types"] = sorted(ctranslate2.get_supported_compute_types("cuda"))
    except (RuntimeError, ValueError) as error:
        found["error"] = str(error)
    return found


def _opens(soname: str) -> str:
    """Empty when a library can be opened the way the services do it (by name, else out of a wheel), else why not."""
    with contextlib.suppress(OSError):
        ctypes.CDLL(soname)
        return ""
    places = (file for folder in sys.path for file in Path(folder, "nvidia").rglob(soname))
    library = next(places, None)
    if library is None:
        return "not found"
    try:
        if soname.startswith("libcublas.so"):  # needs its companion, which lies beside it
            ctypes.CDLL(str(library.with_name(soname.replace("cublas", "cublasLt"))), mode=ctypes.RTLD_GLOBAL)
        ctypes.CDLL(str(library), mode=ctypes.RTLD_GLOBAL)
    except OSError as error:
        return str(error)
    return ""


def _mapped(name: str) -> str:
    """Where a loaded library really came from."""
    with contextlib.suppress(OSError):
        for line in Path("/proc/self/maps").read_text(encoding="utf-8", errors="replace").splitlines():
            if name in line:
                return line.split(None, 5)[-1].strip()
    return ""


if __name__ == "__main__":
    answers = {"cuda": cuda, "sound": sound, "environment": environment}
    sys.stdout.write(json.dumps(answers[sys.argv[1]](*sys.argv[2:])) + "\n")
