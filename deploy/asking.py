"""Asking a system's own programs (ps, lsof, nvidia-smi): they may be missing, hang, or answer in any bytes."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

LIMIT_S = 2.0


def said_by(command: Sequence[str | Path], limit_s: float = LIMIT_S) -> tuple[int, str]:
    """Exit status and words of a system program; (-1, why) when it is not there or does not answer."""
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, errors="replace", timeout=limit_s, check=False,
            stdin=subprocess.DEVNULL,
        )  # fmt: skip
    except FileNotFoundError:
        return -1, ""
    except (OSError, subprocess.SubprocessError) as error:
        return -1, f"{type(error).__name__}: {error}"
    return done.returncode, done.stdout if done.returncode == 0 else done.stdout + done.stderr
