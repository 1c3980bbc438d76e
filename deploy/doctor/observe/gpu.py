"""The NVIDIA GPU: on the bus, in the kernel, in /dev, in libcuda, in nvidia-smi. Each can be there without the others.

nvidia-smi's headline is never read: the CUDA version there is what the driver could do, and since driver 610 it is
spelled differently. Only its machine-readable output is.
"""

import re
import shutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from deploy.asking import said_by
from deploy.doctor.facts import Card, Gpu, Libcuda
from deploy.doctor.observe.child import number, probe, text
from deploy.doctor.observe.meanwhile import answered, begin

QUERY = "driver_version,name,compute_cap,memory.total,memory.free,mig.mode.current"
WITHIN_S = 2.2  # a little more than a child process gets, for one that cannot even be killed
NVIDIA = "0x10de"
WSL_SMI = "/usr/lib/wsl/lib/nvidia-smi"
DRIVER = re.compile(r"Kernel Module(?: for \S+)?\s+(\d+(?:\.\d+)+)")


def gpu(environment: Mapping[str, str]) -> Gpu:
    smi = shutil.which("nvidia-smi") or (WSL_SMI if Path(WSL_SMI).exists() else "nvidia-smi")
    library = begin(libcuda)
    table = begin(lambda: said_by([smi, f"--query-gpu={QUERY}", "--format=csv,noheader,nounits"]))
    listed = begin(lambda: said_by([smi, "-L"]))
    status, rows = answered(table, WITHIN_S, (-1, "nvidia-smi does not end"))
    seen, driver = cards(rows if status == 0 else "", answered(listed, WITHIN_S, (-1, ""))[1])
    return Gpu(
        on_the_bus=sum(1 for _ in _on_the_bus(Path("/sys/bus/pci/devices"))),
        driver=_kernel_driver() or driver,
        nodes=tuple(sorted(str(node) for pattern in ("nvidia*", "dxg") for node in Path("/dev").glob(pattern))),
        visible=environment.get("NVIDIA_VISIBLE_DEVICES"),
        capabilities=environment.get("NVIDIA_DRIVER_CAPABILITIES"),
        cuda_visible=environment.get("CUDA_VISIBLE_DEVICES"),
        library=answered(library, WITHIN_S, Libcuda(path="libcuda.so.1", error="no answer")),
        cards=seen,
        smi=rows.strip()[:300] if status != 0 else "",
    )


def libcuda() -> Libcuda:
    answer = probe(sys.executable, "cuda")
    return Libcuda(
        path=text(answer, "path"),
        error=text(answer, "error"),
        init=number(answer, "init", -1),
        cuda=number(answer, "cuda"),
        devices=number(answer, "devices"),
    )


def cards(rows: str, listed: str) -> tuple[tuple[Card, ...], str]:
    """The cards, and the driver's version, from nvidia-smi's table and its list (which alone knows slices)."""
    slices = list(_slices(listed))
    found, driver = [], ""
    for index, row in enumerate(line for line in rows.splitlines() if line.strip()):
        cells = [_known(cell) for cell in row.split(",")]
        if len(cells) < 6:
            continue
        driver = driver or cells[0]
        mine = tuple(words for card, words in slices if card == index)
        found.append(Card(cells[1], cells[2], _megabytes(cells[3]), _megabytes(cells[4]), cells[5], mine))
    return tuple(found), driver


def _slices(listed: str) -> Iterator[tuple[int, str]]:
    card = -1
    for line in listed.splitlines():
        if re.match(r"GPU \d+:", line):
            card += 1
        elif found := re.match(r"\s+MIG (\S+)\s.*UUID: (MIG-[^)]+)\)", line):
            yield card, f"{found[1]} {found[2]}"


def _known(cell: str) -> str:
    word = cell.strip()
    return "" if word.startswith("[") or word == "N/A" else word  # "[N/A]", "[Not Supported]"


def _megabytes(cell: str) -> int:
    return int(cell) if cell.isdecimal() else 0


def _kernel_driver() -> str:
    loaded = _text(Path("/sys/module/nvidia/version")).strip()
    if loaded:
        return loaded
    found = DRIVER.search(_text(Path("/proc/driver/nvidia/version")))
    return found[1] if found else ""


def _on_the_bus(devices: Path) -> Iterator[str]:
    """NVIDIA's display (0x03....) and processing (0x12....) devices; not the sound chip that sits on every card."""
    for device in sorted(devices.iterdir()) if devices.is_dir() else ():
        kind = _text(device / "class").strip()
        if _text(device / "vendor").strip() == NVIDIA and kind.startswith(("0x03", "0x12")):
            yield device.name


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
