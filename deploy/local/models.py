"""`make models`: better models than the ones in the box. The only place where anything large is downloaded.

What there is to download, and where it belongs, each service knows itself: `python -m services.NAME.download`.
"""

import subprocess
from pathlib import Path

from deploy import sums
from deploy.local import environments
from deploy.local.environments import Say
from deploy.local.house import PORTS, House, Trouble
from shared.environment import state_home


def fetch(house: House, say: Say) -> None:
    """Ask each service to fetch its models, in its own environment; they show their own progress."""
    offering = [name for name in PORTS if (house.root / "services" / name / "download.py").is_file()]
    environments.sync(house.root, [house.venv(name) for name in offering], say)
    failed = []
    for name in offering:
        command = [str(house.python(name)), "-m", f"services.{name}.download"]
        done = subprocess.run(command, cwd=house.root, env=dict(house.environment), check=False)
        if done.returncode != 0:
            failed.append(name)
    for folder in whole(list(homes(house).values())):
        if not (folder / sums.NAME).exists():
            say(f"  {folder.name}: writing down its checksums ...")
            sums.write(folder)  # for `make doctor` and for whoever carries it to a closed network
    for name in PORTS:
        if name not in offering:
            say(f"{name}: nothing to download.")
    if failed:
        raise Trouble(f"Not downloaded: {', '.join(failed)}. What was there before still works.")


def homes(house: House) -> dict[str, Path]:
    """Where each service keeps its models."""
    state = state_home(house.environment)
    told = {"stt": house.environment.get("STT_MODELS_DIR")}
    return {name: Path(told.get(name) or state / "models" / name).expanduser() for name in PORTS}


def whole(places: list[Path]) -> list[Path]:
    """The folders of models that have arrived completely."""
    found = [folder for home in places if home.is_dir() for folder in sorted(home.iterdir()) if folder.is_dir()]
    return [folder for folder in found if not folder.name.endswith(".arriving") and not any(folder.rglob("*.part"))]
