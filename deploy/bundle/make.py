"""`make bundle`: everything that an installation needs, in one folder. The only part that uses a network."""

import importlib.util
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from deploy import sums
from deploy.bundle import cargo, source
from deploy.bundle.install import INSTALLER
from deploy.bundle.manifest import Image, Manifest, Packed, is_bundle
from deploy.bundle.pins import Target, meant_for, read
from deploy.bundle.wheels import Store, glibc_floor
from deploy.local.environments import Say
from deploy.local.house import House, Trouble
from shared.environment import STAMP, fingerprint

LIGHT = ("stt", "tts", "llm", "orchestrator")
INSTALL_SH = Path(__file__).with_name("install.sh")


def bundle(
    house: House, extra: Sequence[str], target: Target, say: Say, out: Path | None = None, *, images: bool = True
) -> Path:
    """Make it, under dist/ unless told otherwise, and return where it is. An older bundle there is replaced."""
    names = [INSTALLER, *dict.fromkeys([*LIGHT, *extra])]
    final = (out or house.root / "dist" / f"sous-{target.tag}").resolve()
    _check(house.root, names, final)
    folder = final.with_name(f".{final.name}.making")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    say(f"Wheels for {target.tag}: {', '.join(names)}")
    packed, files = _wheels(house.root, names, target, folder, say)
    say("The project ...")
    count = source.copy(house.root, folder / "source")
    absent: dict[str, str] = {}
    say("Models ...")
    taken = cargo.models(house, folder, say)
    if not taken:
        absent["models"] = "none had been downloaded (make models); the embedded engines need none"
    pictures = _images(house, folder, absent, say) if images else []
    commit, changed = source.commit(house.root)
    Manifest(
        final.name, commit, changed, target.processor, target.python, glibc_floor(files), packed,
        tuple(taken), tuple(pictures), absent,
    ).write(folder)  # fmt: skip
    installer = INSTALL_SH.read_text(encoding="utf-8").replace("@PYTHON@", target.python)
    (folder / "install.sh").write_text(installer, encoding="utf-8")
    (folder / "install.sh").chmod(0o755)
    say("Checksums ...")
    sums.write(folder)
    if final.exists():
        shutil.rmtree(final)
    folder.rename(final)
    size = (
        sum({(found := one.stat()).st_ino: found.st_size for one in final.rglob("*") if one.is_file()}.values()) / 1e6
    )
    for name, why in absent.items():
        say(f"Without {name}: {why}.")
    say(f"{final}: {size:.0f} MB, {len(files)} wheels, {count} files of the project, {len(taken)} models, "
        f"{len(pictures)} images.")  # fmt: skip
    say(f"Carry the folder over, then: sh {final.name}/install.sh /opt/sous")
    return final


def native() -> Target:
    """This machine, down to the oldest glibc that the wheels we pin need anyway."""
    return Target(platform.machine(), f"{sys.version_info.major}.{sys.version_info.minor}")


def _check(root: Path, names: Sequence[str], final: Path) -> None:
    if final.is_mount():
        raise Trouble(f"{final} is a whole disk. Name a folder on it: --out {final / 'sous'}")
    if final.exists() and not is_bundle(final) and not (final.is_dir() and not any(final.iterdir())):
        raise Trouble(f"{final} holds something else, which a bundle would replace. Name an empty or a new folder.")
    unknown = [name for name in names if not (root / "envs" / f"{name}.txt").is_file()]
    if unknown:
        raise Trouble(f"There is no envs/{unknown[0]}.txt.")
    beside = [name for name in names if (root / "envs" / f"{name}.pip").is_file()]
    if beside:
        why = f"envs/{beside[0]}.pip is installed without checksums"
        raise Trouble(f"{beside[0]} cannot be bundled: {why}, and a bundle takes nothing on trust.")


def _wheels(
    root: Path, names: Sequence[str], target: Target, folder: Path, say: Say
) -> tuple[dict[str, Packed], list[Path]]:
    """Each environment's wheels and list, in a folder of its own; the same wheel is one file with several names."""
    wanted = {name: meant_for(read((root / "envs" / f"{name}.txt").read_text("utf-8")), target) for name in names}
    cache = root / ".cache" / "bundle"
    store = Store(cache / target.tag, target, _pip(cache), target.tag == native().tag)
    have = store.gather(list(dict.fromkeys(pin for pins in wanted.values() for pin in pins)), say)
    packed = {}
    for name, pins in wanted.items():
        home = folder / "wheels" / name
        home.mkdir(parents=True)
        for pin in pins:
            _link(have[pin], home / have[pin].name)
        lines = [pin.spelled([sums.digest(have[pin])]) for pin in pins]
        (home / "pins.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
        size = sum(have[pin].stat().st_size for pin in pins)
        packed[name] = Packed(fingerprint(name, root), len(pins), size)
        say(f"  {name}: {len(pins)} wheels, {size / 1e6:.0f} MB")
    return packed, sorted(set(have.values()))


def _pip(cache: Path) -> Path:
    """A Python with pip, of the same version as the one that runs this: what is built with it fits that version."""
    home = cache / f"pip-{native().python}"
    python = home / "bin" / "python"
    finished = home / STAMP
    if not finished.exists():
        if importlib.util.find_spec("ensurepip") is None:
            raise Trouble(
                f"{sys.executable} cannot make virtual environments: apt install python{native().python}-venv"
            )
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(home)], check=True)
        finished.touch()
    return python


def _images(house: House, folder: Path, absent: dict[str, str], say: Say) -> list[Image]:
    say("Images ...")
    program = cargo.engine()
    if not program:
        absent["images"] = "no container engine answers here; Sous runs without containers as well"
        return []
    taken = cargo.images(house.root, program, folder, say)
    if not taken:
        absent["images"] = "none have been built (make compose-up)"
    return taken


def _link(file: Path, name: Path) -> None:
    try:
        os.link(file, name)
    except OSError:  # another disk
        shutil.copy2(file, name)
