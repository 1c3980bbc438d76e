"""manifest.json: what is in a bundle, for whom, and made from what. Read by the installer, and by people."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from deploy.local.house import Trouble

NAME = "manifest.json"
FORMAT = 1


@dataclass(frozen=True, slots=True)
class Packed:
    """One environment: the list it was made from, and its files."""

    pins: str  # sha256 of envs/NAME.txt
    wheels: int
    bytes: int


@dataclass(frozen=True, slots=True)
class Image:
    """One container image. A name can be given to another image any day; its id cannot."""

    name: str
    id: str
    file: str


@dataclass(frozen=True, slots=True)
class Manifest:
    name: str
    commit: str
    changed: bool  # whether the checkout held changes that no commit has
    processor: str
    python: str
    glibc: str
    environments: dict[str, Packed]
    models: tuple[str, ...]
    images: tuple[Image, ...]
    absent: dict[str, str]  # what is not in here, and why

    def write(self, bundle: Path) -> None:
        facts = {"format": FORMAT, **asdict(self)}
        (bundle / NAME).write_text(json.dumps(facts, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def read(bundle: Path) -> Manifest:
    try:
        facts = json.loads((bundle / NAME).read_text(encoding="utf-8"))
        if facts.pop("format") != FORMAT:
            raise Trouble(f"{bundle} was made for another version of this installer.")
        facts["environments"] = {name: Packed(**one) for name, one in facts["environments"].items()}
        facts["images"] = tuple(Image(**one) for one in facts["images"])
        facts["models"] = tuple(facts["models"])
        return Manifest(**facts)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise Trouble(f"{bundle} is no bundle, or half of one: {NAME} cannot be read ({error}).") from error


def is_bundle(folder: Path) -> bool:
    """Whether this is a bundle of ours, of whatever version: one that a new bundle may take the place of."""
    try:
        facts = json.loads((folder / NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(facts, dict) and {"format", "environments"} <= facts.keys()
