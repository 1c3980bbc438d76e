"""The lines of envs/NAME.txt: which version of which package, for whom, and the checksums it may have. Pure."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from deploy.bundle.markers import holds

LINE = re.compile(
    r"^(?P<name>[A-Za-z0-9_.-]+)(?:\[[^\]]*\])?==(?P<version>\S+?)(?: ; (?P<marker>.+?))?"
    r"(?P<hashes>(?: --hash=sha256:[0-9a-f]{64})+)$"
)


@dataclass(frozen=True, slots=True)
class Pin:
    """One package of one version."""

    name: str
    version: str
    marker: str
    hashes: frozenset[str]

    def spelled(self, hashes: Iterable[str] | None = None) -> str:
        """As a line of a requirements file, with other checksums if given."""
        marker = f" ; {self.marker}" if self.marker else ""
        sums = "".join(f" --hash=sha256:{one}" for one in sorted(self.hashes if hashes is None else hashes))
        return f"{self.name}=={self.version}{marker}{sums}"


@dataclass(frozen=True, slots=True)
class Target:
    """A machine that wheels are for: processor, C library and Python."""

    processor: str = "x86_64"
    python: str = "3.11"
    glibc: str = "2.28"

    @property
    def tag(self) -> str:
        return f"linux-{self.processor}-cp{self.python.replace('.', '')}"

    def machines(self) -> Iterator[dict[str, str]]:
        """The oldest and the newest Python of that minor version: some pins differ between 3.11.2 and 3.11.9."""
        for micro in (0, 99):
            yield {
                "sys_platform": "linux",
                "platform_system": "Linux",
                "os_name": "posix",
                "platform_machine": self.processor,
                "platform_python_implementation": "CPython",
                "implementation_name": "cpython",
                "python_version": self.python,
                "python_full_version": f"{self.python}.{micro}",
            }

    def platforms(self) -> list[str]:
        """Wheel platforms that run there, newest first, as pip wants to be told them."""
        newest = int(self.glibc.split(".")[1])
        named = {17: "manylinux2014", 12: "manylinux2010", 5: "manylinux1"}
        tags = []
        for minor in range(newest, 4, -1):
            tags.append(f"manylinux_2_{minor}_{self.processor}")
            if minor in named:
                tags.append(f"{named[minor]}_{self.processor}")
        return [*tags, f"linux_{self.processor}"]


def read(text: str) -> list[Pin]:
    """Every pin of a compiled file; ValueError at a line that is none, because a line without a hash proves nothing."""
    pins = []
    for line in text.replace(" \\\n   ", "").splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        found = LINE.match(line)
        if found is None:
            raise ValueError(f"not a pin with checksums: {line[:80]}")
        hashes = frozenset(re.findall(r"sha256:([0-9a-f]{64})", found["hashes"]))
        pins.append(Pin(found["name"], found["version"], found["marker"] or "", hashes))
    return pins


def meant_for(pins: Iterable[Pin], target: Target) -> list[Pin]:
    """The pins that some Python of that target will ask for."""
    return [pin for pin in pins if any(holds(pin.marker, machine) for machine in target.machines())]


def normal(name: str) -> str:
    """A package's name as registries compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def named(file: str) -> tuple[str, str]:
    """(package, version) of a wheel's or a source archive's file name."""
    if file.endswith(".whl"):
        name, version = file.split("-")[:2]
    else:
        name, _, version = file.removesuffix(".tar.gz").removesuffix(".zip").rpartition("-")
    return normal(name), version
