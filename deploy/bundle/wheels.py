"""Wheels for somebody else's machine: downloaded by pip against our checksums, each once, kept for the next bundle.

What has no wheel (two small packages are published as source alone) is fetched against its checksum and built here; the
bundle's own list then carries the checksum of what was built. Nothing in a bundle is taken on trust.
"""

import platform
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from deploy import sums
from deploy.bundle.pins import Pin, Target, named, normal
from deploy.local import network
from deploy.local.environments import Say
from deploy.local.house import Trouble

AT_ONCE = 4


@dataclass(frozen=True, slots=True)
class Store:
    """A folder of wheels for one target. `python` has pip."""

    folder: Path
    target: Target
    python: Path
    native: bool  # whether the target is this machine, for which alone anything can be built

    def gather(self, pins: Sequence[Pin], say: Say) -> dict[Pin, Path]:
        """A wheel for each pin, downloading what is not there yet."""
        self.folder.mkdir(parents=True, exist_ok=True)
        have = self._have(pins)
        lacking = [pin for pin in pins if pin not in have]
        if lacking:
            say(f"  {len(lacking)} of {len(pins)} packages to download ...")
            self._download(lacking)
            have = self._have(pins)
            unbuilt = [pin for pin in lacking if pin not in have]
            self._build(unbuilt, say)
            have |= self._have(unbuilt)
        missing = [f"{pin.name} {pin.version}" for pin in pins if pin not in have]
        if missing:
            raise Trouble(f"No wheel for {self.target.tag}: {', '.join(missing)}.")
        return have

    def _have(self, pins: Iterable[Pin]) -> dict[Pin, Path]:
        """What is in the folder already and is what the pins say it is."""
        files: dict[tuple[str, str], list[Path]] = {}
        for file in sorted(self.folder.glob("*.whl")):
            files.setdefault(named(file.name), []).append(file)
        built = self._built()
        found = {}
        for pin in pins:
            for file in files.get((normal(pin.name), pin.version), []):
                if sums.digest(file) in pin.hashes or built.get(file.name, "") in pin.hashes:
                    found[pin] = file
        return found

    def _download(self, pins: Sequence[Pin]) -> None:
        rounds = list(_rounds(pins))
        with ThreadPoolExecutor(AT_ONCE) as pool:
            for said in pool.map(self._pip_download, range(len(rounds)), rounds):
                if said:
                    advice = network.hint(said)
                    last = "\n".join(line for line in said.splitlines() if not line.startswith("WARNING"))[-1500:]
                    raise Trouble(f"{last}\n{advice}".strip())

    def _pip_download(self, number: int, pins: Sequence[Pin]) -> str:
        """What pip complained about; empty when it has brought everything."""
        wanted = self.folder / f".wanted-{number}.txt"
        wanted.write_text("".join(Pin(p.name, p.version, "", p.hashes).spelled() + "\n" for p in pins), "utf-8")
        command = [str(self.python), "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
        command += ["--require-hashes", "--prefer-binary", "-d", str(self.folder), "-r", str(wanted)]
        command += [f"--platform={tag}" for tag in self.target.platforms()]
        command += [f"--python-version={self.target.python}.99", "--implementation=cp"]
        command += [f"--abi=cp{self.target.python.replace('.', '')}", "--abi=abi3", "--abi=none"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        wanted.unlink()
        return "" if done.returncode == 0 else done.stderr or f"pip download ended with {done.returncode}"

    def _build(self, pins: Sequence[Pin], say: Say) -> None:
        """Wheels of what came as source; the source's checksum is remembered beside each."""
        wanted = {(normal(pin.name), pin.version) for pin in pins}
        building = self.folder / ".building"
        for archive in sorted(self.folder.glob("*.tar.gz")):
            name, version = named(archive.name)
            if (name, version) not in wanted:
                continue
            say(f"  {name} {version} is published as source alone: building its wheel ...")
            shutil.rmtree(building, ignore_errors=True)
            command = [str(self.python), "-m", "pip", "wheel", "--quiet", "--disable-pip-version-check", "--no-deps"]
            done = subprocess.run(
                [*command, "-w", str(building), str(archive)], capture_output=True, text=True, check=False
            )
            if done.returncode != 0:
                raise Trouble(f"{name} {version} could not be built: {done.stderr.strip()[-500:]}")
            (built,) = building.glob("*.whl")
            if not self.native and not built.name.endswith("-any.whl"):
                raise Trouble(f"{name} {version} has to be compiled, which works on a {self.target.tag} machine alone.")
            (self.folder / f"{built.name}.built-from").write_text(sums.digest(archive), encoding="ascii")
            built.replace(self.folder / built.name)  # last: a wheel without its paper would be nobody's
        shutil.rmtree(building, ignore_errors=True)

    def _built(self) -> dict[str, str]:
        """Wheel -> checksum of the source it was built from."""
        papers = self.folder.glob("*.built-from")
        return {paper.name.removesuffix(".built-from"): paper.read_text(encoding="ascii") for paper in papers}


def _rounds(pins: Sequence[Pin]) -> Iterator[list[Pin]]:
    """Lists that pip can take at once: each package once in a list, a few lists to download side by side."""
    left = list(pins)
    while left:
        names: set[str] = set()
        this: list[Pin] = []
        later: list[Pin] = []
        for pin in left:
            (later if normal(pin.name) in names else this).append(pin)
            names.add(normal(pin.name))
        yield from (part for start in range(AT_ONCE) if (part := this[start::AT_ONCE]))
        left = later


def glibc_floor(files: Iterable[Path]) -> str:
    """The oldest glibc that all these wheels run on."""
    floors = [_glibc(file.name) for file in files]
    newest = max(floors, default=(2, 17))
    return f"{newest[0]}.{newest[1]}"


def _glibc(file: str) -> tuple[int, int]:
    """Of the platforms that a wheel names, the one with the lowest demand decides."""
    named_by_year = {"manylinux1": (2, 5), "manylinux2010": (2, 12), "manylinux2014": (2, 17)}
    demands = []
    for tag in file.removesuffix(".whl").rsplit("-", 1)[-1].split("."):
        words = tag.split("_")
        if words[0] == "manylinux" and len(words) > 2:
            demands.append((int(words[1]), int(words[2])))
        elif words[0] == "linux":  # compiled here: asks for what is here
            demands.append((2, int(platform.libc_ver()[1].partition(".")[2] or 0)))
        else:
            demands.append(named_by_year.get(words[0], (2, 0)))
    return min(demands)
