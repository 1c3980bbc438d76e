"""Whether this machine's GPU can be used, and the library that CTranslate2 wants for it."""

import ctypes
import importlib.util
from pathlib import Path
from typing import Final

from shared.service.ladder import EngineUnavailable, NotConfigured

#: In the order in which they need one another.
_LIBRARIES: Final = ("libcublasLt.so.12", "libcublas.so.12")


def check(device: str) -> None:
    """Raise unless a GPU is there; `auto` without one is nobody's fault."""
    import ctranslate2

    if ctranslate2.get_cuda_device_count() > 0:
        preload_cublas()
    elif device == "auto":
        raise NotConfigured
    else:
        raise EngineUnavailable("STT_DEVICE=cuda, but no CUDA device was found.", "STT_DEVICE=auto")


def preload_cublas() -> list[Path]:
    """Load cuBLAS from its wheel: CTranslate2 opens it by name, at the first inference, where no path leads to a wheel.

    A system-wide cuBLAS is found without this; then there is nothing to do.
    """
    found = importlib.util.find_spec("nvidia") and importlib.util.find_spec("nvidia.cublas")
    folders = [Path(place) / "lib" for place in found.submodule_search_locations or ()] if found else []
    libraries = [folder / name for folder in folders for name in _LIBRARIES if (folder / name).is_file()]
    for library in libraries:
        ctypes.CDLL(str(library), mode=ctypes.RTLD_GLOBAL)
    return libraries
