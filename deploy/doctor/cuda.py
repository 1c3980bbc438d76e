"""Which driver and which card each CUDA needs: NVIDIA's tables as data. docs/gpu.md says where each row comes from.

There is no upper bound anywhere: a driver runs everything that was built for an older CUDA. And there is one floor for
each major version, not one for each release: that is what "minor version compatibility" means.
"""

import re
from dataclasses import dataclass

Version = tuple[int, ...]

# Of CUDA's major version: the oldest driver on Linux, and the oldest Windows driver (which is the one WSL uses).
FLOORS: dict[int, tuple[str, str]] = {
    11: ("450.80.02", "452.39"),
    12: ("525.60.13", "528.33"),
    13: ("580", "580"),
}

# The driver branch, and the newest CUDA it speaks by itself. A libcuda that claims more than its driver is not its own.
SPEAKS: tuple[tuple[int, int], ...] = (
    (450, 11000), (455, 11010), (460, 11020), (465, 11030), (470, 11040), (495, 11050), (510, 11060), (515, 11070),
    (520, 11080), (525, 12000), (530, 12010), (535, 12020), (545, 12030), (550, 12040), (555, 12050), (560, 12060),
    (565, 12070), (570, 12080), (575, 12090), (580, 13000), (590, 13010), (595, 13020),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reach:
    """The cards a build of torch has code for. `open_end`: newer cards work too (it carries PTX)."""

    oldest: Version
    newest: Version
    open_end: bool = False


TORCH_CARDS: dict[Version, Reach] = {
    (11, 8): Reach((3, 7), (9, 0)),
    (12, 1): Reach((5, 0), (9, 0)),
    (12, 4): Reach((5, 0), (9, 0)),
    (12, 6): Reach((5, 0), (9, 0)),
    (12, 8): Reach((7, 0), (12, 0)),
    (12, 9): Reach((7, 0), (12, 0)),
    (13, 0): Reach((7, 5), (12, 0), open_end=True),
    (13, 2): Reach((7, 5), (12, 0), open_end=True),
}

#: CTranslate2 by version: from which release on, which CUDA, and which cuDNN it opens (0: none).
CTRANSLATE2: tuple[tuple[Version, str, int], ...] = (
    ((4, 6, 3), "12", 0),
    ((4, 5), "12", 9),
    ((4, 0), "12", 8),
    ((3,), "11", 8),
)
CUDA_IN_NAME = re.compile(r"-cu(\d\d)$")


def version(text: str) -> Version:
    """Numbers for comparing; what follows them ("+cu130", "rc1") does not count."""
    found = re.match(r"\d+(?:\.\d+)*", text)
    return tuple(int(part) for part in found[0].split(".")) if found else ()


def major(text: str) -> int:
    """The first number of a version; 0 for what is none."""
    return (*version(text), 0)[0]


def floor(cuda: str, *, windows: bool = False) -> str:
    """The oldest driver for that CUDA; empty when we do not know that major version."""
    return FLOORS.get(major(cuda), ("", ""))[1 if windows else 0]


def fits(driver: str, cuda: str, *, windows: bool = False) -> bool:
    """Whether a driver is new enough. What we do not know is not an objection."""
    needed = floor(cuda, windows=windows)
    return not needed or not version(driver) or version(driver) >= version(needed)


def speaks(driver: str) -> int:
    """The newest CUDA a driver offers by itself (13000), 0 for one older than all we know."""
    numbers = version(driver)
    return next((cuda for branch, cuda in reversed(SPEAKS) if numbers and numbers[0] >= branch), 0)


def newest_known(driver: str) -> bool:
    """Whether the driver is younger than our table, which then cannot say what it speaks."""
    numbers = version(driver)
    return bool(numbers) and numbers[0] > SPEAKS[-1][0]


def spelled(cuda: int) -> str:
    return f"{cuda // 1000}.{cuda % 1000 // 10}"


def needed_by(name: str, release: str, says: str) -> str:
    """The CUDA a package needs: its own word, then its name, then what is known of its versions; empty: none."""
    if says:
        return says
    if name == "ctranslate2":
        return next((cuda for since, cuda, _ in CTRANSLATE2 if version(release) >= since), "")
    if named := CUDA_IN_NAME.search(name):
        return named[1]
    return ""


def cudnn_of(release: str) -> int:
    """The cuDNN that this CTranslate2 opens; 0: none."""
    return next((cudnn for since, _, cudnn in CTRANSLATE2 if version(release) >= since), 0)


def has_code_for(cuda: str, compute: str) -> bool:
    """Whether torch, built with that CUDA, can compute on a card."""
    reach, card = TORCH_CARDS.get(version(cuda)[:2]), version(compute)
    if reach is None or not card:
        return True
    # Code for 12.0 also runs on 12.1: within a major version newer cards run what older ones do.
    return card >= reach.oldest and (reach.open_end or card[0] <= reach.newest[0])
