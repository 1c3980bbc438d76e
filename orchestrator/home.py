"""Where things are kept: SOUS_HOME, or the XDG state folder. Only names of places; nothing is written here."""

from pathlib import Path

from shared.environment import state_home


def home_folder(chosen: Path | None) -> Path:
    """The folder everything lives under; made by whoever first writes into it."""
    return chosen.expanduser() if chosen is not None else state_home()


def sessions_folder(home: Path) -> Path:
    return home / "sessions"


def recipes_folder(home: Path) -> Path:
    return home / "recipes"
