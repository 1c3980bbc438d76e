"""What install.sh runs: from a bundle to a working Sous, without a network. `python -m deploy.bundle.install BUNDLE`

In this order, each step safe to repeat: is the bundle whole, does it fit this machine, the project's files, the
environments (uv, from our wheels alone, with checksums required), models, images. An environment counts as finished
when its stamp is there, which is written last; an installation that was cut off goes on where it stopped.
"""

import argparse
import os
import platform
import shutil
import stat
import subprocess
import sys
import time
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from deploy import sums
from deploy.bundle import cargo, manifest, source
from deploy.bundle.manifest import Manifest
from deploy.doctor.cuda import version
from deploy.local.house import Trouble
from shared.environment import STAMP, fingerprint, stamp, state_home

INSTALLER = "uv"  # an environment like the others: the program that makes the others
OURS = ".bundle"  # in a target: the folder is ours to install into
SPREAD = 4  # wheels unpack to about this many times their size


def say(en: str, ko: str) -> None:
    korean = os.environ.get("LC_ALL", os.environ.get("LANG", "")).startswith("ko")
    sys.stderr.write((ko if korean else en) + "\n")


def install(bundle: Path, target: Path, *, images: bool, environment: Mapping[str, str] = os.environ) -> float:
    """Returns the seconds it took."""
    began = time.monotonic()
    facts = check(bundle)
    fits(facts, bundle, target)
    target.mkdir(parents=True, exist_ok=True)
    (target / OURS).write_text(facts.name + "\n", encoding="utf-8")
    say(f"Installing into {target}", f"{target}에 설치합니다")
    source.copy(bundle / "source", target)
    for name in facts.environments:
        build(bundle, target, name, environment)
    shutil.rmtree(target / ".cache" / "uv", ignore_errors=True)
    for model in facts.models:
        place(bundle / "models" / model, state_home(environment) / "models" / model)
    if images:
        load(facts, bundle)
    return time.monotonic() - began


def check(bundle: Path) -> Manifest:
    """Every file is there and is what it was when the bundle was made; Trouble names those that are not."""
    facts = manifest.read(bundle)
    record = bundle / sums.NAME
    if not record.is_file():
        raise Trouble(f"{sums.NAME} is missing: nobody can say whether this bundle is whole.")
    listed = sums.read(record)
    say(f"Checking {len(listed)} files ...", f"파일 {len(listed)}개를 확인합니다 ...")
    gone = [name for name in listed if not (bundle / name).is_file()]
    if gone:
        raise Trouble(_copied_again("Missing", "없는 파일", gone))
    damaged = list(sums.wrong(bundle, listed))
    if damaged:
        raise Trouble(_copied_again("Damaged", "망가진 파일", damaged))
    for name in facts.environments:
        unlisted = [file for file in (manifest.NAME, f"wheels/{name}/pins.txt") if file not in listed]
        lacking = [*unlisted, *lacking_wheels(bundle / "wheels" / name)]
        if lacking:
            raise Trouble(_copied_again(f"Missing for {name}", f"{name}에 없는 것", lacking))
    return facts


def lacking_wheels(folder: Path) -> list[str]:
    """Packages of an environment's list for which there is no file with the checksum it asks for."""
    have = {sums.digest(file) for file in folder.glob("*.whl")}
    lines = (folder / "pins.txt").read_text(encoding="utf-8").splitlines() if (folder / "pins.txt").is_file() else []
    return [line.split(" ")[0] for line in lines if line and line.rpartition("sha256:")[2] not in have]


def _copied_again(en: str, ko: str, names: Sequence[str]) -> str:
    shown = "\n".join(f"  {name}" for name in names[:10]) + (
        f"\n  ... {len(names) - 10} more" if len(names) > 10 else ""
    )
    return f"{en}:\n{shown}\nNothing was installed. Copy the bundle again. ({ko}: 다시 복사해 주세요.)"


def fits(facts: Manifest, bundle: Path, target: Path) -> None:
    """Whether this machine is the kind it was made for."""
    here = platform.machine()
    if here != facts.processor:
        raise Trouble(f"This bundle is for {facts.processor}, and this machine is {here}.")
    if f"{sys.version_info.major}.{sys.version_info.minor}" != facts.python:
        raise Trouble(f"This bundle is for Python {facts.python}, and this is {platform.python_version()}.")
    library, glibc = platform.libc_ver()
    if library != "glibc" or version(glibc) < version(facts.glibc):
        raise Trouble(f"This bundle needs glibc {facts.glibc} or newer; here is {library} {glibc or '(not glibc)'}.")
    if target.exists() and any(target.iterdir()) and not (target / OURS).exists():
        raise Trouble(f"{target} holds something else. Name an empty or a new folder.")
    if target.resolve().is_relative_to(bundle.resolve()):
        raise Trouble(f"{target} lies inside the bundle. Name another folder: sh install.sh /opt/sous")
    needs = SPREAD * sum(one.bytes for one in facts.environments.values())
    room = next(one for one in (target, *target.resolve().parents) if one.exists())
    if shutil.disk_usage(room).free < needs and not (target / OURS).exists():
        raise Trouble(f"{room} has too little room: about {needs / 1e9:.1f} GB is needed.")


