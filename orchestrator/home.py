"""Where things are kept: SOUS_HOME, or the XDG state folder. Only names of places; nothing is written here."""

import os
from pathlib import Path


def home_folder(chosen: Path | None) -> Path:
    """The folder everything lives under; made by whoever first writes into it."""
    if chosen is not None:
        return chosen.expanduser()
    state = os.environ.get("XDG_STATE_HOME", "")
    # The XDG rules say that a relative path there is to be ignored.
    base = Path(state) if state and Path(state).is_absolute() else Path("~/.local/state").expanduser()
    return base / "sous"


def sessions_folder(home: Path) -> Path:
    return home / "sessions"


def recipes_folder(home: Path) -> Path:
    return home / "recipes"
