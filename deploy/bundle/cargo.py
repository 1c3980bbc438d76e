"""The heavy goods of a bundle: downloaded models and container images. Taken along if they are here; said if not."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from deploy import sums
from deploy.bundle.manifest import Image
from deploy.local.environments import Say
from deploy.local.house import House, Trouble
from deploy.local.models import homes, whole


def models(house: House, bundle: Path, say: Say) -> list[str]:
    """What `make models` has brought, with the checksums it was written down with."""
    taken = []
    for service, home in homes(house).items():
        for folder in whole([home]):
            if not (folder / sums.NAME).exists():
                sums.write(folder)
            say(f"  model {service}/{folder.name} ...")
            shutil.copytree(folder, bundle / "models" / service / folder.name)
            taken.append(f"{service}/{folder.name}")
    return taken


def engine() -> str:
    """The container engine's program; empty when there is none, or when nobody answers it."""
    for name in ("docker", "podman"):
        if shutil.which(name) and _said(name, "info", "--format", "{{.ID}}") is not None:
            return name
    return ""


def images(root: Path, program: str, bundle: Path, say: Say) -> list[Image]:
    """The images of compose.yaml that have been built here."""
    taken = []
    for name in _built_here(root, program):
        number = _said(program, "image", "inspect", "--format", "{{.Id}}", name)
        if number is None:
            continue
        file = f"images/{re.sub(r'[^A-Za-z0-9._-]+', '-', name)}.tar"
        (bundle / "images").mkdir(exist_ok=True)
        say(f"  image {name} ...")
        if _said(program, "save", "-o", str(bundle / file), name) is None:
            raise Trouble(f"{program} save {name} failed.")
        taken.append(Image(name, number.strip(), file))
    return taken


def load(program: str, bundle: Path, image: Image) -> None:
    """Give an image to the container engine, and see that it is the one that was meant."""
    if _said(program, "load", "-i", str(bundle / image.file)) is None:
        raise Trouble(f"{program} load {image.file} failed.")
    found = (_said(program, "image", "inspect", "--format", "{{.Id}}", image.name) or "").strip()
    if found != image.id:
        raise Trouble(f"{image.name} is {found or 'not there'} after loading, and should be {image.id}.")


def _built_here(root: Path, program: str) -> Iterator[str]:
    """Names that begin like ours: compose.yaml gives them the tag SOUS_TAG, `local` unless told otherwise."""
    listed = _said(program, "images", "--format", "{{.Repository}}:{{.Tag}}") or ""
    ours = re.compile(r"(?:^|/)sous/[a-z-]+:")
    wanted = set(re.findall(r"image: \$\{SOUS_IMAGES:-sous\}/([a-z-]+):", _text(root / "compose.yaml")))
    for name in sorted(set(listed.split())):
        if ours.search(name) and (not wanted or name.rpartition("/")[2].partition(":")[0] in wanted):
            yield name


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8") if file.is_file() else ""


def _said(*command: str) -> str | None:
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None