def build(bundle: Path, target: Path, name: str, environment: Mapping[str, str]) -> None:
    """One environment, from the wheels in the bundle and from nowhere else."""
    wanted = fingerprint(name, target)
    if stamp(name, target) == wanted:
        say(f"  {name}: there already", f"  {name}: 이미 있습니다")
        return
    began = time.monotonic()
    wheels, home = bundle / "wheels" / name, target / ".venvs" / name
    uv = _uv(bundle, target)
    (home / STAMP).unlink(missing_ok=True)
    told = _alone(environment, target)
    _run([uv, "venv", "--quiet", "--clear", "--no-python-downloads", "--python", sys.executable, home], told, name)
    how: list[str | Path] = [
        "--offline",
        "--no-index",
        "--find-links",
        wheels,
        "--require-hashes",
        "--no-build",
        "--quiet",
    ]
    _run([uv, "pip", "sync", *how, "--python", home / "bin" / "python", wheels / "pins.txt"], told, name)
    (home / STAMP).write_text(wanted, encoding="ascii")
    took = time.monotonic() - began
    say(f"  {name}: ready in {took:.1f} s", f"  {name}: {took:.1f}초에 준비됨")


def _uv(bundle: Path, target: Path) -> Path:
    """The installer's own program, out of its wheel."""
    program = target / ".cache" / "uv" / "bin" / "uv"
    if not program.exists():
        (wheel,) = (bundle / "wheels" / INSTALLER).glob("uv-*.whl")
        program.parent.mkdir(parents=True, exist_ok=True)
        with zipfile.ZipFile(wheel) as archive:
            (inside,) = [one for one in archive.namelist() if one.endswith("/scripts/uv")]
            arriving = program.with_name("uv.arriving")
            arriving.write_bytes(archive.read(inside))
        arriving.chmod(arriving.stat().st_mode | stat.S_IXUSR)
        arriving.replace(program)  # there, complete, or not there at all
    return program


def _alone(environment: Mapping[str, str], target: Path) -> dict[str, str]:
    """For an installer that asks nobody: no settings of this machine, and a cache on the target's own disk."""
    kept = {name: value for name, value in environment.items() if not name.startswith(("UV_", "PIP_", "PYTHON"))}
    kept.pop("VIRTUAL_ENV", None)
    return {**kept, "UV_CACHE_DIR": str(target / ".cache" / "uv" / "cache"), "UV_NO_CONFIG": "1"}


def _run(command: Sequence[str | Path], environment: Mapping[str, str], name: str) -> None:
    done = subprocess.run(command, env=dict(environment), capture_output=True, text=True, check=False)
    if done.returncode != 0:
        said = (done.stderr or done.stdout).strip()[-1500:]
        raise Trouble(f"{name} could not be installed:\n{said}\nWhat is finished stays; run install.sh again to go on.")


def place(folder: Path, target: Path) -> None:
    """A model, complete or not at all; one that is there already stays as it is."""
    if target.exists():
        return
    say(f"  model {target.name}", f"  모델 {target.name}")
    arriving = target.with_name(f"{target.name}.arriving")
    shutil.rmtree(arriving, ignore_errors=True)
    shutil.copytree(folder, arriving)
    arriving.rename(target)


def load(facts: Manifest, bundle: Path) -> None:
    program = cargo.engine()
    if not program:
        raise Trouble("--images was asked for, and no container engine answers here.")
    for image in facts.images:
        say(f"  image {image.name}", f"  이미지 {image.name}")
        cargo.load(program, bundle, image)


def main(words: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="install.sh", description="Install Sous from this folder, with no network.")
    parser.add_argument("bundle", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("target", type=Path, nargs="?", default=Path("sous"), help="where to (default: ./sous)")
    parser.add_argument("--check", action="store_true", help="only see whether the bundle is whole")
    parser.add_argument("--images", action="store_true", help="also load the container images")
    chosen = parser.parse_args(words)
    target = Path(os.environ.get("SOUS_CALLED_FROM", "."), chosen.target).resolve()
    try:
        if chosen.check:
            check(chosen.bundle)
            say("The bundle is whole.", "꾸러미가 온전합니다.")
            return 0
        took = install(chosen.bundle, target, images=chosen.images)
    except (Trouble, OSError) as trouble:
        sys.stderr.write(f"{trouble}\n")
        return 1
    say(
        f"Installed in {took:.1f} s. Now: cd {target} && make chat   (without make: python3 -m deploy.local chat)",
        f"{took:.1f}초에 설치했습니다. 이제: cd {target} && make chat   (make가 없으면: python3 -m deploy.local chat)",
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
