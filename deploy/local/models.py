"""`make models`: better models than the ones in the box. The only place where anything large is downloaded.

What there is to download, and where it belongs, each service knows itself: `python -m services.NAME.download`.
"""

import subprocess

from deploy.local import environments
from deploy.local.environments import Say
from deploy.local.house import PORTS, House, Trouble


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
    for name in PORTS:
        if name not in offering:
            say(f"{name}: nothing to download.")
    if failed:
        raise Trouble(f"Not downloaded: {', '.join(failed)}. What was there before still works.")
