"""What is installed in each virtual environment: read from the packages' own papers; only CTranslate2 is asked itself.

torch is never imported (that takes seconds): it writes the CUDA it was built with into torch/version.py.
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from deploy.doctor import cuda
from deploy.doctor.facts import Environment, Recogniser, Wheel
from deploy.doctor.observe.child import number, probe, text, words
from deploy.doctor.observe.machine import is_checkout
from deploy.doctor.observe.meanwhile import begin
from deploy.local import environments as built
from deploy.local.house import PORTS, House

#: Where packages write down the CUDA they were built with.
SAYS = (
    ("torch", "torch/version.py", re.compile(r"^cuda\b[^=]*=\s*'([\d.]+)'", re.MULTILINE)),
    ("onnxruntime-gpu", "onnxruntime/capi/build_and_package_info.py", re.compile(r"^cuda_version = '([\d.]+)'", re.M)),
)
CUBLAS = "libcublas.so"
CUDNN = "libcudnn.so"


def environments(house: House) -> tuple[Environment, ...]:
    chosen = dict.fromkeys([*map(house.venv, PORTS), "orchestrator"])
    homes = house.root / ".venvs"
    if not is_checkout(house):  # no checkout but a container: its one environment runs this
        return (_ask(_packages("this", Path(sys.prefix), "ready", chosen=True), Path(sys.executable)),)
    names = [*chosen, *(name for name in _others(house.root) if name not in chosen)]
    found = [_packages(name, homes / name, _state(house.root, name), chosen=name in chosen) for name in names]
    asked = [begin(partial(_ask, one, homes / one.name / "bin" / "python")) for one in found]
    return tuple(one.result() for one in asked)


def _others(root: Path) -> Iterator[str]:
    """Heavy environments that somebody has built besides."""
    for pins in sorted((root / "envs").glob("*.txt")):
        if pins.stem not in {"dev", "uv"} and (root / ".venvs" / pins.stem / "bin").is_dir():
            yield pins.stem


def _state(root: Path, name: str) -> str:
    if not (root / ".venvs" / name).exists():
        return "missing"
    return "stale" if built.stale(root, name) else "ready"


def _packages(name: str, home: Path, state: str, *, chosen: bool) -> Environment:
    folders = sorted(home.glob("lib*/python3*/site-packages"))
    folders = [folder for folder in folders if not folder.parent.parent.is_symlink()]
    wheels = [wheel for folder in folders for wheel in _wheels(folder)]
    return Environment(name, state, chosen, tuple(sorted(wheels, key=lambda wheel: wheel.name)))


def _wheels(site: Path) -> Iterator[Wheel]:
    """Packages with machine code in them; pure Python runs anywhere and is of no interest here."""
    for papers in site.glob("*.dist-info"):
        spelled, _, release = papers.name.removesuffix(".dist-info").partition("-")
        name = re.sub(r"[-_.]+", "-", spelled).lower()
        tags = _tags(papers / "WHEEL")
        if tags and tags != ("any",):
            yield Wheel(name, release, tags, _says(site, name))


def _tags(file: Path) -> tuple[str, ...]:
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except OSError:
        return ()
    tags = [line.removeprefix("Tag: ").strip() for line in lines if line.startswith("Tag: ")]
    return tuple(dict.fromkeys(part for tag in tags for part in tag.split("-", 2)[-1].split(".")))


def _says(site: Path, name: str) -> str:
    for package, file, pattern in SAYS:
        if package == name:
            try:
                found = pattern.search((site / file).read_text(encoding="utf-8"))
            except OSError:
                return ""
            return found[1] if found else ""
    return ""


def _ask(one: Environment, python: Path) -> Environment:
    """CTranslate2 opens its libraries late and by name: try that here, before a cook's first word does."""
    release = next((wheel.version for wheel in one.wheels if wheel.name == "ctranslate2"), "")
    if one.state != "ready" or not release:
        return one
    cudnn = cuda.cudnn_of(release)
    major = cuda.needed_by("ctranslate2", release, "")
    sonames = [f"{CUBLAS}.{major}"] if sys.platform == "linux" else []
    if cudnn:
        sonames.append(f"{CUDNN}.{cudnn}")
    answer = probe(python, "environment", *sonames)
    libraries = answer.get("libraries")
    return replace(
        one,
        libraries={str(key): str(why) for key, why in libraries.items()} if isinstance(libraries, dict) else {},
        ctranslate2=Recogniser(
            True,
            number(answer, "devices"),
            words(answer, "cpu_types"),
            words(answer, "cuda_types"),
            text(answer, "error"),
        ),
    )
